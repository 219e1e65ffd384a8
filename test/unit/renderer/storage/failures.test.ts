import { IDBObjectStore, IDBRequest } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import type { Timers } from '../../../../renderer/host/waits.ts';
import type { FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import { contentOf, creation, edit, Laptop, saved } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Digital Affairs' }, type: 'ministry', country: 'BG' };

afterEach(() => {
  vi.restoreAllMocks();
});

async function withMinistry(options: Parameters<Laptop['open']>[0] = {}) {
  const laptop = new Laptop();
  const store = await laptop.open(options);
  const id = laptop.newId();
  await saved(store, creation('organization', id, ministry));
  return { laptop, store, id };
}

/** What stands on the screen, and in the history, with or without a database. */
async function everythingOf(store: FieldbookStore) {
  const changeSets = await store.changeSets(10);
  const histories = await Promise.all(contentOf(store.records).map(({ id }) => store.historyOf(id)));
  const first = changeSets.at(-1);
  return {
    records: contentOf(store.records),
    changeSets,
    heads: await store.changeSetHeads(10),
    about: await store.changeSetsAbout(new Set(contentOf(store.records).map(({ id }) => id))),
    histories,
    first: first === undefined ? null : await store.changeSet(first.id),
    seen: store.seen(),
  };
}

/** As when the disk is full: each write to the table is refused. */
function refuseWrites(table: string): void {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (this.name === table) throw new DOMException('no space', 'QuotaExceededError');
    return put.apply(this, given);
  });
}

/** As Chromium after a failed write: the request never fires an event. */
function swallowWrites(): void {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => new IDBRequest());
}

/** Time that passes when the test says so. */
class ManualTimers implements Timers {
  readonly #waiting = new Set<{ readonly callback: () => void; readonly milliseconds: number }>();

  set(callback: () => void, milliseconds: number): () => void {
    const timer = { callback, milliseconds };
    this.#waiting.add(timer);
    return () => this.#waiting.delete(timer);
  }

  /** Runs out every timer that is set by now. */
  pass(): readonly number[] {
    const due = [...this.#waiting];
    this.#waiting.clear();
    for (const { callback } of due) callback();
    return due.map(({ milliseconds }) => milliseconds);
  }

  get count(): number {
    return this.#waiting.size;
  }
}

test.each(['meta', 'changes', 'record_organization'])(
  'when the database refuses %s, the commit is saved all the same and the next opening repairs',
  async (table) => {
    const { laptop, store, id } = await withMinistry();
    refuseWrites(table);
    await saved(store, edit('organization', id, { country: 'KE' }));
    expect(store.state().database).toMatchObject({ code: 'DATABASE' });
    expect(store.state()).toMatchObject({ writing: false, changeSets: 2 });
    expect(store.records.find('organization', id)?.values.country).toBe('KE');
    // The journal and memory carry on.
    await saved(store, edit('organization', id, { country: 'PE' }));
    const before = await everythingOf(store);
    expect(before.changeSets).toHaveLength(3);
    vi.restoreAllMocks();
    const again = await laptop.reopen(store);
    expect(['rebuilt', 'caughtUp']).toContain(again.state().opening.kind);
    expect(again.state().database).toBeUndefined();
    expect(await everythingOf(again)).toEqual(before);
    expect((await laptop.reopen(again)).state().opening.kind).toBe('clean');
  },
);

test('a database that failed once is not trusted at the next opening, but rebuilt', async () => {
  const { laptop, store, id } = await withMinistry();
  refuseWrites('changes');
  await saved(store, edit('organization', id, { country: 'KE' }));
  vi.restoreAllMocks();
  const again = await laptop.reopen(store);
  expect(again.state().opening).toEqual({ kind: 'rebuilt', changeSets: 2, reason: 'inconsistent' });
});

test('a write that is never answered ends after ten seconds, and the commit is saved', async () => {
  const timers = new ManualTimers();
  const { laptop, store, id } = await withMinistry({ timers });
  swallowWrites();
  const commit = store.commit(edit('organization', id, { country: 'KE' }));
  await vi.waitUntil(() => timers.count > 0);
  expect(store.state().writing).toBe(true);
  expect(timers.pass()).toEqual([10_000]);
  expect((await commit).ok).toBe(true);
  expect(store.state()).toMatchObject({ writing: false, database: { code: 'TIMEOUT', seconds: 10 } });
  // Nothing waits for the database any more.
  await saved(store, edit('organization', id, { country: 'PE' }));
  const before = await everythingOf(store);
  vi.restoreAllMocks();
  const again = await laptop.reopen(store, {});
  expect(await everythingOf(again)).toEqual(before);
});

test('a database that another window takes over is let go, and work goes on', async () => {
  const { laptop, store, id } = await withMinistry();
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  await new Promise((resolve, reject) => {
    const removal = laptop.factory.deleteDatabase(laptop.workingDatabase);
    removal.onsuccess = resolve;
    removal.onerror = reject;
  });
  expect(warned).toHaveBeenCalledOnce();
  expect(store.state().database).toMatchObject({ code: 'DATABASE' });
  await saved(store, edit('organization', id, { country: 'KE' }));
  const before = await everythingOf(store);
  const again = await laptop.reopen(store);
  expect(again.state().opening).toMatchObject({ kind: 'rebuilt', reason: 'missing' });
  expect(await everythingOf(again)).toEqual(before);
});

test('without any database the journal alone is enough to work', async () => {
  const { laptop, store, id } = await withMinistry();
  await store.close();
  const open = vi.spyOn(laptop.factory, 'open').mockImplementation(() => {
    throw new DOMException('Internal error.', 'UnknownError');
  });
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(laptop.factory, 'deleteDatabase').mockImplementation(() => {
    throw new DOMException('Internal error.', 'UnknownError');
  });
  const alone = await laptop.open();
  expect(alone.state().database).toMatchObject({ code: 'DATABASE' });
  await saved(alone, edit('organization', id, { country: 'KE' }));
  const before = await everythingOf(alone);
  expect(before.changeSets).toHaveLength(2);
  expect(open).toHaveBeenCalled();
  vi.restoreAllMocks();
  const again = await laptop.reopen(alone);
  expect(again.state().opening).toEqual({ kind: 'caughtUp', changeSets: 1 });
  expect(await everythingOf(again)).toEqual(before);
});

test('a database that cannot be opened is removed and rebuilt, when the journal has what it held', async () => {
  const { laptop, store } = await withMinistry();
  const before = await everythingOf(store);
  await store.close();
  const { open, deleteDatabase } = laptop.factory;
  let isCorrupt = true;
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(laptop.factory, 'open').mockImplementation((...given) => {
    if (isCorrupt) throw new DOMException('Internal error.', 'UnknownError');
    return open.apply(laptop.factory, given);
  });
  const removal = vi.spyOn(laptop.factory, 'deleteDatabase').mockImplementation((...given) => {
    isCorrupt = false;
    return deleteDatabase.apply(laptop.factory, given);
  });
  const again = await laptop.open();
  expect(again.state().opening).toMatchObject({ kind: 'rebuilt' });
  expect(again.state().database).toBeUndefined();
  expect(await everythingOf(again)).toEqual(before);
  expect(removal).toHaveBeenCalledOnce();
});

test('a database that cannot be opened is left alone when the journal is empty', async () => {
  const { laptop, store } = await withMinistry();
  await store.close();
  laptop.loseJournal();
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(laptop.factory, 'open').mockImplementation(() => {
    throw new DOMException('Internal error.', 'UnknownError');
  });
  const removal = vi.spyOn(laptop.factory, 'deleteDatabase');
  const alone = await laptop.open();
  expect(removal).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  const again = await laptop.reopen(alone);
  expect(again.state().opening).toEqual({ kind: 'journalRestored', changeSets: 1 });
});

/** As Chromium when the file of a large value is gone, until the row goes: no table at once, and not that row. */
function breakReading(factory: IDBFactory, table: string): void {
  const { clear, getAll, get } = IDBObjectStore.prototype;
  const { deleteDatabase } = factory;
  let isBroken = true;
  let large: string | null = null;
  const fail = (): never => {
    throw new DOMException('Failed to read large IndexedDB value', 'UnknownError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...given) {
    return isBroken && this.name === table ? fail() : getAll.apply(this, given);
  });
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (!isBroken || this.name !== table) return get.apply(this, given);
    large ??= JSON.stringify(given[0]);
    return JSON.stringify(given[0]) === large ? fail() : get.apply(this, given);
  });
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
    if (this.name === table) isBroken = false;
    return clear.apply(this);
  });
  vi.spyOn(factory, 'deleteDatabase').mockImplementation((...given) => {
    isBroken = false;
    return deleteDatabase.apply(factory, given);
  });
}

test.each([false, true])(
  'a database that does not give back all rows is put aside, made anew and rebuilt, once (already in doubt: %s)',
  async (isInDoubt) => {
    const { laptop, store, id } = await withMinistry();
    const other = laptop.newId();
    await saved(store, creation('organization', other, ministry));
    if (isInDoubt) {
      refuseWrites('meta');
      await saved(store, edit('organization', id, { country: 'KE' }));
      vi.restoreAllMocks();
    }
    const before = await everythingOf(store);
    await store.close();
    breakReading(laptop.factory, isInDoubt ? 'changes' : 'record_organization');
    const again = await laptop.open();
    expect(again.state()).toMatchObject({ opening: { kind: 'rebuilt' } });
    expect(again.state().database).toBeUndefined();
    expect(await everythingOf(again)).toEqual(before);
    const [{ database } = { database: null }] = laptop.host.quarantined;
    const aside = JSON.parse(new TextDecoder().decode(database ?? new Uint8Array()));
    expect(aside).toMatchObject({ replica: { key: 'replica' } });
    expect(aside.records).toHaveLength(isInDoubt ? 2 : 1);
    expect(aside.changeSets.length).toBeGreaterThan(1);
    const third = await laptop.reopen(again);
    expect(third.state().opening).toEqual({ kind: 'clean' });
    expect(laptop.host.quarantined).toHaveLength(1);
    expect(await everythingOf(third)).toEqual(before);
  },
);

test('opening a database that never answers goes on without it', async () => {
  const { laptop, store } = await withMinistry();
  const before = contentOf(store.records);
  await store.close();
  const timers = new ManualTimers();
  vi.spyOn(laptop.factory, 'databases').mockReturnValue(new Promise(() => undefined));
  const opening = laptop.open({ timers });
  await vi.waitUntil(() => timers.count > 0);
  timers.pass();
  const alone = await opening;
  expect(alone.state().database).toEqual({ code: 'TIMEOUT', seconds: 10 });
  expect(contentOf(alone.records)).toEqual(before);
});

test('a rebuild that the database refuses still opens with everything', async () => {
  const { laptop, store } = await withMinistry();
  const before = await everythingOf(store);
  await store.close();
  laptop.loseDatabases();
  refuseWrites('changeSets');
  const alone = await laptop.open();
  expect(alone.state().database).toMatchObject({ code: 'DATABASE' });
  expect(await everythingOf(alone)).toEqual(before);
  vi.restoreAllMocks();
  const again = await laptop.reopen(alone);
  expect(again.state().opening).toMatchObject({ kind: 'rebuilt' });
  expect(await everythingOf(again)).toEqual(before);
});
