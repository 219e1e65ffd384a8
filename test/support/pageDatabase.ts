import type { Page } from 'playwright-core';
import { bucketName } from '../../renderer/storage/databasePlace.ts';
import { sha256Hex } from '../../shared/core/hashing.ts';
import { canonicalJson, type JsonObject, type JsonValue } from '../../shared/core/json.ts';

/** A record as the working database holds it. */
interface DatabaseRow extends JsonObject {
  readonly id: string;
  readonly type: string;
  readonly deleted: boolean;
  readonly values: Readonly<Record<string, JsonValue>>;
}

/**
 * Puts the factory of the page's working database where the functions below find it: of the bucket in a browser that has
 * such, else, and in Electron, the page's own. A bucket that is not there is not made by looking.
 */
function findFactory(page: Page): Promise<void> {
  return page.evaluate(async (bucket) => {
    const buckets = 'fieldbookHost' in window ? undefined : navigator.storageBuckets;
    const isThere = (await buckets?.keys())?.includes(bucket) === true;
    const options = { persisted: true, durability: 'strict' } as const;
    const found = isThere ? (await buckets?.open(bucket, options))?.indexedDB : undefined;
    Reflect.set(globalThis, 'workingDatabases', found ?? window.indexedDB);
  }, bucketName);
}

/** The names of the page's working databases, sorted; without the one in which the browser host remembers a folder. */
export async function workingDatabases(page: Page): Promise<readonly string[]> {
  await findFactory(page);
  return page.evaluate(async () => {
    const factory: IDBFactory = Reflect.get(globalThis, 'workingDatabases');
    const names = (await factory.databases()).map(({ name = '' }) => name);
    return names.filter((name) => name !== 'fieldbook-folder').sort();
  });
}

/** Takes them away behind the application's back, as the browser itself does it. */
export async function eraseDatabases(page: Page): Promise<void> {
  const origin = await page.evaluate(() => location.origin);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await page.evaluate(async (bucket) => {
    if (!('fieldbookHost' in window)) await navigator.storageBuckets?.delete(bucket);
  }, bucketName);
}

/** Every record of the page's working database; none where there is no database. */
async function recordsInDatabase(page: Page): Promise<readonly DatabaseRow[]> {
  await findFactory(page);
  return page.evaluate(async () => {
    const indexedDB: IDBFactory = Reflect.get(globalThis, 'workingDatabases');
    const all = await indexedDB.databases();
    const name = all.find((one) => one.name?.startsWith('fieldbook.v'))?.name;
    if (name === undefined) return [];
    // Not by its own name: tsx marks named functions by a call that the page does not have.
    const [answer] = [
      <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        }),
    ] as const;
    const database = await answer(indexedDB.open(name));
    try {
      const tables = [...database.objectStoreNames].filter((one) => one.startsWith('record_')).sort();
      const rows: DatabaseRow[] = [];
      for (const table of tables) {
        rows.push(...(await answer(database.transaction(table).objectStore(table).getAll())));
      }
      return rows;
    } finally {
      database.close();
    }
  });
}

/** Of the records with these ids, how many the page's working database holds and does not call deleted. */
export async function countInDatabase(page: Page, ids: readonly string[]): Promise<number> {
  const wanted = new Set(ids);
  const rows = await recordsInDatabase(page);
  return rows.filter(({ id, deleted }) => !deleted && wanted.has(id)).length;
}

/** How many organizations of the page's working database are called so, with a number behind it. */
export async function namedInDatabase(page: Page, name: string): Promise<number> {
  const rows = await recordsInDatabase(page);
  return rows.filter(
    ({ type, deleted, values }) =>
      type === 'organization' && !deleted && canonicalJson(values.name ?? null).includes(`"${name} `),
  ).length;
}

/** Every record of the page's working database with all that it says, as one hash. */
export async function contentInDatabase(page: Page): Promise<string> {
  return sha256Hex(canonicalJson(await recordsInDatabase(page)));
}

/**
 * Turns the working database into one of the time when it had no number, behind the back of the application, which
 * lets go of it: the next start migrates.
 */
export async function makeDatabaseOld(page: Page): Promise<void> {
  await findFactory(page);
  return page.evaluate(async () => {
    const indexedDB: IDBFactory = Reflect.get(globalThis, 'workingDatabases');
    // Not by its own name: tsx marks named functions by a call that the page does not have.
    const [answer] = [
      <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        }),
    ] as const;
    const all = await indexedDB.databases();
    const name = all.find((one) => one.name?.startsWith('fieldbook.v'))?.name ?? '';
    const source = await answer(indexedDB.open(name));
    await answer(indexedDB.deleteDatabase('fieldbook'));
    const opening = indexedDB.open('fieldbook', source.version);
    opening.onupgradeneeded = () => {
      for (const table of source.objectStoreNames) {
        const from = source.transaction(table).objectStore(table);
        const to = opening.result.createObjectStore(table, { keyPath: from.keyPath });
        for (const index of from.indexNames) {
          const { keyPath, multiEntry, unique } = from.index(index);
          to.createIndex(index, keyPath, { multiEntry, unique });
        }
      }
    };
    const target = await answer(opening);
    for (const table of source.objectStoreNames) {
      const rows: readonly unknown[] = await answer(source.transaction(table).objectStore(table).getAll());
      const writing = target.transaction(table, 'readwrite');
      for (const row of rows) writing.objectStore(table).put(row);
      await new Promise((done) => {
        writing.oncomplete = done;
      });
    }
    source.close();
    target.close();
    await answer(indexedDB.deleteDatabase(name));
  });
}
