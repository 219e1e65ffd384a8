import { pairNumbering, similarityOfNumbered } from '../core/similarity.ts';

/** What a row or a record says. */
export interface Said {
  /** Every path with its value. */
  readonly statements: ReadonlySet<string>;
  readonly title: string;
  /** Of a type without days, and where none is said: undefined. */
  readonly day: unknown;
}

/** A row and the record that it most likely is, both by their places. */
export interface AlikePair {
  readonly row: number;
  readonly record: number;
}

/**
 * Which row is most likely which record, the surest first; no row and no record twice. How alike they are, from 0 to 1,
 * is how much of what the row says stands in the record, with the day and the title counting as much as all the rest
 * each: rows of two people are alike in much, and of one another day and title make another row. Neither that much nor
 * the whole is less than `least`. Two million pairs take about a second.
 */
export function alikePairs(
  rows: readonly Said[],
  records: readonly Said[],
  least: number,
): readonly AlikePair[] {
  const numbered = pairNumbering();
  const titles = records.map(({ title }) => numbered(title));
  const days = records.map(({ day }) => day);
  const saidBy = placesByStatement(records);
  const count = records.length;
  // The least alike are the greatest numbers, the place of the pair behind: millions of pairs are quick to sort.
  const keys = new Float64Array(rows.length * count);
  let found = 0;
  rows.forEach(({ statements, title, day }, row) => {
    if (statements.size === 0) return;
    const same = sharedCounts(statements, saidBy, count);
    const own = numbered(title);
    for (let record = 0; record < count; record++) {
      const common = (same[record] ?? 0) / statements.size;
      if (common < least) continue;
      const known = common + (day !== undefined && day === days[record] ? 1 : 0);
      const parts = day === undefined ? 2 : 3;
      const needed = least * parts - known;
      // Not even equal titles would be enough.
      if (needed > 1) continue;
      const alike = similarityOfNumbered(own, titles[record] ?? noPairs, Math.max(0, needed));
      const score = (known + alike) / parts;
      if (score >= least)
        keys[found++] = Math.round((1 - score) * steps) * keys.length + row * count + record;
    }
  });
  return surestFirst(keys.subarray(0, found).sort(), keys.length, count);
}

const noPairs = new Int32Array();
/** So finely are pairs told apart. */
const steps = 1e9;

function surestFirst(sorted: Float64Array, pairs: number, count: number): readonly AlikePair[] {
  const [rows, records] = [new Set<number>(), new Set<number>()];
  const result: AlikePair[] = [];
  for (const key of sorted) {
    const place = key % pairs;
    const pair = { row: Math.floor(place / count), record: place % count };
    if (rows.has(pair.row) || records.has(pair.record)) continue;
    rows.add(pair.row);
    records.add(pair.record);
    result.push(pair);
  }
  return result;
}

function placesByStatement(records: readonly Said[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  records.forEach(({ statements }, place) => {
    for (const statement of statements) {
      const known = places.get(statement);
      if (known === undefined) places.set(statement, [place]);
      else known.push(place);
    }
  });
  return places;
}

/** Of each record, how many of the statements stand in it. */
function sharedCounts(
  statements: ReadonlySet<string>,
  saidBy: ReadonlyMap<string, readonly number[]>,
  count: number,
): Uint32Array {
  const counts = new Uint32Array(count);
  for (const statement of statements) {
    for (const place of saidBy.get(statement) ?? []) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
