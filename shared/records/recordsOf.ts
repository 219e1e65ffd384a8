import type { RecordId } from '../core/ids.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { RecordSet } from './recordSet.ts';
import type { RecordType, ValuesByType } from './registry.ts';

/** A record of a type that the code names, with its exact values. */
export type RecordOf<Type extends RecordType> = StoredRecord<ValuesByType[Type]>;

/** The live records of a type with their exact values. */
export function recordsOf<Type extends RecordType>(set: RecordSet, type: Type): readonly RecordOf<Type>[] {
  // The boundary: a set's records of a type were made by that type's codecs, which the compiler cannot see.
  return set.all(type) as unknown as readonly RecordOf<Type>[];
}

/** One live record; null when unknown or deleted. */
export function recordOf<Type extends RecordType>(
  set: RecordSet,
  type: Type,
  id: RecordId,
): RecordOf<Type> | null {
  const record = set.find(type, id);
  return record === null || record.deleted ? null : (record as unknown as RecordOf<Type>);
}
