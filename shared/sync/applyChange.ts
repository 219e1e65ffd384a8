import { isRecordId } from '../core/ids.ts';
import { isJsonObject, type JsonValue } from '../core/json.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { migrateValue, type Path, splitPath } from '../schema/migrations.ts';
import type { Change } from './changeSet.ts';
import { withPart } from './paths.ts';
import { createdPath, deletedPath, type StoredRecord, samplePath } from './record.ts';
import type { Stamp } from './stamp.ts';

/**
 * The record after one change; a record that does not exist yet is made. `version` is the type's when the change was
 * written. A value that no longer fits its field leaves the record's value as it was and only its stamp is noted.
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

/** A record that is being changed; nobody else holds it or its two tables. */
type Draft = Omit<{ -readonly [Key in keyof StoredRecord]: StoredRecord[Key] }, 'values' | 'stamps'> & {
  readonly values: Record<string, AnyValues[string]>;
  readonly stamps: Record<Path, Stamp>;
};

function draftOf(record: StoredRecord): Draft {
  return { ...record, values: { ...record.values }, stamps: { ...record.stamps } };
}

function emptyRecord(definition: AnyRecordDefinition, { id }: Change): StoredRecord {
  return {
    id,
    type: definition.type,
    centerId: definition.type === 'center' ? id : null,
    values: {},
    stamps: {},
    deleted: false,
    sample: false,
    createdBy: '',
    createdAt: 0,
  };
}

function writeChange(definition: AnyRecordDefinition, draft: Draft, change: Change, version: number): void {
  const migrated = migrateValue(definition.migrations, version, { path: change.path, value: change.after });
  if (migrated === null) return;
  const { path, value } = migrated;
  draft.stamps[path] = change.stamp;
  if (path.startsWith('$')) writeMark(draft, path, value);
  else writeField(definition, draft, path, value);
}

function writeMark(draft: Draft, path: Path, value: JsonValue): void {
  switch (path) {
    case deletedPath:
      draft.deleted = value === true;
      return;
    case samplePath:
      draft.sample = value === true;
      return;
    case createdPath: {
      if (!isJsonObject(value)) return;
      const { by, at } = value;
      draft.createdBy = typeof by === 'string' ? by : '';
      draft.createdAt = typeof at === 'number' ? at : 0;
    }
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
