import { addDays, type DateSystem } from '../core/dates.ts';
import { isDateCell } from '../schema/codecs/cells.ts';
import { cellHash } from './cellHash.ts';
import type { GridCell, GridRow } from './grid.ts';

/** From the first day of the one date system of Excel to that of the other. */
const systemDistance = 1462;

export interface UnshiftedRow {
  readonly cells: GridRow;
  /** How many cells were moved back. */
  readonly count: number;
}

/**
 * A row in which dates stand as they were exported, after somebody switched the workbook to the 1904 date system:
 * Excel keeps the numbers of the cells then and shows other days. A date that was typed after the switch stays.
 */
export function unshiftedRow(
  cells: GridRow,
  system: DateSystem,
  exportedHash: (position: number) => string,
): UnshiftedRow {
  if (system === '1900') return { cells, count: 0 };
  let count = 0;
  const moved = cells.map((cell, position): GridCell => {
    if (!isDateCell(cell)) return cell;
    const before = { ...cell, date: addDays(cell.date, -systemDistance) };
    const exported = exportedHash(position);
    if (cellHash(cell) === exported || cellHash(before) !== exported) return cell;
    count += 1;
    return before;
  });
  return { cells: moved, count };
}
