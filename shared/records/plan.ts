import type { RecordId } from '../core/ids.ts';
import { defineRecord, type RecordLookup } from '../schema/defineRecord.ts';
import { choice, integer, longText, ref } from '../schema/fields.ts';
import type { StoredRecord } from '../sync/record.ts';
import { ofSameCenter } from './centerRules.ts';

/** A center's plan for a year in one of its versions; its targets are plan lines. */
export const plan = defineRecord({
  type: 'plan',
  scope: 'center',
  label: { one: { en: 'Plan', ko: '연간 계획' }, many: { en: 'Plans', ko: '연간 계획' } },
  sheetAliases: [
    'plan',
    'annual plans',
    'work plan',
    'year plan',
    '계획',
    '사업계획',
    '연간계획',
    '운영계획',
  ],
  version: 1,
  migrations: [],
  groups: [
    { key: 'what', label: { en: 'Which plan is it?', ko: '어떤 계획입니까?' } },
    { key: 'approval', label: { en: 'Who approved it?', ko: '누가 승인했습니까?' } },
  ],
  fields: {
    year: integer({
      label: { en: 'Year', ko: '연도' },
      help: { en: 'The year that it plans.', ko: '계획 대상 연도입니다.' },
      required: true,
      aliases: ['plan year', 'fiscal year', '계획 연도', '사업 연도', '회계연도'],
      year: true,
      min: 1990,
      max: 2200,
      sensitivity: 'public',
      group: 'what',
    }),
    version: integer({
      label: { en: 'Version', ko: '판' },
      help: {
        en: '1 for the first plan of the year, 2 once it was revised.',
        ko: '그해의 첫 계획은 1, 한 번 변경하면 2입니다.',
      },
      required: true,
      aliases: ['revision', 'rev.', 'edition', '버전', '변경 차수', '차수'],
      min: 1,
      max: 99,
      sensitivity: 'public',
      group: 'what',
    }),
    notes: longText({
      label: { en: 'Aims and assumptions', ko: '목표와 전제' },
      help: {
        en: 'What the year is about, and what was changed against the version before.',
        ko: '그해의 중점 목표와 이전 판에서 바뀐 내용을 적으세요.',
      },
      aliases: ['notes', 'aims', 'goals', 'remarks', '목표', '비고', '중점 목표', '변경 내용'],
      group: 'what',
    }),
    status: choice({
      label: { en: 'Status', ko: '상태' },
      help: {
        en: 'Only an approved plan is compared with what was done.',
        ko: '승인된 계획만 실적과 비교합니다.',
      },
      required: true,
      aliases: ['state', 'approval', '승인 상태', '승인 여부'],
      choices: [
        {
          value: 'draft',
          label: { en: 'Draft', ko: '작성 중' },
          aliases: ['in preparation', '초안', '작성중'],
        },
        {
          value: 'proposed',
          label: { en: 'Put to the committee', ko: '상정' },
          aliases: ['proposed', 'submitted', '제출', '상정됨'],
        },
        { value: 'approved', label: { en: 'Approved', ko: '승인' }, aliases: ['adopted', '확정', '승인됨'] },
        {
          value: 'superseded',
          label: { en: 'Replaced by a later version', ko: '이후 판으로 대체' },
          aliases: ['superseded', 'replaced', 'old', '대체', '대체됨', '폐기'],
        },
      ],
      initial: 'draft',
      sensitivity: 'public',
      group: 'approval',
    }),
    approvedBy: ref({
      to: 'meeting',
      label: { en: 'Approved by', ko: '승인 회의' },
      help: { en: 'The meeting that approved it.', ko: '계획을 승인한 회의입니다.' },
      aliases: ['approved in', 'meeting', 'approving meeting', '승인 위원회', '회의', '의결 회의'],
      sensitivity: 'public',
      group: 'approval',
    }),
  },
  title: ({ year, version }, { language }) => {
    if (year === undefined) return '';
    if (language === 'ko') return version === undefined ? `${year}년 계획` : `${year}년 계획 ${version}판`;
    return version === undefined ? `Plan ${year}` : `Plan ${year}, version ${version}`;
  },
  listFields: ['year', 'version', 'center', 'status', 'approvedBy', 'notes'],
  indexes: ['center', 'status', 'approvedBy'],
  rules: [
    ofSameCenter('approvedBy', 'meeting', { en: 'meeting', ko: '회의' }),
    {
      code: 'APPROVAL_UNKNOWN',
      level: 'warning',
      field: 'approvedBy',
      message: {
        en: 'The plan is approved, but nothing says by which meeting. Enter “Approved by”.',
        ko: '승인된 계획이지만 승인한 회의가 없습니다. ‘승인 회의’를 선택하세요.',
      },
      broken: ({ status, approvedBy }) => status === 'approved' && approvedBy === undefined,
    },
    {
      code: 'APPROVED_TWICE',
      level: 'warning',
      field: 'status',
      message: {
        en: 'Another version of the plan {year} is approved as well, and only the latest one counts. Set the older one to “Replaced by a later version”.',
        ko: '{year}년 계획의 다른 판도 승인 상태이며 가장 최근 판만 집계됩니다. 이전 판을 ‘이후 판으로 대체’로 바꾸세요.',
      },
      broken: ({ center, year, status }, lookup, id) =>
        center !== undefined &&
        year !== undefined &&
        status === 'approved' &&
        otherPlans(lookup, id, center).some(
          ({ values }) => values.year === year && values.status === 'approved',
          // As a text, since a year has no groups of digits.
        ) && { year: String(year) },
    },
    {
      code: 'VERSION_TWICE',
      level: 'warning',
      field: 'version',
      message: {
        en: 'This center has another plan {year}, version {version}. Give one of them another number.',
        ko: '이 센터에 {year}년 계획 {version}판이 또 있습니다. 둘 중 하나의 판을 바꾸세요.',
      },
      broken: ({ center, year, version }, lookup, id) =>
        center !== undefined &&
        year !== undefined &&
        version !== undefined &&
        otherPlans(lookup, id, center).some(
          ({ values }) => values.year === year && values.version === version,
        ) && { year: String(year), version },
    },
  ],
});

/** What a plan's number and approval are compared with: a sample is no version of a plan that a center works with. */
function otherPlans(lookup: RecordLookup, id: RecordId | null, center: RecordId): readonly StoredRecord[] {
  const isSample = id !== null && lookup.get('plan', id)?.sample === true;
  return lookup
    .where('plan', 'center', center)
    .filter((other) => other.id !== id && other.sample === isSample);
}
