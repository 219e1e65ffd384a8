import { isRecordId, type RecordId } from '../core/ids.ts';
import { referredType } from '../schema/codecs/references.ts';
import { joinPath, type Path } from '../schema/migrations.ts';
import type { StoredRecord } from '../sync/record.ts';
import { recordDefinitions } from './registry.ts';

/** Type and id of every record that a record refers to, and the path under which it does. */
export function references(record: StoredRecord): readonly (readonly [string, RecordId, Path])[] {
  const found: (readonly [string, RecordId, Path])[] = [];
  for (const { key, to } of referenceFields.get(record.type) ?? []) {
    const value: unknown = record.values[key];
    if (isRecordId(value)) found.push([to, value, key]);
    else if (Array.isArray(value))
      for (const id of value) if (isRecordId(id)) found.push([to, id, joinPath(key, id)]);
  }
  return found;
}

const referenceFields: ReadonlyMap<string, readonly { readonly key: string; readonly to: string }[]> =
  new Map(
    recordDefinitions.map((definition) => [
      definition.type,
      definition.fieldKeys.flatMap((key) => {
        const spec = definition.spec(key);
        const to = spec === null ? null : referredType(spec);
        return to === null ? [] : [{ key, to }];
      }),
    ]),
  );
