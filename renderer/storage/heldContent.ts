import type { DatabaseParts, FieldbookDatabase } from './database.ts';
import type { InstalledDatabase } from './databaseNames.ts';
import { openOlderDatabase } from './openDatabase.ts';
import type { Watchdog } from './watchdog.ts';
import { type CopyContent, WorkingCopy } from './workingCopy.ts';

export interface LoadedCopy {
  readonly copy: WorkingCopy;
  readonly content: CopyContent | null;
}

export async function loadCopy(database: FieldbookDatabase, watchdog: Watchdog): Promise<LoadedCopy> {
  const copy = new WorkingCopy(database, watchdog);
  return { copy, content: (await copy.load())?.value ?? null };
}

/**
 * What was in use until now: the database of this version, or, where nothing was ever finished in that, the newest
 * older one that holds something. An older one is only read, whatever becomes of the migration.
 */
export async function heldContent(
  own: LoadedCopy,
  older: readonly InstalledDatabase[],
  parts: DatabaseParts,
  watchdog: Watchdog,
): Promise<LoadedCopy> {
  if ((own.content?.changeSets ?? 0) > 0) return own;
  for (const { name } of older) {
    const opened = await openOlderDatabase(parts, name, watchdog);
    if (!opened.ok) continue;
    const loaded = await loadCopy(opened.value, watchdog);
    if ((loaded.content?.changeSets ?? 0) > 0) return loaded;
    loaded.copy.close();
  }
  return own;
}
