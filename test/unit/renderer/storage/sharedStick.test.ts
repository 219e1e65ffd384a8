import { expect, test } from 'vitest';
import type { FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import { restoreSnapshot } from '../../../../renderer/storage/restoreSnapshot.ts';
import { loadSnapshot } from '../../../../shared/snapshot/loadSnapshot.ts';
import { creation, Laptop, random, saved } from './laptop.ts';

const organization = (name: string) => ({ name: { en: name, ko: name }, type: 'ministry', country: 'BG' });

/** Saves so many organizations, whose names begin with a letter, and backs up; closed. */
async function work(laptop: Laptop, letter: string, count: number): Promise<void> {
  const store = await laptop.open();
  for (let index = 0; index < count; index++) {
    await saved(store, creation('organization', laptop.newId(), organization(`${letter}${index}`)));
  }
  await laptop.host.snapshots.take('manual');
  await store.close();
}

const namesIn = (store: FieldbookStore): readonly string[] =>
  store.records
    .all('organization')
    .map(({ values }) => (values.name as { readonly en: string }).en)
    .sort();

/** Two laptops of one center that take turns with one stick: A before it had it, B with it. */
async function twoLaptops() {
  const [a, b] = [new Laptop(), new Laptop()];
  await work(a, 'A', 3);
  a.host.snapshotFolder.files.clear();
  await b.host.snapshots.chooseFolder('Choose');
  await work(b, 'B', 5);
  a.host.secondFolder = b.host.secondFolder;
  a.loseDatabases();
  return { a, b };
}

test('a damaged entry is not healed by another laptop’s backup on a shared stick, nor are its records taken', async () => {
  const { a } = await twoLaptops();
  a.host.damage(2);
  const store = await a.open();
  expect(store.state().opening).toEqual({ kind: 'damaged', lost: [2] });
  expect(namesIn(store)).toEqual(['A0', 'A2']);
});

test('a cut journal is not completed with another laptop’s records, and what is missing is told', async () => {
  const { a } = await twoLaptops();
  a.host.entries = a.host.entries.slice(0, 1);
  const store = await a.open();
  expect(store.state().opening).toEqual({ kind: 'rescued', changeSets: 0, missing: 2 });
  expect(namesIn(store)).toEqual(['A0']);
});

test('a new laptop with somebody’s stick begins empty', async () => {
  const { b } = await twoLaptops();
  const fresh = new Laptop();
  fresh.host.secondFolder = b.host.secondFolder;
  const store = await fresh.open();
  expect(store.state().opening).toEqual({ kind: 'clean' });
  expect(namesIn(store)).toEqual([]);
});

test('after everything here was forgotten, the old stick gives nothing back by itself', async () => {
  const { b } = await twoLaptops();
  await b.host.forgetEverything();
  b.loseDatabases();
  await work(b, 'C', 3);
  b.host.snapshotFolder.files.clear();
  b.loseDatabases();
  b.host.damage(2);
  const store = await b.open();
  // Its own backup on the same stick does.
  expect(store.state().opening).toEqual({ kind: 'rescued', changeSets: 1, missing: 0 });
  expect(namesIn(store)).toEqual(['C0', 'C1', 'C2']);
});

test('a laptop finds its own backups on the stick among those of others, also without its settings', async () => {
  const { a, b } = await twoLaptops();
  const store = await a.open();
  await a.host.snapshots.take('manual');
  await store.close();
  await work(b, 'D', 1);
  a.loseDatabases();
  a.host.currentSettings = {};
  a.host.entries = a.host.entries.slice(0, 1);
  const again = await a.open();
  expect(again.state().opening).toEqual({ kind: 'rescued', changeSets: 2, missing: 0 });
  expect(namesIn(again)).toEqual(['A0', 'A1', 'A2']);
});

test('what was backed up before a restore stays a laptop’s own, though it has another device id since', async () => {
  const { a } = await twoLaptops();
  const store = await a.open();
  const { device } = store;
  await a.host.snapshots.take('manual');
  const [name = ''] = [...a.host.snapshotFolder.files.keys()];
  const bytes = a.host.snapshotFolder.bytesOf(name);
  const header = loadSnapshot(bytes, () => undefined);
  if (!header.ok) throw new Error(header.error.code);
  const hands = { host: a.host, store, clock: a.clock, random };
  expect((await restoreSnapshot({ bytes, header: header.value, name, by: 'Kim' }, hands)).ok).toBe(true);
  a.host.snapshotFolder.files.clear();
  const restored = await a.open();
  expect(restored.device).not.toBe(device);
  const state = await a.host.snapshots.state();
  if (!state.ok) throw new Error(state.error.detail);
  const ofDevice = new Map(state.value.snapshots.map((one) => [one.device, one.isOwn]));
  expect(ofDevice.get(device)).toBe(true);
  expect([...ofDevice.values()].filter((isOwn) => !isOwn)).toHaveLength(1);
});

test('an entry of a journal that was begun anew is not called healed by one of the journal before', async () => {
  const laptop = new Laptop();
  await work(laptop, 'A', 3);
  const before = new Map(laptop.host.snapshotFolder.files);
  // All is lost but the settings; the folder of backups is there again only later.
  laptop.host.snapshotFolder.files.clear();
  laptop.loseDatabases();
  laptop.loseJournal();
  laptop.host.currentSentinel = {};
  await work(laptop, 'N', 3);
  laptop.host.snapshotFolder.files.clear();
  for (const [name, bytes] of before) laptop.host.snapshotFolder.files.set(name, bytes);
  laptop.loseDatabases();
  laptop.host.damage(2);
  const store = await laptop.open();
  expect(store.state().opening).toEqual({ kind: 'rescued', changeSets: 3, missing: 1 });
  expect(namesIn(store)).toEqual(['A0', 'A1', 'A2', 'N0', 'N2']);
});
