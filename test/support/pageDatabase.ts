import type { Page } from 'playwright-core';

/** Of the records with these ids, how many the page's working database holds and does not call deleted. */
export function countInDatabase(page: Page, ids: readonly string[]): Promise<number> {
  return page.evaluate(async (wanted) => {
    const all = await indexedDB.databases();
    const name = all.find((one) => one.name?.startsWith('fieldbook.v'))?.name;
    if (name === undefined) return 0;
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
      let count = 0;
      for (const table of database.objectStoreNames) {
        if (!table.startsWith('record_')) continue;
        const rows: readonly { id: string; deleted: boolean }[] = await answer(
          database.transaction(table).objectStore(table).getAll(),
        );
        count += rows.filter(({ id, deleted }) => !deleted && wanted.includes(id)).length;
      }
      return count;
    } finally {
      database.close();
    }
  }, ids);
}

/** How many organizations of the page's working database are called so, with a number behind it. */
export function namedInDatabase(page: Page, name: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const all = await indexedDB.databases();
    const found = all.find((one) => one.name?.startsWith('fieldbook.v'))?.name;
    if (found === undefined) return 0;
    // Not by its own name: tsx marks named functions by a call that the page does not have.
    const [answer] = [
      <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        }),
    ] as const;
    const database = await answer(indexedDB.open(found));
    try {
      const table = database.transaction('record_organization').objectStore('record_organization');
      const rows: readonly { deleted: boolean; values: { name?: { en?: string } } }[] = await answer(
        table.getAll(),
      );
      return rows.filter(({ deleted, values }) => !deleted && values.name?.en?.startsWith(`${wanted} `))
        .length;
    } finally {
      database.close();
    }
  }, name);
}

/** Every record of the page's working database with all that it says, as one hash; '' where there is none. */
export function contentInDatabase(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const all = await indexedDB.databases();
    const name = all.find((one) => one.name?.startsWith('fieldbook.v'))?.name;
    if (name === undefined) return '';
    // Not by their own names: tsx marks named functions by a call that the page does not have.
    const [answer, plain] = [
      <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        }),
      (_key: string, value: unknown): unknown =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value,
    ] as const;
    const database = await answer(indexedDB.open(name));
    try {
      const tables: unknown[] = [];
      for (const table of [...database.objectStoreNames].filter((one) => one.startsWith('record_')).sort()) {
        tables.push(table, await answer(database.transaction(table).objectStore(table).getAll()));
      }
      const text = new TextEncoder().encode(JSON.stringify(tables, plain));
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
      return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    } finally {
      database.close();
    }
  });
}

/**
 * Turns the working database into one of the time when it had no number, behind the back of the application, which
 * lets go of it: the next start migrates.
 */
export function makeDatabaseOld(page: Page): Promise<void> {
  return page.evaluate(async () => {
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
