import type { RecordId } from '../core/ids.ts';

/** A row of cells as hashes in the order of the exported columns, and the id beside it. */
export interface HashedRow {
  readonly id: RecordId | null;
  readonly hashes: readonly string[];
}

/** Fewer filled cells than this are too little to know a record by. */
export const leastCells = 3;

/**
 * Rows that stand beside the id of another row: their cells are exactly those with which that other record was
 * exported, and it has no row of its own with them. So it looks when somebody sorts the visible columns and the hidden
 * id column stays where it was; taken at its word, such a sheet would write each record over another. By the index of
 * the row the id that its cells belong to.
 */
export function slippedIds(
  rows: readonly HashedRow[],
  exported: readonly HashedRow[],
): ReadonlyMap<number, RecordId> {
  const idByCells = new Map<string, RecordId | null>();
  for (const { id, hashes } of exported) {
    const key = keyOf(hashes);
    // Two records that look alike cannot be told by their cells.
    if (key !== null) idByCells.set(key, idByCells.has(key) ? null : id);
  }
  const places = new Map<RecordId, number[]>();
  rows.forEach(({ hashes }, index) => {
    const id = idByCells.get(keyOf(hashes) ?? '') ?? null;
    if (id !== null) places.set(id, [...(places.get(id) ?? []), index]);
  });
  const slipped = new Map<number, RecordId>();
  for (const [id, [index, ...more]] of places) {
    const own = index === undefined ? null : (rows[index]?.id ?? null);
    if (index !== undefined && more.length === 0 && own !== null && own !== id) slipped.set(index, id);
  }
  return slipped;
}

function keyOf(hashes: readonly string[]): string | null {
  const filled = hashes.filter((hash) => hash !== '').length;
  return filled < leastCells ? null : hashes.join(',');
}
