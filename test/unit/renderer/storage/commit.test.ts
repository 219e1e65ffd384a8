import { expect, test } from 'vitest';
import type { CommitRequest, FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import type { JsonValue } from '../../../../shared/core/json.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import type { Change } from '../../../../shared/sync/changeSet.ts';
import { planCreate, planUpdate } from '../../../../shared/sync/planEdit.ts';
import { contentOf, creation, deletion, edit, Laptop, saved, undo } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Digital Affairs' }, type: 'ministry', country: 'BG' };
const organization = definitionOf('organization');

async function withMinistry() {
  const laptop = new Laptop();
  const store = await laptop.open();
  const id = laptop.newId();
  const made = await saved(store, creation('organization', id, ministry));
  return { laptop, store, id, made };
}

const countries = (store: FieldbookStore): readonly unknown[] =>
  store.records.all('organization').map(({ values }) => values.country);

test('a commit journals one change set, shows the record and tells whoever listens', async () => {
  const laptop = new Laptop();
  const store = await laptop.open();
  const seen: unknown[] = [];
  store.subscribe(() => seen.push([store.version(), store.state().writing]));
  const id = laptop.newId();
  const made = await saved(store, creation('organization', id, ministry));
  expect(store.records.find('organization', id)).toMatchObject({ values: ministry, createdBy: 'Kim' });
  expect(laptop.host.entries).toHaveLength(1);
  expect(seen).toEqual([
    [0, true],
    [1, true],
    [1, false],
  ]);
  expect(store.state()).toMatchObject({ savedAt: made.at, changeSets: 1, writing: false });
  expect(made.versions).toEqual({ organization: 1 });
  expect(store.seen()).toEqual({ [store.device]: made.changes[0]?.stamp });
});

test('the records of a type keep their identity until one of them changes', async () => {
  const { store, id } = await withMinistry();
  const [organizations, people] = [store.records.all('organization'), store.records.all('person')];
  expect(store.records.all('organization')).toBe(organizations);
  await saved(store, edit('organization', id, { country: 'KE' }));
  expect(store.records.all('organization')).not.toBe(organizations);
  expect(store.records.all('person')).toBe(people);
});

test('a plan without changes writes nothing', async () => {
  const { laptop, store, id } = await withMinistry();
  const unchanged = await store.commit(edit('organization', id, { country: 'BG' }));
  expect(unchanged).toEqual({ ok: true, value: { changeSet: null } });
  expect(laptop.host.entries).toHaveLength(1);
  expect(store.version()).toBe(1);
});

test('commits run one after the other, each planned on what the one before left', async () => {
  const { store, id } = await withMinistry();
  const append = (letter: string): CommitRequest => ({
    kind: 'edit',
    by: 'Kim',
    plan: (records, issue) => {
      const record = records.find('person', id);
      const values = {
        name: { en: `${JSON.stringify(record?.values.name ?? '').replace(/[^A-Z]/g, '')}${letter}` },
      };
      return record === null
        ? planCreate(definitionOf('person'), values, { id, by: 'Kim', at: 1 }, issue)
        : planUpdate(definitionOf('person'), record, values, issue);
    },
  });
  const commits = await Promise.all([...'ABC'].map((letter) => store.commit(append(letter))));
  expect(commits.every(({ ok }) => ok)).toBe(true);
  expect(store.records.find('person', id)?.values.name).toEqual({ en: 'ABC' });
  expect(store.version()).toBe(4);
});

test('a journal that refuses leaves everything as it was, and the next commit goes through', async () => {
  const { laptop, store, id } = await withMinistry();
  const before = contentOf(store.records);
  laptop.host.failWhen((call, count) => (call === 'journal.append' && count === 1 ? 'NO_SPACE' : undefined));
  expect(await store.commit(edit('organization', id, { country: 'KE' }))).toEqual({
    ok: false,
    error: { code: 'JOURNAL', cause: 'NO_SPACE', detail: 'made to fail' },
  });
  expect(contentOf(store.records)).toEqual(before);
  expect(store.version()).toBe(1);
  expect(store.state()).toMatchObject({ writing: false, changeSets: 1 });
  await saved(store, edit('organization', id, { country: 'PE' }));
  const again = await laptop.reopen(store);
  expect(again.state().opening.kind).toBe('clean');
  expect(countries(again)).toEqual(['PE']);
});

test('a plan that throws rejects its own commit only', async () => {
  const { store, id } = await withMinistry();
  const broken = store.commit({
    kind: 'edit',
    by: 'Kim',
    plan: () => {
      throw new Error('a bug');
    },
  });
  const next = store.commit(edit('organization', id, { country: 'KE' }));
  await expect(broken).rejects.toThrow('a bug');
  expect((await next).ok).toBe(true);
});

test.each<[string, string, unknown]>([
  ['an unknown field', 'colour', 'red'],
  ['a value of another kind', 'country', 12],
  ['a number that JSON has not', 'country', Number.NaN],
  ['nothing instead of null', 'country', undefined],
  ['a date object', 'country', new Date(0)],
  ['an unknown mark', '$secret', true],
])('%s is refused before the journal sees it', async (_, path, after) => {
  const { laptop, store, id } = await withMinistry();
  const refused = await store.commit({
    kind: 'edit',
    by: 'Kim',
    // As if the code had got around the types.
    plan: (_records, issue): readonly Change[] => [
      { type: 'organization', id, path, before: null, after: after as JsonValue, stamp: issue(), was: null },
    ],
  });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'INVALID', findings: [{ code: 'NOT_STORABLE' }] },
  });
  expect(laptop.host.entries).toHaveLength(1);
});

test('an import that was planned before a later edit of its field is kept beside it, not dropped', async () => {
  const { store, id } = await withMinistry();
  const early = store.issueStamp();
  const record = store.records.find('organization', id);
  if (record === null) throw new Error('no record');
  const planned = planUpdate(
    organization,
    record,
    { ...ministry, country: 'VN', type: 'agency' },
    () => early,
  );
  const later = await saved(store, edit('organization', id, { country: 'KE' }));
  const imported = await saved(store, { kind: 'import', by: 'Lee', plan: () => planned });
  expect(store.records.find('organization', id)?.values).toMatchObject({ country: 'KE', type: 'agency' });
  expect(imported.changes.map(({ path }) => path).sort()).toEqual(['country', 'type']);
  const [beside] = store.records.find('organization', id)?.siblings.country ?? [];
  expect(beside).toMatchObject({ stamp: early, value: 'VN' });
  // Committing the same plan once more has nothing left to do.
  const twice = await store.commit({ kind: 'import', by: 'Lee', plan: () => planned });
  expect(twice).toEqual({ ok: true, value: { changeSet: null } });
  // Without the later edit, what the import wrote in place of the value from before is all that is there.
  await saved(store, undo(later));
  expect(store.records.find('organization', id)).toMatchObject({ values: { country: 'VN' }, siblings: {} });
});

test('a change that was planned before another edit says what it really replaced', async () => {
  const { store, id } = await withMinistry();
  const record = store.records.find('organization', id);
  if (record === null) throw new Error('no record');
  await saved(store, edit('organization', id, { country: 'KE' }));
  const stale: CommitRequest = {
    kind: 'edit',
    by: 'Lee',
    plan: (_records, issue) => planUpdate(organization, record, { ...ministry, country: 'VN' }, issue),
  };
  const replaced = await saved(store, stale);
  expect(replaced.changes).toMatchObject([{ path: 'country', before: 'KE', after: 'VN' }]);
  await saved(store, undo(replaced));
  expect(countries(store)).toEqual(['KE']);
});

test('an edit after an import is later than what was imported, even from a computer whose clock is ahead', async () => {
  const { store, id } = await withMinistry();
  const ahead = new Laptop();
  ahead.clock.time += 3_600_000;
  const sender = await ahead.open();
  const record = store.records.find('organization', id);
  if (record === null) throw new Error('no record');
  const changes = planUpdate(organization, record, { ...ministry, country: 'KE' }, () => sender.issueStamp());
  await saved(store, { kind: 'import', by: 'Kim', plan: () => changes });
  await saved(store, edit('organization', id, { country: 'PE' }));
  expect(countries(store)).toEqual(['PE']);
});

test('undo takes a change set back, and undoing the undo brings it again', async () => {
  const { laptop, store, id, made } = await withMinistry();
  const changed = await saved(store, edit('organization', id, { country: 'KE', name: { ko: '디지털부' } }));
  const undone = await saved(store, undo(changed));
  expect(store.records.find('organization', id)?.values).toEqual(ministry);
  await saved(store, undo(undone));
  expect(store.records.find('organization', id)?.values).toMatchObject({
    country: 'KE',
    name: { ko: '디지털부' },
  });
  await saved(store, deletion('organization', id));
  expect(store.records.all('organization')).toEqual([]);
  const again = await laptop.reopen(store);
  expect(again.records.deleted('organization')).toHaveLength(1);
  const sets = await again.changeSets(10);
  expect(sets.map(({ kind }) => kind)).toEqual(['edit', 'undo', 'undo', 'edit', 'edit']);
  expect(sets[2]).toEqual(undone);
  expect(await again.changeSets(2)).toEqual(sets.slice(0, 2));
  expect(await again.changeSet(made.id)).toEqual(made);
  expect(await again.changeSet(laptop.newId() as unknown as typeof made.id)).toBeNull();
});

test("a record's history has all its changes, oldest first, with who made them", async () => {
  const { laptop, store, id, made } = await withMinistry();
  await saved(store, creation('organization', laptop.newId(), ministry));
  const changed = await saved(store, edit('organization', id, { country: 'KE' }));
  const history = await store.historyOf(id);
  expect(history.map(({ change }) => change)).toEqual([...made.changes, ...changed.changes]);
  expect(history.at(-1)?.changeSet).toEqual({ id: changed.id, kind: 'edit', at: changed.at, by: 'Kim' });
});

test('heads tell of change sets without their changes, and which centers they touched', async () => {
  const { laptop, store, made } = await withMinistry();
  expect(await store.changeSetHeads(10)).toHaveLength(1);
  const center = laptop.newId();
  const event = await saved(store, creation('event', laptop.newId(), { center, date: '2026-11-23' }));
  const heads = await store.changeSetHeads(10);
  const { changes: eventChanges, ...eventHead } = event;
  const { changes: madeChanges, ...madeHead } = made;
  expect(heads).toEqual([
    { ...eventHead, changeCount: eventChanges.length, centerIds: [center] },
    { ...madeHead, changeCount: madeChanges.length, centerIds: [] },
  ]);
  expect(await store.changeSetHeads(1)).toEqual(heads.slice(0, 1));
  const again = await laptop.reopen(store);
  expect(await again.changeSetHeads(10)).toEqual(heads);
});

test('the functions of a record set work when they are passed on alone', async () => {
  const { store, id } = await withMinistry();
  const { all, deleted, find } = store.records;
  expect([all('organization').length, deleted('organization').length, find('organization', id)?.id]).toEqual([
    1,
    0,
    id,
  ]);
});

test('a closed store refuses', async () => {
  const { store, id } = await withMinistry();
  await store.close();
  await store.close();
  expect(await store.commit(edit('organization', id, { country: 'KE' }))).toEqual({
    ok: false,
    error: { code: 'CLOSED' },
  });
});

test('an import of 10,000 records is one change set that can be undone', async () => {
  const laptop = new Laptop();
  const store = await laptop.open();
  const ids = Array.from({ length: 10_000 }, () => laptop.newId());
  const source = { name: '실적.xlsx', workbookId: 'w', contentHash: 'h' };
  const imported = await saved(store, {
    kind: 'import',
    by: 'Kim',
    source,
    plan: (_records, issue) =>
      ids.flatMap((id) => planCreate(organization, ministry, { id, by: 'Kim', at: 1 }, issue)),
  });
  expect(store.state().changeSets).toBe(1);
  expect(store.records.all('organization')).toHaveLength(10_000);
  const again = await laptop.reopen(store);
  expect(again.state().opening.kind).toBe('clean');
  const back = await again.changeSet(imported.id);
  expect(back?.changes).toEqual(imported.changes);
  expect(back?.source).toEqual(source);
  await saved(again, undo(imported));
  expect(again.records.all('organization')).toEqual([]);
});
