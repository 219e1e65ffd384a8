import { describe, expect, it } from 'vitest';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import type { ColumnMapping, WorkbookMapping } from '../../../../../shared/workbook/foreign/mapping.ts';
import { mappingFromJson, mappingToJson } from '../../../../../shared/workbook/foreign/mappingJson.ts';
import {
  type RememberedMappings,
  recallWorkbook,
  remember,
  rememberedFromJson,
  rememberedToJson,
} from '../../../../../shared/workbook/foreign/remembered.ts';
import { openQuestions } from '../../../../../shared/workbook/foreign/sheetView.ts';
import { isSettledRecall, workbookViews } from '../../../../../shared/workbook/foreign/startMapping.ts';
import type { GridCell, WorkbookGrid } from '../../../../../shared/workbook/grid.ts';
import { problemsWorkbook } from '../../../../../shared/workbook/problemsWorkbook.ts';
import { documentToGrid } from '../../../../support/exchange.ts';
import { knowledgeOf, ownTable, suggestedMapping } from '../../../../support/foreignLogs.ts';
import { emptyReplica } from '../../../../support/foreignReplicas.ts';

/** A list of courses, with the unit of its amounts above it or nowhere. */
const tableIn = (unit: string | null, amount: GridCell = 900): WorkbookGrid =>
  ownTable(
    [
      [unit === null ? '2026년 교육 실적' : `2026년 교육 실적 (단위: ${unit})`],
      ['교육명', '교육 기간', '교육 구분', '센터', '비용', '참가자 수'],
      ['데이터 행정', '2026-04-08 ~ 2026-05-02', '현지교육', builtInCenterId('BG10'), amount, 20],
    ],
    '실적',
  );

const titled = (title: string): WorkbookGrid => {
  const grid = tableIn(null);
  return {
    ...grid,
    sheets: grid.sheets.map((sheet) => ({ ...sheet, rows: [[title], ...sheet.rows.slice(1)] })),
  };
};

const changed = (
  mapping: WorkbookMapping,
  change: (column: ColumnMapping) => ColumnMapping,
): WorkbookMapping => ({
  ...mapping,
  sheets: mapping.sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) => (column.header === '비용' ? change(column) : column)),
  })),
});

const plain = ({ currency: _, factor: __, ...column }: ColumnMapping): ColumnMapping => column;
const inWon = (column: ColumnMapping): ColumnMapping => ({ ...plain(column), currency: 'KRW' });
const thousandWon = { currency: 'KRW', factor: 1000 };

const remembered = (
  grid: WorkbookGrid,
  change: (column: ColumnMapping) => ColumnMapping = (column) => column,
): RememberedMappings => remember({}, grid, changed(suggestedMapping(grid), change), null);

function recalled(grid: WorkbookGrid, known: RememberedMappings): WorkbookMapping {
  return recallWorkbook(grid, known, null) ?? expect.fail('not known');
}

const costOf = ({ sheets: [sheet] }: WorkbookMapping): ColumnMapping =>
  sheet?.columns.find(({ header }) => header === '비용') ?? expect.fail('no amounts');

const unitOf = (mapping: WorkbookMapping) => {
  const { currency, factor } = costOf(mapping);
  return { currency, factor };
};

const isSettled = (grid: WorkbookGrid, mapping: WorkbookMapping): boolean =>
  isSettledRecall(grid, mapping, knowledgeOf(emptyReplica().records), null);

const questionsOf = (grid: WorkbookGrid, mapping: WorkbookMapping) =>
  workbookViews(grid, mapping, knowledgeOf(emptyReplica().records)).flatMap(({ columns }) =>
    columns.flatMap(openQuestions),
  );

describe('the unit of a table whose headers are known', () => {
  it.each([
    ['원', { currency: 'KRW', factor: undefined }],
    ['백만원', { currency: 'KRW', factor: 1e6 }],
    ['달러', { currency: 'USD', factor: undefined }],
    ['천', { currency: undefined, factor: 1000 }],
  ])('is the one that it names: %s', (unit, own) => {
    expect(unitOf(recalled(tableIn(unit), remembered(tableIn('천원'))))).toEqual(own);
  });

  it('is read as a person chose for the same unit, and by itself where another one is named', () => {
    const declined = remembered(tableIn('천원'), inWon);
    expect(unitOf(recalled(tableIn('천원'), declined))).toEqual({ currency: 'KRW', factor: undefined });
    expect(unitOf(recalled(tableIn('백만원'), declined))).toEqual({ currency: 'KRW', factor: 1e6 });
  });

  it('is the one that it names where the last table named none', () => {
    expect(unitOf(recalled(tableIn('천원'), remembered(tableIn(null))))).toEqual(thousandWon);
  });
});

describe('a table that names no unit where the last one did', () => {
  const known = remembered(tableIn('천원'));
  const grid = tableIn(null);
  const open = recalled(grid, known);

  it('is not read before a person says in what its amounts are', () => {
    expect(isSettled(grid, open)).toBe(false);
    expect(questionsOf(grid, open)).toEqual([
      { about: 'factor', choices: [1000, 1], example: '900', before: thousandWon },
    ]);
    const [row] = emptyReplica().plan(grid, {}, open).rows;
    expect(row?.problems.map(({ code }) => code)).toContain('UNIT_MISSING');
  });

  it('asks nothing where each amount says it itself, nor where they were taken as they stood', () => {
    const written = tableIn(null, '500만원');
    expect(questionsOf(written, recalled(written, known))).toEqual([]);
    const declined = recalled(grid, remembered(tableIn('천원'), plain));
    expect(costOf(declined)).toMatchObject({ header: '비용' });
    expect(questionsOf(grid, declined)).toEqual([]);
  });

  it('is read as it is answered, and so is the next one that names none; the answer stays open to change', () => {
    const answered = changed(open, (column) => ({ ...column, ...thousandWon }));
    expect(questionsOf(grid, answered)).toEqual([]);
    const replica = emptyReplica();
    replica.import(grid, {}, answered);
    expect(replica.records.all('training').map(({ values }) => values.cost)).toEqual([
      { amount: 900_000, currency: 'KRW' },
    ]);
    const next = recalled(grid, remember(known, grid, answered, null));
    expect(costOf(next)).toMatchObject({ ...thousandWon, unitBefore: thousandWon });
    expect(isSettled(grid, next)).toBe(true);
  });

  it('is asked about again where nobody answered', () => {
    const again = remember(known, grid, open, null);
    expect(costOf(recalled(grid, again))).toMatchObject({ factor: null, unitBefore: thousandWon });
    expect(unitOf(recalled(tableIn('천원'), again))).toEqual(thousandWon);
  });

  it('keeps the question in a mapping file', () => {
    expect(mappingFromJson(JSON.parse(JSON.stringify(mappingToJson(open))))).toEqual({
      ok: true,
      value: open,
    });
    const { sheets, ...rest } = JSON.parse(JSON.stringify(mappingToJson(open)));
    sheets[0].columns[4].unitBefore = { currency: 'gold', factor: 1 };
    expect(mappingFromJson({ ...rest, sheets })).toEqual({ ok: false, error: { part: 'sheets[0]' } });
  });
});

describe('a table with a text about its unit that is not understood', () => {
  const grid = titled('2026 (금액은 천원임)');
  const known = remembered(tableIn(null), inWon);
  const open = recalled(grid, known);
  const doubt = {
    about: 'factor',
    choices: [1, 1e3, 1e4, 1e6, 1e8, 1e9],
    example: '900',
    before: null,
    doubt: '2026 (금액은 천원임)',
  };

  it('is not read before a person says what it means, though its headers are known', () => {
    for (const mapping of [open, suggestedMapping(grid)]) {
      expect(isSettled(grid, mapping)).toBe(false);
      expect(questionsOf(grid, mapping)).toEqual([doubt]);
      const [row] = emptyReplica().plan(grid, {}, mapping).rows;
      expect(row?.problems.map(({ code }) => code)).toContain('UNIT_MISSING');
    }
  });

  it('is read as it was answered the next time that the very text stands there', () => {
    const answered = changed(open, (column) => ({ ...column, ...thousandWon }));
    expect(questionsOf(grid, answered)).toEqual([]);
    const next = rememberedFromJson(
      JSON.parse(JSON.stringify(rememberedToJson(remember(known, grid, answered, null)))),
    );
    expect(unitOf(recalled(grid, next))).toEqual(thousandWon);
    expect(isSettled(grid, recalled(grid, next))).toBe(true);
    const other = titled('2026 (금액은 백만원임)');
    expect(costOf(recalled(other, next)).factor).toBeNull();
    expect(isSettled(other, recalled(other, next))).toBe(false);
    expect(costOf(recalled(tableIn(null), next))).toMatchObject({ factor: null, unitBefore: thousandWon });
  });

  it('is not taken for whole when its rows come back as they were sent', () => {
    for (const mapping of [open, suggestedMapping(grid)]) {
      const file = { name: 'x.xlsx', grid, mapping };
      const made = problemsWorkbook(file, emptyReplica().planContext(), { at: 0, password: null });
      const sent = documentToGrid(made.ok ? made.value : expect.fail('refused'));
      expect(sent.sheets.find(({ name }) => name === '실적')?.rows[1]).toContain('900 ?');
      const plan = emptyReplica(2).plan(sent);
      expect(plan.rows.map(({ status }) => status)).toEqual(['rejected']);
    }
  });

  it('is asked about again where nobody answered', () => {
    expect(costOf(recalled(grid, remember(known, grid, open, null))).factor).toBeNull();
  });
});

describe('amounts that name the currency of a table of thousands', () => {
  const grid = tableIn('천원', '1,200,000원');
  const suggested = suggestedMapping(grid);
  const amountsOf = (mapping: WorkbookMapping, own = grid) => {
    const replica = emptyReplica();
    replica.import(own, {}, mapping);
    return replica.records.all('training').map(({ values }) => values.cost);
  };

  it('are asked about, and not read before', () => {
    expect(questionsOf(grid, suggested)).toEqual([
      { about: 'ownCurrency', choices: ['whole', 'unit'], example: '1,200,000원', unit: thousandWon },
    ]);
    const [row] = emptyReplica().plan(grid, {}, suggested).rows;
    expect(row?.problems.map(({ code }) => code)).toContain('UNIT_MISSING');
  });

  it.each([
    ['whole', 1_200_000],
    ['unit', 1_200_000_000],
  ] as const)('are read as it is answered: %s', (ownCurrency, amount) => {
    const answered = changed(suggested, (column) => ({ ...column, ownCurrency }));
    expect(amountsOf(answered)).toEqual([{ amount, currency: 'KRW' }]);
    expect(mappingFromJson(JSON.parse(JSON.stringify(mappingToJson(answered))))).toEqual({
      ok: true,
      value: answered,
    });
    const known = remember({}, grid, answered, null);
    expect(costOf(recalled(grid, known)).ownCurrency).toBe(ownCurrency);
    const other = tableIn('백만원', '1,200,000원');
    expect(costOf(recalled(other, known)).ownCurrency).toBeUndefined();
  });

  it('are whole where the currency is another one', () => {
    const dollars = tableIn('천원', 'USD 40.50');
    expect(questionsOf(dollars, suggestedMapping(dollars))).toEqual([]);
    expect(amountsOf(suggestedMapping(dollars), dollars)).toEqual([{ amount: 40.5, currency: 'USD' }]);
  });
});

describe('units in the settings file', () => {
  const known = remembered(tableIn('천원'));
  const saved = JSON.parse(JSON.stringify(rememberedToJson(known)));

  it('are kept', () => {
    expect(rememberedFromJson(saved)).toEqual(known);
  });

  it('have the table asked about again where they are not known', () => {
    const [fingerprint = ''] = Object.keys(saved);
    const { units: _, ...older } = saved[fingerprint];
    expect(rememberedFromJson({ [fingerprint]: older })).toEqual({});
    expect(rememberedFromJson({ [fingerprint]: { ...older, units: [{ factor: 0 }] } })).toEqual({});
  });
});
