import { expect, it } from 'vitest';
import { foreignReader } from '../../../../../shared/workbook/foreign/foreignReader.ts';
import { foreignTable } from '../../../../../shared/workbook/foreign/foreignTable.ts';
import { sheetView } from '../../../../../shared/workbook/foreign/sheetView.ts';
import { suggestSheet } from '../../../../../shared/workbook/foreign/suggestSheet.ts';
import type { GridCell, SheetGrid } from '../../../../../shared/workbook/grid.ts';
import { knowledgeOf, ownTable } from '../../../../support/foreignLogs.ts';
import { processorTime } from '../../../../support/processorTime.ts';

/** As wide as a sheet may be, and with as many rows as a header is looked for in. */
function wideSheet(headers: readonly string[], rows: number, columns = 1000): SheetGrid {
  const header = Array.from(
    { length: columns },
    (_, column) => headers[column] ?? `Remark ${column} on advice`,
  );
  const below = Array.from({ length: rows }, (_, row): GridCell[] =>
    header.map((_header, column) => `value ${row} ${column}`),
  );
  return ownSheet([header, ...below]);
}

function ownSheet(rows: readonly (readonly GridCell[])[]): SheetGrid {
  const [sheet] = ownTable(
    rows.map((row) => [...row]),
    'Log',
  ).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

const known = ['Date', 'Client organization', 'Topic', 'Question', 'Advice'];

it('a wide table is recognised and read in a time that follows its columns', { timeout: 240_000 }, () => {
  const knowledge = knowledgeOf();
  const start = processorTime();
  for (let times = 0; times < 4; times++) {
    const sheet = wideSheet(known, 20);
    const { mapping } = suggestSheet(sheet, knowledge);
    expect(mapping.type).toBe('consultation');
    expect(mapping.columns).toHaveLength(1000);
    const view = sheetView(foreignTable(sheet, mapping), [], knowledge);
    expect(view.columns.filter(({ part }) => part !== null).length).toBeGreaterThanOrEqual(4);
    expect(foreignReader({ sheets: [mapping], names: [], rows: [] }, knowledge)(sheet)?.sheets).toHaveLength(
      1,
    );
  }
  // Compared column by column with every other one, and with each type anew, four of them take more than a minute.
  expect(processorTime() - start).toBeLessThan(30_000);
});

it('columns of one header keep what each was given', () => {
  const sheet = ownSheet([
    ['Date', 'Topic', 'Topic', 'topic'],
    ['2019-03-04', 'a', 'b', 'c'],
  ]);
  const { mapping } = suggestSheet(sheet, knowledgeOf(), {
    type: 'consultation',
    headerRow: 0,
    headerRows: 1,
  });
  const columns = mapping.columns.map((column) => ({
    ...column,
    address: column.header === 'Date' ? 'date' : column.nth === 2 ? 'topic' : null,
  }));
  const table = foreignTable(sheet, { ...mapping, columns });
  expect(table.columns.map(({ column, part }) => [column.position, part?.address ?? null])).toEqual([
    [0, 'date'],
    [1, null],
    [2, null],
    [3, 'topic'],
  ]);
});

it('forged areas that all lie on the same rows do not multiply with the columns', {
  timeout: 240_000,
}, () => {
  const sheet = wideSheet(known, 100);
  const merges = Array.from({ length: 20_000 }, () => ({ row: 0, column: 0, rows: 100, columns: 1000 }));
  const start = processorTime();
  suggestSheet({ ...sheet, merges }, knowledgeOf());
  expect(processorTime() - start).toBeLessThan(15_000);
});

it.each([
  ['one text', (): string => ''],
  ['texts that all differ', (row: number, column: number): string => `${row}/${column} `],
])('units that stand a thousand times above a table are read once: %s', { timeout: 240_000 }, (_, own) => {
  const wide = Array.from({ length: 19 }, (_row, row): GridCell[] =>
    Array.from({ length: 1000 }, (_cell, column) => `${own(row, column)}${'(단위 천원) '.repeat(120)}`),
  );
  const sheet = ownSheet([
    ...wide,
    ['Date', 'Flow', 'Description', 'Amount', 'Source', 'Category', 'Form'],
    ['2026-03-02', null, 'Fictional hall', 5],
  ]);
  const knowledge = knowledgeOf();
  const settled = { type: 'budgetEntry', headerRow: 19, headerRows: 1 } as const;
  const start = process.cpuUsage();
  const { mapping } = suggestSheet(sheet, knowledge);
  const view = sheetView(foreignTable(sheet, suggestSheet(sheet, knowledge, settled).mapping), [], knowledge);
  expect(mapping.columns.length).toBeGreaterThan(0);
  expect(view.columns.find(({ part }) => part?.address === 'amount/amount')?.samples).toHaveLength(1);
  // Read anew for every column and question, they take more than a minute. Other programs’ time is none of it.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(15_000);
});
