import { err, ok, type Result } from '../../shared/core/result.ts';
import type { JournalState } from '../../shared/ipc/host.ts';
import { type DatabaseParts, databaseVersion, type ReplicaRow } from './database.ts';
import { databaseNameOf, type InstalledDatabase } from './databaseNames.ts';
import type { DatabaseProblem } from './fieldbookStore.ts';
import { type LoadedCopy, loadCopy } from './heldContent.ts';
import { type OpenDatabaseError, openDatabase, removeDatabase } from './openDatabase.ts';
import type { Watchdog } from './watchdog.ts';

/** The database of this version, and what there is of earlier ones. */
export interface OwnCopy extends LoadedCopy {
  readonly older: readonly InstalledDatabase[];
}

export async function openOwn(
  parts: DatabaseParts,
  watchdog: Watchdog,
  isSwitchKnown: boolean,
): Promise<Result<OwnCopy, OpenDatabaseError>> {
  const opened = await openDatabase(parts, watchdog, isSwitchKnown);
  if (!opened.ok) return opened;
  const { database, older } = opened.value;
  return ok({ ...(await loadCopy(database, watchdog)), older });
}

export interface UsableCopy {
  readonly loaded: OwnCopy | null;
  readonly problem: DatabaseProblem | null;
}

export async function usableCopy(
  first: Result<OwnCopy, OpenDatabaseError>,
  parts: DatabaseParts,
  watchdog: Watchdog,
  journal: JournalState,
  renew: () => Promise<IDBFactory | null>,
): Promise<Result<UsableCopy, Exclude<OpenDatabaseError, DatabaseProblem>>> {
  let opened = first;
  // Only when the journal has something to rebuild it from; until then a broken database may be all that is left.
  if (!opened.ok && opened.error.code === 'DATABASE' && journal.lastSequence > 0) {
    const name = databaseNameOf(parts.name, databaseVersion(parts.definitions));
    if (await removeDatabase(parts.indexedDB, name, watchdog)) opened = await openOwn(parts, watchdog, true);
    if (!opened.ok && opened.error.code === 'DATABASE') {
      const indexedDB = await renew();
      if (indexedDB !== null) opened = await openOwn({ ...parts, indexedDB }, watchdog, true);
    }
  }
  if (opened.ok) return ok({ loaded: opened.value, problem: null });
  const { error } = opened;
  return isDatabaseProblem(error) ? ok({ loaded: null, problem: error }) : err(error);
}

/** With so many versions of Fieldbook a database has to have worked before the older ones are removed. */
const keptForReleases = 2;

/** Notes this Fieldbook as one that worked with the database, as long as there are older ones. */
export async function noteRelease(
  { copy, older }: OwnCopy,
  row: ReplicaRow,
  appVersion: string,
  { indexedDB }: DatabaseParts,
  watchdog: Watchdog,
): Promise<ReplicaRow> {
  const known = row.releases ?? [];
  if (older.length === 0 || known.includes(appVersion) || copy.problem !== null) return row;
  const next = { ...row, releases: [...known, appVersion] };
  await copy.write({ changeSets: [], changes: [], records: [], replica: next });
  if (next.releases.length > keptForReleases) {
    for (const { name } of older) await removeDatabase(indexedDB, name, watchdog);
  }
  return next;
}

function isDatabaseProblem(error: OpenDatabaseError): error is DatabaseProblem {
  return error.code === 'DATABASE' || error.code === 'TIMEOUT';
}
