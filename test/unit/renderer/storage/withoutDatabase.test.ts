import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { usualPlace } from '../../../../renderer/storage/databasePlace.ts';
import { removeWorkingStore } from '../../../../renderer/storage/openStore.ts';
import { keepsDatabase } from '../../../../shared/lock/keptDatabase.ts';
import { contentOf, creation, edit, Laptop, saved } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Examples', ko: '예시부' }, type: 'ministry', country: 'BG' };
const usesDatabase = false;

test('encrypted data are worked on without a database, and one of before is removed', async () => {
  const laptop = new Laptop();
  const before = await laptop.open();
  const id = laptop.newId();
  await saved(before, creation('organization', id, ministry));
  expect(await laptop.factory.databases()).toHaveLength(1);

  const store = await laptop.reopen(before, { usesDatabase });
  expect(await laptop.factory.databases()).toEqual([]);
  // Nothing is told: that there is no database is as it should be.
  expect(store.state()).toMatchObject({ opening: { kind: 'clean' }, changeSets: 1 });
  expect(store.state()).not.toHaveProperty('database');
  expect(laptop.host.quarantined).toEqual([]);
  expect(contentOf(store.records)).toEqual(contentOf(before.records));

  await saved(store, edit('organization', id, { type: 'agency' }));
  const again = await laptop.reopen(store, { usesDatabase });
  expect(again.records.find('organization', id)?.values).toMatchObject({ type: 'agency' });
  expect(await again.historyOf(id)).toHaveLength((await store.historyOf(id)).length);
  expect(await again.changeSetHeads(9)).toHaveLength(2);
  expect(await laptop.factory.databases()).toEqual([]);
});

test('the database that an update kept goes as well, whether data are locked or worked on', async () => {
  const older = ['fieldbook', 'fieldbook.v2', 'fieldbook.v3'];
  const create = async ({ factory }: Laptop, name: string): Promise<void> => {
    const raw = new Dexie(name, { indexedDB: factory, IDBKeyRange });
    raw.version(1).stores({ a: 'id' });
    await raw.open();
    raw.close();
  };
  const locked = new Laptop();
  for (const name of [...older, 'another-page']) await create(locked, name);
  await removeWorkingStore(usualPlace(locked.factory), 'fieldbook');
  expect((await locked.factory.databases()).map(({ name }) => name)).toEqual(['another-page']);

  const laptop = new Laptop();
  const before = await laptop.open();
  await saved(before, creation('organization', laptop.newId(), ministry));
  await create(laptop, laptop.databaseName);
  expect(await laptop.factory.databases()).toHaveLength(2);
  const store = await laptop.reopen(before, { usesDatabase });
  expect(await laptop.factory.databases()).toEqual([]);
  expect(contentOf(store.records)).toHaveLength(1);
});

test('where the journal is gone, the database gives back what it holds before it is removed', async () => {
  const laptop = new Laptop();
  const before = await laptop.open();
  const id = laptop.newId();
  await saved(before, creation('organization', id, ministry));
  await saved(before, edit('organization', id, { type: 'agency' }));
  await before.close();
  laptop.loseJournal();
  // A journal that fails first costs nothing.
  const failing = laptop.host.journal.append;
  laptop.host.journal.append = async () => ({ ok: false, error: { code: 'IO', detail: 'failed' } });
  const restoring = { usesDatabase, restoresFromDatabase: true };
  expect(await laptop.tryOpen(restoring)).toMatchObject({ ok: false });
  laptop.host.journal.append = failing;

  const store = await laptop.open(restoring);
  expect(store.state()).toMatchObject({ opening: { kind: 'journalRestored', changeSets: 2 } });
  expect(store.records.find('organization', id)?.values).toMatchObject({ type: 'agency' });
  expect(laptop.host.entries).toHaveLength(2);
  expect(await laptop.factory.databases()).toEqual([]);
  await saved(store, creation('organization', laptop.newId(), ministry));
  expect(await laptop.factory.databases()).toEqual([]);
});

test('a restoring that is cut off when the journal was begun anew goes on at the next start', async () => {
  const laptop = new Laptop();
  const before = await laptop.open();
  const id = laptop.newId();
  await saved(before, creation('organization', id, ministry));
  await before.close();
  laptop.loseJournal();
  expect(await keepsDatabase(laptop.host.settings)).toBe(false);
  const failing = laptop.host.journal.append;
  laptop.host.journal.append = async () => ({ ok: false, error: { code: 'IO', detail: 'the power failed' } });
  await laptop.tryOpen({ usesDatabase, restoresFromDatabase: true });
  laptop.host.journal.append = failing;
  // The journal is there by now, and sealed: only the note tells that the database is no leftover.
  const next = { usesDatabase, restoresFromDatabase: await keepsDatabase(laptop.host.settings) };
  const store = await laptop.open(next);
  expect(store.records.find('organization', id)?.values).toMatchObject({ type: 'ministry' });
  expect(await laptop.factory.databases()).toEqual([]);
  expect(await keepsDatabase(laptop.host.settings)).toBe(false);
});

test('a database that cannot be opened while the journal is restored from it is told of, and asked again', async () => {
  const laptop = new Laptop();
  const before = await laptop.open();
  const id = laptop.newId();
  await saved(before, creation('organization', id, ministry));
  await before.close();
  laptop.loseJournal();
  const { factory } = laptop;
  const refusing = Object.assign(Object.create(factory), {
    open: () => {
      throw new DOMException('broken today', 'UnknownError');
    },
  });
  const restoring = { usesDatabase, restoresFromDatabase: true };
  const first = await laptop.open({ ...restoring, indexedDB: refusing });
  expect(first.state().database).toBeDefined();
  await saved(first, creation('organization', laptop.newId(), { ...ministry, name: { en: 'Other' } }));
  await first.close();
  expect(await factory.databases()).toHaveLength(1);
  expect(await keepsDatabase(laptop.host.settings)).toBe(true);
  const second = await laptop.open(restoring);
  expect(second.records.all('organization')).toHaveLength(2);
  expect(second.records.find('organization', id)?.values).toMatchObject({ type: 'ministry' });
  expect(await factory.databases()).toEqual([]);
});

test('damage that was dealt with is not told at every start', async () => {
  const laptop = new Laptop();
  const store = await laptop.open({ usesDatabase });
  const id = laptop.newId();
  await saved(store, creation('organization', id, ministry));
  await saved(store, edit('organization', id, { type: 'agency' }));
  laptop.host.damage(2);
  const damaged = await laptop.reopen(store, { usesDatabase });
  expect(damaged.state().opening).toEqual({ kind: 'damaged', lost: [2] });
  const quarantined = laptop.host.quarantined.length;
  const again = await laptop.reopen(damaged, { usesDatabase });
  expect(again.state().opening).toEqual({ kind: 'clean' });
  expect(laptop.host.quarantined).toHaveLength(quarantined);
});

test('after switching off, the database is there again', async () => {
  const laptop = new Laptop();
  const store = await laptop.open({ usesDatabase });
  await saved(store, creation('organization', laptop.newId(), ministry));
  const plain = await laptop.reopen(store);
  expect(await laptop.factory.databases()).toHaveLength(1);
  expect(contentOf(plain.records)).toHaveLength(1);
});
