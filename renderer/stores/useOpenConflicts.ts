import { useMemo } from 'react';
import { type OpenConflict, openConflicts } from '../../shared/records/openConflicts.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import { conflictsOf, type FieldConflict } from '../../shared/sync/conflicts.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { useRecordSet } from '../storage/StoreContext.tsx';

/** All conflicts that wait for a decision; the same array until a record changes. */
export function useOpenConflicts(): readonly OpenConflict[] {
  const records = useRecordSet();
  return useMemo(() => openConflicts(records, rememberedConflicts), [records]);
}

// A record never changes, it is replaced; and a deleted one is dear to look through.
const known = new WeakMap<StoredRecord, readonly FieldConflict[]>();

/** The conflicts of a record, from a cache. */
export function rememberedConflicts(
  definition: AnyRecordDefinition,
  record: StoredRecord,
): readonly FieldConflict[] {
  const before = known.get(record);
  if (before !== undefined) return before;
  const conflicts = conflictsOf(definition, record);
  known.set(record, conflicts);
  return conflicts;
}
