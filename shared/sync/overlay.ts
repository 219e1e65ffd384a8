import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { findDefinition } from '../records/registry.ts';
import { applyChanges } from './applyChange.ts';
import type { Change } from './changeSet.ts';
import type { StoredRecord } from './record.ts';

/** A record set as it would be after changes; the set itself stays as it is. Changes of unknown types are left out. */
export function overlaySet(base: RecordSet, changes: readonly Change[]): RecordSet {
  const changed = new Map<RecordId, StoredRecord>();
  for (const [id, own] of groupBy(changes, (change) => change.id)) {
    const type = own[0]?.type ?? '';
    const definition = findDefinition(type);
    if (definition === null) continue;
    const record = applyChanges(definition, base.find(type, id), own);
    if (record !== null) changed.set(id, record);
  }
  return replacedSet(base, changed);
}

/** A record set in which some records stand in for, or beside, those of the base. */
export function replacedSet(base: RecordSet, replaced: ReadonlyMap<RecordId, StoredRecord>): RecordSet {
  const live = new Map<string, readonly StoredRecord[]>();
  const gone = new Map<string, readonly StoredRecord[]>();
  const merged = (type: string, deleted: boolean): readonly StoredRecord[] => {
    const cache = deleted ? gone : live;
    let records = cache.get(type);
    if (records === undefined) {
      const kept = (deleted ? base.deleted(type) : base.all(type)).filter(({ id }) => !replaced.has(id));
      const own = [...replaced.values()].filter(
        (record) => record.type === type && record.deleted === deleted,
      );
      records = [...kept, ...own];
      cache.set(type, records);
    }
    return records;
  };
  return {
    all: (type) => merged(type, false),
    deleted: (type) => merged(type, true),
    find: (type, id) => {
      const own = replaced.get(id);
      return own === undefined ? base.find(type, id) : own.type === type ? own : null;
    },
  };
}
