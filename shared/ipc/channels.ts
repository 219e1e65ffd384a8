import type { JsonObject } from '../core/json.ts';
import type { Result } from '../core/result.ts';
import type { FileError } from '../messages/fileErrors.ts';
import type { SnapshotReason } from '../snapshot/snapshotHeader.ts';
import type { GridPart } from '../workbook/gridParts.ts';
import type {
  AppInfo,
  Damage,
  EvidenceFile,
  FileToSave,
  HostError,
  JournalEntry,
  JournalState,
  PickedFile,
  PickOptions,
  QuarantinePlace,
  SavedFile,
  SetAside,
  SnapshotPlace,
  SnapshotsState,
  WorkbookToRead,
} from './host.ts';
import type {
  KeychainChange,
  LockError,
  LockState,
  NewSecrets,
  SealedSnapshot,
  SecretChange,
  UnlockKey,
} from './lockPort.ts';
import type { LogEntry } from './log.ts';

/** Files larger than this are not read into memory. */
export const maxPickedBytes = 200 * 1024 * 1024;

/** Every call of the bridge with what it is given and what it gives; a channel's name is its call's. */
export interface HostCalls {
  readonly appInfo: { readonly payload: null; readonly result: AppInfo };
  readonly journalOpen: { readonly payload: null; readonly result: Result<JournalState, HostError> };
  readonly journalAppend: {
    readonly payload: { readonly from: number; readonly payloads: readonly string[] };
    readonly result: Result<JournalState, HostError>;
  };
  readonly journalRead: {
    readonly payload: { readonly from: number; readonly limit: number };
    readonly result: Result<readonly JournalEntry[], HostError>;
  };
  readonly filesPick: {
    readonly payload: PickOptions;
    readonly result: Result<readonly PickedFile[] | null, HostError>;
  };
  readonly filesSave: { readonly payload: FileToSave; readonly result: Result<SavedFile | null, HostError> };
  readonly settingsRead: { readonly payload: null; readonly result: Result<JsonObject, HostError> };
  readonly settingsWrite: { readonly payload: JsonObject; readonly result: Result<null, HostError> };
  readonly sentinelRead: { readonly payload: null; readonly result: Result<JsonObject, HostError> };
  readonly sentinelWrite: { readonly payload: JsonObject; readonly result: Result<null, HostError> };
  readonly snapshotTake: {
    readonly payload: SnapshotReason;
    readonly result: Result<SnapshotsState, HostError>;
  };
  readonly snapshotState: { readonly payload: null; readonly result: Result<SnapshotsState, HostError> };
  readonly snapshotRead: {
    readonly payload: { readonly place: SnapshotPlace; readonly name: string };
    readonly result: Result<Uint8Array, HostError>;
  };
  readonly snapshotRestore: {
    readonly payload: { readonly bytes: Uint8Array; readonly mark: string };
    readonly result: Result<JournalState, HostError>;
  };
  readonly snapshotChooseFolder: {
    readonly payload: string;
    readonly result: Result<SnapshotsState | null, HostError>;
  };
  readonly snapshotForgetFolder: {
    readonly payload: null;
    readonly result: Result<SnapshotsState, HostError>;
  };
  readonly evidencePut: { readonly payload: Uint8Array; readonly result: Result<EvidenceFile, HostError> };
  readonly evidenceGet: { readonly payload: string; readonly result: Result<Uint8Array, HostError> };
  readonly evidenceList: {
    readonly payload: null;
    readonly result: Result<readonly EvidenceFile[], HostError>;
  };
  readonly evidenceRemove: {
    readonly payload: readonly string[];
    readonly result: Result<number, HostError>;
  };
  readonly lockState: { readonly payload: null; readonly result: Result<LockState, LockError> };
  readonly lockUnlock: { readonly payload: UnlockKey; readonly result: Result<LockState, LockError> };
  readonly lockNow: { readonly payload: null; readonly result: Result<LockState, LockError> };
  readonly lockEnable: { readonly payload: NewSecrets; readonly result: Result<LockState, LockError> };
  readonly lockChange: { readonly payload: SecretChange; readonly result: Result<LockState, LockError> };
  readonly lockAskKeychain: {
    readonly payload: KeychainChange;
    readonly result: Result<LockState, LockError>;
  };
  readonly lockDisable: { readonly payload: string; readonly result: Result<LockState, LockError> };
  readonly lockOpenSnapshot: {
    readonly payload: SealedSnapshot;
    readonly result: Result<Uint8Array, LockError>;
  };
  readonly workbookRead: { readonly payload: WorkbookToRead; readonly result: Result<GridPart, FileError> };
  readonly workbookNext: { readonly payload: number; readonly result: Result<GridPart, FileError> };
  readonly workbookEnd: { readonly payload: number; readonly result: null };
  readonly quarantine: { readonly payload: Damage; readonly result: Result<QuarantinePlace, HostError> };
  readonly clearDatabases: { readonly payload: null; readonly result: Result<null, HostError> };
  readonly forgetEverything: { readonly payload: null; readonly result: Result<null, HostError> };
  readonly beginAnew: { readonly payload: null; readonly result: Result<SetAside | null, HostError> };
  readonly openExternal: { readonly payload: string; readonly result: Result<null, HostError> };
  readonly printToPdf: { readonly payload: string; readonly result: Result<SavedFile | null, HostError> };
  readonly logWrite: { readonly payload: LogEntry; readonly result: null };
  readonly logRead: { readonly payload: null; readonly result: Result<string, HostError> };
  readonly closeAnswer: { readonly payload: boolean; readonly result: null };
}

export type HostCall = keyof HostCalls;

export const hostCalls = [
  'appInfo',
  'journalOpen',
  'journalAppend',
  'journalRead',
  'filesPick',
  'filesSave',
  'settingsRead',
  'settingsWrite',
  'sentinelRead',
  'sentinelWrite',
  'snapshotTake',
  'snapshotState',
  'snapshotRead',
  'snapshotRestore',
  'snapshotChooseFolder',
  'snapshotForgetFolder',
  'evidencePut',
  'evidenceGet',
  'evidenceList',
  'evidenceRemove',
  'lockState',
  'lockUnlock',
  'lockNow',
  'lockEnable',
  'lockChange',
  'lockAskKeychain',
  'lockDisable',
  'lockOpenSnapshot',
  'workbookRead',
  'workbookNext',
  'workbookEnd',
  'quarantine',
  'clearDatabases',
  'forgetEverything',
  'beginAnew',
  'openExternal',
  'printToPdf',
  'logWrite',
  'logRead',
  'closeAnswer',
] as const satisfies readonly HostCall[];

/** The channel of a call from the renderer to the main process. */
export const channelOf = (call: HostCall): string => `fieldbook:${call}`;

/** The two messages from the main process to the renderer: the window is about to close, … */
export const closeRequestedChannel = 'fieldbook:closeRequested';
/** … and, with true or false, a dialogue in which a person is asked something was opened or closed. */
export const dialogueChannel = 'fieldbook:dialogue';

/** What the preload exposes as `window.fieldbookHost`: one method per call, no way to name a channel. */
export type HostBridge = {
  readonly [Call in Exclude<HostCall, 'closeAnswer'>]: (
    payload: HostCalls[Call]['payload'],
  ) => Promise<HostCalls[Call]['result']>;
} & {
  /** `hasUnsavedWork` is asked each time that the window is about to close. */
  onCloseRequested(hasUnsavedWork: () => boolean): void;
  /** Told when the main process opens a dialogue and when that is closed: meanwhile it is a person who is waited for. */
  onDialogue(listener: (isOpen: boolean) => void): void;
};
