import { expect, test } from 'vitest';
import { contentOf, creation, edit, Laptop, saved } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Examples', ko: '예시부' }, type: 'ministry', country: 'BG' };

/** Three edits with a snapshot behind the second or later ones, closed. */
async function withSnapshot() {
  const laptop = new Laptop();
  const store = await laptop.open();
  const id = laptop.newId();
  await saved(store, creation('organization', id, ministry));
  await saved(store, edit('organization', id, { type: 'agency' }));
  await laptop.host.snapshots.take('manual');
  const snapshot = contentOf(store.records);
  await saved(store, edit('organization', id, { country: 'KE' }));
  const all = contentOf(store.records);
  await store.close();
  return { laptop, id, snapshot, all };
}

test('an emptied database and an emptied journal are rebuilt from the snapshot, and what is missing is told', async () => {
  const { laptop, snapshot } = await withSnapshot();
  laptop.loseDatabases();
  laptop.loseJournal();
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'rescued', changeSets: 2, missing: 1 });
  expect(again.state().quarantine).toBe('/quarantine/1');
  expect(contentOf(again.records)).toEqual(snapshot);
  expect((await laptop.reopen(again)).state().opening).toEqual({ kind: 'clean' });
});

test('without a sentinel an emptied installation still finds its snapshots', async () => {
  const { laptop, snapshot } = await withSnapshot();
  laptop.loseDatabases();
  laptop.loseJournal();
  laptop.host.currentSentinel = {};
  const again = await laptop.open();
  expect(again.state().opening).toMatchObject({ kind: 'rescued', changeSets: 2 });
  expect(contentOf(again.records)).toEqual(snapshot);
});

test('nor does it take an older one whose clock ran ahead for the last', async () => {
  const { laptop, all } = await withSnapshot();
  laptop.host.now -= 400 * 86_400_000;
  const store = await laptop.open();
  await laptop.host.snapshots.take('manual');
  await store.close();
  laptop.loseDatabases();
  laptop.loseJournal();
  laptop.host.currentSentinel = {};
  const again = await laptop.open();
  expect(again.state().opening).toMatchObject({ kind: 'rescued', changeSets: 3 });
  expect(contentOf(again.records)).toEqual(all);
});

test('a journal cut at the end of an entry is completed from a snapshot, when the database is gone too', async () => {
  const { laptop, all } = await withSnapshot();
  const store = await laptop.open();
  await laptop.host.snapshots.take('manual');
  await store.close();
  laptop.loseDatabases();
  laptop.host.entries = laptop.host.entries.slice(0, 1);
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'rescued', changeSets: 2, missing: 0 });
  expect(contentOf(again.records)).toEqual(all);
});

test('a damaged middle entry comes from the snapshot before it, the rest from the journal', async () => {
  const { laptop, all } = await withSnapshot();
  laptop.loseDatabases();
  laptop.host.damage(2);
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'rescued', changeSets: 1, missing: 0 });
  expect(laptop.host.quarantined).toEqual([{ journal: 'copy', database: null }]);
  expect(contentOf(again.records)).toEqual(all);
  expect((await laptop.reopen(again)).state().opening).toEqual({ kind: 'clean' });
});

test('a damaged snapshot is passed over for an older one', async () => {
  const { laptop, snapshot } = await withSnapshot();
  const store = await laptop.open();
  await laptop.host.snapshots.take('manual');
  await store.close();
  const newest = [...laptop.host.snapshotFolder.files.keys()].sort().at(-1) ?? '';
  const bytes = laptop.host.snapshotFolder.bytesOf(newest);
  bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 4;
  laptop.loseDatabases();
  laptop.loseJournal();
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'rescued', changeSets: 2, missing: 1 });
  expect(contentOf(again.records)).toEqual(snapshot);
});

test('a journal of which nothing can be read is moved aside, and the database writes a new one', async () => {
  const { laptop, all } = await withSnapshot();
  laptop.host.isJournalUnreadable = true;
  const again = await laptop.open();
  expect(again.state().opening).toEqual({ kind: 'journalRestored', changeSets: 3 });
  expect(again.state().quarantine).toBe('/quarantine/1');
  expect(laptop.host.quarantined).toEqual([{ journal: 'move', database: null }]);
  expect(contentOf(again.records)).toEqual(all);
});

test('an emptied database alone is rebuilt from the journal, and a copy is put aside first', async () => {
  const { laptop, all } = await withSnapshot();
  laptop.loseDatabases();
  const again = await laptop.open();
  expect(again.state().opening).toMatchObject({ kind: 'rebuilt', reason: 'missing' });
  expect(laptop.host.quarantined).toHaveLength(1);
  expect(contentOf(again.records)).toEqual(all);
});

test('data of a newer Fieldbook are refused by the sentinel alone, and nothing is touched', async () => {
  const { laptop } = await withSnapshot();
  const { versions } = laptop.host.currentSentinel;
  laptop.host.currentSentinel = {
    ...laptop.host.currentSentinel,
    versions: { ...Object(versions), hologram: 1 },
  };
  laptop.loseDatabases();
  const before = [...laptop.host.entries];
  laptop.host.failWhen(() => undefined);
  expect(await laptop.tryOpen()).toMatchObject({ ok: false, error: { code: 'NEWER_DATABASE' } });
  expect(laptop.host.entries).toEqual(before);
  expect(laptop.host.calls).toEqual(['sentinel.read']);
});

test('the sentinel follows each commit and never runs ahead of the journal', async () => {
  const laptop = new Laptop();
  const store = await laptop.open();
  const id = laptop.newId();
  laptop.host.failWhen((call) => (call === 'journal.append' ? 'NO_SPACE' : undefined));
  expect((await store.commit(creation('organization', id, ministry))).ok).toBe(false);
  expect(laptop.host.currentSentinel).toEqual({});
  laptop.host.failWhen(() => undefined);
  await saved(store, creation('organization', id, ministry));
  await store.close();
  expect(laptop.host.currentSentinel).toMatchObject({ lastSequence: 1, counts: { organization: 1 } });
});

test('another version of Fieldbook takes a snapshot before it goes to work', async () => {
  const { laptop } = await withSnapshot();
  const reasonsOf = async () => {
    const state = await laptop.host.snapshots.state();
    return state.ok ? state.value.snapshots.map(({ reason }) => reason) : [];
  };
  const store = await laptop.open({ appVersion: '0.2.0' });
  expect(await reasonsOf()).toEqual(['update', 'manual']);
  await laptop.reopen(store, { appVersion: '0.2.0' });
  expect(await reasonsOf()).toEqual(['update', 'manual']);
});
