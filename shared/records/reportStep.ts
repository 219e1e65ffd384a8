import { defineRecord } from '../schema/defineRecord.ts';
import { choice, dateTime, longText, ref, text } from '../schema/fields.ts';
import { ofSameCenter } from './centerRules.ts';
import { choiceTitle, joinTitle } from './titles.ts';

export const reportStepKind = choice({
  label: { en: 'Step', ko: '처리 구분' },
  help: { en: 'What was done with the report.', ko: '보고서를 어떻게 처리했는지 나타냅니다.' },
  required: true,
  aliases: ['action', 'what', '처리', '단계'],
  choices: [
    { value: 'submitted', label: { en: 'Submitted', ko: '제출' }, aliases: ['sent', '제출됨'] },
    { value: 'returned', label: { en: 'Returned', ko: '반려' }, aliases: ['sent back', '반려됨'] },
    { value: 'accepted', label: { en: 'Accepted', ko: '승인' }, aliases: ['approved', '승인됨'] },
    { value: 'withdrawn', label: { en: 'Withdrawn', ko: '제출 철회' }, aliases: ['taken back', '철회'] },
  ],
  sensitivity: 'public',
});

/** Who submitted, withdrew, returned or accepted a report, and when: its way from the center to headquarters and back. */
export const reportStep = defineRecord({
  type: 'reportStep',
  scope: 'center',
  label: {
    one: { en: 'Report step', ko: '보고서 처리' },
    many: { en: 'Report steps', ko: '보고서 처리 이력' },
  },
  sheetAliases: ['submissions', 'report history', '제출 이력', '보고 이력'],
  version: 1,
  migrations: [],
  groups: [
    { key: 'step', label: { en: 'What was done with which report?', ko: '어느 보고서를 처리했습니까?' } },
  ],
  fields: {
    report: ref({
      to: 'report',
      label: { en: 'Report', ko: '보고서' },
      help: {
        en: 'The report that was submitted, withdrawn, returned or accepted.',
        ko: '처리한 보고서입니다.',
      },
      required: true,
      aliases: ['periodic report', '보고'],
      sensitivity: 'public',
    }),
    step: reportStepKind,
    at: dateTime({
      label: { en: 'When', ko: '처리 일시' },
      help: { en: 'When it was done.', ko: '처리한 일시입니다.' },
      required: true,
      aliases: ['time', 'done at', '일시'],
      sensitivity: 'public',
    }),
    by: text({
      label: { en: 'By', ko: '처리자' },
      help: { en: 'Name of the person who did it.', ko: '처리한 사람의 이름입니다.' },
      aliases: ['person', 'done by', 'name', '담당자', '성명'],
      sensitivity: 'personal',
    }),
    note: longText({
      label: { en: 'Note', ko: '의견' },
      help: { en: 'What headquarters wants to be corrected.', ko: '본부가 보완을 요청한 내용입니다.' },
      aliases: ['return note', 'comment', 'remarks', '반려 의견', '비고'],
    }),
    hash: text({
      label: { en: 'Seal', ko: '봉인 값' },
      help: {
        en: 'The seal of what the report said at that time.',
        ko: '처리 당시 보고서 내용의 봉인 값입니다.',
      },
      aliases: ['seal', 'checksum', '해시'],
      maxLength: 64,
      width: 20,
    }),
  },
  title: ({ step, at }, { language }) =>
    joinTitle(
      choiceTitle(reportStepKind, step, language),
      at === undefined ? '' : at.utc.slice(0, 16).replace('T', ' '),
    ),
  partOf: 'report',
  listFields: ['report', 'center', 'step', 'at', 'by', 'note', 'hash'],
  indexes: ['center', 'report', 'step'],
  rules: [ofSameCenter('report', 'report', { en: 'report', ko: '보고서' })],
});
