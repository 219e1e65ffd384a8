import { err, ok, type Result } from '../../shared/core/result.ts';
import { type DatabaseParts, databaseVersion, FieldbookDatabase, installedVersion } from './database.ts';
import { NoAnswer, type Watchdog } from './watchdog.ts';

export type OpenDatabaseError =
  /** Written by a newer Fieldbook; it was not touched. */
  | { readonly code: 'NEWER_DATABASE'; readonly installed: number; readonly supported: number }
  /** Another window of an older version holds it open and does not let go. */
  | { readonly code: 'IN_USE'; readonly detail: string }
  | { readonly code: 'DATABASE'; readonly detail: string }
  | { readonly code: 'TIMEOUT'; readonly seconds: number };

/** Opens or creates the database; one of an older version is brought to this version's tables. */
export async function openDatabase(
  parts: DatabaseParts,
  watchdog: Watchdog,
): Promise<Result<FieldbookDatabase, OpenDatabaseError>> {
  const supported = databaseVersion(parts.definitions);
  let database: FieldbookDatabase | null = null;
  let isBlocked = false;
  try {
    const installed = await watchdog(() => installedVersion(parts.indexedDB, parts.name));
    if (installed > supported) return err({ code: 'NEWER_DATABASE', installed, supported });
    const opening = new FieldbookDatabase(parts);
    database = opening;
    opening.on('blocked', () => {
      isBlocked = true;
    });
    await watchdog(() => opening.open());
    return ok(opening);
  } catch (error) {
    database?.close();
    if (isBlocked) return err({ code: 'IN_USE', detail: 'another window keeps an older database open' });
    if (error instanceof NoAnswer) return err({ code: 'TIMEOUT', seconds: error.seconds });
    return err({ code: 'DATABASE', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Removes a database that cannot be opened any more; false when even that fails. */
export async function removeDatabase(
  { indexedDB, name }: Pick<DatabaseParts, 'indexedDB' | 'name'>,
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
