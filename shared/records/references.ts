import { isRecordId, type RecordId } from '../core/ids.ts';
import { referredType } from '../schema/codecs/references.ts';
import type { StoredRecord } from '../sync/record.ts';
import { recordDefinitions } from './registry.ts';

/** Type and id of every record that a record refers to. */
export function references(record: StoredRecord): readonly (readonly [string, RecordId])[] {
  const found: (readonly [string, RecordId])[] = [];
  for (const { key, to } of referenceFields.get(record.type) ?? []) {
    const value: unknown = record.values[key];
    if (isRecordId(value)) found.push([to, value]);
    else if (Array.isArray(value)) for (const id of value) if (isRecordId(id)) found.push([to, id]);
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
