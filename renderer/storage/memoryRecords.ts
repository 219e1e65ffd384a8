import type { RecordId } from '../../shared/core/ids.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';

interface TypeRecords {
  readonly byId: Map<RecordId, StoredRecord>;
  /** Made when first asked for, and again after a change of the type. */
  live: readonly StoredRecord[] | null;
  deleted: readonly StoredRecord[] | null;
}

/** All committed records, for synchronous reading; the reading functions may be passed on by themselves. */
export class MemoryRecords implements RecordSet {
  readonly #types = new Map<string, TypeRecords>();

  all = (type: string): readonly StoredRecord[] => {
    const records = this.#types.get(type);
    if (records === undefined) return none;
    records.live ??= [...records.byId.values()].filter(({ deleted }) => !deleted);
    return records.live;
  };

  deleted = (type: string): readonly StoredRecord[] => {
    const records = this.#types.get(type);
    if (records === undefined) return none;
    records.deleted ??= [...records.byId.values()].filter(({ deleted }) => deleted);
    return records.deleted;
  };

  find = (type: string, id: RecordId): StoredRecord | null => this.#types.get(type)?.byId.get(id) ?? null;

  put(records: Iterable<StoredRecord>): void {
    for (const record of records) {
      let group = this.#types.get(record.type);
      if (group === undefined) {
        group = { byId: new Map(), live: null, deleted: null };
        this.#types.set(record.type, group);
      }
      group.byId.set(record.id, record);
      group.live = null;
      group.deleted = null;
    }
  }

  /** Records of each type, deleted ones included. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#types].map(([type, { byId }]) => [type, byId.size]));
  }

  *everything(): Iterable<StoredRecord> {
    for (const { byId } of this.#types.values()) yield* byId.values();
  }
}

const none: readonly StoredRecord[] = [];
