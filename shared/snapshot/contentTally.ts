import type { JournalEntry } from '../ipc/host.ts';
import { type ChangeSet, changeSetFromPayload } from '../sync/changeSet.ts';
import type { Stamp } from '../sync/stamp.ts';
import type { SnapshotContent } from './snapshotHeader.ts';

/** Counts what journal entries hold while they pass by; no record is made for it. */
export class ContentTally {
  readonly #ids = new Map<string, Set<string>>();
  readonly #versions = new Map<string, number>();
  #entries = 0;
  #lastSequence = 0;
  #lastStamp: Stamp | null = null;
  #lineage = '';
  #by = '';

  /** An entry that cannot be understood is counted as an entry and nothing more. */
  add({ sequence, payload }: JournalEntry): void {
    this.#entries++;
    this.#lastSequence = sequence;
    const parsed = changeSetFromPayload(payload);
    if (parsed.ok) this.addChangeSet(parsed.value);
  }

  /** The content so far. */
  content(): SnapshotContent {
    return {
      entries: this.#entries,
      lastSequence: this.#lastSequence,
      lastStamp: this.#lastStamp,
      counts: Object.fromEntries([...this.#ids].map(([type, ids]) => [type, ids.size])),
      versions: Object.fromEntries(this.#versions),
      lineage: this.#lineage,
    };
  }

  /** Name of who saved last; '' when unknown. */
  get by(): string {
    return this.#by;
  }

  private addChangeSet({ id, kind, by, changes, versions }: ChangeSet): void {
    this.#by = by;
    if (kind === 'restore') this.#lineage = id;
    for (const [type, version] of Object.entries(versions)) {
      this.#versions.set(type, Math.max(version, this.#versions.get(type) ?? 0));
    }
    for (const { type, id: record, stamp } of changes) {
      const ids = this.#ids.get(type);
      if (ids === undefined) this.#ids.set(type, new Set([record]));
      else ids.add(record);
      if (this.#lastStamp === null || stamp > this.#lastStamp) this.#lastStamp = stamp;
    }
  }
}
