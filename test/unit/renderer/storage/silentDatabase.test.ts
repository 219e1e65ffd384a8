import { IDBObjectStore, IDBRequest } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { createWaits, type Timers } from '../../../../renderer/host/waits.ts';
import { usualPlace } from '../../../../renderer/storage/databasePlace.ts';
import { removeWorkingStore } from '../../../../renderer/storage/openStore.ts';
import { createWatchdog, NoAnswer } from '../../../../renderer/storage/watchdog.ts';
import { contentOf, creation, edit, Laptop, saved } from './laptop.ts';

// A database whose requests fire no event is given up after ten seconds; a person is told before five are over.

const ministry = { name: { en: 'Ministry of Digital Affairs' }, type: 'ministry', country: 'BG' };

afterEach(() => {
  vi.restoreAllMocks();
});

/** Time that passes when the test says so. */
class ManualClock implements Timers {
  #now = 0;
  readonly #waiting = new Set<{ readonly callback: () => void; readonly at: number }>();

  set(callback: () => void, milliseconds: number): () => void {
    const timer = { callback, at: this.#now + milliseconds };
    this.#waiting.add(timer);
    return () => this.#waiting.delete(timer);
  }

  pass(seconds: number): void {
    this.#now += seconds * 1000;
    for (const timer of [...this.#waiting].toSorted((a, b) => a.at - b.at)) {
      if (timer.at <= this.#now && this.#waiting.delete(timer)) timer.callback();
    }
  }

  get count(): number {
    return this.#waiting.size;
  }
}

function watched() {
  const timers = new ManualClock();
  return { timers, waits: createWaits(timers) };
}

/** Of the five seconds all but one pass in silence. */
async function expectTold({ timers, waits }: ReturnType<typeof watched>): Promise<void> {
  await vi.waitUntil(() => timers.count > 0);
  timers.pass(3.5);
  expect(waits.overdue()).toBeNull();
  timers.pass(1.5);
  expect(waits.overdue()).toBe('database');
}

async function withMinistry() {
  const laptop = new Laptop();
  const store = await laptop.open();
  const id = laptop.newId();
  await saved(store, creation('organization', id, ministry));
  return { laptop, store, id };
}

const never = new Promise<never>(() => undefined);

test('at opening, and when it is given up nothing is waited for any more', async () => {
  const { laptop, store } = await withMinistry();
  const before = contentOf(store.records);
  await store.close();
  const told = watched();
  vi.spyOn(laptop.factory, 'databases').mockReturnValue(never);
  const opening = laptop.open(told);
  await expectTold(told);
  told.timers.pass(5);
  const alone = await opening;
  expect(told.waits.overdue()).toBeNull();
  expect(alone.state().database).toEqual({ code: 'TIMEOUT', seconds: 10 });
  expect(contentOf(alone.records)).toEqual(before);
});

test('while what it holds is read at opening', async () => {
  const { laptop, store } = await withMinistry();
  await store.close();
  const told = watched();
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => new IDBRequest());
  const opening = laptop.open(told);
  await expectTold(told);
  told.timers.pass(5);
  expect((await opening).state().database).toEqual({ code: 'TIMEOUT', seconds: 10 });
});

test('at a save, which is in the journal by then', async () => {
  const { laptop, store, id } = await withMinistry();
  const told = watched();
  const again = await laptop.reopen(store, told);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => new IDBRequest());
  const commit = again.commit(edit('organization', id, { country: 'KE' }));
  await expectTold(told);
  told.timers.pass(5);
  expect((await commit).ok).toBe(true);
  expect(again.state().database).toEqual({ code: 'TIMEOUT', seconds: 10 });
  // The mark that it is not to be trusted may hang as well: nobody waits for that.
  told.timers.pass(5);
  expect(told.waits.overdue()).toBeNull();
});

test('at a rebuild, as after a restore and for a take-over', async () => {
  const { laptop, store } = await withMinistry();
  await store.close();
  laptop.loseDatabases();
  const told = watched();
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => new IDBRequest());
  const opening = laptop.open(told);
  await expectTold(told);
  told.timers.pass(5);
  expect((await opening).state().database).toEqual({ code: 'TIMEOUT', seconds: 10 });
});

test('when history is asked of it, which the journal then answers', async () => {
  const { laptop, store, id } = await withMinistry();
  const told = watched();
  const again = await laptop.reopen(store, told);
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => new IDBRequest());
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => new IDBRequest());
  vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(() => new IDBRequest());
  const asked = again.changeSets(10);
  await expectTold(told);
  told.timers.pass(5);
  const about = (await asked).map(({ changes }) => [...new Set(changes.map((change) => change.id))]);
  expect(about).toEqual([[id]]);
});

test('while it is removed because the data are encrypted', async () => {
  const { laptop, store } = await withMinistry();
  await store.close();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const waits = createWaits();
    vi.spyOn(laptop.factory, 'databases').mockReturnValue(never);
    const removal = removeWorkingStore(usualPlace(laptop.factory), laptop.databaseName, waits);
    await vi.advanceTimersByTimeAsync(4500);
    expect(waits.overdue()).toBe('database');
    await vi.advanceTimersByTimeAsync(5500);
    await removal;
    expect(waits.overdue()).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test('work with signs of life is neither told nor given up, however long it takes', async () => {
  const { timers, waits } = watched();
  const watchdog = createWatchdog(10, timers, waits);
  let sign = (): void => undefined;
  const work = watchdog(
    (alive) =>
      new Promise<string>((resolve) => {
        let signs = 0;
        sign = () => {
          alive();
          if (++signs === 40) resolve('done');
        };
      }),
  );
  await Promise.resolve();
  for (let count = 0; count < 40; count++) {
    timers.pass(3);
    expect(waits.overdue()).toBeNull();
    sign();
  }
  expect(await work).toBe('done');
  expect(timers.count).toBe(0);
});

test('work that was given up and goes on starts no clock anew', async () => {
  const { timers, waits } = watched();
  let sign = (): void => undefined;
  const work = createWatchdog(
    10,
    timers,
    waits,
  )((alive) => {
    sign = alive;
    return never;
  });
  await Promise.resolve();
  timers.pass(10);
  await expect(work).rejects.toBeInstanceOf(NoAnswer);
  sign();
  expect([timers.count, waits.overdue()]).toEqual([0, null]);
});
