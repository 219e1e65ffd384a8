import { sha256Hex } from '../core/hashing.ts';
import { besideDeviceId } from '../core/ids.ts';
import { canonicalJson, type JsonValue } from '../core/json.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { Path } from '../schema/migrations.ts';
import type { BesideValue, Change } from './changeSet.ts';
import { valueAtPath } from './paths.ts';
import { createdPath, deletedPath, type StoredRecord, samplePath } from './record.ts';
import { formatStamp, isStamp, parseStamp, type Stamp } from './stamp.ts';
import { hasSeen, joinKnowledge, knowledgeOf, type Version } from './versions.ts';

/** The value that counts at a path, marks included; null for none. */
export function currentValue(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  path: Path,
): JsonValue {
  if (record === null) return null;
  switch (path) {
    case deletedPath:
      return record.deleted ? record.deletedSeeing : null;
    case samplePath:
      return record.sample ? true : null;
    case createdPath:
      return record.stamps[createdPath] === undefined ? null : { by: record.createdBy, at: record.createdAt };
    default:
      if (path.startsWith('$')) return record.resolved[path] ?? null;
      return valueAtPath(definition, record.values, path);
  }
}

/** All versions of a path that nobody has replaced, the one that counts first; none when it was never written. */
export function versionsAt(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  path: Path,
): readonly Version[] {
  const stamp = record?.stamps[path];
  if (record === null || stamp === undefined) return [];
  const winner = { stamp, value: currentValue(definition, record, path), knows: record.knows[path] ?? [] };
  const siblings = record.siblings[path];
  return siblings === undefined ? [winner] : [winner, ...siblings];
}

/**
 * What somebody has seen of a path who looks at the record: the value that counts (`shown`), and so whatever stands
 * beside it and says the same.
 */
export function knowledgeAt(record: StoredRecord | null, path: Path, shown?: JsonValue): readonly Stamp[] {
  const stamp = record?.stamps[path];
  if (record === null || stamp === undefined) return [];
  const known = joinKnowledge(record.knows[path] ?? [], [stamp]);
  const siblings = record.siblings[path];
  if (siblings === undefined || shown === undefined) return known;
  const text = canonicalJson(shown);
  const alike = siblings.filter(({ value }) => canonicalJson(value) === text);
  return joinKnowledge(known, knowledgeOf(alike));
}

/** Whether a version of a path, or one whose author had seen it, is in the record: it has nothing new to say. */
export function hasTakenIn(record: StoredRecord | null, path: Path, stamp: Stamp): boolean {
  if (record === null) return false;
  const own = record.stamps[path];
  if (own === stamp || hasSeen(record.knows[path] ?? [], stamp)) return true;
  if (path === createdPath && own !== undefined && own > stamp) return true;
  const siblings = record.siblings[path] ?? [];
  return siblings.some((version) => version.stamp === stamp || hasSeen(version.knows, stamp));
}

/** A stamp of the same moment by an author of its own, for a value that stands beside another of the same device. */
export function stampBeside(issued: Stamp, ...what: readonly string[]): Stamp {
  const device = besideDeviceId(sha256Hex([issued, ...what].join('\u0001')));
  return formatStamp({ ...parseStamp(issued), device });
}

/**
 * A change under an author of its own where an earlier value of the same device stays beside it: under the device's
 * name the next edit would count as having seen that one, and an open conflict would be gone that nobody decided.
 */
export function besideOwn(record: StoredRecord | null, change: Change): Change {
  const { id, path, stamp, knows = [] } = change;
  const siblings = record?.siblings[path];
  if (siblings === undefined || path.startsWith('$')) return change;
  const { device } = parseStamp(stamp);
  const stays = siblings.some((own) => parseStamp(own.stamp).device === device && !hasSeen(knows, own.stamp));
  return stays ? { ...change, stamp: stampBeside(stamp, id, path) } : change;
}

/**
 * A change with the values that it replaces beside the one that counts, also those that say the same: undoing it lets
 * them stand there again, each for the change set that brought it. `record` is the record before the change set.
 */
export function withBeside(record: StoredRecord | null, change: Change): Change {
  const { path, knows = [] } = change;
  const siblings = record?.siblings[path];
  if (siblings === undefined || (path.startsWith('$') && path !== deletedPath)) return change;
  const beside = siblings
    .filter(({ stamp }) => hasSeen(knows, stamp))
    .map(({ stamp, value }): BesideValue => ({ stamp, value }));
  return beside.length === 0 ? change : { ...change, beside };
}

/** Per device the latest stamp in a record: what somebody has seen who looks at all of it. */
export function knowledgeOfRecord(record: StoredRecord): readonly Stamp[] {
  const stamps = Object.entries(record.stamps).flatMap(([path, stamp]) =>
    path.startsWith('$') ? [] : [stamp],
  );
  return joinKnowledge([], stamps);
}

/** The stamps in a deletion's value; none for anything else. */
export function stampsFromJson(value: JsonValue): readonly Stamp[] {
  return Array.isArray(value) ? value.filter(isStamp) : [];
}
