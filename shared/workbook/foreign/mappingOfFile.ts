import { gridHash, hashLine } from '../cellHash.ts';
import type { SheetGrid } from '../grid.ts';
import type { PlanNote } from '../importPlan.ts';
import { rowRanges } from './foreignReader.ts';
import type { RowDecision, SheetMapping, WorkbookMapping } from './mapping.ts';
import { withOwnForms } from './ownForms.ts';
import { unitsSeen } from './rememberedUnits.ts';

/** The mapping as a file keeps it: with what each sheet held when it was mapped. */
export function withContents(mapping: WorkbookMapping, sheets: readonly SheetGrid[]): WorkbookMapping {
  return {
    ...mapping,
    sheets: mapping.sheets.map((own) => {
      const sheet = sheets.find(({ name }) => name === own.sheet);
      if (sheet === undefined) return own;
      return { ...own, contents: contentsOf(sheet), units: unitsSeen(sheet, own, []) };
    }),
  };
}

/**
 * The mapping as it holds for these sheets, which bear the headers that it was made for. In other sheets than the very
 * ones that it was made for, what they prove and name themselves goes before the mapping's (see withOwnForms), and
 * decisions about single rows are dropped: row 7 of another month's table is another row. The notes say of which rows.
 */
export function followedIn(
  mapping: WorkbookMapping,
  sheets: readonly SheetGrid[],
): { readonly mapping: WorkbookMapping; readonly notes: readonly PlanNote[] } {
  const notes: PlanNote[] = [];
  let { rows } = mapping;
  const followed = mapping.sheets.map((own): SheetMapping => {
    const sheet = sheets.find(({ name }) => name === own.sheet);
    if (sheet === undefined || own.contents === contentsOf(sheet)) return own;
    const decided = decidedRows(own, rows);
    rows = rows.filter((row) => row.sheet !== own.sheet);
    if (decided.length > 0) {
      const code = own.contents === undefined ? 'DECISIONS_OF_NO_FILE' : 'DECISIONS_OF_OTHER_FILE';
      notes.push({ code, params: { sheet: own.sheet, rows: rowRanges(decided) } });
    }
    // A mapping that was written by hand names no sheet that it was made for, and says all for itself.
    return own.contents === undefined
      ? { ...own, included: [] }
      : withOwnForms(sheet, { ...own, included: [] }, own.units ?? []);
  });
  return { mapping: { ...mapping, sheets: followed, rows }, notes };
}

function decidedRows({ sheet, included }: SheetMapping, rows: readonly RowDecision[]): readonly number[] {
  const decided = rows.flatMap((one) => (one.sheet === sheet ? [one.row] : []));
  return [...new Set([...included, ...decided])].sort((a, b) => a - b);
}

const contentsOf = ({ rows }: SheetGrid): string => gridHash(rows.map(hashLine));
