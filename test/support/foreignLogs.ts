import { type RecordSet, recordSetOf, referenceBookOf } from '../../shared/records/recordSet.ts';
import { foreignSheets } from '../../shared/workbook/foreign/foreignReader.ts';
import type { SheetMapping, WorkbookMapping } from '../../shared/workbook/foreign/mapping.ts';
import { type Knowledge, suggestSheet } from '../../shared/workbook/foreign/suggestSheet.ts';
import type { GridCell, GridRow, MergedArea, WorkbookGrid } from '../../shared/workbook/grid.ts';

/** Somebody's own workbook with one sheet. */
export function ownTable(
  rows: readonly GridRow[],
  name = 'Log',
  merges?: readonly MergedArea[],
): WorkbookGrid {
  const sheet = { name, visibility: 'visible', rows } as const;
  return {
    kind: 'xlsx',
    dateSystem: '1900',
    sheets: [merges === undefined ? sheet : { ...sheet, merges }],
  };
}

export function knowledgeOf(records: RecordSet = recordSetOf([])): Knowledge {
  return { context: { language: 'en', references: referenceBookOf(records, 'en') }, dateSystem: '1900' };
}

/** The mapping as the screen opens with it, guesses included. */
export function suggestedMapping(grid: WorkbookGrid, records?: RecordSet): WorkbookMapping {
  const knowledge = knowledgeOf(records);
  const sheets = foreignSheets(grid).map((sheet) => suggestSheet(sheet, knowledge).mapping);
  return { sheets, names: [], rows: [] };
}

/** Where each column went: address by header. */
export function addressesOf({ columns }: SheetMapping): Readonly<Record<string, string | null>> {
  return Object.fromEntries(columns.map(({ header, address }) => [header, address]));
}

export const day = (date: string): GridCell => ({ kind: 'date', date, time: null });
