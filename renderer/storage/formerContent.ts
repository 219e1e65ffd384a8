import type { DatabaseParts } from './database.ts';
import { installedDatabases } from './databaseNames.ts';
import { type LoadedCopy, loadCopy } from './heldContent.ts';
import { openOlderDatabase, removeInstalled } from './openDatabase.ts';
import type { Watchdog } from './watchdog.ts';

/** What a database holds that lies where Fieldbook kept it before. */
export interface FormerContent {
  readonly loaded: LoadedCopy;
  /** Lets go of it, and removes it and what lies beside it, unless it did not give all that was asked of it. */
  remove(): Promise<void>;
}

/** The newest that holds something; null where there is none, or it is the place that is in use. */
export async function formerContent(
  former: IDBFactory | null,
  parts: DatabaseParts,
  watchdog: Watchdog,
): Promise<FormerContent | null> {
  if (former === null || former === parts.indexedDB) return null;
  const place = { ...parts, indexedDB: former };
  const installed = await watchdog(() => installedDatabases(former, parts.name)).catch(() => []);
  for (const { name } of installed) {
    const opened = await openOlderDatabase(place, name, watchdog);
    // One that cannot be opened may be all that is left of something.
    if (!opened.ok) return null;
    const loaded = await loadCopy(opened.value, watchdog);
    const isLast = name === installed.at(-1)?.name;
    if ((loaded.content?.changeSets ?? 0) > 0 || loaded.content === null || isLast) {
      return {
        loaded,
        remove: async () => {
          loaded.copy.close();
          if (loaded.copy.problem === null) await removeInstalled(former, parts.name, watchdog);
        },
      };
    }
    loaded.copy.close();
  }
  return null;
}

/** Of two databases the one that followed the journal further; the first where they are even. */
export function fuller(own: LoadedCopy, other: LoadedCopy): LoadedCopy {
  const sequenceOf = ({ content }: LoadedCopy): number => content?.replica?.lastSequence ?? 0;
  return sequenceOf(other) > sequenceOf(own) ? other : own;
}
