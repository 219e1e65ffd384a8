import type { RecordId } from '../core/ids.ts';
import { type HashedRow, leastCells } from './slippedIds.ts';

/** A cell that more records than this have in common tells nothing. */
const mostAlike = 5;

interface Match {
  readonly row: number;
  readonly record: number;
  /** How many filled cells are those with which the record was exported. */
  readonly score: number;
}

/**
 * Of rows that slipped beside the id of another row (see slippedIds), those that were edited too: the record most of
 * whose cells they have. It counts only where nothing else comes near: no other record is as like the row, no other
 * row as like the record, and the row that bears the record's id has slipped as well. By the index of the row.
 */
export function slippedEdits(
  rows: readonly HashedRow[],
  exported: readonly HashedRow[],
  slipped: ReadonlyMap<number, RecordId>,
): ReadonlyMap<number, RecordId> {
  const open = openOnes(rows, exported, slipped);
  const matches = open.rows.length === 0 || open.records.length === 0 ? [] : matchesOf(rows, exported, open);
  const bestRows = bestOf(matches, ({ record }) => record);
  const found = new Map<number, RecordId>();
  for (const [row, own] of bestOf(matches, ({ row }) => row)) {
    const record = exported[own.record];
    if (record === undefined || record.id === null || bestRows.get(own.record)?.row !== row) continue;
    const isTold = own.score >= leastCells && own.score * 2 > filled(record);
    if (isTold && record.id !== rows[row]?.id) found.set(row, record.id);
  }
  return withoutThoseThatStay(rows, slipped, found);
}

/** Rows and records that no exact row speaks for. */
function openOnes(
  rows: readonly HashedRow[],
  exported: readonly HashedRow[],
  slipped: ReadonlyMap<number, RecordId>,
): { readonly rows: readonly number[]; readonly records: readonly number[] } {
  const hashesById = new Map(exported.map(({ id, hashes }) => [id, hashes.join(',')]));
  const placed = new Set<RecordId | null>(slipped.values());
  const open: number[] = [];
  rows.forEach(({ id, hashes }, index) => {
    if (id === null || slipped.has(index)) return;
    if (hashesById.get(id) === hashes.join(',')) placed.add(id);
    else open.push(index);
  });
  const records = exported.flatMap(({ id }, index) => (placed.has(id) ? [] : [index]));
  return { rows: open, records };
}

function matchesOf(
  rows: readonly HashedRow[],
  exported: readonly HashedRow[],
  open: { readonly rows: readonly number[]; readonly records: readonly number[] },
): readonly Match[] {
  const recordsByCell = new Map<string, number[]>();
  const recordById = new Map<RecordId | null, number>();
  for (const record of open.records) {
    recordById.set(exported[record]?.id ?? null, record);
    for (const cell of cellsOf(exported[record])) {
      const known = recordsByCell.get(cell);
      if (known === undefined) recordsByCell.set(cell, [record]);
      else if (known.length <= mostAlike) known.push(record);
    }
  }
  return open.rows.flatMap((row) => {
    const cells = cellsOf(rows[row]);
    const own = recordById.get(rows[row]?.id ?? null);
    const candidates = new Set(own === undefined ? [] : [own]);
    for (const cell of cells) {
      const alike = recordsByCell.get(cell) ?? [];
      if (alike.length <= mostAlike) for (const record of alike) candidates.add(record);
    }
    return [...candidates].map((record) => {
      const there = new Set(cellsOf(exported[record]));
      return { row, record, score: cells.filter((cell) => there.has(cell)).length };
    });
  });
}

/** The one match of each row, or of each record, that is better than all others. */
function bestOf(matches: readonly Match[], keyOf: (match: Match) => number): ReadonlyMap<number, Match> {
  const best = new Map<number, Match>();
  const tied = new Set<number>();
  for (const match of matches) {
    const key = keyOf(match);
    const known = best.get(key);
    if (known === undefined || match.score > known.score) {
      best.set(key, match);
      tied.delete(key);
    } else if (match.score === known.score) tied.add(key);
  }
  for (const key of tied) best.delete(key);
  return best;
}

/** Where the row that bears the record's id stays what it is, the record has its row already. */
function withoutThoseThatStay(
  rows: readonly HashedRow[],
  slipped: ReadonlyMap<number, RecordId>,
  found: Map<number, RecordId>,
): ReadonlyMap<number, RecordId> {
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    const staying = new Set(
      rows.flatMap(({ id }, index) => (slipped.has(index) || found.has(index) ? [] : [id])),
    );
    for (const [row, id] of found) if (staying.has(id)) found.delete(row);
  }
  return found;
}

/** Filled cells, each with its column. */
const cellsOf = (row: HashedRow | undefined): readonly string[] =>
  (row?.hashes ?? []).flatMap((hash, column) => (hash === '' ? [] : [`${column} ${hash}`]));

const filled = (row: HashedRow): number => cellsOf(row).length;
