import { Dexie } from 'dexie';
import { IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { databaseVersion } from '../../../../renderer/storage/database.ts';
import { databaseNameOf } from '../../../../renderer/storage/databaseNames.ts';
import type { OpenStoreOptions } from '../../../../renderer/storage/openStore.ts';
import { recordDefinitions } from '../../../../shared/records/registry.ts';
import { contentOf, creation, edit, Laptop, saved } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Examples' }, type: 'ministry', country: 'BG' };

/** Record types of a Fieldbook of the future. */
const newer = recordDefinitions.map((definition) =>
  definition.type === 'organization'
    ? {
        ...definition,
        version: 2,
        migrations: [{ to: 2, kind: 'map', field: 'country', map: () => 'VN' } as const],
      }
    : definition,
);
const update = { definitions: newer, appVersion: '2.0.0' };

afterEach(() => {
  vi.restoreAllMocks();
});

async function withWork(count = 12) {
  const laptop = new Laptop();
  const store = await laptop.open();
  const ids = Array.from({ length: count }, () => laptop.newId());
  for (const id of ids) await saved(store, creation('organization', id, ministry));
  const [first] = ids;
  if (first === undefined) throw new Error('nothing was made');
  await saved(store, edit('organization', first, { country: 'KE' }));
  const before = contentOf(store.records);
  await store.close();
  return { laptop, first, before };
}

async function namesIn({ factory }: Laptop): Promise<readonly string[]> {
  return (await factory.databases()).map(({ name = '' }) => name).sort();
}

/** Everything that a database holds, as text. */
async function dump({ factory }: Laptop, name: string): Promise<string> {
  const raw = await new Dexie(name, { indexedDB: factory, IDBKeyRange }).open();
  const tables: unknown[] = [raw.verno];
  for (const table of raw.tables) tables.push(table.name, await table.toArray());
  raw.close();
  return JSON.stringify(tables);
}

const newName = ({ databaseName }: Laptop) => databaseNameOf(databaseName, databaseVersion(newer));

test('an update writes a database of its own and leaves the old one as it was', async () => {
  const { laptop, first } = await withWork();
  const old = await dump(laptop, laptop.workingDatabase);
  const updated = await laptop.open(update);
  expect(updated.state().opening).toEqual({ kind: 'rebuilt', changeSets: 13, reason: 'updated' });
  expect(updated.records.find('organization', first)?.values.country).toBe('VN');
  await saved(updated, creation('organization', laptop.newId(), ministry));
  const all = contentOf(updated.records);
  await updated.close();
  expect(await namesIn(laptop)).toEqual([laptop.workingDatabase, newName(laptop)].sort());
  expect(await dump(laptop, laptop.workingDatabase)).toBe(old);
  const again = await laptop.open(update);
  expect(again.state().opening.kind).toBe('clean');
  expect(contentOf(again.records)).toEqual(all);
  expect(await again.changeSets(100)).toHaveLength(14);
});

test('after the switch an older Fieldbook refuses and touches nothing, also when the sentinel is lost', async () => {
  const { laptop } = await withWork();
  await (await laptop.open(update)).close();
  for (const sentinel of [laptop.host.currentSentinel, {}]) {
    laptop.host.currentSentinel = sentinel;
    const [entries, dumped] = [[...laptop.host.entries], await dump(laptop, newName(laptop))];
    expect(await laptop.tryOpen()).toMatchObject({ ok: false, error: { code: 'NEWER_DATABASE' } });
    expect(laptop.host.entries).toEqual(entries);
    expect(await dump(laptop, newName(laptop))).toBe(dumped);
  }
});

/** The power fails at a step of the migration: nothing that is written from then on arrives. */
function failPowerAt(laptop: Laptop, at: number): { reached(): boolean } {
  let steps = 0;
  const isOff = (): boolean => ++steps >= at;
  const { put, clear } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (isOff()) throw new Error('the power is off');
    return put.apply(this, args);
  });
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
    if (isOff()) throw new Error('the power is off');
    return clear.call(this);
  });
  laptop.host.failWhen((call) => (call !== 'snapshots.take' && isOff() ? 'IO' : undefined));
  return { reached: () => steps >= at };
}

test('a crash at any step of the migration leaves the old database in use and nothing lost', async () => {
  const { laptop, before } = await withWork(2);
  const old = await dump(laptop, laptop.workingDatabase);
  const switched = { ...laptop.host.currentSentinel };
  let crashes = 0;
  for (let at = 1; ; at++) {
    const power = failPowerAt(laptop, at);
    const started = await laptop.tryOpen(update);
    if (started.ok) await started.value.close();
    vi.restoreAllMocks();
    laptop.host.failWhen(() => undefined);
    if (!power.reached()) break;
    crashes++;
    expect(await dump(laptop, laptop.workingDatabase), `step ${at}`).toBe(old);
    // Until the sentinel says so, nothing was switched.
    expect(laptop.host.currentSentinel, `step ${at}`).toEqual(switched);
    const back = await laptop.open();
    expect(back.state().opening, `step ${at}`).toEqual({ kind: 'clean' });
    expect(contentOf(back.records), `step ${at}`).toEqual(before);
    await back.close();
  }
  expect(crashes).toBeGreaterThan(15);
  const updated = await laptop.open(update);
  expect(updated.records.all('organization')).toHaveLength(2);
  expect(await updated.changeSets(100)).toHaveLength(3);
}, 60_000);

test('work that an older Fieldbook did after a crashed migration is there after the next one', async () => {
  const { laptop } = await withWork();
  const power = failPowerAt(laptop, 9);
  const started = await laptop.tryOpen(update);
  if (started.ok) await started.value.close();
  expect(power.reached()).toBe(true);
  vi.restoreAllMocks();
  laptop.host.failWhen(() => undefined);
  const back = await laptop.open();
  const later = laptop.newId();
  await saved(back, creation('organization', later, ministry));
  await back.close();
  const updated = await laptop.open(update);
  expect(updated.records.find('organization', later)?.values.country).toBe('VN');
  expect(updated.records.all('organization')).toHaveLength(13);
});

test('a journal that is lost at an update is written again from the old database', async () => {
  const { laptop } = await withWork();
  laptop.loseJournal();
  laptop.host.snapshotFolder.files.clear();
  const updated = await laptop.open(update);
  expect(updated.state().opening).toEqual({ kind: 'journalRestored', changeSets: 13 });
  expect(updated.records.all('organization')).toHaveLength(12);
  expect(laptop.host.entries).toHaveLength(13);
});

test.each([
  ['a record without its name', 'record_organization', (row: object) => ({ ...row, values: {} })],
  ['a change with nothing in it', 'changes', (row: object) => ({ ...row, runs: [] })],
  ['a row of its own that differs', 'meta', (row: object) => ({ ...row, seen: {} })],
])('a new database that gives back %s is not used, and written anew', async (_, table, damaged) => {
  const { laptop, first } = await withWork();
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, ...rest) {
    return put.call(this, this.name === table ? damaged(row) : row, ...rest);
  });
  const updated = await laptop.open(update);
  expect(updated.state().database).toMatchObject({ code: 'DATABASE' });
  vi.restoreAllMocks();
  await saved(updated, edit('organization', first, { name: { en: 'Agency of Examples' } }));
  const all = contentOf(updated.records);
  const again = await laptop.reopen(updated, update);
  expect(again.state()).toMatchObject({ opening: { kind: 'rebuilt', changeSets: 14 } });
  expect(again.state()).not.toHaveProperty('database');
  expect(contentOf(again.records)).toEqual(all);
});

test('a database of the time when it had no number is left as it was', async () => {
  const { laptop, before } = await withWork();
  await renameDatabase(laptop, laptop.workingDatabase, laptop.databaseName);
  const old = await dump(laptop, laptop.databaseName);
  const store = await laptop.open();
  expect(store.state().opening).toEqual({ kind: 'rebuilt', changeSets: 13, reason: 'updated' });
  expect(contentOf(store.records)).toEqual(before);
  await store.close();
  expect(await dump(laptop, laptop.databaseName)).toBe(old);
  expect((await laptop.open()).state().opening.kind).toBe('clean');
});

async function renameDatabase({ factory }: Laptop, from: string, to: string): Promise<void> {
  const source = await new Dexie(from, { indexedDB: factory, IDBKeyRange }).open();
  const target = new Dexie(to, { indexedDB: factory, IDBKeyRange });
  target
    .version(source.verno)
    .stores(
      Object.fromEntries(
        source.tables.map(({ name, schema: { primKey, indexes } }) => [
          name,
          [primKey, ...indexes].map(({ src }) => src).join(),
        ]),
      ),
    );
  await target.open();
  for (const table of source.tables) await target.table(table.name).bulkPut(await table.toArray());
  target.close();
  source.close();
  await new Promise((done) => Object.assign(factory.deleteDatabase(from), { onsuccess: done }));
}

test('the old database is kept for two versions of Fieldbook, and removed by the third', async () => {
  const { laptop } = await withWork();
  const kept = async (options: Partial<OpenStoreOptions>): Promise<boolean> => {
    await (await laptop.open({ ...update, ...options })).close();
    return (await namesIn(laptop)).includes(laptop.workingDatabase);
  };
  expect(await kept({ appVersion: '2.0.0' })).toBe(true);
  expect(await kept({ appVersion: '2.0.0' })).toBe(true);
  expect(await kept({ appVersion: '2.1.0' })).toBe(true);
  expect(await kept({ appVersion: '2.2.0' })).toBe(false);
  expect(await namesIn(laptop)).toEqual([newName(laptop)]);
  expect((await laptop.open(update)).state().opening.kind).toBe('clean');
});
