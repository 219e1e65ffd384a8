import { sha256Hex } from '../../shared/core/hashing.ts';
import type { JsonObject } from '../../shared/core/json.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { createEvidenceStore } from '../../shared/ipc/evidenceStore.ts';
import type {
  AppInfo,
  Damage,
  EvidencePort,
  FileToSave,
  Host,
  HostError,
  HostErrorCode,
  JournalEntry,
  JournalState,
  PickedFile,
  QuarantinePlace,
  SavedFile,
  SnapshotPort,
} from '../../shared/ipc/host.ts';
import { type LogEntry, logLine, readLogEntry } from '../../shared/ipc/log.ts';
import { devicesOf } from '../../shared/snapshot/installation.ts';
import { plainSeal } from '../../shared/snapshot/seal.ts';
import { createSnapshotKeeper, type SecondPlace } from '../../shared/snapshot/snapshotKeeper.ts';
import { MemoryLock } from './memoryLock.ts';
import { MemoryFolder, MissingFile, memoryStick } from './memorySnapshots.ts';

export type MemoryHostCall =
  | 'journal.open'
  | 'journal.append'
  | 'journal.read'
  | 'settings.read'
  | 'settings.write'
  | 'sentinel.read'
  | 'sentinel.write'
  | 'snapshots.take'
  | 'snapshots.restore'
  | 'evidence.put'
  | 'evidence.get'
  | 'evidence.list'
  | 'quarantine'
  | 'forgetEverything'
  | 'files.pick'
  | 'files.save';

/** Says whether a call fails; `count` is how often the call was made since `failWhen`, this one included. */
export type FailWhen = (call: MemoryHostCall, count: number) => HostErrorCode | undefined;

/**
 * A host in memory with the contract of the real ones: sequences without gaps, appends of all or nothing. What it
 * holds outlives the stores that are opened over it, and can be lost, cut, damaged or made to fail.
 */
export class MemoryHost implements Host {
  readonly kind = 'browser';
  /** Payload of each entry, the first has sequence 1; null for a damaged one. */
  entries: (string | null)[] = [];
  currentSettings: JsonObject = {};
  /** What `files.pick` gives next; null for a user who cancels. */
  toPick: readonly PickedFile[] | null = null;
  readonly saved: FileToSave[] = [];
  currentSentinel: JsonObject = {};
  readonly snapshotFolder = new MemoryFolder();
  /** Evidence files by their hash, to be looked at, damaged and lost. */
  readonly evidenceFolder = new MemoryFolder();
  secondFolder: SecondPlace | null = null;
  readonly quarantined: Damage[] = [];
  /** Bytes free; absent where that cannot be told. */
  freeBytes: number | null = null;
  version = '0.0.0';
  /** A file without an entry that can be read; a journal that is moved away makes room for a new one. */
  isJournalUnreadable = false;
  /** For the snapshots; the journal itself answers all the same. */
  isJournalOpen = true;
  now = Date.UTC(2026, 10, 23, 9);
  readonly calls: MemoryHostCall[] = [];
  private failure: FailWhen = () => undefined;
  private hasUnsavedWork: () => boolean = () => false;

  failWhen(failure: FailWhen): void {
    this.calls.length = 0;
    this.failure = failure;
  }

  damage(sequence: number): void {
    this.entries[sequence - 1] = null;
  }

  /** As if the window were about to close. */
  isCloseQuestioned(): boolean {
    return this.hasUnsavedWork();
  }

  readonly journal = {
    open: async (): Promise<Result<JournalState, HostError>> => {
      const failed = this.call('journal.open');
      if (failed !== null) return failed;
      if (this.isJournalUnreadable) return err({ code: 'DAMAGED', detail: 'made unreadable' });
      return ok(this.state());
    },
    append: async (from: number, payloads: readonly string[]): Promise<Result<JournalState, HostError>> => {
      const failed = this.call('journal.append');
      if (failed !== null) return failed;
      if (from !== this.entries.length + 1) {
        return err({ code: 'OUT_OF_ORDER', detail: `append from ${from} after ${this.entries.length}` });
      }
      this.entries.push(...payloads);
      return ok(this.state());
    },
    read: async (from: number, limit: number): Promise<Result<readonly JournalEntry[], HostError>> => {
      const failed = this.call('journal.read');
      if (failed !== null) return failed;
      const entries = this.entries.flatMap((payload, index) =>
        payload === null ? [] : [{ sequence: index + 1, payload }],
      );
      return ok(entries.filter(({ sequence }) => sequence >= from).slice(0, limit));
    },
  };

  readonly settings = {
    read: async (): Promise<Result<JsonObject, HostError>> =>
      this.call('settings.read') ?? ok(this.currentSettings),
    write: async (settings: JsonObject): Promise<Result<null, HostError>> => {
      const failed = this.call('settings.write');
      if (failed !== null) return failed;
      this.currentSettings = settings;
      return ok(null);
    },
  };

  readonly files = {
    pick: async (): Promise<Result<readonly PickedFile[] | null, HostError>> =>
      this.call('files.pick') ?? ok(this.toPick),
    save: async (file: FileToSave): Promise<Result<SavedFile | null, HostError>> => {
      const failed = this.call('files.save');
      if (failed !== null) return failed;
      this.saved.push(file);
      return ok({ path: file.suggestedName, bytes: file.bytes.length });
    },
  };

  readonly sentinel = {
    read: async (): Promise<Result<JsonObject, HostError>> =>
      this.call('sentinel.read') ?? ok(this.currentSentinel),
    write: async (sentinel: JsonObject): Promise<Result<null, HostError>> => {
      const failed = this.call('sentinel.write');
      if (failed !== null) return failed;
      this.currentSentinel = sentinel;
      return ok(null);
    },
  };

  readonly #keeper = createSnapshotKeeper({
    journal: {
      ...this.journal,
      state: () => (this.isJournalOpen ? this.state() : null),
      replace: async (payloads) => {
        this.entries = [...payloads];
        return ok(this.state());
      },
    },
    first: this.snapshotFolder,
    location: 'memory',
    second: async () => this.secondFolder,
    evidence: { folder: this.evidenceFolder, hash: async (bytes) => sha256Hex(bytes) },
    clock: { now: () => this.now++ },
    dayOf: (instant) => new Date(instant).toISOString().slice(0, 10),
    appVersion: '0.0.0',
    devices: async () => {
      const known = devicesOf(this.currentSettings);
      return known.length > 0 ? known : ['memorylaptop'];
    },
    seal: plainSeal,
    toHostError: (error) => ({ code: 'IO', detail: String(error) }),
  });

  readonly snapshots: SnapshotPort = {
    ...this.#keeper,
    take: async (reason) => this.call('snapshots.take') ?? this.#keeper.take(reason),
    restore: async (bytes, mark) => this.call('snapshots.restore') ?? this.#keeper.restore(bytes, mark),
    chooseFolder: async () => {
      this.secondFolder = memoryStick();
      return this.#keeper.take('manual');
    },
    forgetFolder: async () => {
      this.secondFolder = null;
      return this.#keeper.state();
    },
  };

  readonly #evidence = createEvidenceStore({
    folder: this.evidenceFolder,
    hash: async (bytes) => sha256Hex(bytes),
    toHostError: (error) => ({
      code: error instanceof MissingFile ? 'NOT_FOUND' : 'IO',
      detail: String(error),
    }),
  });

  readonly evidence: EvidencePort = {
    ...this.#evidence,
    put: async (bytes) => this.call('evidence.put') ?? this.#evidence.put(bytes),
    get: async (sha256) => this.call('evidence.get') ?? this.#evidence.get(sha256),
    list: async () => this.call('evidence.list') ?? this.#evidence.list(),
    remove: (sha256) => this.#keeper.removeEvidence(sha256, () => this.#evidence.remove(sha256)),
  };

  readonly lock = new MemoryLock();

  async quarantine(damage: Damage): Promise<Result<QuarantinePlace, HostError>> {
    const failed = this.call('quarantine');
    if (failed !== null) return failed;
    this.quarantined.push(damage);
    if (damage.journal === 'move') {
      this.entries = [];
      this.isJournalUnreadable = false;
    }
    return ok({ path: `/quarantine/${this.quarantined.length}` });
  }

  async forgetEverything(): Promise<Result<null, HostError>> {
    const failed = this.call('forgetEverything');
    if (failed !== null) return failed;
    this.entries = [];
    this.currentSettings = {};
    this.currentSentinel = {};
    this.quarantined.length = 0;
    this.logged.length = 0;
    for (const { files } of [this.snapshotFolder, this.evidenceFolder]) files.clear();
    return ok(null);
  }

  readonly clearDatabases = null;

  async beginAnew(): Promise<Result<null, HostError>> {
    return this.forgetEverything();
  }

  readonly logged: LogEntry[] = [];
  readonly log = {
    write: (entry: LogEntry): void => {
      const safe = readLogEntry(entry);
      if (safe !== undefined) this.logged.push(safe);
    },
    read: async (): Promise<Result<string, HostError>> =>
      ok(this.logged.map((entry) => logLine(entry, 0)).join('')),
  };

  async appInfo(): Promise<AppInfo> {
    return {
      version: this.version,
      platform: 'test',
      language: 'en',
      dataLocation: 'memory',
      durable: false,
      ...(this.freeBytes === null ? {} : { freeBytes: this.freeBytes }),
    };
  }

  readonly workbooks = null;

  async openExternal(): Promise<Result<null, HostError>> {
    return ok(null);
  }

  async printToPdf(): Promise<Result<SavedFile | null, HostError>> {
    return ok(null);
  }

  onCloseRequested(hasUnsavedWork: () => boolean): void {
    this.hasUnsavedWork = hasUnsavedWork;
  }

  private state(): JournalState {
    return {
      lastSequence: this.entries.length,
      bytes: this.entries.reduce((sum, payload) => sum + 16 + (payload?.length ?? 0), 16),
      cutBytes: 0,
      damaged: this.entries.flatMap((payload, index) => (payload === null ? [index + 1] : [])),
    };
  }

  private call(call: MemoryHostCall): Result<never, HostError> | null {
    this.calls.push(call);
    const code = this.failure(call, this.calls.filter((other) => other === call).length);
    return code === undefined ? null : err({ code, detail: 'made to fail' });
  }
}
