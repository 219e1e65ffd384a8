import type { ChangeSetId, DeviceId, RecordId } from '../../shared/core/ids.ts';
import type { Result } from '../../shared/core/result.ts';
import type { HostErrorCode } from '../../shared/ipc/host.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import type { Finding } from '../../shared/schema/validate.ts';
import type { Change, ChangeSet, ChangeSetKind, ChangeSource } from '../../shared/sync/changeSet.ts';
import type { IssueStamp } from '../../shared/sync/planEdit.ts';
import type { Stamp } from '../../shared/sync/stamp.ts';
import type { ScarceSpace } from './spaceGuard.ts';

/**
 * The working store of this installation: records in memory over Dexie over the host's journal. There is one way to
 * write (`commit`), for forms, imports, undo and set-up alike.
 */
export interface FieldbookStore {
  readonly device: DeviceId;
  /** Synchronous reads of what is committed. */
  readonly records: RecordSet;
  /** Called after each commit and each other change of `state()`; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Goes up by one with each commit, for useSyncExternalStore. */
  version(): number;
  /**
   * Plans and writes one change set, one after the other: the plan sees the state that it will change. Resolves when
   * the journal has flushed it and the database has committed it; a plan without changes writes nothing. Once the
   * journal has it, it is saved: a database that fails then shows in `state().database`, not as an error here.
   * Changes whose path was written later than planned are left out.
   */
  commit(request: CommitRequest): Promise<Result<Committed, SaveError>>;
  /** What every commit would be refused with now, for work that has to be done before one; null when none would. */
  refusal(): Promise<SaveError | null>;
  /** Change sets, newest first. */
  changeSets(limit: number): Promise<readonly ChangeSet[]>;
  changeSet(id: ChangeSetId): Promise<ChangeSet | null>;
  /** Like `changeSets` but without the changes, so that thousands cost nothing. */
  changeSetHeads(limit: number): Promise<readonly ChangeSetHead[]>;
  /** Every change set that changed one of these records, with what it changed of them and no more; oldest first. */
  changeSetsAbout(ids: ReadonlySet<RecordId>): Promise<readonly ChangeSet[]>;
  /** Every change of one record, oldest first, with the change set it belongs to. */
  historyOf(id: RecordId): Promise<readonly RecordHistoryEntry[]>;
  /** Stamps this replica has seen from each device. */
  seen(): Readonly<Record<string, Stamp>>;
  /** What the foot of the screen tells; the same object until something of it changes. */
  state(): StoreState;
  /** Issues a stamp outside a commit: an export's. */
  issueStamp(): Stamp;
  /** While this installation is handed over, nothing is written: its successor goes on. */
  setHandedOver(isHandedOver: boolean): void;
  close(): Promise<void>;
}

export interface CommitRequest {
  readonly kind: ChangeSetKind;
  readonly by: string;
  readonly source?: ChangeSource;
  readonly undoes?: ChangeSetId;
  plan(records: RecordSet, issue: IssueStamp): readonly Change[];
}

export interface Committed {
  /** Null when the plan had no changes. */
  readonly changeSet: ChangeSet | null;
}

export type SaveError =
  | { readonly code: 'JOURNAL'; readonly cause: HostErrorCode; readonly detail: string }
  | DatabaseProblem
  | { readonly code: 'INVALID'; readonly findings: readonly Finding[] }
  /** So little room is left that nothing is written; it was not saved. */
  | { readonly code: 'NO_ROOM'; readonly freeBytes: number }
  /** A successor goes on with what is here; it was not saved. */
  | { readonly code: 'HANDED_OVER' }
  | { readonly code: 'CLOSED' };

export type DatabaseProblem =
  | { readonly code: 'DATABASE'; readonly detail: string }
  | { readonly code: 'TIMEOUT'; readonly seconds: number };

export interface ChangeSetHead extends Omit<ChangeSet, 'changes'> {
  readonly changeCount: number;
  /** Centers of the records that it changed. */
  readonly centerIds: readonly RecordId[];
}

export interface RecordHistoryEntry {
  readonly change: Change;
  readonly changeSet: Pick<ChangeSet, 'id' | 'kind' | 'at' | 'by' | 'source'>;
}

export interface StoreState {
  /** Milliseconds since 1970 of the last change set; null when there is none. */
  readonly savedAt: number | null;
  readonly journalBytes: number;
  readonly changeSets: number;
  /** What happened when the store was opened, for one sentence to the user. */
  readonly opening:
    | { readonly kind: 'clean' }
    | { readonly kind: 'rebuilt'; readonly changeSets: number; readonly reason?: RebuildReason }
    | { readonly kind: 'caughtUp'; readonly changeSets: number }
    | { readonly kind: 'journalRestored'; readonly changeSets: number }
    /** `changeSets` were taken from snapshots; `missing` entries are in none. */
    | { readonly kind: 'rescued'; readonly changeSets: number; readonly missing: number }
    | { readonly kind: 'restored'; readonly name: string }
    | { readonly kind: 'damaged'; readonly lost: readonly number[] };
  /** Where a copy of what looked damaged was put; absent when nothing did. */
  readonly quarantine?: string;
  /** The journal that was put there lay in plain text although encryption is on, and was not taken. */
  readonly wasNotSealed?: true;
  readonly writing: boolean;
  /** Absent while there is room enough. */
  readonly space?: ScarceSpace;
  /** Absent while the database works. Afterwards all is still saved in the journal, and rebuilt at the next start. */
  readonly database?: DatabaseProblem;
}

/**
 * `missing`: the database was empty; `inconsistent`: it did not hold what it should, or could not be opened;
 * `updated`: this version of Fieldbook has other fields, which is no reason to worry anybody; `unkept`: there is no
 * database while the data are encrypted.
 */
export type RebuildReason = 'missing' | 'inconsistent' | 'updated' | 'unkept';
