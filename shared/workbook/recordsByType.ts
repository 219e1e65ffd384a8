import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordDefinitions } from '../records/registry.ts';

/** Records of which those of a type are made when somebody asks for that type first. */
export function setByType(make: (type: string) => RecordSet): RecordSet {
  const sets = new Map<string, RecordSet>();
  const setOf = (type: string): RecordSet => {
    const set = sets.get(type) ?? make(type);
    sets.set(type, set);
    return set;
  };
  return {
    all: (type) => setOf(type).all(type),
    deleted: (type) => setOf(type).deleted(type),
    find: (type, id) => setOf(type).find(type, id),
  };
}

/** The ids of all records, deleted ones too. */
export function idsOf(records: RecordSet): ReadonlySet<RecordId> {
  const ids = new Set<RecordId>();
  for (const { type } of recordDefinitions) {
    for (const { id } of records.all(type)) ids.add(id);
    for (const { id } of records.deleted(type)) ids.add(id);
  }
  return ids;
}
