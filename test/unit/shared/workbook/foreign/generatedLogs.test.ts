import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDateToSerial } from '../../../../../shared/core/dates.ts';
import type { DateOrder } from '../../../../../shared/core/parseDate.ts';
import type { DecimalMark } from '../../../../../shared/core/parseNumber.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { overlaySet } from '../../../../../shared/sync/overlay.ts';
import type { WorkbookMapping } from '../../../../../shared/workbook/foreign/mapping.ts';
import type { GridCell, GridRow } from '../../../../../shared/workbook/grid.ts';
import { planImport } from '../../../../../shared/workbook/planImport.ts';
import { ownTable, suggestedMapping } from '../../../../support/foreignLogs.ts';
import { replicaWithNames } from '../../../../support/foreignReplicas.ts';

interface Entry {
  readonly date: string;
  readonly topic: string;
  readonly advice: string;
  readonly hours: number;
  readonly mode: 'visit' | 'online' | 'written' | 'phone';
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
type WriteDate = (year: string, month: string, day: string, date: string) => GridCell;
const dateForms: readonly { readonly order: DateOrder; readonly write: WriteDate }[] = [
  { order: 'dmy', write: (y, m, d) => `${y}-${m}-${d}` },
  { order: 'dmy', write: (y, m, d) => `${d}.${m}.${y}` },
  { order: 'dmy', write: (y, m, d) => `${d}/${m}/${y}` },
  { order: 'mdy', write: (y, m, d) => `${Number(m)}/${Number(d)}/${y.slice(2)}` },
  { order: 'ymd', write: (y, m, d) => `${y.slice(2)}.${m}.${d}` },
  { order: 'dmy', write: (y, m, d) => `${y}년 ${Number(m)}월 ${Number(d)}일` },
  { order: 'dmy', write: (y, m, d) => `${Number(d)} ${months[Number(m) - 1]} ${y}` },
  { order: 'dmy', write: (_y, _m, _d, date) => ({ kind: 'date', date, time: null }) },
  { order: 'dmy', write: (_y, _m, _d, date) => isoDateToSerial(date) },
  { order: 'dmy', write: (_y, _m, _d, date) => String(isoDateToSerial(date)) },
];

const grouped = (whole: string, mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark);
const split = (value: number): readonly [string, string] => {
  const [whole = '', part = ''] = String(value).split('.');
  return [whole, part];
};
const marked = (value: number, thousands: string, decimal: string): string => {
  const [whole, part] = split(value);
  return grouped(whole, thousands) + (part === '' ? '' : decimal + part);
};
const numberForms: readonly { readonly mark: DecimalMark; readonly write: (value: number) => GridCell }[] = [
  { mark: '.', write: (value) => value },
  { mark: '.', write: (value) => marked(value, ',', '.') },
  { mark: ',', write: (value) => marked(value, '.', ',') },
  { mark: ',', write: (value) => marked(value, ' ', ',') },
  { mark: ',', write: (value) => marked(value, '\u00a0', ',') },
];

const languages = [
  {
    sheet: 'Consulting log',
    title: 'Our log',
    total: 'Total',
    headers: {
      date: 'Date',
      client: 'Client',
      expert: 'Expert',
      topic: 'Topic',
      advice: 'Advice',
      hours: 'Hours',
      mode: 'Mode',
    },
    modes: { visit: 'Visit', online: 'Zoom', written: 'E-mail', phone: 'Phone' },
  },
  {
    sheet: '자문 실적',
    title: '자문 실적 대장',
    total: '합계',
    headers: {
      date: '일자',
      client: '기관명',
      expert: '자문위원',
      topic: '자문 주제',
      advice: '주요 내용',
      hours: '시간',
      mode: '방법',
    },
    modes: { visit: '방문', online: '화상회의', written: '이메일', phone: '유선' },
  },
] as const;

const keys = ['date', 'client', 'expert', 'topic', 'advice', 'hours', 'mode'] as const;
const text = fc.stringMatching(/^[a-z가-힣]{3,8}( [a-z가-힣]{2,8}){1,3}$/u);
const entry: fc.Arbitrary<Entry> = fc.record({
  date: fc
    .date({ min: new Date('2001-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  topic: text,
  advice: text,
  hours: fc.integer({ min: 1, max: 99_999 }).map((cents) => cents / 100),
  mode: fc.constantFrom('visit', 'online', 'written', 'phone'),
});
const logs = fc.record({
  entries: fc.uniqueArray(entry, { minLength: 1, maxLength: 8, selector: ({ date, topic }) => date + topic }),
  dateForm: fc.constantFrom(...dateForms),
  numberForm: fc.constantFrom(...numberForms),
  language: fc.constantFrom(...languages),
  order: fc.shuffledSubarray([...keys, 'extra', 'number'] as const, { minLength: 9, maxLength: 9 }),
  titleRows: fc.integer({ min: 0, max: 4 }),
  gapAfter: fc.integer({ min: 0, max: 8 }),
  withTotals: fc.boolean(),
});
type Log = typeof logs extends fc.Arbitrary<infer T> ? T : never;

function writtenLog({
  entries,
  dateForm,
  numberForm,
  language,
  order,
  titleRows,
  gapAfter,
  withTotals,
}: Log) {
  const header = order.map((key) =>
    key === 'extra' ? 'xyz' : key === 'number' ? 'No.' : language.headers[key],
  );
  const cellOf = (key: (typeof order)[number], one: Entry, index: number): GridCell => {
    const [year = '', month = '', day = ''] = one.date.split('-');
    switch (key) {
      case 'date':
        return dateForm.write(year, month, day, one.date);
      case 'client':
        return 'Ministry of Examples';
      case 'expert':
        return '김민지';
      case 'hours':
        return numberForm.write(one.hours);
      case 'mode':
        return language.modes[one.mode];
      case 'extra':
        return index % 2 === 0 ? null : 'seen';
      case 'number':
        return index + 1;
      default:
        return one[key];
    }
  };
  const rows = entries.map((one, index) => order.map((key) => cellOf(key, one, index)));
  const hours = order.indexOf('hours');
  const total = order.map(
    (_, index): GridCell => (index === (hours === 0 ? 1 : 0) ? language.total : index === hours ? 99 : null),
  );
  const body: GridRow[] = rows.flatMap((row, index): GridRow[] =>
    index === gapAfter ? [row, [], header] : [row],
  );
  const titles = Array.from(
    { length: titleRows },
    (_, index): GridRow => (index === 0 ? [language.title] : []),
  );
  return ownTable([...titles, header, ...body, ...(withTotals ? [total, []] : [])], language.sheet);
}

/** As a person would answer what the columns leave open. */
function answered(mapping: WorkbookMapping, { dateForm, numberForm }: Log): WorkbookMapping {
  return {
    ...mapping,
    sheets: mapping.sheets.map((sheet) => ({
      ...sheet,
      fills: [
        { address: 'center', from: 'text', text: builtInCenterId('BG10') },
        { address: 'field', from: 'text', text: 'strategy' },
        { address: 'result', from: 'text', text: 'none' },
        { address: 'question', from: 'text', text: 'not noted' },
      ],
      columns: sheet.columns.map((column) => ({
        ...column,
        dateOrder: column.dateOrder ?? dateForm.order,
        decimalMark: column.decimalMark ?? numberForm.mark,
      })),
    })),
  };
}

describe('a log in any convention, order and surroundings', () => {
  it('is read back exactly, with nothing of titles, totals and repeated headers', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const laptop = replicaWithNames();
        const grid = writtenLog(log);
        const mapping = answered(suggestedMapping(grid, laptop.records), log);
        const plan = planImport({ name: 'log.xlsx', grid, mapping }, laptop.planContext());
        if (!plan.ok) throw new Error(plan.error.code);
        const problems = plan.value.rows.flatMap((row) =>
          row.problems.filter(({ level }) => level === 'error'),
        );
        expect(problems).toEqual([]);
        const read = overlaySet(laptop.records, plan.value.changes).all('consultation');
        const sorted = (entries: readonly Entry[]) =>
          entries.toSorted((a, b) => (a.date + a.topic < b.date + b.topic ? -1 : 1));
        const seen = read.map(({ values: { date, topic, advice, hours, mode } }) => ({
          date,
          topic,
          advice,
          hours,
          mode,
        }));
        expect(sorted(seen as readonly Entry[])).toEqual(sorted(log.entries));
      }),
      { numRuns: 150 },
    );
  });
});
