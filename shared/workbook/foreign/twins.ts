import type { RecordId } from '../../core/ids.ts';
import { textSimilarity } from '../../core/similarity.ts';
import { SimilarTexts } from '../../core/similarTexts.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import type { CellContext } from '../../schema/codec.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import type { StoredRecord } from '../../sync/record.ts';

/**
 * A record, an earlier row of the same file, or a record that an earlier copy of the workbook brought, which a new row
 * resembles.
 */
export interface Twin {
  readonly where: 'here' | 'file' | 'copy';
  readonly id: RecordId;
  readonly title: string;
  /** The earlier row, as Excel numbers it; null for a record that is here. */
  readonly row: number | null;
  /** Of a record that an earlier copy brought: who had saved that one and this one, where they are not the same. */
  readonly savers?: { readonly earlier: string; readonly now: string };
}

export interface TwinCandidate {
  readonly definition: AnyRecordDefinition;
  readonly row: number;
  readonly record: StoredRecord;
}

/** Titles at least this alike are pointed out for records of one day and organization. */
const alike = 0.6;
/** Records without a day, such as organizations, have nothing but their name. */
const nearlySame = 0.85;
/** More than this on one day for one organization is no log that a person could compare. */
const mostCompared = 200;

/**
 * Finds for new rows what they may be another copy of: same day, same organization, similar title; or for types without
 * a day nearly the same title. Only a suggestion; a person decides.
 */
export function findTwins(
  candidates: readonly TwinCandidate[],
  records: RecordSet,
  context: CellContext,
): ReadonlyMap<RecordId, Twin> {
  const titled = candidates.map((one) => ({
    ...one,
    title: one.definition.title(one.record.values, context),
  }));
  const groupsByType = new Map<string, Groups>();
  const twins = new Map<RecordId, Twin>();
  for (const { definition, row, record, title } of titled) {
    let groups = groupsByType.get(definition.type);
    if (groups === undefined) {
      const titles = titled.flatMap((one) => (one.definition === definition ? [one.title] : []));
      groups = new Groups(definition, knownRecords(definition, records, context), titles);
      groupsByType.set(definition.type, groups);
    }
    const key = groupKey(definition, record);
    if (key === null) continue;
    const group = groups.of(key);
    // The record itself is there, when the file was imported before.
    const twin = group.here.has(record.id) ? null : group.closest(title);
    if (twin !== null) twins.set(record.id, twin);
    group.add({ where: 'file', id: record.id, title, row });
  }
  return twins;
}

interface KnownRecord {
  readonly key: string;
  readonly known: Twin;
}

function knownRecords(
  definition: AnyRecordDefinition,
  records: RecordSet,
  context: CellContext,
): readonly KnownRecord[] {
  return records.all(definition.type).flatMap((record): readonly KnownRecord[] => {
    const key = groupKey(definition, record);
    const title = definition.title(record.values, context);
    return key === null ? [] : [{ key, known: { where: 'here', id: record.id, title, row: null } }];
  });
}

/** What may be twins of each other, by what they have in common besides their title: a sample and a record never are. */
class Groups {
  readonly #groups = new Map<string, Group>();
  readonly #newGroup: () => Group;

  constructor(definition: AnyRecordDefinition, known: readonly KnownRecord[], titles: readonly string[]) {
    const all = [...known.map((one) => one.known.title), ...titles];
    this.#newGroup = () => (definition.dateField === undefined ? new UndatedGroup(all) : new DayGroup());
    for (const one of known) this.of(one.key).add(one.known);
  }

  of(key: string): Group {
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = this.#newGroup();
    this.#groups.set(key, group);
    return group;
  }
}

interface Group {
  /** The records in it that are here already. */
  readonly here: ReadonlySet<RecordId>;
  add(one: Twin): void;
  /** What bears the most similar title, if it is similar enough. */
  closest(title: string): Twin | null;
}

/** What happened on one day for one organization. */
class DayGroup implements Group {
  readonly here = new Set<RecordId>();
  readonly #members: Twin[] = [];

  add(one: Twin): void {
    if (one.where === 'here') this.here.add(one.id);
    if (this.#members.length < mostCompared) this.#members.push(one);
  }

  closest(title: string): Twin | null {
    let best: Twin | null = null;
    let bestScore = alike;
    for (const known of this.#members) {
      const score = textSimilarity(title, known.title);
      if (score > bestScore || (score === bestScore && best === null)) [best, bestScore] = [known, score];
    }
    return best;
  }
}

/** All records of a type without a day, however many there are. */
class UndatedGroup implements Group {
  readonly here = new Set<RecordId>();
  readonly #members: Twin[] = [];
  readonly #titles: SimilarTexts;

  constructor(titles: readonly string[]) {
    this.#titles = new SimilarTexts(titles, nearlySame);
  }

  add(one: Twin): void {
    if (one.where === 'here') this.here.add(one.id);
    this.#members.push(one);
    this.#titles.add(one.title);
  }

  closest(title: string): Twin | null {
    const found = this.#titles.closest(title);
    return found === null ? null : (this.#members[found.index] ?? null);
  }
}

/** Null for a record without a day, where its type has one. */
function groupKey(definition: AnyRecordDefinition, record: StoredRecord): string | null {
  const { values, centerId, sample } = record;
  const { dateField } = definition;
  const kind = sample ? 'sample ' : '';
  if (dateField === undefined) return `${kind}undated`;
  const day = values[dateField];
  if (typeof day !== 'string') return null;
  const field = definition.fieldKeys.find((key) => {
    const spec = definition.spec(key);
    return spec?.kind === 'ref' && spec.to === 'organization';
  });
  const body = field === undefined ? undefined : values[field];
  return `${kind}${day} ${typeof body === 'string' ? body : (centerId ?? '')}`;
}
