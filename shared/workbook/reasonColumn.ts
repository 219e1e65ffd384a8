import type { Label } from '../core/language.ts';
import { foldText } from '../core/text.ts';
import type { GridRow, SheetGrid } from './grid.ts';

/** Header of the column that says what is wrong in a row; no field has such a name. */
export const reasonHeader: Label = { en: 'To correct (Fieldbook)', ko: '고칠 내용(Fieldbook)' };

const names: ReadonlySet<string> = new Set([foldText(reasonHeader.en), foldText(reasonHeader.ko)]);
/** Title rows and notes may stand above the header. */
const searchedRows = 20;

/** Where a sheet has its column of reasons, from 0; null where it has none. */
export function reasonColumnOf({ rows }: SheetGrid): number | null {
  for (const row of rows.slice(0, searchedRows)) {
    const column = row.findIndex((cell) => typeof cell === 'string' && names.has(foldText(cell)));
    if (column >= 0) return column;
  }
  return null;
}

/** A sheet with its column of reasons emptied; the other columns stay where people see them. */
export function withoutReasons(sheet: SheetGrid): SheetGrid {
  const column = reasonColumnOf(sheet);
  return column === null ? sheet : { ...sheet, rows: sheet.rows.map((row) => emptied(row, column)) };
}

function emptied(row: GridRow, column: number): GridRow {
  return column < row.length ? row.with(column, null) : row;
}
