import { describe, expect, it } from 'vitest';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordTypes } from '../../../../../shared/records/registry.ts';
import { foreignTable } from '../../../../../shared/workbook/foreign/foreignTable.ts';
import type { ColumnMapping, Fill, WorkbookMapping } from '../../../../../shared/workbook/foreign/mapping.ts';
import { mappingFromJson, mappingToJson } from '../../../../../shared/workbook/foreign/mappingJson.ts';
import { recallWorkbook, remember } from '../../../../../shared/workbook/foreign/remembered.ts';
import { openQuestions, sheetView } from '../../../../../shared/workbook/foreign/sheetView.ts';
import type { GridRow, WorkbookGrid } from '../../../../../shared/workbook/grid.ts';
import { problemsWorkbook } from '../../../../../shared/workbook/problemsWorkbook.ts';
import { contentOf, documentToGrid, type Replica, withRows } from '../../../../support/exchange.ts';
import { addressesOf, knowledgeOf, ownTable, suggestedMapping } from '../../../../support/foreignLogs.ts';
import { emptyReplica } from '../../../../support/foreignReplicas.ts';

const header = ['교육명', '교육 기간', '장소', '비용(천원)', '참가자 수'];
const courses: readonly GridRow[] = [
  ['2026년 교육 실적'],
  header,
  ['클라우드 기초', '2026.3.2.~3.6.', '소피아', '1,200.5', '15명'],
  ['데이터 행정', '4.8.~5.2.', '소피아', 900, 20],
  ['보안', '2026-12-28 ~ 01-03', '소피아', null, 12],
  ['합계', null, null, '2,100.5', '47'],
];

const fills: readonly Fill[] = [
  { address: 'center', from: 'text', text: builtInCenterId('BG10') },
  { address: 'kind', from: 'text', text: 'local' },
];

/** As it is suggested, with what no column gives, and changes to the columns of certain headers. */
function mappingOf(
  grid: WorkbookGrid,
  changes: Readonly<Record<string, (column: ColumnMapping) => ColumnMapping>> = {},
  moreFills: readonly Fill[] = [],
): WorkbookMapping {
  const { sheets } = suggestedMapping(grid);
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      fills: [...fills, ...moreFills],
      columns: sheet.columns.map((column) => changes[column.header]?.(column) ?? column),
    })),
    names: [],
    rows: [],
  };
}

function viewOf(grid: WorkbookGrid, mapping: WorkbookMapping = suggestedMapping(grid)) {
  const [[sheet], [own]] = [grid.sheets, mapping.sheets];
  if (sheet === undefined || own === undefined) throw new Error('no sheet');
  return sheetView(foreignTable(sheet, own), [], knowledgeOf());
}

const columnOf = (view: ReturnType<typeof viewOf>, name: string) =>
  view.columns.find(({ column }) => column.header === name) ?? expect.fail(`no column ${name}`);

function trainingsOf(replica: Replica) {
  return replica.records
    .all('training')
    .map(({ values }) => ({ title: values.title, start: values.start, end: values.end, cost: values.cost }))
    .sort((a, b) => String(a.start).localeCompare(String(b.start)));
}

function imported(grid: WorkbookGrid, mapping: WorkbookMapping): Replica {
  const replica = emptyReplica();
  replica.import(grid, {}, mapping);
  return replica;
}

describe('a table with periods and a unit of money in its headers', () => {
  const grid = ownTable(courses, '실적');

  it('is suggested with both, and leaves nothing of them open', () => {
    const mapping = suggestedMapping(grid);
    const columns = mapping.sheets[0]?.columns ?? [];
    expect(addressesOf({ ...expectSheet(mapping), columns })).toEqual({
      교육명: 'title/ko',
      '교육 기간': 'start~end',
      장소: 'venue',
      '비용(천원)': 'cost/amount',
      '참가자 수': 'attendance/undisclosed',
    });
    expect(columns[1]).toMatchObject({ dateOrder: 'mdy', year: 2026 });
    expect(columns[3]).toMatchObject({ currency: 'KRW', factor: 1000 });
    const view = viewOf(grid);
    expect(view.columns.flatMap((column) => openQuestions(column))).toEqual([]);
    expect(view.missing.map(({ address }) => address)).toEqual(['center', 'kind']);
  });

  it('is shown as it is read before anything is saved', () => {
    const view = viewOf(grid);
    expect(columnOf(view, '교육 기간').samples.map(({ read }) => read)).toEqual([
      '2026-03-02 ~ 2026-03-06',
      '2026-04-08 ~ 2026-05-02',
      '2026-12-28 ~ 2027-01-03',
    ]);
    const cost = columnOf(view, '비용(천원)');
    expect(cost.unit).toEqual({ currency: 'KRW', factor: 1000 });
    expect(cost.samples.map(({ read }) => read)).toEqual(['KRW 1,200,500', 'KRW 900,000']);
  });

  it('gives both days, whole amounts and their currency, and none where there is no amount', () => {
    expect(trainingsOf(imported(grid, mappingOf(grid)))).toEqual([
      {
        title: { ko: '클라우드 기초' },
        start: '2026-03-02',
        end: '2026-03-06',
        cost: { amount: 1_200_500, currency: 'KRW' },
      },
      {
        title: { ko: '데이터 행정' },
        start: '2026-04-08',
        end: '2026-05-02',
        cost: { amount: 900_000, currency: 'KRW' },
      },
      { title: { ko: '보안' }, start: '2026-12-28', end: '2027-01-03', cost: undefined },
    ]);
  });

  it('is read as it stands where a person switches the factor off', () => {
    const mapping = mappingOf(grid, { '비용(천원)': ({ factor: _, ...column }) => column });
    const costs = trainingsOf(imported(grid, mapping)).map(({ cost }) => cost);
    expect(costs[1]).toEqual({ amount: 900, currency: 'KRW' });
    expect(columnOf(viewOf(grid, mapping), '비용(천원)').unit?.factor).toBe(1000);
  });

  it('asks for the currency where a person switches it off, and takes one for all rows that have an amount', () => {
    const off = { '비용(천원)': ({ currency: _, ...column }: ColumnMapping) => column };
    expect(viewOf(grid, mappingOf(grid, off)).missing.map(({ address }) => address)).toEqual([
      'cost/currency',
    ]);
    const fill: Fill = { address: 'cost/currency', from: 'text', text: 'USD' };
    const costs = trainingsOf(imported(grid, mappingOf(grid, off, [fill]))).map(({ cost }) => cost);
    expect(costs).toEqual([
      { amount: 1_200_500, currency: 'USD' },
      { amount: 900_000, currency: 'USD' },
      undefined,
    ]);
  });

  it('asks for the year once where nothing names it, and rejects its rows until somebody says it', () => {
    const [, ...rows] = courses;
    const bare = ownTable([header, ...rows.slice(2, 3)], '실적');
    const period = columnOf(viewOf(bare), '교육 기간');
    expect(openQuestions(period)).toEqual([{ about: 'year', choices: [], example: '4.8.~5.2.' }]);
    const plan = emptyReplica().plan(bare, {}, mappingOf(bare));
    expect(plan.rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['YEAR_MISSING', 'YEAR_MISSING'],
    ]);
    const told = mappingOf(bare, { '교육 기간': (column) => ({ ...column, year: 2019 }) });
    expect(trainingsOf(imported(bare, told))).toMatchObject([{ start: '2019-04-08', end: '2019-05-02' }]);
  });

  it('says what is no period, and where', () => {
    const bad = withRows(grid, '실적', (rows) =>
      rows.map((cells) => cells.map((cell) => (cell === '4.8.~5.2.' ? 'spring' : cell))),
    );
    const plan = emptyReplica().plan(bad, {}, mappingOf(bad));
    const [rejected] = plan.rows.filter(({ status }) => status === 'rejected');
    expect(rejected?.problems).toMatchObject([
      { code: 'BAD_PERIOD', column: 'B', value: 'spring' },
      { code: 'BAD_PERIOD', column: 'B', value: 'spring' },
    ]);
  });

  it('keeps its mapping as a file', () => {
    const mapping = mappingOf(grid);
    expect(mappingFromJson(mappingToJson(mapping))).toEqual({ ok: true, value: mapping });
  });

  it.each([
    ['year', 20.5],
    ['currency', 'gold'],
    ['factor', -3],
  ])('refuses a mapping file whose %s is %j', (key, value) => {
    const { sheets, ...rest } = JSON.parse(JSON.stringify(mappingToJson(mappingOf(grid))));
    sheets[0].columns[1][key] = value;
    expect(mappingFromJson({ ...rest, sheets })).toEqual({ ok: false, error: { part: 'sheets[0]' } });
  });

  it('is remembered for the next table, but for the year and the unit that this one names itself', () => {
    const remembered = remember({}, grid, mappingOf(grid), null);
    const next = ownTable(
      [['2027년 교육 실적'], header, ['데이터 행정', '4.8.~5.2.', '소피아', 1, 2]],
      '실적',
    );
    const [sheet] = recallWorkbook(next, remembered, null)?.sheets ?? [];
    expect(sheet?.columns[1]).toMatchObject({ address: 'start~end', year: 2027 });
    expect(sheet?.columns[3]).toMatchObject({ currency: 'KRW', factor: 1000 });
  });

  it('is remembered with the order that was answered, before the one that is likely in Korean', () => {
    const dayFirst = mappingOf(grid, { '교육 기간': (column) => ({ ...column, dateOrder: 'dmy' }) });
    const next = ownTable([['2027'], header, ['데이터 행정', '4.8.~5.2.', '소피아', 1, 2]], '실적');
    const [sheet] = recallWorkbook(next, remember({}, grid, dayFirst, null), null)?.sheets ?? [];
    expect(sheet?.columns[1]?.dateOrder).toBe('dmy');
  });

  it('goes back with whole amounts and single days under headers that say so', () => {
    const bad = withRows(grid, '실적', (rows) =>
      rows.map((cells) => cells.map((cell) => (cell === '15명' ? 'many' : cell))),
    );
    const mapping = mappingOf(bad);
    const office = emptyReplica();
    const file = { name: 'x.xlsx', grid: bad, mapping };
    const made = problemsWorkbook(file, office.planContext(), { at: 0, password: null });
    const sent = documentToGrid(made.ok ? made.value : expect.fail('refused'));
    const [top, first] = sent.sheets.find(({ name }) => name === '실적')?.rows ?? [];
    expect(top).toEqual(expect.arrayContaining(['Start', 'End', 'Cost (amount)', 'Cost (currency)']));
    expect(first).toEqual(expect.arrayContaining([1_200_500, 'KRW']));
    office.import(bad, {}, mapping);
    const corrected = withRows(sent, '실적', (rows) =>
      rows.map((cells) => cells.map((cell) => (cell === 'many' ? 15 : cell))),
    );
    office.import(corrected);
    const whole = imported(grid, mappingOf(grid));
    expect(trainingsOf(office)).toEqual(trainingsOf(whole));
    expect(office.plan(corrected).changes).toEqual([]);
    const other = emptyReplica(2);
    other.import(corrected);
    expect(contentOf(other.records, recordTypes)).toEqual(contentOf(office.records, recordTypes));
  });
});

function expectSheet({ sheets }: WorkbookMapping) {
  return sheets[0] ?? expect.fail('no sheet');
}

describe('amounts that name their currency themselves', () => {
  it('are read with it, before what the header says', () => {
    const rows = [
      ['Course', 'Dates', 'Participants', 'Cost (EUR)'],
      ['Cloud', '2 - 6 March 2026', 3, '€ 12.50'],
      ['Data', '9 - 10 March 2026', 3, 'USD 40'],
      ['Law', '16/03/2026 - 20/03/2026', 3, '5'],
    ];
    const grid = ownTable(rows, 'Courses');
    expect(
      trainingsOf(imported(grid, mappingOf(grid))).map(({ start, end, cost }) => [start, end, cost]),
    ).toEqual([
      ['2026-03-02', '2026-03-06', { amount: 12.5, currency: 'EUR' }],
      ['2026-03-09', '2026-03-10', { amount: 40, currency: 'USD' }],
      ['2026-03-16', '2026-03-20', { amount: 5, currency: 'EUR' }],
    ]);
  });
});

describe('amounts as accounts write them', () => {
  const rows = [
    ['교육명', '교육 기간', '비용', '참가자 수'],
    ['클라우드', '2026-03-02 ~ 2026-03-06', '3억 5천만원', '15'],
    ['데이터', '2026-03-09 ~ 2026-03-10', '-', 'many'],
    ['보안', '2026-03-16 ~ 2026-03-20', '금 1,234,500원정', 'many'],
    ['합계', null, '351,234,500원', '(15)'],
  ];
  const grid = ownTable(rows, '실적');

  it('are read, and a dash is neither an amount nor in want of a currency', () => {
    expect(viewOf(grid).missing.map(({ address }) => address)).toEqual(['center', 'kind']);
    const counted = withRows(grid, '실적', (all) =>
      all.map((cells) => cells.map((cell) => (cell === 'many' ? 15 : cell))),
    );
    expect(trainingsOf(imported(counted, mappingOf(counted))).map(({ cost }) => cost)).toEqual([
      { amount: 350_000_000, currency: 'KRW' },
      undefined,
      { amount: 1_234_500, currency: 'KRW' },
    ]);
  });

  it('go back as numbers', () => {
    const file = { name: 'x.xlsx', grid, mapping: mappingOf(grid) };
    const made = problemsWorkbook(file, emptyReplica().planContext(), { at: 0, password: null });
    const sent = documentToGrid(made.ok ? made.value : expect.fail('refused'));
    const [top, ...returned] = sent.sheets.find(({ name }) => name === '실적')?.rows ?? [];
    const column = top?.indexOf('Cost (amount)') ?? -1;
    expect(returned.map((cells) => cells[column] ?? null).filter((cell) => cell !== null)).toEqual([
      350_000_000, 1_234_500,
    ]);
  });
});

describe('days without a year in a column of days', () => {
  it('are of the year that the sheet names', () => {
    const rows = [
      ['교육명', '시작일', '종료일', '참가자 수'],
      ['클라우드', '3월 2일', '3/6', 3],
      ['데이터', '4월 2일', '4/6', 3],
    ];
    const grid = ownTable(rows, '2026');
    expect(trainingsOf(imported(grid, mappingOf(grid))).map(({ start, end }) => [start, end])).toEqual([
      ['2026-03-02', '2026-03-06'],
      ['2026-04-02', '2026-04-06'],
    ]);
  });
});

describe('a field that another one makes needless', () => {
  const rows = (flow: string) => [
    ['Date', flow, 'Description', 'Amount (USD)', 'Source', 'Form'],
    ['2026-03-02', 'Received', 'First instalment', 5, 'Korea', 'Cash'],
  ];

  it('is missed only by a table that does not have that one', () => {
    const missing = (flow: string) =>
      viewOf(ownTable(rows(flow), 'Budget entries')).missing.map(({ address }) => address);
    expect(missing('Spent or received')).toEqual(['center']);
    expect(missing('Remark')).toEqual(['center', 'category']);
  });
});
