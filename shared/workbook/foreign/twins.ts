import type { RecordId } from '../../core/ids.ts';
import { textSimilarity } from '../../core/similarity.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import type { CellContext } from '../../schema/codec.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import type { StoredRecord } from '../../sync/record.ts';

/** A record, or an earlier row of the same file, that a new row resembles. */
export interface Twin {
  readonly where: 'here' | 'file';
  readonly id: RecordId;
  readonly title: string;
  /** The earlier row, as Excel numbers it; null for a record that is here. */
  readonly row: number | null;
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
 * Finds for new rows what they may be another copy of: same day, same organization, similar title. Only a suggestion;
 * a person decides.
 */
export function findTwins(
  candidates: readonly TwinCandidate[],
  records: RecordSet,
  context: CellContext,
): ReadonlyMap<RecordId, Twin> {
  const groupsByType = new Map<string, Map<string, Known[]>>();
  const twins = new Map<RecordId, Twin>();
  for (const { definition, row, record } of candidates) {
    let groups = groupsByType.get(definition.type);
    if (groups === undefined) {
      groups = knownRecords(definition, records, context);
      groupsByType.set(definition.type, groups);
    }
    const key = groupKey(definition, record);
    if (key === null) continue;
    const title = definition.title(record.values, context);
    const group = groups.get(key) ?? [];
    const twin = closest(group, record.id, title, definition.dateField === undefined ? nearlySame : alike);
    if (twin !== null) twins.set(record.id, twin);
    groups.set(key, [...group, { where: 'file', id: record.id, title, row }]);
  }
  return twins;
}

type Known = Twin;

function knownRecords(
  definition: AnyRecordDefinition,
  records: RecordSet,
  context: CellContext,
): Map<string, Known[]> {
  const groups = new Map<string, Known[]>();
  for (const record of records.all(definition.type)) {
    const key = groupKey(definition, record);
    if (key === null) continue;
    const known: Known = {
      where: 'here',
      id: record.id,
      title: definition.title(record.values, context),
      row: null,
    };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [known]);
    else group.push(known);
  }
  return groups;
}

function closest(group: readonly Known[], id: RecordId, title: string, least: number): Twin | null {
  // The record itself, when the file was imported before.
  if (group.some((known) => known.id === id && known.where === 'here')) return null;
  let best: Twin | null = null;
  let bestScore = least;
  for (const known of group.slice(0, mostCompared)) {
    const score = known.id === id ? 0 : textSimilarity(title, known.title);
    if (score > bestScore || (score === bestScore && best === null)) [best, bestScore] = [known, score];
  }
  return best;
}

/** Null for a record without a day, where its type has one. */
function groupKey(definition: AnyRecordDefinition, { values, centerId }: StoredRecord): string | null {
  const { dateField } = definition;
  if (dateField === undefined) return 'undated';
  const day = values[dateField];
  if (typeof day !== 'string') return null;
  const field = definition.fieldKeys.find((key) => {
    const spec = definition.spec(key);
    return spec?.kind === 'ref' && spec.to === 'organization';
  });
  const body = field === undefined ? undefined : values[field];
  return `${day} ${typeof body === 'string' ? body : (centerId ?? '')}`;
}
