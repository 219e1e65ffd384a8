import { expect, test } from 'vitest';
import {
  changeSetToEntries,
  changesToRows,
  maxPayloadLength,
  rowToChanges,
} from '../../../../renderer/storage/journalRows.ts';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { maxPayloadBytes } from '../../../../shared/ipc/journalFrames.ts';
import { contentOf, creation, Laptop, saved } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Digital Affairs' }, type: 'ministry', country: 'BG' };

async function importOf(count: number) {
  const laptop = new Laptop();
  const store = await laptop.open();
  const changeSet = await saved(store, {
    kind: 'import',
    by: 'Kim',
    plan: (records, issue) =>
      Array.from({ length: count }, () => creation('organization', laptop.newId(), ministry)).flatMap(
        ({ plan }) => plan(records, issue),
      ),
  });
  return { laptop, store, changeSet };
}

test('a change set that is too large for one entry takes several, which together are the whole', async () => {
  const { store, changeSet } = await importOf(40);
  const entries = changeSetToEntries(changeSet, 4000);
  expect(entries.length).toBeGreaterThan(4);
  expect(entries.every(({ payload }) => payload.length <= 4000)).toBe(true);
  expect(entries.flatMap(({ part }) => part.changes)).toEqual(changeSet.changes);
  // The same records and the same one change set come out of it, from the journal and from the database.
  const other = new Laptop();
  other.host.entries = entries.map(({ payload }) => payload);
  const rebuilt = await other.open();
  expect(contentOf(rebuilt.records)).toEqual(contentOf(store.records));
  expect(rebuilt.state()).toMatchObject({ changeSets: 1, opening: { kind: 'rebuilt', changeSets: 1 } });
  expect(await rebuilt.changeSets(5)).toEqual([changeSet]);
  await rebuilt.close();
  other.loseJournal();
  const restored = await other.open();
  expect(restored.state().opening).toEqual({ kind: 'journalRestored', changeSets: 1 });
  expect(await restored.changeSets(5)).toEqual([changeSet]);
  expect(other.host.entries).toEqual(entries.map(({ payload }) => payload));
});

test('one damaged entry of a large change set is written anew from the database', async () => {
  const { store, changeSet } = await importOf(40);
  const laptop = new Laptop();
  laptop.host.entries = changeSetToEntries(changeSet, 4000).map(({ payload }) => payload);
  await (await laptop.open()).close();
  laptop.host.damage(2);
  const healed = await laptop.open();
  expect(healed.state().opening).toEqual({ kind: 'journalRestored', changeSets: 1 });
  await healed.close();
  laptop.loseDatabases();
  const rebuilt = await laptop.open();
  expect(contentOf(rebuilt.records)).toEqual(contentOf(store.records));
});

test('even three bytes for each character fit into a journal entry', () => {
  expect(maxPayloadLength * 3).toBeLessThan(maxPayloadBytes);
});

test('rows keep the order of the changes, whatever records they go back and forth between', async () => {
  const { changeSet } = await importOf(3);
  const [a, b, c, d] = changeSet.changes.filter(({ path }) => path === 'type' || path === 'country');
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('no changes');
  const rows = changesToRows(7, [a, b, c, d, a]);
  expect(rows.map(({ sequence, index, ids }) => [sequence, index, ids])).toEqual([[7, 0, [a.id, c.id]]]);
  expect(rows.flatMap(({ runs }) => runs.map(({ changes }) => changes.length))).toEqual([2, 2, 1]);
  expect(rows.flatMap(rowToChanges)).toEqual([a, b, c, d, a]);
});

test('a large import has far fewer rows than records, and each record finds its changes', async () => {
  const { store, changeSet } = await importOf(250);
  expect(changesToRows(1, changeSet.changes).map(({ ids }) => ids.length)).toEqual([100, 100, 50]);
  const { id } = changeSet.changes[600] ?? {};
  if (id === undefined) throw new Error('no changes');
  const few = new Set([id]);
  expect((await store.changeSetsAbout(few)).flatMap(({ changes }) => changes)).toEqual(
    changeSet.changes.filter((change) => change.id === id),
  );
  const many = new Set([
    id,
    ...Array.from({ length: 600 }, (_, index) => derivedRecordId('other', `${index}`)),
  ]);
  expect(await store.changeSetsAbout(many)).toEqual(await store.changeSetsAbout(few));
  const history = await store.historyOf(id);
  expect(history.map(({ change }) => change)).toEqual(changeSet.changes.filter((change) => change.id === id));
});
