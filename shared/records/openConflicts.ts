import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { conflictsOf, type FieldConflict, mayConflict } from '../sync/conflicts.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { RecordSet } from './recordSet.ts';
import { recordDefinitions } from './registry.ts';

/** A conflict with the record that it is about. */
export interface OpenConflict {
  readonly definition: AnyRecordDefinition;
  readonly record: StoredRecord;
  readonly conflict: FieldConflict;
}

/**
 * Every conflict that waits for a decision, by type, then record and path, so that each replica lists them alike.
 * `ofRecord` may answer from a cache; by default each record is looked through.
 */
export function openConflicts(
  records: RecordSet,
  ofRecord: typeof conflictsOf = conflictsOf,
): readonly OpenConflict[] {
  return recordDefinitions.flatMap((definition) => {
    const { type } = definition;
    const suspects = [...records.all(type), ...records.deleted(type)].filter(mayConflict);
    return suspects
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((record) =>
        [...ofRecord(definition, record)]
          .sort((a, b) => (a.path < b.path ? -1 : 1))
          .map((conflict) => ({ definition, record, conflict })),
      );
  });
}
