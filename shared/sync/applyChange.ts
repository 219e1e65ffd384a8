import { isRecordId } from '../core/ids.ts';
import { isJsonObject, type JsonValue } from '../core/json.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { migrateValue, type Path, splitPath } from '../schema/migrations.ts';
import type { Change } from './changeSet.ts';
import { withPart } from './paths.ts';
import { stampsFromJson, versionsAt } from './pathVersions.ts';
import { createdPath, deletedPath, type StoredRecord, samplePath } from './record.ts';
import type { Stamp } from './stamp.ts';
import { joinVersions, type Version } from './versions.ts';

/**
 * The record after one change, joined by stamps and knowledge: the order in which changes come does not matter. A
 * record that does not exist yet is made. `version` is the type's when the change was written. A value that no longer
 * fits its field leaves the record's value as it was and only its stamp is noted.
 */
export function applyChange(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  change: Change,
  version: number = definition.version,
): StoredRecord {
  const draft = draftOf(record ?? emptyRecord(definition, change));
  writeChange(definition, draft, change, version);
  return draft;
}

/** All changes of one record in order; null only for no record and no changes. */
export function applyChanges(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  changes: readonly Change[],
  version: number = definition.version,
): StoredRecord | null {
  const [first] = changes;
  if (first === undefined) return record;
  // One copy for all changes: an import brings dozens to a record.
  const draft = draftOf(record ?? emptyRecord(definition, first));
  for (const change of changes) writeChange(definition, draft, change, version);
  return draft;
}

/** A record that is being changed; nobody else holds it or its tables. */
type Draft = Omit<
  { -readonly [Key in keyof StoredRecord]: StoredRecord[Key] },
  'values' | 'stamps' | 'knows' | 'siblings' | 'resolved'
> & {
  readonly values: Record<string, AnyValues[string]>;
  readonly stamps: Record<Path, Stamp>;
  readonly knows: Record<Path, readonly Stamp[]>;
  readonly siblings: Record<Path, readonly Version[]>;
  readonly resolved: Record<Path, JsonValue>;
};

function draftOf(record: StoredRecord): Draft {
  return {
    ...record,
    values: { ...record.values },
    stamps: { ...record.stamps },
    knows: { ...record.knows },
    siblings: { ...record.siblings },
    resolved: { ...record.resolved },
  };
}

function emptyRecord(definition: AnyRecordDefinition, { id }: Change): StoredRecord {
  return {
    id,
    type: definition.type,
    centerId: definition.type === 'center' ? id : null,
    values: {},
    stamps: {},
    knows: {},
    siblings: {},
    deleted: false,
    deletedSeeing: [],
    resolved: {},
    sample: false,
    createdBy: '',
    createdAt: 0,
  };
}

function writeChange(definition: AnyRecordDefinition, draft: Draft, change: Change, version: number): void {
  const migrated = migrateValue(definition.migrations, version, { path: change.path, value: change.after });
  if (migrated === null) return;
  const { path, value } = migrated;
  const written = { stamp: change.stamp, value, knows: change.knows ?? [] };
  // Most changes of an import write a path for the first time: there is nothing to be joined.
  const before = draft.stamps[path] === undefined ? [] : versionsAt(definition, draft, path);
  const [winner = written, ...others] = before.length === 0 ? [written] : joinVersions(before, [written]);
  // Who made a record is one fact, which a workbook without names tells by an earlier stamp: the latest says it all.
  const siblings = path === createdPath ? [] : others;
  if (siblings.length > 0) draft.siblings[path] = siblings;
  else delete draft.siblings[path];
  if (winner.stamp === before[0]?.stamp) return;
  draft.stamps[path] = winner.stamp;
  if (winner.knows.length > 0) draft.knows[path] = winner.knows;
  else delete draft.knows[path];
  if (path.startsWith('$')) writeMark(draft, path, winner.value);
  else writeField(definition, draft, path, winner.value);
}

function writeMark(draft: Draft, path: Path, value: JsonValue): void {
  switch (path) {
    case deletedPath:
      draft.deleted = value !== null;
      draft.deletedSeeing = stampsFromJson(value);
      return;
    case samplePath:
      draft.sample = value === true;
      return;
    case createdPath: {
      if (!isJsonObject(value)) return;
      const { by, at } = value;
      draft.createdBy = typeof by === 'string' ? by : '';
      draft.createdAt = typeof at === 'number' ? at : 0;
      return;
    }
    default:
      if (value === null) delete draft.resolved[path];
      else draft.resolved[path] = value;
  }
}

function writeField(definition: AnyRecordDefinition, draft: Draft, path: Path, value: JsonValue): void {
  const { field, part } = splitPath(path);
  const spec = definition.spec(field);
  if (spec === null) return;
  const next = withPart(spec, draft.values[field], part, value);
  if (!next.fits) return;
  if (next.value === undefined) delete draft.values[field];
  else draft.values[field] = next.value;
  if (definition.scope === 'center' && field === 'center') {
    draft.centerId = isRecordId(next.value) ? next.value : null;
  }
}
