import { err, ok, type Result } from '../../shared/core/result.ts';
import { type DatabaseParts, databaseVersion, FieldbookDatabase } from './database.ts';
import { type InstalledDatabase, installedDatabases } from './databaseNames.ts';
import { NoAnswer, type Watchdog } from './watchdog.ts';

export type OpenDatabaseError =
  /** Written by a newer Fieldbook; it was not touched. */
  | { readonly code: 'NEWER_DATABASE'; readonly installed: number; readonly supported: number }
  /** Another window of an older version holds it open and does not let go. */
  | { readonly code: 'IN_USE'; readonly detail: string }
  | { readonly code: 'DATABASE'; readonly detail: string }
  | { readonly code: 'TIMEOUT'; readonly seconds: number };

export interface OpenedDatabase {
  readonly database: FieldbookDatabase;
  /** Databases of earlier versions, the newest first. */
  readonly older: readonly InstalledDatabase[];
}

/**
 * Opens or creates the database of this version. One of a newer version refuses, except where the sentinel, which is
 * written after a migration, tells that it was not finished (`isSwitchKnown`): then the newer one was never in use.
 */
export async function openDatabase(
  parts: DatabaseParts,
  watchdog: Watchdog,
  isSwitchKnown = false,
): Promise<Result<OpenedDatabase, OpenDatabaseError>> {
  const supported = databaseVersion(parts.definitions);
  try {
    const installed = await watchdog(() => installedDatabases(parts.indexedDB, parts.name));
    const newer = installed.find(
      ({ version, isUnnumbered }) => version > supported && (isUnnumbered || !isSwitchKnown),
    );
    if (newer !== undefined) return err({ code: 'NEWER_DATABASE', installed: newer.version, supported });
    const older = installed.filter(({ version, isUnnumbered }) => version < supported || isUnnumbered);
    const database = await opened(new FieldbookDatabase(parts), watchdog);
    return database.ok ? ok({ database: database.value, older }) : database;
  } catch (error) {
    return err(openError(error));
  }
}

/** Opens a database of an earlier version as it is. */
export function openOlderDatabase(
  parts: DatabaseParts,
  name: string,
  watchdog: Watchdog,
): Promise<Result<FieldbookDatabase, OpenDatabaseError>> {
  return opened(new FieldbookDatabase(parts, name), watchdog);
}

async function opened(
  opening: FieldbookDatabase,
  watchdog: Watchdog,
): Promise<Result<FieldbookDatabase, OpenDatabaseError>> {
  let isBlocked = false;
  opening.on('blocked', () => {
    isBlocked = true;
  });
  try {
    await watchdog(() => opening.open());
    return ok(opening);
  } catch (error) {
    opening.close();
    if (isBlocked) return err({ code: 'IN_USE', detail: 'another window keeps an older database open' });
    return err(openError(error));
  }
}

function openError(error: unknown): OpenDatabaseError {
  if (error instanceof NoAnswer) return { code: 'TIMEOUT', seconds: error.seconds };
  return { code: 'DATABASE', detail: error instanceof Error ? error.message : String(error) };
}

/** Removes a database; false when even that fails. */
export async function removeDatabase(
  indexedDB: IDBFactory,
  name: string,
  watchdog: Watchdog,
): Promise<boolean> {
  const removal = watchdog(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve(true);
        request.onerror = () => reject(request.error);
        request.onblocked = () => resolve(false);
      }),
  );
  return removal.catch(() => false);
}

/**
 * Removes the databases of all versions of a base name, those that a migration kept as well. One that cannot be removed
 * now, because another window holds it, is at the next opening.
 */
export async function removeInstalled(
  indexedDB: IDBFactory,
  base: string,
  watchdog: Watchdog,
): Promise<void> {
  const installed = await watchdog(() => installedDatabases(indexedDB, base)).catch(() => []);
  for (const { name } of installed) await removeDatabase(indexedDB, name, watchdog);
}
