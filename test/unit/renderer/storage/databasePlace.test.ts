import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { browserPlace, shellPlace } from '../../../../renderer/storage/databasePlace.ts';
import type { FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import { forgetAll } from '../../../../renderer/storage/forgetAll.ts';
import { removeWorkingStore } from '../../../../renderer/storage/openStore.ts';
import { err, ok } from '../../../../shared/core/result.ts';
import { contentOf, creation, Laptop, saved } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Digital Affairs' }, type: 'ministry', country: 'BG' };

afterEach(() => {
  vi.restoreAllMocks();
});

/** Buckets as Chromium has them: what is deleted is gone with its files. */
class FakeBuckets {
  readonly buckets = new Map<string, IDBFactory>();

  async open(name: string) {
    const indexedDB = this.buckets.get(name) ?? new IDBFactory();
    this.buckets.set(name, indexedDB);
    return { indexedDB };
  }

  isHeld = false;

  async delete(name: string): Promise<void> {
    if (this.isHeld) throw new DOMException('held', 'UnknownError');
    this.buckets.delete(name);
  }

  async keys(): Promise<readonly string[]> {
    return [...this.buckets.keys()];
  }
}

/** A laptop whose browser has buckets; until now Fieldbook kept its database in the usual place. */
async function updated() {
  const laptop = new Laptop();
  const before = await laptop.open();
  await saved(before, creation('organization', laptop.newId(), ministry));
  const content = await everythingOf(before);
  const buckets = new FakeBuckets();
  return { laptop, before, content, buckets, place: browserPlace(laptop.factory, buckets) };
}

const everythingOf = async (store: FieldbookStore) => ({
  records: contentOf(store.records),
  changeSets: await store.changeSets(10),
});

const namesIn = async (factory: IDBFactory | undefined): Promise<readonly (string | undefined)[]> =>
  (await factory?.databases())?.map(({ name }) => name) ?? [];

test('a database of before moves into the bucket without a word, and nothing of it stays', async () => {
  const { laptop, before, content, buckets, place } = await updated();
  const moved = await laptop.reopen(before, { place });
  expect(moved.state().opening).toMatchObject({ kind: 'rebuilt', reason: 'updated' });
  expect(await everythingOf(moved)).toEqual(content);
  expect(await namesIn(laptop.factory)).toEqual([]);
  expect(await namesIn([...buckets.buckets.values()][0])).toEqual([laptop.workingDatabase]);
  const again = await laptop.reopen(moved, { place });
  expect(again.state().opening).toEqual({ kind: 'clean' });
  expect(await everythingOf(again)).toEqual(content);
});

test('what the journal lost is given back to it from there', async () => {
  const { laptop, before, content, place } = await updated();
  await before.close();
  laptop.loseJournal();
  const moved = await laptop.open({ place });
  expect(moved.state().opening).toEqual({ kind: 'journalRestored', changeSets: 1 });
  expect(await everythingOf(moved)).toEqual(content);
  expect(laptop.host.entries).toHaveLength(1);
  expect(await namesIn(laptop.factory)).toEqual([]);
});

test('one that cannot be read stays where it is', async () => {
  const { laptop, before, content, place } = await updated();
  await before.close();
  const open = vi.spyOn(laptop.factory, 'open').mockImplementation(() => {
    throw new DOMException('Internal error.', 'UnknownError');
  });
  vi.spyOn(console, 'warn').mockReturnValue();
  const moved = await laptop.open({ place });
  expect(await everythingOf(moved)).toEqual(content);
  expect(open).toHaveBeenCalled();
  expect(await namesIn(laptop.factory)).toEqual([laptop.workingDatabase]);
});

test('once the data are encrypted, the bucket is deleted as a whole, and what lies in the usual place', async () => {
  const { laptop, before, content, buckets, place } = await updated();
  const moved = await laptop.reopen(before, { place });
  const encrypted = await laptop.reopen(moved, { place, usesDatabase: false });
  expect(await everythingOf(encrypted)).toEqual(content);
  expect([...buckets.buckets.keys()]).toEqual([]);
  // One of before is removed as well, without a bucket being made for it.
  await encrypted.close();
  const plain = await laptop.open();
  await plain.close();
  await removeWorkingStore(place, laptop.databaseName);
  expect([buckets.buckets.size, await namesIn(laptop.factory)]).toEqual([0, []]);
});

test('what an encrypted journal lost comes back from the bucket, which is deleted then', async () => {
  const { laptop, before, content, buckets, place } = await updated();
  await (await laptop.reopen(before, { place })).close();
  laptop.loseJournal();
  const options = { place, usesDatabase: false, restoresFromDatabase: true };
  const restored = await laptop.open(options);
  expect(await everythingOf(restored)).toEqual(content);
  expect([...buckets.buckets.keys()]).toEqual([]);
});

test('forgetting everything deletes the bucket', async () => {
  const { laptop, before, buckets, place } = await updated();
  const store = await laptop.reopen(before, { place });
  expect((await forgetAll({ host: laptop.host, store, databases: laptop.factory, place })).ok).toBe(true);
  expect([...buckets.buckets.keys()]).toEqual([]);
});

test('a bucket that is held is told when everything is forgotten, and the next try goes on', async () => {
  const { laptop, before, buckets, place } = await updated();
  const store = await laptop.reopen(before, { place });
  const forget = () => forgetAll({ host: laptop.host, store, databases: laptop.factory, place });
  buckets.isHeld = true;
  expect(await forget()).toMatchObject({ ok: false, error: { code: 'IN_USE' } });
  buckets.isHeld = false;
  expect((await forget()).ok).toBe(true);
  expect([...buckets.buckets.keys()]).toEqual([]);
});

test('a browser without buckets, or that gives none, keeps the database where it was', async () => {
  const { laptop, before, content } = await updated();
  const refusing = {
    open: () => Promise.reject(new DOMException('no', 'InvalidStateError')),
    delete: () => Promise.reject(new DOMException('no', 'InvalidStateError')),
    keys: () => Promise.reject(new DOMException('no', 'InvalidStateError')),
  };
  const without = await laptop.reopen(before, { place: browserPlace(laptop.factory, null) });
  const refused = await laptop.reopen(without, { place: browserPlace(laptop.factory, refusing) });
  expect(refused.state().opening).toEqual({ kind: 'clean' });
  expect(await everythingOf(refused)).toEqual(content);
  expect(await namesIn(laptop.factory)).toEqual([laptop.workingDatabase]);
});

test('a place of which no database can be opened or removed goes with all that is in it, and is made anew', async () => {
  const { laptop, before, content, buckets, place } = await updated();
  const moved = await laptop.reopen(before, { place });
  await moved.close();
  vi.spyOn(console, 'warn').mockReturnValue();
  const broken = (): never => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  };
  const [factory = new IDBFactory()] = buckets.buckets.values();
  vi.spyOn(factory, 'open').mockImplementation(broken);
  vi.spyOn(factory, 'deleteDatabase').mockImplementation(broken);
  buckets.isHeld = true;
  const alone = await laptop.open({ place });
  expect(alone.state().database).toMatchObject({ code: 'DATABASE' });
  expect(await everythingOf(alone)).toEqual(content);
  buckets.isHeld = false;
  const renewed = await laptop.reopen(alone, { place });
  expect(renewed.state().opening).toMatchObject({ kind: 'rebuilt' });
  expect(renewed.state().database).toBeUndefined();
  expect(await everythingOf(renewed)).toEqual(content);
  const again = await laptop.reopen(renewed, { place });
  expect(again.state().opening).toEqual({ kind: 'clean' });
});

test.each([true, false])(
  'in the shell the main process removes what no page can open (it works: %s)',
  async (works) => {
    const laptop = new Laptop();
    const before = await laptop.open();
    await saved(before, creation('organization', laptop.newId(), ministry));
    const content = await everythingOf(before);
    await before.close();
    vi.spyOn(console, 'warn').mockReturnValue();
    const broken = (): never => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    const opening = vi.spyOn(laptop.factory, 'open').mockImplementation(broken);
    const removal = vi.spyOn(laptop.factory, 'deleteDatabase').mockImplementation(broken);
    const clear = vi.fn(async () => {
      if (!works) return err({ code: 'IO', detail: 'Chromium does not clear its storage' } as const);
      opening.mockRestore();
      removal.mockRestore();
      return ok(null);
    });
    const renewed = await laptop.open({ place: shellPlace(laptop.factory, clear) });
    expect(clear).toHaveBeenCalledOnce();
    expect(renewed.state().database?.code).toBe(works ? undefined : 'DATABASE');
    expect(await everythingOf(renewed)).toEqual(content);
  },
);
