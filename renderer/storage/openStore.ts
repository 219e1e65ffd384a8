import type { Clock, Randomness } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError, HostErrorCode, JournalState } from '../../shared/ipc/host.ts';
import { noteKeptDatabase } from '../../shared/lock/keptDatabase.ts';
import { recordDefinitions } from '../../shared/records/registry.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import { type Sentinel, sentinelFromJson } from '../../shared/snapshot/sentinel.ts';
import type { Timers, Waits } from '../host/waits.ts';
import { type DatabaseParts, databaseVersion, formatOf } from './database.ts';
import { type DatabasePlace, usualPlace } from './databasePlace.ts';
import { ensureDeviceId } from './deviceId.ts';
import type { FieldbookStore } from './fieldbookStore.ts';
import { type FormerContent, formerContent, fuller } from './formerContent.ts';
import { heldContent } from './heldContent.ts';
import { JournaledStore } from './journaledStore.ts';
import { noteRelease, type OwnCopy, openOwn, usableCopy } from './ownCopy.ts';
import { reconcile, type StorageHost } from './reconcile.ts';
import { SentinelWriter } from './sentinelWriter.ts';
import { SpaceGuard } from './spaceGuard.ts';
import { type StorePlace, takeStorePlace } from './storePlace.ts';
import { createWatchdog } from './watchdog.ts';

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
  /** With `usesDatabase` false: what that database holds and the journal has lost is given back to the journal first. */
  readonly restoresFromDatabase?: boolean;
  /** How long a database request may stay unanswered. */
  readonly watchdogSeconds?: number;
  readonly timers?: Timers;
  /** Told of a database that is silent for less than that. */
  readonly waits?: Pick<Waits, 'begin'>;
  /** Told while the journal is read through, which takes long only for a rebuild. */
  readonly onReplay?: (done: number, entries: number) => void;
  readonly definitions?: readonly AnyRecordDefinition[];
  readonly indexedDB?: IDBFactory;
  /** Where the database lies; `indexedDB` where that is not given. */
  readonly place?: DatabasePlace;
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
  const watchdog = createWatchdog(options.watchdogSeconds ?? 10, timers, options.waits);
  const databases = options.place ?? usualPlace(options.indexedDB ?? indexedDB);
  const sentinel = await readSentinel(host);
  const newer = sentinel === null ? null : newerThan(sentinel, definitions);
  if (newer !== null) return err(newer);
  // The journal is read through by its host and the database by the browser: both at once.
  const usesDatabase = options.usesDatabase !== false;
  const restores = !usesDatabase && options.restoresFromDatabase === true;
  // Before the journal is begun anew: should this be cut off, the next start must not take the database for a leftover.
  const noted = restores ? await noteKeptDatabase(host.settings, true) : ok(null);
  if (!noted.ok) return err(journalError(noted.error));
  if (!usesDatabase && !restores) await databases.remove(name, watchdog);
  const parts: DatabaseParts = {
    name,
    definitions,
    // One that is not kept is not made either.
    indexedDB: usesDatabase || restores ? await databases.open(watchdog) : (options.indexedDB ?? indexedDB),
    keyRange: options.keyRange ?? IDBKeyRange,
  };
  // In use again: of what encryption is going to find, nothing is old.
  if (usesDatabase) await noteKeptDatabase(host.settings, false);
  const [device, journalOpened, database] = await Promise.all([
    ensureDeviceId(host.settings, random),
    openJournal(host),
    usesDatabase || restores ? openOwn(parts, watchdog, sentinel !== null) : null,
  ]);
  if (!journalOpened.ok) {
    if (database?.ok) database.value.copy.close();
    return err(journalError(journalOpened.error));
  }
  const usable =
    database === null
      ? ok({ loaded: null, problem: null })
      : await usableCopy(
          database,
          parts,
          watchdog,
          // One that holds what the journal lost is not to be made anew, however broken it looks today.
          { ...journalOpened.value.state, ...(restores ? { lastSequence: 0 } : {}) },
          () => databases.renew(watchdog),
        );
  if (!usable.ok) return usable;
  await takeSafetySnapshot(host, sentinel, options);
  const own = usable.value.loaded;
  const former = own === null ? null : await formerContent(databases.former, parts, watchdog);
  const newest = own === null ? null : await heldContent(own, own.older, parts, watchdog);
  const held = newest === null || former === null ? newest : fuller(newest, former.loaded);
  const opened = await reconcile({
    definitions,
    host,
    journal: host.journal,
    sentinel,
    journalState: journalOpened.value.state,
    movedTo: journalOpened.value.movedTo,
    copy: held?.copy ?? null,
    content: held?.content ?? null,
    target: usesDatabase ? (own?.copy ?? null) : null,
    usesDatabase,
    onReplay: options.onReplay ?? (() => undefined),
  });
  if (newest?.copy !== own?.copy) newest?.copy.close();
  if (!opened.ok) {
    former?.loaded.copy.close();
    own?.copy.close();
    return err(journalError(opened.error));
  }
  const kept = usesDatabase ? own : null;
  if (own !== kept && (await removeRead(own, former, () => databases.remove(name, watchdog)))) {
    await noteKeptDatabase(host.settings, false);
  }
  // Everything that it held is in the journal by now, and in the database of the other place where that works.
  if (kept !== null && kept.copy.problem === null) await former?.remove();
  else former?.loaded.copy.close();
  const row =
    kept === null
      ? opened.value.row
      : await noteRelease(kept, opened.value.row, options.appVersion ?? '', parts, watchdog);
  const writer = new SentinelWriter(host.sentinel, sentinel);
  const store = new JournaledStore({
    ...opened.value,
    row,
    wasNotSealed: journalOpened.value.wasNotSealed,
    space: new SpaceGuard(host),
    sentinel: writer,
    appVersion: options.appVersion ?? '',
    definitions,
    journal: host.journal,
    clock,
    random,
    device,
    place,
    problem: usable.value.problem,
    copy: kept?.copy ?? null,
  });
  // The switch: from here on an older Fieldbook refuses, so it is there before the first entry in the new form.
  if (sentinel !== null && isOtherFormat(sentinel, definitions)) await writer.flush();
  return ok(store);
}

/** Removes the working store without opening it: encrypted data must leave nothing readable behind while locked. */
export async function removeWorkingStore(
  place: DatabasePlace,
  name = 'fieldbook',
  waits: Pick<Waits, 'begin'> | null = null,
): Promise<void> {
  await place.remove(name, createWatchdog(10, undefined, waits));
}

/** One that did not give all that was asked of it may hold more, and stays; whether it is gone. */
async function removeRead(
  own: OwnCopy | null,
  former: FormerContent | null,
  remove: () => Promise<unknown>,
): Promise<boolean> {
  if (own === null) return false;
  const isRead = own.copy.problem === null && (former === null || former.loaded.copy.problem === null);
  own.copy.close();
  former?.loaded.copy.close();
  if (isRead) await remove();
  return isRead;
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

/**
 * A journal of which not one entry can be read is put aside, and so is one in plain text where encryption is on; database
 * and snapshots hold what was there.
 */
async function openJournal(host: StorageHost): Promise<Result<OpenedJournal, HostError>> {
  const opened = await host.journal.open();
  if (opened.ok) return ok({ state: opened.value, movedTo: null, wasNotSealed: false });
  const wasNotSealed = opened.error.code === 'NOT_SEALED';
  if (opened.error.code !== 'DAMAGED' && !wasNotSealed) return opened;
  const moved = await host.quarantine({ journal: 'move', database: null });
  if (!moved.ok) return opened;
  const fresh = await host.journal.open();
  return fresh.ok ? ok({ state: fresh.value, movedTo: moved.value.path, wasNotSealed }) : fresh;
}

interface OpenedJournal {
  readonly state: JournalState;
  /** Where the file is that could not be read; null when it could. */
  readonly movedTo: string | null;
  readonly wasNotSealed: boolean;
}

/** Before another version works on what is here. Where it cannot be taken, the journal itself is still not changed. */
async function takeSafetySnapshot(
  { snapshots }: StorageHost,
  sentinel: Sentinel | null,
  { appVersion = '', definitions = recordDefinitions }: OpenStoreOptions,
): Promise<void> {
  if (sentinel === null) return;
  if (isOtherFormat(sentinel, definitions)) await snapshots.take('migration');
  else if (sentinel.appVersion !== appVersion) await snapshots.take('update');
}

const isOtherFormat = ({ versions }: Sentinel, definitions: readonly AnyRecordDefinition[]): boolean =>
  definitions.some(({ type, version }) => versions[type] !== version);

const journalError = ({ code, detail }: { readonly code: HostErrorCode; readonly detail: string }) =>
  ({ code: 'JOURNAL', cause: code, detail }) as const;
