import type { RecordId } from '../../shared/core/ids.ts';
import { definitionOf } from '../../shared/records/registry.ts';
import { applyChange } from '../../shared/sync/applyChange.ts';
import type { Change } from '../../shared/sync/changeSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';

/** The records that changes make, applied one after the other. */
export function recordsFromChanges(changes: readonly Change[]): readonly StoredRecord[] {
  const records = new Map<RecordId, StoredRecord>();
  for (const change of changes) {
    records.set(change.id, applyChange(definitionOf(change.type), records.get(change.id) ?? null, change));
  }
  return [...records.values()];
}
