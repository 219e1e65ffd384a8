import { addDays, type DateSystem } from '../core/dates.ts';
import { isDateCell } from '../schema/codecs/cells.ts';
import { cellHash } from './cellHash.ts';
import type { GridCell, GridRow } from './grid.ts';
import { cellHashes, type StateRow } from './stateRows.ts';

/** From the first day of the one date system of Excel to that of the other. */
const systemDistance = 1462;

export interface UnshiftedRows {
  readonly rows: readonly GridRow[];
  /** How many cells were moved back. */
  readonly count: number;
}

/**
 * Rows in which dates stand as they were exported, after somebody switched the workbook to the 1904 date system:
 * Excel keeps the numbers of the cells then and shows other days. A date that was typed after the switch stays.
 * `hashIndex` leads from a position in the file to the exported column, -1 for none.
 */
export function unshiftedRows(
  rows: readonly GridRow[],
  system: DateSystem,
  exportedOf: (cells: GridRow) => StateRow | undefined,
  hashIndex: (position: number) => number,
): UnshiftedRows {
  if (system === '1900') return { rows, count: 0 };
  let count = 0;
  const moved = rows.map((cells) => {
    const line = exportedOf(cells)?.hashes;
    if (line === undefined) return cells;
    const hashes = cellHashes(line);
    return cells.map((cell, position): GridCell => {
      if (!isDateCell(cell)) return cell;
      const before = { ...cell, date: addDays(cell.date, -systemDistance) };
      const exported = hashes[hashIndex(position)] ?? '';
      if (cellHash(cell) === exported || cellHash(before) !== exported) return cell;
      count += 1;
      return before;
    });
  });
  return { rows: moved, count };
}
