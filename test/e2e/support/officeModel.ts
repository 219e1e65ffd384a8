// A small model of several offices that send each other files: which values each of them holds, and which of these
// their authors had seen. It says what every office has to show; it knows nothing of how the product does it.

export const modelFields = ['Question', 'Advice'] as const;
export type ModelField = (typeof modelFields)[number];

interface Version<Value> {
  readonly key: number;
  readonly value: Value;
  /** Who or what wrote it: an office, or the copy of a file. */
  readonly author: string;
  /** Of two values that did not know of each other the later one counts. */
  readonly at: number;
  readonly seen: ReadonlySet<number>;
}

/** Values that nobody has replaced; the one that counts first. */
type Register<Value> = readonly Version<Value>[];

export interface ModelRecord {
  readonly center: string;
  readonly year: number;
  readonly fields: Readonly<Record<ModelField, Register<string>>>;
  /** For a deletion what its author had seen, for taking it back null; empty while nobody deleted the record. */
  readonly deletion: Register<ReadonlySet<number> | null>;
}

/** What an office or a file holds: records by their topic. */
export type Holding = ReadonlyMap<string, ModelRecord>;

export const nothing: Holding = new Map();

export interface Writing {
  readonly author: string;
  readonly at: number;
}

let keys = 0;

function versionOf<Value>(value: Value, { author, at }: Writing, seen: ReadonlySet<number>): Version<Value> {
  keys += 1;
  return { key: keys, value, author, at, seen };
}

export function created(
  holding: Holding,
  topic: string,
  { center, year }: Pick<ModelRecord, 'center' | 'year'>,
  values: Readonly<Record<ModelField, string>>,
  writing: Writing,
): Holding {
  const fields = {
    Question: [versionOf(values.Question, writing, new Set())],
    Advice: [versionOf(values.Advice, writing, new Set())],
  };
  return withRecord(holding, topic, { center, year, fields, deletion: [] });
}

/** Somebody who sees `shown` writes another value: what does not say the same goes on standing beside it. */
export function edited(
  holding: Holding,
  topic: string,
  field: ModelField,
  change: { readonly shown: string; readonly value: string },
  writing: Writing,
): Holding {
  const record = recordIn(holding, topic);
  const before = record.fields[field];
  const seen = knownOf(before.filter(({ value }) => value === change.shown));
  const register = joinedRegister(before, [versionOf(change.value, writing, seen)]);
  return withRecord(holding, topic, { ...record, fields: { ...record.fields, [field]: register } });
}

/** With one field of a record as another holding has it. */
export function withField(holding: Holding, other: Holding, topic: string, field: ModelField): Holding {
  const record = recordIn(holding, topic);
  const register = recordIn(other, topic).fields[field];
  return withRecord(holding, topic, { ...record, fields: { ...record.fields, [field]: register } });
}

export function deleted(holding: Holding, topic: string, writing: Writing): Holding {
  const record = recordIn(holding, topic);
  return withRecord(holding, topic, { ...record, deletion: deletionOf(record, writing) });
}

/** A person decides what a field says, with all values before the eyes. */
export function decided(
  holding: Holding,
  topic: string,
  field: ModelField,
  value: string,
  writing: Writing,
): Holding {
  const record = recordIn(holding, topic);
  const register = [versionOf(value, writing, knownOf(record.fields[field]))];
  return withRecord(holding, topic, { ...record, fields: { ...record.fields, [field]: register } });
}

/** Both together: of each record the values that no other value's author had seen. */
export function joined(one: Holding, other: Holding): Holding {
  const topics = [...new Set([...one.keys(), ...other.keys()])];
  return new Map(
    topics.map((topic) => {
      const [a, b] = [one.get(topic), other.get(topic)];
      return [
        topic,
        a !== undefined && b !== undefined ? both(a, b) : recordIn(a === undefined ? other : one, topic),
      ];
    }),
  );
}

/**
 * The last thing that an office did is taken back: each record that it changed is as before, by new writings of that
 * office, which has seen both.
 */
export function takenBack(before: Holding, after: Holding, writing: Writing): Holding {
  return new Map(
    [...after].map(([topic, now]) => {
      const then = before.get(topic);
      if (then !== undefined) return [topic, asBefore(then, now, writing)];
      return [topic, isDeleted(now) ? now : { ...now, deletion: deletionOf(now, writing) }];
    }),
  );
}

/** What a workbook of some records holds: deletions travel whatever the year. */
export const partOf = (
  holding: Holding,
  { center, year }: { readonly center?: string; readonly year?: number },
): Holding =>
  new Map(
    [...holding].filter(
      ([, record]) =>
        (center === undefined || record.center === center) &&
        (year === undefined || record.year === year || isDeleted(record)),
    ),
  );

export const isDeleted = ({ deletion: [counting] }: ModelRecord): boolean =>
  counting !== undefined && counting.value !== null;

export const liveTopics = (holding: Holding): readonly string[] =>
  [...holding].filter(([, record]) => !isDeleted(record)).map(([topic]) => topic);

/** Different values of a field, the one that counts first: more than one wait for a decision. */
export const valuesOf = ({ fields }: ModelRecord, field: ModelField): readonly string[] => [
  ...new Set(fields[field].map(({ value }) => value)),
];

/** A deletion waits for a decision while there is an edit that its author had not seen. */
export function isDeletionInQuestion({ deletion: [counting], fields }: ModelRecord): boolean {
  const seen = counting?.value ?? null;
  return seen !== null && modelFields.some((field) => fields[field].some(({ key }) => !seen.has(key)));
}

/** What may count: one value, or those that were typed into copies of one file. */
export function countingValues({ fields }: ModelRecord, field: ModelField): readonly string[] {
  const [first] = fields[field];
  return fields[field].filter(({ at }) => at === first?.at).map(({ value }) => value);
}

function asBefore(then: ModelRecord, now: ModelRecord, writing: Writing): ModelRecord {
  const field = (key: ModelField) => registerAsBefore(then.fields[key], now.fields[key], '', writing);
  return {
    ...now,
    fields: { Question: field('Question'), Advice: field('Advice') },
    // Of deletions only the one that counts matters.
    deletion: registerAsBefore(then.deletion.slice(0, 1), now.deletion, null, writing),
  };
}

function registerAsBefore<Value>(
  then: Register<Value>,
  now: Register<Value>,
  none: Value,
  writing: Writing,
): Register<Value> {
  const brought = now.filter(({ key }) => !then.some((version) => version.key === key));
  if (brought.length === 0) return now;
  const [counting, ...others] = then;
  const value = counting === undefined ? none : counting.value;
  const seen = knownOf([...now.filter((version) => version.value === now[0]?.value), ...brought]);
  const staying = now.filter(({ key }) => !seen.has(key));
  const told = [value, ...staying.map((version) => version.value)];
  // What stood beside stands there again, by authors of its own: who replaces one of them has not seen the others.
  const again = others
    .filter(({ key, ...old }) => !now.some((version) => version.key === key) && !told.includes(old.value))
    .map((old) => versionOf(old.value, { author: `again ${old.key}`, at: writing.at - 0.1 }, seen));
  return latestFirst([versionOf(value, writing, seen), ...again, ...staying]);
}

/** Whoever deletes a record has seen what it shows, and so whatever the same authors had written before. */
function deletionOf({ fields, deletion }: ModelRecord, writing: Writing): ModelRecord['deletion'] {
  const shown = modelFields.flatMap((field) => fields[field].slice(0, 1));
  const seen = modelFields
    .flatMap((field) => fields[field])
    .filter(({ author, at }) => shown.some((one) => one.author === author && one.at >= at));
  return [versionOf(new Set(seen.map(({ key }) => key)), writing, knownOf(deletion))];
}

function both(one: ModelRecord, other: ModelRecord): ModelRecord {
  return {
    ...one,
    fields: {
      Question: joinedRegister(one.fields.Question, other.fields.Question),
      Advice: joinedRegister(one.fields.Advice, other.fields.Advice),
    },
    deletion: joinedRegister(one.deletion, other.deletion),
  };
}

function joinedRegister<Value>(one: Register<Value>, other: Register<Value>): Register<Value> {
  const all = [...new Map([...one, ...other].map((version) => [version.key, version])).values()];
  return latestFirst(all.filter(({ key }) => !all.some(({ seen }) => seen.has(key))));
}

const latestFirst = <Value>(versions: Register<Value>): Register<Value> =>
  versions.toSorted((a, b) => b.at - a.at);

const knownOf = (versions: Register<unknown>): ReadonlySet<number> =>
  new Set(versions.flatMap(({ key, seen }) => [key, ...seen]));

const withRecord = (holding: Holding, topic: string, record: ModelRecord): Holding =>
  new Map([...holding, [topic, record]]);

export function recordIn(holding: Holding, topic: string): ModelRecord {
  const record = holding.get(topic);
  if (record === undefined) throw new Error(`no ${topic}`);
  return record;
}
