import { defineRecord } from '../schema/defineRecord.ts';
import { integer, longText, ref, text } from '../schema/fields.ts';
import { ofSameCenter } from './centerRules.ts';

/**
 * A piece of what a report said when it was submitted, so that it can be shown later as it was, on every computer that
 * the report reaches. The pieces are as long as a cell of a workbook allows (see reports/periodic/sealedText).
 */
export const sealPart = defineRecord({
  type: 'sealPart',
  scope: 'center',
  label: {
    one: { en: 'Sealed content', ko: '봉인 내용' },
    many: { en: 'Sealed contents', ko: '보고서 봉인 내용' },
  },
  forPrograms: true,
  version: 1,
  migrations: [],
  groups: [{ key: 'part', label: { en: 'What was sealed?', ko: '무엇을 봉인했습니까?' } }],
  fields: {
    report: ref({
      to: 'report',
      label: { en: 'Report', ko: '보고서' },
      help: { en: 'The report that was sealed.', ko: '봉인한 보고서입니다.' },
      required: true,
      sensitivity: 'public',
    }),
    hash: text({
      label: { en: 'Seal', ko: '봉인 값' },
      help: { en: 'The seal of the whole content.', ko: '전체 내용의 봉인 값입니다.' },
      required: true,
      maxLength: 64,
      width: 20,
    }),
    part: integer({
      label: { en: 'Part', ko: '순번' },
      help: { en: 'Which piece it is, from 1 on.', ko: '1부터 시작하는 조각의 순번입니다.' },
      required: true,
      min: 1,
      max: 100_000,
    }),
    parts: integer({
      label: { en: 'Parts', ko: '조각 수' },
      help: { en: 'How many pieces there are.', ko: '전체 조각의 수입니다.' },
      required: true,
      min: 1,
      max: 100_000,
    }),
    content: longText({
      label: { en: 'Content', ko: '내용' },
      help: { en: 'For Fieldbook; leave it as it is.', ko: '프로그램이 사용하는 내용이므로 고치지 마세요.' },
      required: true,
      width: 20,
    }),
  },
  title: ({ hash, part }) => (hash === undefined ? '' : `${hash.slice(0, 8)} ${part ?? ''}`.trim()),
  partOf: 'report',
  listFields: ['report', 'center', 'hash', 'part', 'parts'],
  indexes: ['center', 'report'],
  rules: [ofSameCenter('report', 'report', { en: 'report', ko: '보고서' })],
});
