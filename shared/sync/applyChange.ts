import { isRecordId } from '../core/ids.ts';
import { isJsonObject, type JsonValue } from '../core/json.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { migrateValue, splitPath } from '../schema/migrations.ts';
import type { Change } from './changeSet.ts';
import { withPart } from './paths.ts';
import { createdPath, deletedPath, type StoredRecord, samplePath } from './record.ts';

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
  const base = record ?? emptyRecord(definition, change);
  const migrated = migrateValue(definition.migrations, version, { path: change.path, value: change.after });
  if (migrated === null) return base;
  const { path, value } = migrated;
  const stamped = { ...base, stamps: { ...base.stamps, [path]: change.stamp } };
  return path.startsWith('$') ? withMark(stamped, path, value) : withField(definition, stamped, path, value);
}

/** All changes of one record in order; null only for no record and no changes. */
export function applyChanges(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  changes: readonly Change[],
  version?: number,
): StoredRecord | null {
  return changes.reduce<StoredRecord | null>(
    (current, change) => applyChange(definition, current, change, version),
    record,
  );
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

function withMark(record: StoredRecord, path: string, value: JsonValue): StoredRecord {
  switch (path) {
    case deletedPath:
      return { ...record, deleted: value === true };
    case samplePath:
      return { ...record, sample: value === true };
    case createdPath: {
      if (!isJsonObject(value)) return record;
      const { by, at } = value;
      return {
        ...record,
        createdBy: typeof by === 'string' ? by : '',
        createdAt: typeof at === 'number' ? at : 0,
      };
    }
    default:
      return record;
  }
}

function withField(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  path: string,
  value: JsonValue,
): StoredRecord {
  const { field, part } = splitPath(path);
  const spec = definition.spec(field);
  if (spec === null) return record;
  const next = withPart(spec, record.values[field], part, value);
  if (!next.fits) return record;
  const values: Record<string, AnyValues[string]> = { ...record.values };
  if (next.value === undefined) delete values[field];
  else values[field] = next.value;
  const isCenter = definition.scope === 'center' && field === 'center';
  return { ...record, values, ...(isCenter ? { centerId: isRecordId(next.value) ? next.value : null } : {}) };
}
