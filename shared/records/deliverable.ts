import { defineRecord } from '../schema/defineRecord.ts';
import { date, localizedText, longText, ref } from '../schema/fields.ts';
import { ofSameCenter } from './centerRules.ts';
import { notAfterToday } from './dateRules.ts';
import { evidenceFiles, evidenceNote, hasEvidence } from './evidenceNote.ts';
import { localizedTitle } from './titles.ts';

/** Something that a project hands over until a day: a report, a system, a draft. */
export const deliverable = defineRecord({
  type: 'deliverable',
  scope: 'center',
  label: { one: { en: 'Deliverable', ko: '산출물' }, many: { en: 'Deliverables', ko: '산출물' } },
  sheetAliases: ['deliverable', 'outputs', 'project outputs', '과제 산출물', '결과물', '성과물'],
  version: 1,
  migrations: [],
  groups: [
    { key: 'what', label: { en: 'What is handed over, until when?', ko: '언제까지 무엇을 제출합니까?' } },
    { key: 'done', label: { en: 'Was it handed over?', ko: '제출되었습니까?' } },
  ],
  fields: {
    project: ref({
      to: 'project',
      label: { en: 'Project', ko: '과제' },
      help: { en: 'The project that makes it.', ko: '산출물을 만드는 과제입니다.' },
      required: true,
      aliases: ['project title', 'joint project', '과제명', '공동협력과제', '프로젝트'],
      sensitivity: 'public',
      group: 'what',
    }),
    title: localizedText({
      label: { en: 'Title', ko: '산출물명' },
      help: { en: 'In at least one language.', ko: '한 언어 이상으로 적으세요.' },
      required: true,
      aliases: ['deliverable', 'output', 'name', '산출물', '제목', '결과물'],
      maxLength: 300,
      width: 36,
      sensitivity: 'public',
      group: 'what',
    }),
    due: date({
      label: { en: 'Due', ko: '제출 기한' },
      help: { en: 'Until when it is to be handed over.', ko: '제출을 마쳐야 하는 날입니다.' },
      aliases: ['due date', 'deadline', '기한', '마감일', '예정일'],
      sensitivity: 'public',
      group: 'what',
    }),
    doneOn: date({
      label: { en: 'Done on', ko: '제출일' },
      help: { en: 'Empty while it is open.', ko: '아직 제출하지 않았으면 비워 두세요.' },
      aliases: ['completed on', 'delivered on', 'handed over on', '완료일', '제출 완료일'],
      sensitivity: 'public',
      group: 'done',
    }),
    evidenceNote: evidenceNote('done'),
    evidenceFiles: evidenceFiles('done'),
    notes: longText({
      label: { en: 'Notes', ko: '비고' },
      help: {
        en: 'Remarks of the client, what is still to be corrected.',
        ko: '기관의 의견, 보완할 내용 등을 적으세요.',
      },
      aliases: ['remarks', 'comment', '메모', '참고'],
      group: 'done',
    }),
  },
  title: ({ title }, context) => localizedTitle(title, context),
  partOf: 'project',
  listFields: ['title', 'project', 'center', 'due', 'doneOn'],
  indexes: ['center', 'project', 'due', 'doneOn'],
  rules: [
    ofSameCenter('project', 'project', { en: 'project', ko: '과제' }),
    notAfterToday('doneOn', {
      en: 'The deliverable is said to be done on {date}, which is still to come. Check the date.',
      ko: '제출일({date})이 오늘보다 뒤입니다. 날짜를 확인하세요.',
    }),
    {
      code: 'DUE_MISSING',
      level: 'warning',
      field: 'due',
      message: {
        en: 'The deliverable is open, but nothing says until when. Enter “Due”.',
        ko: '아직 제출되지 않은 산출물이지만 기한이 없습니다. ‘제출 기한’을 입력하세요.',
      },
      broken: ({ due, doneOn }) => due === undefined && doneOn === undefined,
    },
    {
      code: 'EVIDENCE_MISSING',
      level: 'warning',
      field: 'evidenceNote',
      message: {
        en: 'The deliverable is done. Choose its file, or say where it is kept.',
        ko: '제출된 산출물입니다. 파일을 선택하거나 보관 위치를 적으세요.',
      },
      broken: (values, lookup) => values.doneOn !== undefined && !hasEvidence(values, lookup),
    },
  ],
});
