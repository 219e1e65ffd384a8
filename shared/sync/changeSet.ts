import type { ChangeSetId, RecordId } from '../core/ids.ts';
import { isChangeSetId, isRecordId } from '../core/ids.ts';
import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Path } from '../schema/migrations.ts';
import { isStamp, type Stamp } from './stamp.ts';

/** One path of one record set from `before` to `after`; null is no value. */
export interface Change {
  readonly type: string;
  readonly id: RecordId;
  readonly path: Path;
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly stamp: Stamp;
  /** The stamp that the path had before; null when it was never written. */
  readonly was: Stamp | null;
  /** What the author had seen of the path (see Version); absent for nothing. */
  readonly knows?: readonly Stamp[];
  /** Other values that stood beside `before` and that this one replaces: a conflict that it ends. Absent for none. */
  readonly beside?: readonly BesideValue[];
}

/** A value that stood beside the one that counted. */
export interface BesideValue {
  readonly stamp: Stamp;
  readonly value: JsonValue;
}

/** `restore` has no changes: it marks where a snapshot took the journal's place. */
export const changeSetKinds = ['setup', 'edit', 'import', 'undo', 'sample', 'restore'] as const;
export type ChangeSetKind = (typeof changeSetKinds)[number];

/** What one action of a person changed: saved, journaled and undone as a whole. */
export interface ChangeSet {
  readonly id: ChangeSetId;
  readonly kind: ChangeSetKind;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Name of the person at this installation. */
  readonly by: string;
  readonly changes: readonly Change[];
  /** For an undo: the change set that it takes back. */
  readonly undoes?: ChangeSetId;
  /** For an import: the file it came from. */
  readonly source?: ChangeSource;
  /** Version of each record type that occurs, when it was written. */
  readonly versions: Readonly<Record<string, number>>;
}

export interface ChangeSource {
  readonly name: string;
  readonly workbookId: string | null;
  readonly contentHash: string;
  /** Who had saved the file last, by its own account, and when; absent where it does not say. */
  readonly savedBy?: string;
  readonly savedAt?: number;
}

const fieldOrder = ['type', 'id', 'path', 'before', 'after', 'stamp', 'was'] as const;

/**
 * The journal's form: changes as arrays in the order type, id, path, before, after, stamp, was, then knows and beside
 * as far as there are any.
 */
export function changeSetToJson(changeSet: ChangeSet): JsonObject {
  const { changes, undoes, source, ...rest } = changeSet;
  return {
    ...rest,
    ...(undoes === undefined ? {} : { undoes }),
    ...(source === undefined ? {} : { source: { ...source } }),
    changes: changes.map((change) => [...fieldOrder.map((field) => change[field]), ...extrasToJson(change)]),
  };
}

function extrasToJson({ knows = [], beside = [] }: Change): readonly JsonValue[] {
  if (beside.length > 0) return [knows, beside.map(({ stamp, value }) => [stamp, value])];
  return knows.length > 0 ? [knows] : [];
}

export const changeSetToPayload = (changeSet: ChangeSet): string => canonicalJson(changeSetToJson(changeSet));

/** Reads a journal payload; the error says in English what does not fit, for the log. */
export function changeSetFromPayload(payload: string): Result<ChangeSet, string> {
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    return err('not JSON');
  }
  return isJsonObject(json) ? changeSetFromJson(json) : err('not an object');
}

function changeSetFromJson(json: JsonObject): Result<ChangeSet, string> {
  const { id, kind, at, by, changes, undoes, source, versions } = json;
  const knownKind = changeSetKinds.find((known) => known === kind);
  if (!isChangeSetId(id)) return err('bad id');
  if (knownKind === undefined) return err('unknown kind');
  if (typeof at !== 'number' || typeof by !== 'string') return err('bad author or time');
  if (!isVersions(versions)) return err('bad versions');
  if (undoes !== undefined && !isChangeSetId(undoes)) return err('bad undoes');
  if (source !== undefined && !isSource(source)) return err('bad source');
  const parsed = changesFromJson(changes);
  if (parsed === null) return err('bad change');
  const base = { id, kind: knownKind, at, by, versions, changes: parsed };
  return ok({
    ...base,
    ...(undoes === undefined ? {} : { undoes }),
    ...(source === undefined ? {} : { source }),
  });
}

function changesFromJson(json: JsonValue | undefined): readonly Change[] | null {
  if (!Array.isArray(json)) return null;
  const changes: Change[] = [];
  for (const item of json) {
    if (!Array.isArray(item) || item.length < fieldOrder.length) return null;
    const [type, id, path, before, after, stamp, was, knows, besideJson] = item;
    if (typeof type !== 'string' || !isRecordId(id) || typeof path !== 'string') return null;
    if (before === undefined || after === undefined || !isStamp(stamp)) return null;
    if (was !== null && !isStamp(was)) return null;
    if (knows !== undefined && !isStamps(knows)) return null;
    const beside = besideJson === undefined ? [] : besideFromJson(besideJson);
    if (beside === null) return null;
    changes.push({
      ...{ type, id, path, before, after, stamp, was },
      ...(knows === undefined ? {} : { knows }),
      ...(beside.length === 0 ? {} : { beside }),
    });
  }
  return changes;
}

function besideFromJson(json: JsonValue): readonly BesideValue[] | null {
  if (!Array.isArray(json)) return null;
  const values: BesideValue[] = [];
  for (const item of json) {
    const [stamp, value] = Array.isArray(item) ? item : [];
    if (!isStamp(stamp) || value === undefined) return null;
    values.push({ stamp, value });
  }
  return values;
}

function isStamps(json: JsonValue): json is readonly Stamp[] {
  return Array.isArray(json) && json.every(isStamp);
}

function isVersions(json: JsonValue | undefined): json is Readonly<Record<string, number>> {
  return isJsonObject(json) && Object.values(json).every((version) => typeof version === 'number');
}

function isSource(json: JsonValue): json is JsonObject & ChangeSource {
  if (!isJsonObject(json)) return false;
  const { name, workbookId, contentHash, savedBy, savedAt } = json;
  const idFits = workbookId === null || typeof workbookId === 'string';
  const byFits = savedBy === undefined || typeof savedBy === 'string';
  const atFits = savedAt === undefined || typeof savedAt === 'number';
  return typeof name === 'string' && idFits && typeof contentHash === 'string' && byFits && atFits;
}
