/** A value that somebody gave a record, and which values its author had seen of it: what every office has to keep. */
interface Version {
  readonly key: string;
  readonly value: string;
  readonly seen: ReadonlySet<string>;
}

interface ModelRecord {
  readonly center: string;
  readonly versions: readonly Version[];
  /** What those who deleted it had seen; null while nobody did. */
  readonly deleted: ReadonlySet<string> | null;
}

/** What an office, or a file, holds: records by their topic. */
export type Holding = ReadonlyMap<string, ModelRecord>;

export const nothing: Holding = new Map();

let versions = 0;

/** A new record, or another value of one that stands alone at that office. */
export function written(holding: Holding, topic: string, center: string, value: string): Holding {
  const record = holding.get(topic);
  versions += 1;
  const seen = record === undefined ? new Set<string>() : knownIn(record);
  const version = { key: `${versions}`, value, seen };
  return new Map([...holding, [topic, { center, versions: [version], deleted: record?.deleted ?? null }]]);
}

/** A cell typed into a copy of a workbook: whoever types has seen what was exported, not an edit that stood there since. */
export function typed(holding: Holding, exported: Holding, topic: string, value: string): Holding {
  const record = exported.get(topic);
  if (record === undefined) throw new Error(`no ${topic}`);
  return new Map([
    ...holding,
    ...[...written(exported, topic, record.center, value)].filter(([one]) => one === topic),
  ]);
}

export function deleted(holding: Holding, topic: string): Holding {
  const record = holding.get(topic);
  if (record === undefined) throw new Error(`no ${topic}`);
  return new Map([...holding, [topic, { ...record, deleted: knownIn(record) }]]);
}

/** Both together: of each record the values that no other value's author had seen. */
export function joined(one: Holding, other: Holding): Holding {
  const topics = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...topics].flatMap((topic) => {
      const record = joinedRecord(one.get(topic), other.get(topic));
      return record === undefined ? [] : [[topic, record] as const];
    }),
  );
}

/** What one center sends: its own records. */
export const ofCenter = (holding: Holding, center: string): Holding =>
  new Map([...holding].filter(([, record]) => record.center === center));

export const liveTopics = (holding: Holding): readonly string[] =>
  [...holding].filter(([, record]) => record.deleted === null).map(([topic]) => topic);

export const valuesOf = (holding: Holding, topic: string): readonly string[] =>
  (holding.get(topic)?.versions ?? []).map(({ value }) => value);

/** The values that wait for somebody's decision, by topic. */
export function openConflicts(holding: Holding): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...holding].flatMap(([topic, { versions: all, deleted: seen }]) => {
      const unseen = seen === null ? [] : all.filter(({ key }) => !seen.has(key));
      const values = unseen.length > 0 || all.length > 1 ? all.map(({ value }) => value) : [];
      return values.length === 0 ? [] : [[topic, values] as const];
    }),
  );
}

function joinedRecord(one: ModelRecord | undefined, other: ModelRecord | undefined): ModelRecord | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const byKey = new Map([...one.versions, ...other.versions].map((version) => [version.key, version]));
  const all = [...byKey.values()];
  const kept = all.filter(({ key }) => !all.some(({ seen }) => seen.has(key)));
  const marks = [one.deleted, other.deleted].filter((seen) => seen !== null);
  const seen = marks.length === 0 ? null : new Set(marks.flatMap((mark) => [...mark]));
  return { center: one.center, versions: kept, deleted: seen };
}

const knownIn = ({ versions: all }: ModelRecord): ReadonlySet<string> =>
  new Set(all.flatMap(({ key, seen }) => [key, ...seen]));
