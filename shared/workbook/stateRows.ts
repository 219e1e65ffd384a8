import { isRecordId, type RecordId } from '../core/ids.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import type { Path } from '../schema/migrations.ts';
import type { Stamp } from '../sync/stamp.ts';
import type { Version } from '../sync/versions.ts';

/** One exported record. */
export interface StateRow {
  readonly type: string;
  readonly id: RecordId;
  readonly deleted: boolean;
  readonly deletedSeeing: readonly Stamp[];
  readonly stamps: Readonly<Record<Path, Stamp>>;
  readonly knows: Readonly<Record<Path, readonly Stamp[]>>;
  readonly siblings: Readonly<Record<Path, readonly Version[]>>;
  readonly resolved: JsonObject;
  /** Hash of each column's cell, in the sheet's column order, with commas between; '' for a deleted record. */
  readonly hashes: string;
  /** Values that the visible cells cannot give back exactly; all values of a deleted record. */
  readonly values: JsonObject;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly sample: boolean;
  /** Whoever read the state said that nothing of the row is new, as long as nobody edited its cells. */
  readonly isKnown?: true;
}

/** The hash of each cell of a hash line, in order. */
export const cellHashes = (hashLine: string): readonly string[] => hashLine.split(',');

/** One line of the state; `numberOf` numbers the stamps. */
export function rowToJson(row: StateRow, numberOf: (stamp: Stamp) => number): JsonValue {
  const paths = Object.keys(row.stamps);
  const numbers: number[] = [];
  for (const path of paths) {
    const stamp = row.stamps[path];
    if (stamp !== undefined) numbers.push(numberOf(stamp));
  }
  const usual = mostFrequent(numbers);
  // Paths with the record's most frequent stamp are only listed.
  const listed: Path[] = [];
  const others: Record<Path, number> = {};
  for (const [index, path] of paths.entries()) {
    const number = numbers[index];
    if (number === undefined || number === usual) listed.push(path);
    else others[path] = number;
  }
  const line: JsonValue[] = [
    row.type,
    row.id,
    row.deleted ? 1 : 0,
    usual,
    listed,
    others,
    row.hashes,
    row.values,
    row.createdBy,
    row.createdAt,
    row.sample ? 1 : 0,
  ];
  if (hasExtras(row)) line.push(extrasToJson(row, numberOf));
  return line;
}

/** The first of those that come most often; -1 of none. */
function mostFrequent(numbers: readonly number[]): number {
  const [first = -1] = numbers;
  if (numbers.every((number) => number === first)) return first;
  const uses = new Map<number, number>();
  let usual = -1;
  for (const number of numbers) uses.set(number, (uses.get(number) ?? 0) + 1);
  for (const [number, count] of uses) if (count > (uses.get(usual) ?? 0)) usual = number;
  return usual;
}

/** Most records have been written once and have none of this. */
function hasExtras({ knows, siblings, deletedSeeing, resolved }: StateRow): boolean {
  return !isEmpty(knows) || !isEmpty(siblings) || !isEmpty(resolved) || deletedSeeing.length > 0;
}

function isEmpty(object: object): boolean {
  for (const _ in object) return false;
  return true;
}

function extrasToJson(row: StateRow, numberOf: (stamp: Stamp) => number): JsonValue {
  const numbers = (stamps: readonly Stamp[]): readonly number[] => stamps.map(numberOf);
  const knows = Object.entries(row.knows).map(([path, stamps]) => [path, numbers(stamps)] as const);
  const siblings = Object.entries(row.siblings).map(([path, versions]) => {
    const list = versions.map(({ stamp, value, knows: seen }) => [numberOf(stamp), value, numbers(seen)]);
    return [path, list] as const;
  });
  return {
    ...(knows.length === 0 ? {} : { k: Object.fromEntries(knows) }),
    ...(siblings.length === 0 ? {} : { s: Object.fromEntries(siblings) }),
    ...(row.deletedSeeing.length === 0 ? {} : { d: numbers(row.deletedSeeing) }),
    ...(isEmpty(row.resolved) ? {} : { r: row.resolved }),
  };
}

type Extras = Pick<StateRow, 'knows' | 'siblings' | 'deletedSeeing' | 'resolved'>;
const noExtras: Extras = { knows: {}, siblings: {}, deletedSeeing: [], resolved: {} };

function extrasFromJson(json: unknown, stamps: readonly Stamp[]): Extras | null {
  if (json === undefined) return noExtras;
  if (!isJsonObject(json)) return null;
  const { k = {}, s = {}, d = [], r = {} } = json;
  if (!isJsonObject(k) || !isJsonObject(s) || !isJsonObject(r)) return null;
  const knows: Record<Path, readonly Stamp[]> = {};
  for (const [path, numbers] of Object.entries(k)) {
    const known = stampsOf(numbers, stamps);
    if (known === null) return null;
    knows[path] = known;
  }
  const siblings: Record<Path, readonly Version[]> = {};
  for (const [path, list] of Object.entries(s)) {
    const versions = Array.isArray(list) ? list.map((item) => versionFromJson(item, stamps)) : [null];
    const whole = versions.filter((version) => version !== null);
    if (whole.length !== versions.length) return null;
    siblings[path] = whole;
  }
  const deletedSeeing = stampsOf(d, stamps);
  return deletedSeeing === null ? null : { knows, siblings, deletedSeeing, resolved: r };
}

function versionFromJson(json: JsonValue, stamps: readonly Stamp[]): Version | null {
  if (!Array.isArray(json)) return null;
  const [number, value, seen] = json;
  const stamp = typeof number === 'number' ? stamps[number] : undefined;
  const knows = stampsOf(seen, stamps);
  return stamp === undefined || value === undefined || knows === null ? null : { stamp, value, knows };
}

function stampsOf(json: JsonValue | undefined, stamps: readonly Stamp[]): readonly Stamp[] | null {
  if (!Array.isArray(json)) return null;
  const found = json.flatMap((number) => (typeof number === 'number' ? (stamps[number] ?? []) : []));
  return found.length === json.length ? found : null;
}

/** Null where the line is none, or refers to stamps that are not there. */
export function rowFromJson(json: unknown, stamps: readonly Stamp[]): StateRow | null {
  if (!Array.isArray(json)) return null;
  const items: readonly unknown[] = json;
  const [type, id, deleted, usual, listed, others, hashes, values, createdBy, createdAt, sample, more] =
    items;
  const extras = extrasFromJson(more, stamps);
  if (extras === null) return null;
  if (typeof type !== 'string' || !isRecordId(id) || typeof hashes !== 'string') return null;
  if (!isJsonObject(values) || !isJsonObject(others) || !Array.isArray(listed)) return null;
  if (typeof createdBy !== 'string' || typeof createdAt !== 'number' || typeof usual !== 'number')
    return null;
  const byPath: Record<Path, Stamp> = {};
  const pairs: (readonly [unknown, unknown])[] = [
    ...listed.map((path: unknown) => [path, usual] as const),
    ...Object.entries(others),
  ];
  for (const [path, number] of pairs) {
    const stamp = typeof number === 'number' ? stamps[number] : undefined;
    if (typeof path !== 'string' || stamp === undefined) return null;
    byPath[path] = stamp;
  }
  return {
    type,
    id,
    deleted: deleted === 1,
    stamps: byPath,
    hashes,
    values,
    createdBy,
    createdAt,
    sample: sample === 1,
    ...extras,
  };
}

/**
 * A row of which nothing is new: all that is kept of it is its line, which is read again in the rare case that somebody
 * asks. A workbook of 100,000 records that are known but for a few costs little more than its lines.
 */
export class KnownStateRow implements StateRow {
  readonly isKnown = true;
  readonly deleted = false;
  readonly type: string;
  readonly id: RecordId;
  readonly hashes: string;
  #whole: StateRow | null = null;

  constructor(
    { type, id, hashes }: StateRow,
    private readonly line: string,
    private readonly allStamps: readonly Stamp[],
  ) {
    this.type = type;
    this.id = id;
    this.hashes = hashes;
  }

  get deletedSeeing(): readonly Stamp[] {
    return this.whole().deletedSeeing;
  }
  get stamps(): Readonly<Record<Path, Stamp>> {
    return this.whole().stamps;
  }
  get knows(): Readonly<Record<Path, readonly Stamp[]>> {
    return this.whole().knows;
  }
  get siblings(): Readonly<Record<Path, readonly Version[]>> {
    return this.whole().siblings;
  }
  get resolved(): JsonObject {
    return this.whole().resolved;
  }
  get values(): JsonObject {
    return this.whole().values;
  }
  get createdBy(): string {
    return this.whole().createdBy;
  }
  get createdAt(): number {
    return this.whole().createdAt;
  }
  get sample(): boolean {
    return this.whole().sample;
  }

  private whole(): StateRow {
    this.#whole ??= rowFromJson(parseJson(this.line), this.allStamps);
    if (this.#whole === null) throw new Error('a state row that was read before cannot be read again');
    return this.#whole;
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
