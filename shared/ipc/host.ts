import type { JsonObject } from '../core/json.ts';
import type { Language } from '../core/language.ts';
import type { Result } from '../core/result.ts';
import type { FileError } from '../messages/fileErrors.ts';
import type { SnapshotReason } from '../snapshot/snapshotHeader.ts';
import type { GridPart } from '../workbook/gridParts.ts';
import type { LockPort } from './lockPort.ts';
import type { LogEntry } from './log.ts';

/**
 * What the renderer may ask of the machine it runs on. Two hosts implement it: Electron (through the preload
 * bridge) and the browser. Every method resolves; expected failures are a `HostError`, never a rejection.
 */
export interface Host {
  readonly kind: 'electron' | 'browser';
  readonly journal: JournalPort;
  readonly files: FilesPort;
  readonly settings: SettingsPort;
  readonly snapshots: SnapshotPort;
  readonly evidence: EvidencePort;
  readonly lock: LockPort;
  /** Null where the machine offers no process that can be ended at a bound of memory: the page's own worker reads then. */
  readonly workbooks: WorkbookPort | null;
  /** What was here when Fieldbook last looked, kept apart from journal and database (see Sentinel). */
  readonly sentinel: SettingsPort;
  /** Puts a copy of what looks damaged aside, before anything is repaired; tells where. */
  quarantine(damage: Damage): Promise<Result<QuarantinePlace, HostError>>;
  readonly log: LogPort;
  /**
   * Removes every database of the page with its files, for one of which none opens any more; null where the page itself
   * can do so.
   */
  readonly clearDatabases: (() => Promise<Result<null, HostError>>) | null;
  /**
   * Deletes all that this installation ever wrote on this computer but the databases of the page: journal, snapshots,
   * quarantine, evidence, settings and log. The second folder's copies stay. IN_USE when something is left.
   */
  forgetEverything(): Promise<Result<null, HostError>>;
  /**
   * Makes room for a new installation where nobody can open the data: they are set aside, or, where that is not possible,
   * erased like by `forgetEverything`; then there is null. Needs no key.
   */
  beginAnew(): Promise<Result<SetAside | null, HostError>>;
  appInfo(): Promise<AppInfo>;
  /** Opens an allow-listed https address outside the application after asking the user. */
  openExternal(url: string): Promise<Result<null, HostError>>;
  /** Prints the current page: a PDF file in Electron, the print dialogue in a browser. */
  printToPdf(suggestedName: string): Promise<Result<SavedFile | null, HostError>>;
  /** Asked before the window closes; while it returns true the user is asked to stay. */
  onCloseRequested(hasUnsavedWork: () => boolean): void;
}

/** Folders, for the user to read. */
export interface SetAside {
  /** Where the data lay, and those of the new installation will. */
  readonly from: string;
  /** Where they lie now. */
  readonly to: string;
}

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  /** The operating system's or browser's preferred language. */
  readonly language: Language;
  /** Where the journal lies, for the user to read: a path, or the browser's name for its store. */
  readonly dataLocation: string;
  /** False where the store lies at the mercy of a browser's housekeeping. */
  readonly durable: boolean;
  /** Bytes free where the data lies; absent where that cannot be told. */
  readonly freeBytes?: number;
  /** What the last reading of the settings met; a user whose settings are older or gone is told. */
  readonly settingsCondition?: SettingsCondition;
}

/** Whole; the copy before the last write, because the last one is damaged; or none that can be read. */
export type SettingsCondition = 'intact' | 'recovered' | 'lost';

/**
 * The append-only journal: the truth of which IndexedDB is a rebuildable cache. Payloads are texts (JSON of one
 * change set each); the host frames each as length, CRC32C, sequence, payload. Sequences start at 1, without gaps.
 */
export interface JournalPort {
  /** Checks the file, cuts a torn tail, and tells what is there. */
  open(): Promise<Result<JournalState, HostError>>;
  /** Appends in order and flushes to the medium before it resolves; all or nothing. `from` is the first sequence. */
  append(from: number, payloads: readonly string[]): Promise<Result<JournalState, HostError>>;
  /** Entries with sequence >= from, at most `limit` of them. */
  read(from: number, limit: number): Promise<Result<readonly JournalEntry[], HostError>>;
}

export interface JournalState {
  /** 0 when empty. */
  readonly lastSequence: number;
  readonly bytes: number;
  /** Bytes of a torn last entry that were cut off when the journal was opened. */
  readonly cutBytes: number;
  /** Sequence numbers of entries in the middle that cannot be read any more. */
  readonly damaged: readonly number[];
}

export interface JournalEntry {
  readonly sequence: number;
  readonly payload: string;
}

export interface FilesPort {
  /** Lets the user choose files; null when the user cancelled. */
  pick(options: PickOptions): Promise<Result<readonly PickedFile[] | null, HostError>>;
  /** Lets the user choose where, writes a temporary file, flushes, renames; null when the user cancelled. */
  save(file: FileToSave): Promise<Result<SavedFile | null, HostError>>;
}

/**
 * Reads workbooks in a process of its own, one after the other, which is ended when a file takes more time or memory
 * than it may: what readWorkbook returns in the parts of `gridParts`, or TIMEOUT, TOO_MUCH_MEMORY, DAMAGED.
 */
export interface WorkbookPort {
  /** The first part. The number is the caller's, for what it asks later; an earlier reading of that number ends. */
  read(file: WorkbookToRead): Promise<Result<GridPart, FileError>>;
  /** The part after the last one that was given; asked in time, or the reading is given up. */
  next(reading: number): Promise<Result<GridPart, FileError>>;
  /** Gives a file up, whatever the process is doing with it; after its last part there is nothing to end. */
  end(reading: number): void;
}

export interface WorkbookToRead extends PickedFile {
  readonly reading: number;
  readonly password: string | null;
}

export interface PickOptions {
  readonly title: string;
  /** File name endings without dot. */
  readonly extensions: readonly string[];
  readonly multiple: boolean;
}

export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FileToSave {
  readonly suggestedName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface SavedFile {
  /** The full path in Electron; the file's name in a browser, which does not tell more. */
  readonly path: string;
  readonly bytes: number;
}

/** Settings of this installation, small, written atomically: language, theme, workspace, device id. */
export interface SettingsPort {
  read(): Promise<Result<JsonObject, HostError>>;
  write(settings: JsonObject): Promise<Result<null, HostError>>;
}

/**
 * Copies of the journal, each loaded back before it counts. One folder beside the journal, and a second one of the
 * user's choice: another disk, a USB stick.
 */
export interface SnapshotPort {
  /** Takes one; for `interval` only when something changed since the newest. */
  take(reason: SnapshotReason): Promise<Result<SnapshotsState, HostError>>;
  state(): Promise<Result<SnapshotsState, HostError>>;
  /** The bytes of a listed one, as they lie there. */
  read(place: SnapshotPlace, name: string): Promise<Result<Uint8Array, HostError>>;
  /**
   * Takes a snapshot of what is here, then puts the entries of the given one in the journal's place, with `mark` (a
   * change set of kind `restore`) behind them; all or nothing. REFUSED for bytes that do not load.
   */
  restore(bytes: Uint8Array, mark: string): Promise<Result<JournalState, HostError>>;
  /** Lets the user choose the second folder; null when the user cancelled. */
  chooseFolder(title: string): Promise<Result<SnapshotsState | null, HostError>>;
  /** Copies go to the second folder no more; those that are there stay. */
  forgetFolder(): Promise<Result<SnapshotsState, HostError>>;
}

export type SnapshotPlace = 'first' | 'second';

export interface SnapshotsState {
  /** Newest first. */
  readonly snapshots: readonly SnapshotInfo[];
  /** Where the first folder lies, for the user to read. */
  readonly location: string;
  /** Null while none was chosen. */
  readonly second: SecondFolder | null;
  /** Why the last one could not be taken; null when it was. */
  readonly problem: HostError | null;
}

export interface SnapshotInfo {
  readonly name: string;
  readonly place: SnapshotPlace;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  readonly reason: SnapshotReason;
  /** `damaged`: its header does not hold; `newer`: of a newer Fieldbook. */
  readonly condition: 'good' | 'damaged' | 'newer';
  /** Records of all types, deleted ones included; 0 where the header cannot be read. */
  readonly records: number;
  /** Id of the last restore among its entries; '' for none. */
  readonly lineage: string;
  readonly lastSequence: number;
  /** Device id of the installation that took it; '' when unknown. */
  readonly device: string;
  /** Name of who had saved last when it was taken; '' when unknown, as for an encrypted one. */
  readonly by: string;
  /** Encrypted with another key than the present one: its passphrase of then opens it. */
  readonly needsSecret: boolean;
  /** Whether this installation took it, under its device id of now or of before; a second folder may serve several. */
  readonly isOwn: boolean;
}

export interface SecondFolder {
  readonly path: string;
  /** `missing`: the stick is not there; `asks`: the browser wants a click first; `failed`: it could not be written. */
  readonly condition: 'ready' | 'missing' | 'asks' | 'failed';
  /**
   * When this installation's newest copy there was taken, in milliseconds since 1970, by what was last seen of a folder that
   * is away; null where none is known.
   */
  readonly newestCopy: number | null;
  /** Whether something that was saved here is not there yet. */
  readonly isBehind: boolean;
}

export interface Damage {
  /** `copy` leaves the journal's file where it is, `move` makes room for a new one. */
  readonly journal: 'none' | 'copy' | 'move';
  /** What the database still gave, as JSON; null for nothing. */
  readonly database: Uint8Array | null;
}

export interface QuarantinePlace {
  /** Null when there was nothing left to copy. */
  readonly path: string | null;
}

/**
 * The files behind evidence, each content once, named by its SHA-256. A record is called saved only after the file
 * that it names was put. Snapshots hold records alone: these files are backed up with their folder.
 */
export interface EvidencePort {
  /** Keeps the bytes; resolves after they were flushed, read back and hashed. */
  put(bytes: Uint8Array): Promise<Result<EvidenceFile, HostError>>;
  /** NOT_FOUND for a file that is not on this computer, DAMAGED for one whose content is not what it was. */
  get(sha256: string): Promise<Result<Uint8Array, HostError>>;
  /** All that are here by name and size; their content is not looked at. */
  list(): Promise<Result<readonly EvidenceFile[], HostError>>;
  /**
   * Only for house-keeping, of what no record names any more, with the copies in the second folder where it can be
   * reached; tells how many were there. Nothing is removed here when a copy could not be.
   */
  remove(sha256: readonly string[]): Promise<Result<number, HostError>>;
}

export interface EvidenceFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** The application's own log: what happened and where, with nobody's data. */
export interface LogPort {
  /** Never fails, and is not waited for; an entry with anything but codes, counts and ids is dropped. */
  write(entry: LogEntry): void;
  /** All that is kept, the oldest line first. */
  read(): Promise<Result<string, HostError>>;
}

export type HostErrorCode =
  | 'NO_SPACE'
  | 'READ_ONLY'
  | 'NO_PERMISSION'
  | 'TOO_LARGE'
  | 'NOT_FOUND'
  | 'IN_USE'
  | 'OUT_OF_ORDER'
  | 'DAMAGED'
  | 'REFUSED'
  /** A journal that a newer Fieldbook wrote. */
  | 'NEWER'
  /** The data are encrypted, and their key is not in memory. */
  | 'LOCKED'
  /** A journal in plain text where only an encrypted one can be: it is not the one that was written here. */
  | 'NOT_SEALED'
  | 'IO';

export interface HostError {
  readonly code: HostErrorCode;
  /** For the log, in English; the user is shown the catalogue's sentence for the code. */
  readonly detail: string;
}
