import { gridHash, hashLine } from '../cellHash.ts';
import type { SheetGrid } from '../grid.ts';
import type { PlanNote } from '../importPlan.ts';
import { rowRanges } from './foreignReader.ts';
import type { SheetMapping, WorkbookMapping } from './mapping.ts';

/** The mapping as a file keeps it: with what each sheet held when its rows were decided. */
export function withContents(mapping: WorkbookMapping, sheets: readonly SheetGrid[]): WorkbookMapping {
  return {
    ...mapping,
    sheets: mapping.sheets.map((own) => {
      const sheet = sheets.find(({ name }) => name === own.sheet);
      return sheet === undefined ? own : { ...own, contents: contentsOf(sheet) };
    }),
  };
}

/**
 * The mapping with only those decisions about rows that were made for these very sheets: row 7 of another month's table
 * is another row. The notes name the rows whose decisions were dropped.
 */
export function withOwnRows(
  mapping: WorkbookMapping,
  sheets: readonly SheetGrid[],
): { readonly mapping: WorkbookMapping; readonly notes: readonly PlanNote[] } {
  const notes: PlanNote[] = [];
  let { rows } = mapping;
  const own = mapping.sheets.map((one): SheetMapping => {
    const sheet = sheets.find(({ name }) => name === one.sheet);
    const decided = [
      ...one.included,
      ...rows.flatMap(({ sheet: name, row }) => (name === one.sheet ? [row] : [])),
    ];
    if (sheet === undefined || decided.length === 0 || one.contents === contentsOf(sheet)) return one;
    rows = rows.filter((row) => row.sheet !== one.sheet);
    const ordered = [...new Set(decided)].sort((a, b) => a - b);
    notes.push({ code: 'DECISIONS_OF_OTHER_FILE', params: { sheet: one.sheet, rows: rowRanges(ordered) } });
    return { ...one, included: [] };
  });
  return { mapping: { ...mapping, sheets: own, rows }, notes };
}

const contentsOf = ({ rows }: SheetGrid): string => gridHash(rows.map(hashLine));
