import type { Host } from '../../shared/ipc/host.ts';
import { removeInstalled } from './openDatabase.ts';
import type { Watchdog } from './watchdog.ts';

/** Where the working database lies. */
export interface DatabasePlace {
  open(watchdog: Watchdog): Promise<IDBFactory>;
  /** Where databases of an earlier version of Fieldbook may still lie; null for nowhere. */
  readonly former: IDBFactory | null;
  /** Removes all databases of the base name, here and where they lay before; what cannot be now is at the next opening. */
  remove(name: string, watchdog: Watchdog): Promise<void>;
}

/** The page's own databases, as every browser has them. */
export const usualPlace = (factory: IDBFactory): DatabasePlace => ({
  open: async () => factory,
  former: null,
  remove: (name, watchdog) => removeInstalled(factory, name, watchdog),
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
export const databasePlaceOf = ({ kind }: Pick<Host, 'kind'>): DatabasePlace =>
  kind === 'browser' ? browserPlace(indexedDB, navigator.storageBuckets ?? null) : usualPlace(indexedDB);

export const bucketName = 'fieldbook-database';

/**
 * A bucket of its own where the browser has such: a database that is removed leaves what was in it in the browser's files
 * until those are compacted, but a bucket's files go with it at once. Else the usual place.
 */
export function browserPlace(
  factory: IDBFactory,
  buckets: Pick<StorageBuckets, 'open' | 'delete'> | null,
): DatabasePlace {
  const usual = usualPlace(factory);
  if (buckets === null) return usual;
  return {
    open: async (watchdog) => {
      const options = { persisted: true, durability: 'strict' } as const;
      // A browser that has them and gives none, as in some private windows: the usual place is left.
      const bucket = await watchdog(() => buckets.open(bucketName, options)).catch(() => null);
      return bucket?.indexedDB ?? factory;
    },
    former: factory,
    remove: async (name, watchdog) => {
      await watchdog(() => buckets.delete(bucketName)).catch(() => undefined);
      await usual.remove(name, watchdog);
    },
  };
}
