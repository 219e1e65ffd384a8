import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../../shared/core/dates.ts';
import type { GridCell, GridRow, TableSheet, WorkbookDocument } from '../../../../../shared/workbook/grid.ts';
import { trimRows } from '../../../../../shared/workbook/read/gridCells.ts';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../../../../shared/workbook/write/writeWorkbook.ts';
import { documentOf, tableSheet } from '../../../../support/workbookFiles.ts';

const samples = [
  '한글',
  '한글'.normalize('NFD'),
  'Агентство',
  'Oʻzbekiston',
  '🙂👩‍💻',
  'שלום עולם',
  'مرحبا',
  '=1+1',
  '+82 2 123',
  '-5',
  '@name',
  '\t=x',
  ' lead and trail ',
  '\n',
  ' ',
  'line\nbreak',
  'a\rb',
  '\0\u0001\u001f\u007f',
  '_x000D_',
  '_x005F_x0041_',
  '_X0041_',
  '\ud83d',
  '\ude42',
  '\ufffe\uffff\ufeff',
  '#N/A',
  '#REF!',
  '#DIV/0!',
  '<b>&amp;</b>',
  ']]>',
  '<![CDATA[x]]>',
  'it\'s "so"',
  '00123',
  '2026-09-30',
  'TRUE',
  '__proto__',
  'constructor',
  'x'.repeat(300),
] as const;

const text = fc.oneof(
  fc.constantFrom(...samples),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.constantFrom(...samples), { maxLength: 4 }).map((parts) => parts.join('')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
);
const date = fc
  .record({
    days: fc.integer({ min: 0, max: 60_000 }),
    seconds: fc.option(fc.integer({ min: 1, max: 86_399 })),
  })
  .map(({ days, seconds }): GridCell => {
    const clock = new Date((seconds ?? 0) * 1000).toISOString().slice(11, 19);
    return { kind: 'date', date: addDays('1900-03-01', days), time: seconds === null ? null : clock };
  });
const cell: fc.Arbitrary<GridCell> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  fc.integer(),
  fc.boolean(),
  date,
  fc.constant(null),
  fc.constantFrom('#N/A', '#DIV/0!', '#REF!').map((error): GridCell => ({ kind: 'error', text: error })),
);
const formats = ['text', 'general', 'integer', 'decimal', 'date', 'dateTime', 'percent'] as const;
const width = 7;
const rows = fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 });

/** What a grid comes back as: an empty text is no cell, a line break is one line feed. */
function settled(grid: readonly GridRow[]): readonly GridRow[] {
  return trimRows(
    grid.map((row) =>
      row.map((value) => {
        if (typeof value !== 'string') return value;
        return value === '' ? null : value.replaceAll('\r\n', '\n');
      }),
    ),
  );
}

async function written(document: WorkbookDocument): Promise<Uint8Array> {
  const result = await writeWorkbook(document);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

async function readBack(document: WorkbookDocument) {
  const result = await readWorkbook(await written(document), 'a.xlsx', { limits: { ratio: 100_000 } });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value.sheets;
}

const columns = formats.map((format): TableSheet['columns'][number] => ({ width: 12, format }));

describe('a written workbook', () => {
  it('reads back as the grids that went in, table and data sheets alike', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (grid) => {
        const sheets = await readBack(
          documentOf([
            tableSheet(grid, columns),
            { kind: 'data', name: 'State', visibility: 'veryHidden', rows: grid },
          ]),
        );
        expect(sheets[0]?.rows.slice(1)).toEqual(settled(grid));
        expect(sheets[1]?.rows).toEqual(settled(grid));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every sample text, also in a sheet of many rows', async () => {
    const grid = samples.map((sample) => [sample, 1]);
    const filler = Array.from({ length: 120_100 }, (_, index) => ['x', index]);
    const columnsOfTwo: TableSheet['columns'] = [
      { width: 10, format: 'general' },
      { width: 10, format: 'integer' },
    ];
    const small = await readBack(documentOf([tableSheet(grid, columnsOfTwo)]));
    expect(small[0]?.rows.slice(1)).toEqual(settled(grid));
    const large = await readBack(documentOf([tableSheet([...grid, ...filler], columnsOfTwo)]));
    expect(large[0]?.rows.slice(1, grid.length + 1)).toEqual(settled(grid));
    expect(large[0]?.rows.length).toBe(grid.length + filler.length + 1);
  }, 90_000);

  it('has the same bytes for the same document', async () => {
    const document = documentOf([tableSheet([['가', 1]], columns.slice(0, 2))]);
    expect(await written(document)).toEqual(await written(document));
  });

  it('keeps a date before 1900 as text and makes #NUM! of a number that is none', async () => {
    const grid: GridRow[] = [[{ kind: 'date', date: '1885-05-01', time: null }, Number.NaN]];
    const sheets = await readBack(documentOf([tableSheet(grid, columns.slice(0, 2))]));
    expect(sheets[0]?.rows[1]).toEqual(['1885-05-01', { kind: 'error', text: '#NUM!' }]);
  });

  it('is refused with the cell’s name when a text is longer than a cell can be', async () => {
    const columnsOfTwo = columns.slice(0, 2);
    const fits = [['a', 'x'.repeat(32_767)]];
    expect((await writeWorkbook(documentOf([tableSheet(fits, columnsOfTwo)]))).ok).toBe(true);
    const result = await writeWorkbook(documentOf([tableSheet([['a', 'x'.repeat(32_768)]], columnsOfTwo)]));
    expect(
      result.ok ? null : [result.error.code, result.error.params.sheet, result.error.params.cell],
    ).toEqual(['CELL_TOO_LONG', 'Consultations', 'B2']);
  });
});
