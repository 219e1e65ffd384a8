import type { Clock, Randomness } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError, HostErrorCode, JournalState } from '../../shared/ipc/host.ts';
import { recordDefinitions } from '../../shared/records/registry.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import { type Sentinel, sentinelFromJson } from '../../shared/snapshot/sentinel.ts';
import { type DatabaseParts, databaseVersion, type FieldbookDatabase, formatOf } from './database.ts';
import { ensureDeviceId } from './deviceId.ts';
import type { DatabaseProblem, FieldbookStore } from './fieldbookStore.ts';
import { JournaledStore } from './journaledStore.ts';
import { type OpenDatabaseError, openDatabase, removeDatabase } from './openDatabase.ts';
import { reconcile, type StorageHost } from './reconcile.ts';
import { SentinelWriter } from './sentinelWriter.ts';
import { SpaceGuard } from './spaceGuard.ts';
import { type StorePlace, takeStorePlace } from './storePlace.ts';
import { createWatchdog, type Timers, type Watchdog } from './watchdog.ts';
import { type CopyContent, WorkingCopy } from './workingCopy.ts';

export interface OpenStoreOptions {
  readonly host: StorageHost;
  /** Of the running Fieldbook; the sentinel remembers it. */
  readonly appVersion?: string;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly databaseName?: string;
  /**
   * False while the data are encrypted: records and history then live in memory and in the journal alone, and a database
   * that is there is removed.
   */
  readonly usesDatabase?: boolean;
  /** How long a database request may stay unanswered. */
  readonly watchdogSeconds?: number;
  readonly timers?: Timers;
  /** Told while the journal is read through, which takes long only for a rebuild. */
  readonly onReplay?: (done: number, entries: number) => void;
  readonly definitions?: readonly AnyRecordDefinition[];
  readonly indexedDB?: IDBFactory;
  readonly keyRange?: typeof IDBKeyRange;
}

export type OpenError =
  | { readonly code: 'JOURNAL'; readonly cause: HostErrorCode; readonly detail: string }
  /** Written by a newer Fieldbook; it was not touched. */
  | { readonly code: 'NEWER_DATABASE'; readonly installed: number; readonly supported: number }
  /** This page has the store open already, or another window keeps an older database open. */
  | { readonly code: 'IN_USE'; readonly detail: string };

/**
 * Opens the store: reads the journal's state and the database, makes them agree, and has all records in memory. A
 * store of this page that is just being closed is waited for. A database that does not work at all is no reason to
 * refuse, because the journal holds everything: `state().database` says so.
 */
export async function openStore(options: OpenStoreOptions): Promise<Result<FieldbookStore, OpenError>> {
  const name = options.databaseName ?? 'fieldbook';
  const place = await takeStorePlace(name);
  if (place === null) return err({ code: 'IN_USE', detail: 'this page has the store open already' });
  const release = (): Promise<void> => place.release(async () => undefined);
  try {
    const opened = await openAt(place, name, options);
    if (!opened.ok) await release();
    return opened;
  } catch (error) {
    await release();
    throw error;
  }
}

async function openAt(
  place: StorePlace,
  name: string,
  options: OpenStoreOptions,
): Promise<Result<FieldbookStore, OpenError>> {
  const { host, clock, random, definitions = recordDefinitions, timers } = options;
  const parts: DatabaseParts = {
    name,
    definitions,
    indexedDB: options.indexedDB ?? indexedDB,
    keyRange: options.keyRange ?? IDBKeyRange,
  };
  const watchdog = createWatchdog(options.watchdogSeconds ?? 10, timers);
  const sentinel = await readSentinel(host);
  const newer = sentinel === null ? null : newerThan(sentinel, definitions);
  if (newer !== null) return err(newer);
  // The journal is read through by its host and the database by the browser: both at once.
  const [device, journalOpened, database] = await Promise.all([
    ensureDeviceId(host.settings, random),
    openJournal(host),
    options.usesDatabase === false
      ? withoutDatabase(parts, watchdog)
      : openDatabase(parts, watchdog).then((result) => loadCopy(result, watchdog)),
  ]);
  if (!journalOpened.ok) {
    if (database?.ok) database.value.copy.close();
    return err(journalError(journalOpened.error));
  }
  const copy =
    database === null
      ? ok({ loaded: null, problem: null })
      : await usableCopy(database, parts, watchdog, journalOpened.value.state);
  if (!copy.ok) return copy;
  const { journal } = host;
  await takeSafetySnapshot(host, sentinel, options);
  const opened = await reconcile({
    definitions,
    host,
    journal,
    sentinel,
    journalState: journalOpened.value.state,
    movedTo: journalOpened.value.movedTo,
    copy: copy.value.loaded?.copy ?? null,
    content: copy.value.loaded?.content ?? null,
    usesDatabase: database !== null,
    onReplay: options.onReplay ?? (() => undefined),
  });
  if (!opened.ok) {
    copy.value.loaded?.copy.close();
    return err(journalError(opened.error));
  }
  const store = {
    space: new SpaceGuard(host),
    sentinel: new SentinelWriter(host.sentinel, sentinel),
    appVersion: options.appVersion ?? '',
    definitions,
    journal,
    clock,
    random,
    device,
    place,
    problem: copy.value.problem,
  };
  return ok(new JournaledStore({ ...opened.value, ...store, copy: copy.value.loaded?.copy ?? null }));
}

/** Removes the working store without opening it: encrypted data must leave nothing readable behind while locked. */
export async function removeWorkingStore(name = 'fieldbook'): Promise<void> {
  await removeDatabase({ indexedDB, name }, createWatchdog(10));
}

/** One that cannot be removed now, because another window holds it, is at the next opening. */
async function withoutDatabase(parts: DatabaseParts, watchdog: Watchdog): Promise<null> {
  await removeDatabase(parts, watchdog);
  return null;
}

/** A sentinel that cannot be read is as none: it only ever adds a warning. */
async function readSentinel({ sentinel }: StorageHost): Promise<Sentinel | null> {
  const read = await sentinel.read();
  return read.ok ? sentinelFromJson(read.value) : null;
}

/** The data were written with record types or versions that this Fieldbook does not know: it must not touch them. */
function newerThan(
  { versions }: Sentinel,
  definitions: readonly AnyRecordDefinition[],
): Extract<OpenError, { code: 'NEWER_DATABASE' }> | null {
  const known = new Map(definitions.map(({ type, version }) => [type, version]));
  const isNewer = Object.entries(versions).some(([type, version]) => version > (known.get(type) ?? 0));
  if (!isNewer) return null;
  const installed = formatOf(Object.values(versions));
  return { code: 'NEWER_DATABASE', installed, supported: databaseVersion(definitions) };
}

/** A journal of which not one entry can be read is put aside; database and snapshots hold what it had. */
async function openJournal(host: StorageHost): Promise<Result<OpenedJournal, HostError>> {
  const opened = await host.journal.open();
  if (opened.ok) return ok({ state: opened.value, movedTo: null });
  if (opened.error.code !== 'DAMAGED') return opened;
  const moved = await host.quarantine({ journal: 'move', database: null });
  if (!moved.ok) return opened;
  const fresh = await host.journal.open();
  return fresh.ok ? ok({ state: fresh.value, movedTo: moved.value.path }) : fresh;
}

interface OpenedJournal {
  readonly state: JournalState;
  /** Where the file is that could not be read; null when it could. */
  readonly movedTo: string | null;
}

/** Before another version works on what is here. Where it cannot be taken, the journal itself is still not changed. */
async function takeSafetySnapshot(
  { snapshots }: StorageHost,
  sentinel: Sentinel | null,
  { appVersion = '', definitions = recordDefinitions }: OpenStoreOptions,
): Promise<void> {
  if (sentinel === null) return;
  const hasNewTypes = definitions.some(({ type, version }) => sentinel.versions[type] !== version);
  if (hasNewTypes) await snapshots.take('migration');
  else if (sentinel.appVersion !== appVersion) await snapshots.take('update');
}

interface LoadedCopy {
  readonly copy: WorkingCopy;
  readonly content: CopyContent | null;
}

async function loadCopy(
  database: Result<FieldbookDatabase, OpenDatabaseError>,
  watchdog: Watchdog,
): Promise<Result<LoadedCopy, OpenDatabaseError>> {
  if (!database.ok) return database;
  const copy = new WorkingCopy(database.value, watchdog);
  return ok({ copy, content: (await copy.load())?.value ?? null });
}

interface UsableCopy {
  readonly loaded: LoadedCopy | null;
  readonly problem: DatabaseProblem | null;
}

async function usableCopy(
  first: Result<LoadedCopy, OpenDatabaseError>,
  parts: DatabaseParts,
  watchdog: Watchdog,
  journal: JournalState,
): Promise<Result<UsableCopy, OpenError>> {
  let opened = first;
  // Only when the journal has something to rebuild it from; until then a broken database may be all that is left.
  if (!opened.ok && opened.error.code === 'DATABASE' && journal.lastSequence > 0) {
    if (await removeDatabase(parts, watchdog)) {
      opened = await loadCopy(await openDatabase(parts, watchdog), watchdog);
    }
  }
  if (opened.ok) return ok({ loaded: opened.value, problem: null });
  const { error } = opened;
  return isDatabaseProblem(error) ? ok({ loaded: null, problem: error }) : err(error);
}

function isDatabaseProblem(error: OpenDatabaseError): error is DatabaseProblem {
  return error.code === 'DATABASE' || error.code === 'TIMEOUT';
}

const journalError = ({ code, detail }: { readonly code: HostErrorCode; readonly detail: string }) =>
  ({ code: 'JOURNAL', cause: code, detail }) as const;
