import type { JsonObject } from '../../shared/core/json.ts';
import type { Result } from '../../shared/core/result.ts';
import type {
  Damage,
  EvidenceFile,
  HostError,
  JournalEntry,
  JournalState,
  QuarantinePlace,
  SnapshotPlace,
  SnapshotsState,
} from '../../shared/ipc/host.ts';
import type {
  KeychainChange,
  LockError,
  LockState,
  NewSecrets,
  SealedSnapshot,
  SecretChange,
  UnlockKey,
} from '../../shared/ipc/lockPort.ts';
import type { LogEntry } from '../../shared/ipc/log.ts';
import type { SnapshotReason } from '../../shared/snapshot/snapshotHeader.ts';
import type { RememberedFolder } from './pickedFolder.ts';
import type { ReadSettings } from './slotSettings.ts';

/** What the page asks of the store worker, which alone may open files of the origin's store for writing. */
export type StoreRequest =
  | { readonly call: 'open' }
  | { readonly call: 'append'; readonly from: number; readonly payloads: readonly string[] }
  | { readonly call: 'read'; readonly from: number; readonly limit: number }
  | { readonly call: 'readSettings' }
  | { readonly call: 'writeSettings'; readonly settings: JsonObject }
  | { readonly call: 'readSentinel' }
  | { readonly call: 'writeSentinel'; readonly sentinel: JsonObject }
  | { readonly call: 'snapshotTake'; readonly reason: SnapshotReason }
  | { readonly call: 'snapshotState' }
  | { readonly call: 'snapshotRead'; readonly place: SnapshotPlace; readonly name: string }
  | { readonly call: 'snapshotRestore'; readonly bytes: Uint8Array; readonly mark: string }
  | { readonly call: 'setSecondFolder'; readonly folder: RememberedFolder | null }
  | { readonly call: 'evidencePut'; readonly bytes: Uint8Array }
  | { readonly call: 'evidenceGet'; readonly sha256: string }
  | { readonly call: 'evidenceList' }
  | { readonly call: 'evidenceRemove'; readonly sha256: readonly string[] }
  | { readonly call: 'lockState' }
  | { readonly call: 'lockUnlock'; readonly key: UnlockKey }
  | { readonly call: 'lockNow' }
  | { readonly call: 'lockEnable'; readonly secrets: NewSecrets }
  | { readonly call: 'lockChange'; readonly change: SecretChange }
  | { readonly call: 'lockAskKeychain'; readonly change: KeychainChange }
  | { readonly call: 'lockDisable'; readonly passphrase: string }
  | { readonly call: 'lockOpenSnapshot'; readonly request: SealedSnapshot }
  | { readonly call: 'quarantine'; readonly damage: Damage }
  | { readonly call: 'forgetEverything' }
  | { readonly call: 'writeLog'; readonly entry: LogEntry }
  | { readonly call: 'readLog' };

/** Inside the answer, whose own error is that of the worker itself. */
export type LockAnswer = Result<LockState, LockError>;

/** The answer's type of each call. */
export interface StoreAnswers {
  readonly open: JournalState;
  readonly append: JournalState;
  readonly read: readonly JournalEntry[];
  readonly readSettings: ReadSettings;
  readonly writeLog: null;
  readonly readLog: string;
  readonly writeSettings: null;
  readonly readSentinel: JsonObject;
  readonly writeSentinel: null;
  readonly snapshotTake: SnapshotsState;
  readonly snapshotState: SnapshotsState;
  readonly snapshotRead: Uint8Array;
  readonly snapshotRestore: JournalState;
  readonly setSecondFolder: null;
  readonly evidencePut: EvidenceFile;
  readonly evidenceGet: Uint8Array;
  readonly evidenceList: readonly EvidenceFile[];
  readonly evidenceRemove: number;
  readonly lockState: LockAnswer;
  readonly lockUnlock: LockAnswer;
  readonly lockNow: LockAnswer;
  readonly lockEnable: LockAnswer;
  readonly lockChange: LockAnswer;
  readonly lockAskKeychain: LockAnswer;
  readonly lockDisable: LockAnswer;
  readonly lockOpenSnapshot: Result<Uint8Array, LockError>;
  readonly quarantine: QuarantinePlace;
  readonly forgetEverything: null;
}

export interface NumberedRequest {
  readonly id: number;
  readonly request: StoreRequest;
}

export interface NumberedAnswer {
  readonly id: number;
  readonly answer: Result<StoreAnswers[StoreRequest['call']], HostError>;
}
