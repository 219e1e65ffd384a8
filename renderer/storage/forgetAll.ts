import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Host, HostError } from '../../shared/ipc/host.ts';
import { type DatabasePlace, usualPlace } from './databasePlace.ts';
import type { FieldbookStore } from './fieldbookStore.ts';
import { createWatchdog } from './watchdog.ts';

export interface ForgetHands {
  readonly host: Pick<Host, 'forgetEverything'>;
  readonly store: Pick<FieldbookStore, 'close'>;
  /** The databases of this page; the browser's own, except under test. */
  readonly databases?: IDBFactory;
  /** Where the working database lies. */
  readonly place?: DatabasePlace;
}

/** How long another window may hold a database. */
const patience = 5000;

/**
 * Deletes everything that was written here, in files first: as long as the journal is there, a database would be built
 * anew from it. Closes the store; afterwards only a new start makes sense. What is left is told as an error, and the next
 * try goes on with it.
 */
export async function forgetAll({ host, store, ...page }: ForgetHands): Promise<Result<null, HostError>> {
  await store.close();
  const forgotten = await host.forgetEverything();
  return forgotten.ok ? removeDatabases(page) : forgotten;
}

/** Deletes every database of the page; what is left is told as an error. */
export async function removeDatabases({
  databases = indexedDB,
  place = usualPlace(databases),
}: Pick<ForgetHands, 'databases' | 'place'>): Promise<Result<null, HostError>> {
  if (!(await place.remove('fieldbook', createWatchdog(patience / 1000)))) {
    return err({ code: 'IN_USE', detail: 'the bucket of the database is left' });
  }
  for (const { name } of await databases.databases()) {
    if (name !== undefined && !(await removed(databases, name))) {
      return err({ code: 'IN_USE', detail: `the database ${name} is held` });
    }
  }
  const left = await databases.databases();
  return left.length === 0 ? ok(null) : err({ code: 'IN_USE', detail: `${left.length} databases are left` });
}

function removed(databases: IDBFactory, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    const end = (isGone: boolean): void => {
      clearTimeout(timer);
      resolve(isGone);
    };
    const request = databases.deleteDatabase(name);
    request.onsuccess = () => end(true);
    request.onerror = () => end(false);
  });
}
