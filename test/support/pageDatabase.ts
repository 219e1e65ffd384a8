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
