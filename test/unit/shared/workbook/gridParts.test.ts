import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GridCell, WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { GridAssembler, gridParts } from '../../../../shared/workbook/gridParts.ts';

function carried(grid: WorkbookGrid): { readonly grid: WorkbookGrid; readonly sizes: readonly number[] } {
  const assembler = new GridAssembler();
  const parts = [...gridParts(grid)];
  for (const { bytes } of parts) assembler.add(structuredClone(bytes));
  expect(parts.map(({ isLast }) => isLast)).toEqual(parts.map((_, index) => index === parts.length - 1));
  return { grid: assembler.grid(), sizes: parts.map(({ bytes }) => bytes.length) };
}

const cells = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('a text that comes again and again', 'another text that is long enough'),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.record({
    kind: fc.constant('date'),
    date: fc.constant('2026-03-01'),
    time: fc.constantFrom(null, '10:20:30'),
  }),
  fc.record({ kind: fc.constant('error'), text: fc.constant('#REF!') }),
) as fc.Arbitrary<GridCell>;

const sheets = fc.record(
  {
    name: fc.string({ unit: 'binary' }),
    visibility: fc.constantFrom('visible', 'hidden', 'veryHidden'),
    rows: fc.array(fc.array(cells, { maxLength: 6 }), { maxLength: 12 }),
    hiddenRows: fc.nat(),
    hiddenColumns: fc.array(fc.nat()),
    merges: fc.array(fc.record({ row: fc.nat(), column: fc.nat(), rows: fc.nat(), columns: fc.nat() })),
  },
  { requiredKeys: ['name', 'visibility', 'rows'] },
);

const books = fc.record(
  {
    kind: fc.constantFrom('xlsx', 'csv'),
    dateSystem: fc.constantFrom('1900', '1904'),
    saved: fc.record({ by: fc.string(), at: fc.nat() }),
    sheets: fc.array(sheets, { maxLength: 4 }),
  },
  { requiredKeys: ['kind', 'dateSystem', 'sheets'] },
) as fc.Arbitrary<WorkbookGrid>;

test('any grid is the same after it was carried in parts', () => {
  fc.assert(
    fc.property(books, (grid) => {
      expect(carried(grid).grid).toEqual(grid);
    }),
  );
});

test('half a letter, a zero below nothing and numbers without end arrive as they are', () => {
  const rows = [['\ud83d half of a letter, as a parser may give it', '\udc00', -0, Number.NaN, -1 / 0]];
  const sheet = { name: 'Sheet', visibility: 'visible', rows } as const;
  const [back] = carried({ kind: 'xlsx', dateSystem: '1900', sheets: [sheet] }).grid.sheets;
  expect(back?.rows).toEqual(rows);
  expect(Object.is(back?.rows[0]?.[2], -0)).toBe(true);
});

test('a large grid comes in several parts, none much larger than the others', () => {
  const rows = Array.from({ length: 30_000 }, (_, row) => [row, `the topic of row ${row}`, 'Agency', null]);
  const sheet = { name: 'Log', visibility: 'visible', rows } as const;
  const { grid, sizes } = carried({ kind: 'xlsx', dateSystem: '1900', sheets: [sheet, sheet] });
  expect(grid.sheets.map((one) => one.rows)).toEqual([rows, rows]);
  expect(sizes.length).toBeGreaterThan(1);
  expect(Math.max(...sizes)).toBeLessThan(3_000_000);
});

test('a long text that a file repeats without end is carried and kept once', () => {
  const long = 'x'.repeat(30_000);
  const rows = Array.from({ length: 5_000 }, () => [long, long]);
  const sheet = { name: 'Bomb', visibility: 'visible', rows } as const;
  const { grid, sizes } = carried({ kind: 'xlsx', dateSystem: '1900', sheets: [sheet] });
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  expect(grid.sheets[0]?.rows).toHaveLength(5_000);
  expect(grid.sheets[0]?.rows.every(([one, other]) => one === long && other === long)).toBe(true);
});
