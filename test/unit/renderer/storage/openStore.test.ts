import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import { recordDefinitions } from '../../../../shared/records/registry.ts';
import { contentOf, creation, deletion, edit, Laptop, saved, undo } from './laptop.ts';

const ministry = {
  name: { en: 'Ministry of Digital Affairs', ko: '디지털부' },
  type: 'ministry',
  country: 'BG',
};

async function withThreeEdits() {
  const laptop = new Laptop();
  const store = await laptop.open();
  const id = laptop.newId();
  await saved(store, creation('organization', id, ministry));
  await saved(store, edit('organization', id, { type: 'agency' }));
  const last = await saved(store, edit('organization', id, { country: 'KE' }));
  return { laptop, store, id, last };
}

const kindOf = (store: FieldbookStore): string => store.state().opening.kind;

test('a first start is clean and empty, and makes a device id that stays', async () => {
  const laptop = new Laptop();
  laptop.host.currentSettings = { language: 'ko' };
  const store = await laptop.open();
  expect(store.state()).toEqual({
    savedAt: null,
    journalBytes: 16,
    changeSets: 0,
    opening: { kind: 'clean' },
    writing: false,
  });
  expect(laptop.host.currentSettings).toEqual({ language: 'ko', deviceId: store.device });
  const again = await laptop.reopen(store);
  expect(again.device).toBe(store.device);
});

test('settings that cannot be read are not overwritten', async () => {
  const laptop = new Laptop();
  laptop.host.currentSettings = { language: 'ko', deviceId: 'abcdefabcdef' };
  laptop.host.failWhen((call) => (call === 'settings.read' ? 'IO' : undefined));
  const store = await laptop.open();
  expect(store.device).not.toBe('abcdefabcdef');
  expect(laptop.host.currentSettings).toEqual({ language: 'ko', deviceId: 'abcdefabcdef' });
});

test('what was saved is there after reopening, and nothing had to be repaired', async () => {
  const { laptop, store, id, last } = await withThreeEdits();
  const before = contentOf(store.records);
  const again = await laptop.reopen(store);
  expect(kindOf(again)).toBe('clean');
  expect(contentOf(again.records)).toEqual(before);
  expect(again.records.find('organization', id)?.values).toEqual({
    ...ministry,
    type: 'agency',
    country: 'KE',
  });
  expect(again.state()).toMatchObject({
    savedAt: last.at,
    changeSets: 3,
    journalBytes: store.state().journalBytes,
  });
  expect(again.seen()).toEqual(store.seen());
});

test('a deleted database is rebuilt from the journal', async () => {
  const { laptop, store } = await withThreeEdits();
  const before = contentOf(store.records);
  const history = await store.changeSets(10);
  await store.close();
  laptop.loseDatabases();
  const progress: unknown[] = [];
  const again = await laptop.open({ onReplay: (...told) => progress.push(told) });
  expect(progress).toEqual([[3, 3]]);
  expect(again.state().opening).toEqual({ kind: 'rebuilt', changeSets: 3, reason: 'missing' });
  expect(contentOf(again.records)).toEqual(before);
  expect(await again.changeSets(10)).toEqual(history);
  expect(kindOf(await laptop.reopen(again))).toBe('clean');
});

test('a database that is behind the journal is caught up', async () => {
  const { laptop, store, id } = await withThreeEdits();
  await store.close();
  // Another installation with the same journal is one step ahead of this one's database.
  const other = new Laptop();
  other.host.entries = [...laptop.host.entries];
  const ahead = await other.open();
  await saved(ahead, edit('organization', id, { country: 'PE' }));
  await saved(ahead, deletion('organization', id));
  laptop.host.entries = [...other.host.entries];
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'caughtUp', changeSets: 2 });
  expect(contentOf(again.records)).toEqual(contentOf(ahead.records));
  expect(await again.historyOf(id)).toEqual(await ahead.historyOf(id));
  expect(kindOf(await laptop.reopen(again))).toBe('clean');
});

test('a deleted journal is restored from the database', async () => {
  const { laptop, store } = await withThreeEdits();
  const before = contentOf(store.records);
  const payloads = [...laptop.host.entries];
  await store.close();
  laptop.loseJournal();
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'journalRestored', changeSets: 3 });
  expect(laptop.host.entries).toEqual(payloads);
  expect(contentOf(again.records)).toEqual(before);
  expect(kindOf(await laptop.reopen(again))).toBe('clean');
});

test('an older copy of the journal gets what it lacks', async () => {
  const { laptop, store } = await withThreeEdits();
  const payloads = [...laptop.host.entries];
  await store.close();
  laptop.host.entries = payloads.slice(0, 1);
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'journalRestored', changeSets: 2 });
  expect(laptop.host.entries).toEqual(payloads);
});

test('a journal that cannot be restored refuses to open and leaves the database as it was', async () => {
  const { laptop, store } = await withThreeEdits();
  await store.close();
  laptop.loseJournal();
  laptop.host.failWhen((call) => (call === 'journal.append' ? 'NO_SPACE' : undefined));
  expect(await laptop.tryOpen()).toEqual({
    ok: false,
    error: { code: 'JOURNAL', cause: 'NO_SPACE', detail: 'made to fail' },
  });
  laptop.host.failWhen(() => undefined);
  expect(kindOf(await laptop.open())).toBe('journalRestored');
});

test('histories that went different ways are joined, the later edit of a field counting', async () => {
  const { laptop, store, id } = await withThreeEdits();
  const common = [...laptop.host.entries];
  const here = laptop.newId();
  await saved(store, creation('organization', here, ministry));
  await saved(store, edit('organization', id, { country: 'PE' }));
  await store.close();
  const other = new Laptop();
  other.clock.time = laptop.clock.time + 1000;
  other.host.entries = common;
  const elsewhere = await other.open();
  await saved(elsewhere, edit('organization', id, { type: 'academia' }));
  await saved(elsewhere, edit('organization', id, { country: 'VN' }));
  laptop.host.entries = [...other.host.entries];
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'journalRestored', changeSets: 2 });
  expect(again.records.find('organization', here)?.values).toEqual(ministry);
  expect(again.records.find('organization', id)?.values).toMatchObject({ type: 'academia', country: 'VN' });
  expect(kindOf(await laptop.reopen(again))).toBe('clean');
});

test('a damaged entry that the database still holds is written to the journal anew', async () => {
  const { laptop, store } = await withThreeEdits();
  const before = contentOf(store.records);
  await store.close();
  laptop.host.damage(2);
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'journalRestored', changeSets: 1 });
  expect(contentOf(again.records)).toEqual(before);
  expect(kindOf(await laptop.reopen(again))).toBe('clean');
});

test('a damaged entry that nobody has any more is named once, and the rest is kept', async () => {
  const { laptop, store, id } = await withThreeEdits();
  await store.close();
  laptop.loseDatabases();
  laptop.host.damage(2);
  laptop.host.entries[2] = '{"id":"what is this?"}';
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'damaged', lost: [2, 3] });
  expect(again.records.find('organization', id)?.values).toEqual(ministry);
  expect(kindOf(await laptop.reopen(again))).toBe('clean');
});

test('damage behind what the database holds is named too', async () => {
  const { laptop, store } = await withThreeEdits();
  await store.close();
  laptop.host.entries.push('{}', '{}');
  laptop.host.damage(4);
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'damaged', lost: [4, 5] });
  expect(kindOf(await laptop.reopen(again))).toBe('clean');
});

test.each(['record_organization', 'changes', 'changeSets', 'meta'])(
  'a database that lost its %s is rebuilt',
  async (table) => {
    const { laptop, store } = await withThreeEdits();
    const before = contentOf(store.records);
    await store.close();
    const raw = await rawDatabase(laptop);
    await raw.table(table).clear();
    raw.close();
    const again = await laptop.open();
    expect(again.state().opening).toEqual({ kind: 'rebuilt', changeSets: 3, reason: 'inconsistent' });
    expect(contentOf(again.records)).toEqual(before);
    expect(await again.changeSets(10)).toHaveLength(3);
  },
);

test('a new version of a record type rebuilds the records from the journal', async () => {
  const { laptop, store, id } = await withThreeEdits();
  await store.close();
  const definitions = recordDefinitions.map((definition) =>
    definition.type === 'organization'
      ? {
          ...definition,
          version: 2,
          migrations: [
            {
              to: 2,
              kind: 'map',
              field: 'country',
              map: (value: unknown) => (value === 'KE' ? 'VN' : 'BG'),
            } as const,
          ],
        }
      : definition,
  );
  const updated = await laptop.open({ definitions });
  expect(updated.state().opening).toEqual({ kind: 'rebuilt', changeSets: 3, reason: 'updated' });
  expect(updated.records.find('organization', id)?.values.country).toBe('VN');
  await updated.close();
  // The older version must not touch what the newer one wrote.
  const entries = [...laptop.host.entries];
  const refused = await laptop.tryOpen();
  expect(refused).toMatchObject({ ok: false, error: { code: 'NEWER_DATABASE' } });
  expect(laptop.host.entries).toEqual(entries);
  const again = await laptop.open({ definitions });
  expect(kindOf(again)).toBe('clean');
  expect(again.records.find('organization', id)?.values.country).toBe('VN');
});

test('a second store of the same database is refused, and can follow one that closes', async () => {
  const { laptop, store, id } = await withThreeEdits();
  expect(await laptop.tryOpen()).toMatchObject({ ok: false, error: { code: 'IN_USE' } });
  const last = store.commit(edit('organization', id, { country: 'UZ' }));
  const closing = store.close();
  const again = await laptop.open();
  await closing;
  expect((await last).ok).toBe(true);
  expect(again.records.find('organization', id)?.values.country).toBe('UZ');
});

test('a journal that cannot be opened refuses, and the next try is free', async () => {
  const laptop = new Laptop();
  laptop.host.failWhen((call) => (call === 'journal.open' ? 'NO_PERMISSION' : undefined));
  expect(await laptop.tryOpen()).toMatchObject({
    ok: false,
    error: { code: 'JOURNAL', cause: 'NO_PERMISSION' },
  });
  laptop.host.failWhen(() => undefined);
  expect(kindOf(await laptop.open())).toBe('clean');
});

test('stamps go on from the highest that was ever seen, even when the clock was set back', async () => {
  const { laptop, store, id, last } = await withThreeEdits();
  await store.close();
  laptop.clock.time -= 86_400_000;
  const again = await laptop.open();
  const next = await saved(again, edit('organization', id, { country: 'UZ' }));
  const [before, after] = [last.changes[0]?.stamp ?? '', next.changes[0]?.stamp ?? ''];
  expect(after > before).toBe(true);
  await saved(again, undo(next));
  expect(again.records.find('organization', id)?.values.country).toBe('KE');
});

async function rawDatabase({ factory, workingDatabase }: Laptop): Promise<Dexie> {
  const raw = new Dexie(workingDatabase, { indexedDB: factory, IDBKeyRange });
  return raw.open();
}
