import {
  type ChangeSetId,
  type Clock,
  type DeviceId,
  newChangeSetId,
  type Randomness,
  type RecordId,
} from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { JournalPort, JournalState } from '../../shared/ipc/host.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type { Change, ChangeSet } from '../../shared/sync/changeSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { HybridClock, type Stamp } from '../../shared/sync/stamp.ts';
import type { ChangeSetRow, ReplicaRow } from './database.ts';
import type {
  ChangeSetHead,
  CommitRequest,
  Committed,
  DatabaseProblem,
  FieldbookStore,
  RecordHistoryEntry,
  SaveError,
  StoreState,
} from './fieldbookStore.ts';
import { type History, journalHistory } from './history.ts';
import { changeSetToEntries, changesToRows, type JournalPart, rowToHead, withEntry } from './journalRows.ts';
import type { Opened } from './reconcile.ts';
import type { Replica } from './replica.ts';
import type { SentinelWriter } from './sentinelWriter.ts';
import type { SpaceGuard } from './spaceGuard.ts';
import { stageChanges } from './stageChanges.ts';
import type { StorePlace } from './storePlace.ts';
import type { CopyBatch, WorkingCopy } from './workingCopy.ts';

export interface StoreParts extends Opened {
  readonly definitions: readonly AnyRecordDefinition[];
  readonly journal: JournalPort;
  /** Null when the database could not be opened; `problem` says why. */
  readonly copy: WorkingCopy | null;
  readonly problem: DatabaseProblem | null;
  /** See `StoreState`. */
  readonly wasNotSealed: boolean;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly device: DeviceId;
  readonly place: StorePlace;
  readonly sentinel: SentinelWriter;
  readonly appVersion: string;
  readonly space: SpaceGuard;
}

/** The open store: memory for reading; journal, then database, then memory for writing. */
export class JournaledStore implements FieldbookStore {
  readonly #parts: StoreParts;
  readonly #stamps: HybridClock;
  readonly #replica: Replica;
  readonly #listeners = new Set<() => void>();
  #row: ReplicaRow;
  #journalState: JournalState;
  #state: StoreState;
  #version = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;
  #handedOver = false;
  #heads: Promise<Map<ChangeSetId, ChangeSetHead>> | null = null;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#replica = parts.replica;
    this.#row = parts.row;
    this.#journalState = parts.journalState;
    this.#stamps = new HybridClock(parts.device, parts.clock, parts.replica.lastStamp());
    this.#state = {
      savedAt: parts.savedAt,
      journalBytes: parts.journalState.bytes,
      changeSets: parts.row.changeSets,
      opening: parts.opening,
      writing: false,
      ...(parts.quarantine === null ? {} : { quarantine: parts.quarantine }),
      ...(parts.wasNotSealed ? { wasNotSealed: true } : {}),
      ...this.#problem(),
    };
    this.#noteSentinel();
    // The database can also stop by itself: taken away by the browser, or wanted by another window.
    parts.copy?.onStop(() => this.#show({}));
    parts.space.watch(() => this.#show({}));
  }

  get device(): DeviceId {
    return this.#parts.device;
  }

  get records(): RecordSet {
    return this.#replica.records;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  version = (): number => this.#version;

  state = (): StoreState => this.#state;

  seen(): Readonly<Record<string, Stamp>> {
    return this.#replica.seen();
  }

  issueStamp(): Stamp {
    return this.#stamps.issue();
  }

  setHandedOver(isHandedOver: boolean): void {
    this.#handedOver = isHandedOver;
  }

  commit(request: CommitRequest): Promise<Result<Committed, SaveError>> {
    const closed = this.#closedTo();
    if (closed !== null) return Promise.resolve(err(closed));
    const turn = this.#queue.then(() => this.#commit(request));
    // A plan that throws is its caller's bug and must not stop those behind it.
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async refusal(): Promise<SaveError | null> {
    return this.#closedTo() ?? (await this.#lackOfRoom());
  }

  #closedTo(): SaveError | null {
    if (this.#closed) return { code: 'CLOSED' };
    return this.#handedOver ? { code: 'HANDED_OVER' } : null;
  }

  async #lackOfRoom(): Promise<SaveError | null> {
    const { space } = this.#parts;
    if (await space.hasRoom()) return null;
    return { code: 'NO_ROOM', freeBytes: space.scarce?.freeBytes ?? 0 };
  }

  changeSets(limit: number): Promise<readonly ChangeSet[]> {
    return this.#ask((history) => history.changeSets(limit));
  }

  async changeSetHeads(limit: number): Promise<readonly ChangeSetHead[]> {
    // Kept once they were read: screens ask for thousands of them after each commit.
    this.#heads ??= this.#ask((history) => history.heads()).then(
      (heads) => new Map(heads.map((head) => [head.id, head])),
    );
    const heads = await this.#heads.catch((error: unknown) => {
      this.#heads = null;
      throw error;
    });
    return limit > 0 ? [...heads.values()].slice(-limit).reverse() : [];
  }

  changeSet(id: ChangeSetId): Promise<ChangeSet | null> {
    return this.#ask((history) => history.changeSet(id));
  }

  changeSetsAbout(ids: ReadonlySet<RecordId>): Promise<readonly ChangeSet[]> {
    return this.#ask((history) => history.changeSetsAbout(ids));
  }

  historyOf(id: RecordId): Promise<readonly RecordHistoryEntry[]> {
    return this.#ask((history) => history.historyOf(id));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#parts.space.stop();
    await this.#parts.place.release(async () => {
      await this.#queue;
      await this.#parts.sentinel.flush();
      this.#parts.copy?.close();
    });
  }

  async #commit(request: CommitRequest): Promise<Result<Committed, SaveError>> {
    const planned = request.plan(this.records, () => this.#stamps.issue());
    const staged = stageChanges(planned, this.#replica, request.kind);
    if (!staged.ok) return err({ code: 'INVALID', findings: staged.error });
    if (staged.value.length === 0) return ok({ changeSet: null });
    const lacking = await this.#lackOfRoom();
    if (lacking !== null) return err(lacking);
    const changeSet = this.#changeSetOf(request, staged.value);
    this.#show({ writing: true });
    const written = await this.#write(changeSet).catch((error: unknown) => {
      this.#show({ writing: false });
      throw error;
    });
    if (!written.ok) this.#show({ writing: false });
    return written;
  }

  #changeSetOf({ kind, by, source, undoes }: CommitRequest, changes: readonly Change[]): ChangeSet {
    const versions: Record<string, number> = {};
    for (const { type } of changes) versions[type] = this.#replica.definitionOf(type)?.version ?? 1;
    return {
      id: newChangeSetId(this.#parts.clock, this.#parts.random),
      kind,
      at: this.#parts.clock.now(),
      by,
      changes,
      versions,
      ...(undoes === undefined ? {} : { undoes }),
      ...(source === undefined ? {} : { source }),
    };
  }

  async #write(changeSet: ChangeSet): Promise<Result<Committed, SaveError>> {
    const entries = changeSetToEntries(changeSet);
    const first = this.#journalState.lastSequence + 1;
    const journaled = await this.#parts.journal.append(
      first,
      entries.map(({ payload }) => payload),
    );
    if (!journaled.ok) {
      return err({ code: 'JOURNAL', cause: journaled.error.code, detail: journaled.error.detail });
    }
    this.#journalState = journaled.value;
    // From here on it is saved. Memory follows the journal, not the database, which may be slow or broken.
    const records = this.#replica.take(changeSet);
    const last = this.#replica.lastStamp();
    if (last !== null) this.#stamps.observe(last);
    const batch = this.#batchOf(entries, first, records);
    this.#version += 1;
    this.#show({
      savedAt: changeSet.at,
      journalBytes: journaled.value.bytes,
      changeSets: batch.replica.changeSets,
    });
    this.#noteSentinel();
    await this.#parts.copy?.write(batch);
    this.#show({ writing: false });
    return ok({ changeSet });
  }

  #batchOf(entries: readonly JournalPart[], first: number, records: readonly StoredRecord[]): CopyBatch {
    const changes = entries.flatMap(({ part }, index) => changesToRows(first + index, part.changes));
    const head = entries.reduce<ChangeSetRow | undefined>(
      (row, { part }, index) => withEntry(row, first + index, part, this.#replica.centerOf),
      undefined,
    );
    this.#row = {
      ...this.#row,
      lastSequence: this.#journalState.lastSequence,
      counts: this.#replica.records.counts(),
      changeSets: this.#row.changeSets + 1,
      changeRows: this.#row.changeRows + changes.length,
      seen: this.#replica.seen(),
    };
    if (head !== undefined)
      this.#heads = this.#heads?.then((heads) => heads.set(head.id, rowToHead(head))) ?? null;
    return { changeSets: head === undefined ? [] : [head], changes, records, replica: this.#row };
  }

  /** Only of what the journal has flushed: the sentinel must never run ahead. */
  #noteSentinel(): void {
    const { definitions, appVersion, sentinel } = this.#parts;
    const { lastSequence } = this.#journalState;
    if (lastSequence === 0) return;
    sentinel.note({
      lastSequence,
      lastStamp: this.#replica.lastStamp(),
      counts: this.#replica.records.counts(),
      versions: Object.fromEntries(definitions.map(({ type, version }) => [type, version])),
      appVersion,
      lineage: this.#row.lineage ?? '',
      knownDamage: this.#row.knownDamage,
    });
  }

  async #ask<T>(question: (history: History) => Promise<T>): Promise<T> {
    // What is being written belongs to the answer.
    await this.#queue;
    const answer = await this.#parts.copy?.askHistory(question);
    return answer != null
      ? answer.value
      : question(journalHistory(this.#parts.journal, this.#replica.centerOf));
  }

  #show(part: Partial<StoreState>): void {
    const { space: _, ...before } = this.#state;
    const { scarce } = this.#parts.space;
    const space = scarce === null ? {} : { space: scarce };
    this.#state = { ...before, ...space, ...part, ...this.#problem() };
    for (const listener of [...this.#listeners]) listener();
  }

  #problem(): Pick<StoreState, 'database'> {
    const problem = this.#parts.problem ?? this.#parts.copy?.problem ?? null;
    return problem === null ? {} : { database: problem };
  }
}
