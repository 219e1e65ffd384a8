import type { RecordId } from '../../shared/core/ids.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import { migrateValue } from '../../shared/schema/migrations.ts';
import { applyChange } from '../../shared/sync/applyChange.ts';
import type { Change, ChangeSet } from '../../shared/sync/changeSet.ts';
import { hasTakenIn } from '../../shared/sync/pathVersions.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { parseStamp, type Stamp } from '../../shared/sync/stamp.ts';
import { MemoryRecords } from './memoryRecords.ts';

/** What the journal's entries, read up to some point, amount to. */
export class Replica {
  readonly records = new MemoryRecords();
  readonly #definitions: ReadonlyMap<string, AnyRecordDefinition>;
  readonly #seen: Map<string, Stamp>;

  constructor(
    definitions: readonly AnyRecordDefinition[],
    seen: Readonly<Record<string, Stamp>> = {},
    records: Iterable<StoredRecord> = [],
  ) {
    this.#definitions = new Map(definitions.map((definition) => [definition.type, definition]));
    this.#seen = new Map(Object.entries(seen));
    this.records.put(records);
  }

  /** Null for a type that this version does not know. */
  definitionOf(type: string): AnyRecordDefinition | null {
    return this.#definitions.get(type) ?? null;
  }

  centerOf = (type: string, id: RecordId): RecordId | null => this.records.find(type, id)?.centerId ?? null;

  /** Takes a journaled change set in and returns the records as it leaves them. Unknown types are passed over. */
  take({ changes, versions }: Pick<ChangeSet, 'changes' | 'versions'>): readonly StoredRecord[] {
    const touched = new Map<string, StoredRecord>();
    for (const change of changes) {
      this.#note(change.stamp);
      const definition = this.definitionOf(change.type);
      if (definition === null) continue;
      const key = `${change.type}/${change.id}`;
      const before = touched.get(key) ?? this.records.find(change.type, change.id);
      const after = mergeChange(definition, before, change, versions[change.type]);
      if (after !== before) touched.set(key, after);
    }
    const records = [...touched.values()];
    this.records.put(records);
    return records;
  }

  seen(): Readonly<Record<string, Stamp>> {
    return Object.fromEntries(this.#seen);
  }

  /** The highest stamp ever taken in; null when there is none. */
  lastStamp(): Stamp | null {
    let last: Stamp | null = null;
    for (const stamp of this.#seen.values()) if (last === null || stamp > last) last = stamp;
    return last;
  }

  #note(stamp: Stamp): void {
    const { device } = parseStamp(stamp);
    const known = this.#seen.get(device);
    if (known === undefined || stamp > known) this.#seen.set(device, stamp);
  }
}

/**
 * A change applied where it says something new. Joining does not mind the order, so entries that had to be appended
 * to the journal out of their order (after damage) still end in the same records.
 */
function mergeChange(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  change: Change,
  version: number = definition.version,
): StoredRecord {
  if (record !== null && hasTakenIn(record, currentPath(definition, change, version), change.stamp))
    return record;
  return applyChange(definition, record, change, version);
}

function currentPath(definition: AnyRecordDefinition, { path, after }: Change, version: number): string {
  if (version === definition.version) return path;
  return migrateValue(definition.migrations, version, { path, value: after })?.path ?? path;
}
