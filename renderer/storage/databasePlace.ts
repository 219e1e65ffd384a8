import type { Host } from '../../shared/ipc/host.ts';
import { removeInstalled } from './openDatabase.ts';
import type { Watchdog } from './watchdog.ts';

/** Where the working database lies. */
export interface DatabasePlace {
  open(watchdog: Watchdog): Promise<IDBFactory>;
  /** Where databases of an earlier version of Fieldbook may still lie; null for nowhere. */
  readonly former: IDBFactory | null;
  /**
   * Removes all databases of the base name, here and where they lay before; what cannot be now is at the next opening.
   * False where a bucket with them is still there.
   */
  remove(name: string, watchdog: Watchdog): Promise<boolean>;
  /**
   * Removes the place itself with all that lies in it, and makes it anew: the one remedy where no database of it can be
   * opened or removed. Null where it cannot.
   */
  renew(watchdog: Watchdog): Promise<IDBFactory | null>;
}

/** The page's own databases, as every browser has them. */
export const usualPlace = (factory: IDBFactory): DatabasePlace => ({
  open: async () => factory,
  former: null,
  remove: async (name, watchdog) => {
    await removeInstalled(factory, name, watchdog);
    return true;
  },
  renew: async () => null,
});

/*
 * Boundary to the Storage Buckets API, which the DOM library does not declare: Chromium has it, others do not.
 */
interface StorageBuckets {
  open(
    name: string,
    options: { readonly persisted: boolean; readonly durability: 'strict' },
  ): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

declare global {
  interface Navigator {
    readonly storageBuckets?: StorageBuckets;
  }
}

/** In Electron the main process removes the files of the usual place, which it knows. */
export const databasePlaceOf = ({
  kind,
  clearDatabases,
}: Pick<Host, 'kind' | 'clearDatabases'>): DatabasePlace =>
  kind === 'browser'
    ? browserPlace(indexedDB, navigator.storageBuckets ?? null)
    : shellPlace(indexedDB, clearDatabases);

/** The usual place of a page whose shell can remove what the page cannot. */
export const shellPlace = (factory: IDBFactory, clearDatabases: Host['clearDatabases']): DatabasePlace => ({
  ...usualPlace(factory),
  renew: async (watchdog) => {
    const cleared = await watchdog(async () => clearDatabases?.()).catch(() => undefined);
    return cleared?.ok ? factory : null;
  },
});

export const bucketName = 'fieldbook-database';

/**
 * A bucket of its own where the browser has such: a database that is removed leaves what was in it in the browser's files
 * until those are compacted, but a bucket's files go with it at once. Else the usual place.
 */
export function browserPlace(factory: IDBFactory, buckets: StorageBuckets | null): DatabasePlace {
  const usual = usualPlace(factory);
  if (buckets === null) return usual;
  const options = { persisted: true, durability: 'strict' } as const;
  const openBucket = (watchdog: Watchdog) =>
    watchdog(() => buckets.open(bucketName, options)).then(
      (bucket) => bucket.indexedDB,
      () => null,
    );
  return {
    // A browser that has them and gives none, as in some private windows: the usual place is left.
    open: async (watchdog) => (await openBucket(watchdog)) ?? factory,
    renew: async (watchdog) => {
      const isDeleted = await watchdog(() => buckets.delete(bucketName)).then(
        () => true,
        () => false,
      );
      return isDeleted ? await openBucket(watchdog) : null;
    },
    former: factory,
    remove: async (name, watchdog) => {
      const isDeleted = await watchdog(() => buckets.delete(bucketName)).then(
        () => true,
        () => false,
      );
      await usual.remove(name, watchdog);
      if (isDeleted) return true;
      // A browser that gives none, as in some private windows, has none either.
      const left = await watchdog(() => buckets.keys()).catch((): readonly string[] => []);
      return !left.includes(bucketName);
    },
  };
}
