import type { Label, Language } from '../core/language.ts';
import type { CellLook, PageSheet, StyledCell } from './grid.ts';

export const coverSheetName: Label = { en: 'Cover', ko: '표지' };

export interface CoverFacts {
  readonly title: string;
  readonly center: string;
  readonly period: string;
  readonly preparedBy: string;
  /** `YYYY-MM-DD HH:MM` in the exporter's time zone. */
  readonly preparedAt: string;
  readonly sample: boolean;
  readonly redacted: boolean;
  readonly template: boolean;
  readonly sheets: readonly CoverLine[];
}

export interface CoverLine {
  readonly name: string;
  /** Null for a sheet without records. */
  readonly records: number | null;
  /** First and last day of the records; '' where they have no days. */
  readonly days: string;
}

const texts = {
  programme: {
    en: 'e-Government Cooperation Center (eGCC) · Digital Government Cooperation Center (DGCC)',
    ko: '전자정부협력센터(eGCC) · 디지털정부협력센터(DGCC)',
  },
  center: { en: 'Center', ko: '센터' },
  period: { en: 'Period', ko: '기간' },
  preparedBy: { en: 'Prepared by', ko: '작성자' },
  preparedAt: { en: 'Prepared on', ko: '작성 일시' },
  contents: { en: 'Contents', ko: '목차' },
  records: { en: 'Records', ko: '건수' },
  days: { en: 'First to last day', ko: '첫 날짜 – 마지막 날짜' },
  total: { en: 'Total', ko: '합계' },
  sample: {
    en: 'SAMPLE DATA: people, organizations and figures in this workbook are invented.',
    ko: '예시 데이터: 이 통합 문서의 인물, 기관, 수치는 가상입니다.',
  },
  redacted: {
    en: 'Personal data were left out of this workbook.',
    ko: '이 통합 문서에는 개인정보를 담지 않았습니다.',
  },
  howTo: { en: 'Working in this workbook', ko: '이 통합 문서에서 작업하기' },
} as const;

const howTo: readonly Label[] = [
  {
    en: 'Change cells, or add rows below the last one; import the workbook into Fieldbook to bring the changes in.',
    ko: '셀을 고치거나 마지막 행 아래에 행을 추가한 뒤 Fieldbook에서 가져오면 변경 내용이 반영됩니다.',
  },
  {
    en: 'A blanked cell changes nothing; write [CLEAR] to erase a value. A deleted row deletes nothing.',
    ko: '셀을 비워도 값은 바뀌지 않습니다. 값을 지우려면 [CLEAR]라고 쓰세요. 행을 지워도 기록은 삭제되지 않습니다.',
  },
  {
    en: 'Sort, filter and hide as you like. Several names in one cell are separated by semicolons.',
    ko: '정렬, 필터, 숨기기는 자유롭게 하세요. 한 셀에 이름을 여러 개 쓸 때는 세미콜론(;)으로 구분하세요.',
  },
];

/** Who reports what about which center, the list of sheets with their totals, and how to work in the workbook. */
export function coverSheet(facts: CoverFacts, language: Language): PageSheet {
  const text = (label: Label, look: CellLook): StyledCell => ({ value: label[language], look });
  const fact = (label: Label, value: string): (StyledCell | null)[] => [
    null,
    text(label, 'label'),
    { value: value === '' ? '–' : value, look: 'body' },
    { value: null, look: 'body' },
  ];
  const total = facts.sheets.reduce((sum, { records }) => sum + (records ?? 0), 0);
  const rows: (StyledCell | null)[][] = [
    [],
    [null, text(texts.programme, 'subtitle')],
    [null, { value: facts.title, look: 'title' }],
    ...(facts.sample ? [[null, text(texts.sample, 'warning')]] : []),
    [],
    fact(texts.center, facts.center),
    fact(texts.period, facts.period),
    fact(texts.preparedBy, facts.preparedBy),
    fact(texts.preparedAt, facts.preparedAt),
    ...(facts.redacted ? [[null, text(texts.redacted, 'note')]] : []),
    [],
    [null, text(texts.contents, 'header'), text(texts.records, 'header'), text(texts.days, 'header')],
    ...facts.sheets.map(({ name, records, days }): (StyledCell | null)[] => [
      null,
      { value: name, look: 'link', linkTo: `${name}!A1` },
      { value: records, look: 'number', format: 'integer' },
      { value: days === '' ? null : days, look: 'body' },
    ]),
    [
      null,
      text(texts.total, 'total'),
      { value: total, look: 'total', format: 'integer' },
      { value: null, look: 'total' },
    ],
    [],
    [null, text(texts.howTo, 'label')],
    ...howTo.map((line) => [null, text(line, 'note')]),
  ];
  return {
    kind: 'page',
    name: coverSheetName[language],
    visibility: 'visible',
    columnWidths: [3, 38, 12, 46],
    rows,
    merges: mergedRows(rows),
    landscape: false,
  };
}

/** Titles, notes and warnings reach over all columns, facts over the last two. */
function mergedRows(rows: readonly (readonly (StyledCell | null)[])[]): PageSheet['merges'] {
  const wide: readonly CellLook[] = ['title', 'subtitle', 'note', 'warning'];
  return rows.flatMap((cells, row) => {
    const first = cells[1];
    if (cells.length === 2 && first && wide.includes(first.look)) return [{ row, column: 1, span: 3 }];
    return first?.look === 'label' && cells.length === 4 ? [{ row, column: 2, span: 2 }] : [];
  });
}
