import { expect, test } from 'vitest';
import { readJournal } from '../../../../renderer/storage/journalReader.ts';
import type { ChangeSet } from '../../../../shared/sync/changeSet.ts';
import { changeSetToPayload } from '../../../../shared/sync/changeSet.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';
import { creation, Laptop, saved } from './laptop.ts';

/** A journal of entries with texts of this length, and how many entries each read brought. */
async function journalOf(count: number, textLength: number) {
  const laptop = new Laptop();
  const store = await laptop.open();
  const made = await saved(store, creation('person', laptop.newId(), { name: { en: 'Kim' } }));
  const entry: ChangeSet = {
    ...made,
    changes: made.changes.map((change) => ({ ...change, after: 'x'.repeat(textLength) })),
  };
  const host = new MemoryHost();
  host.entries = Array.from({ length: count }, () => changeSetToPayload(entry));
  return host;
}

async function batchesOf(host: MemoryHost, from = 1): Promise<readonly (readonly number[])[]> {
  const batches: number[][] = [];
  const read = await readJournal(host.journal, from, (batch) => {
    batches.push(batch.map(({ sequence }) => sequence));
  });
  if (!read.ok) throw new Error(read.error.detail);
  return batches;
}

test('every entry is read once and in order, small ones in growing batches', async () => {
  const batches = await batchesOf(await journalOf(500, 10), 3);
  expect(batches.flat()).toEqual(Array.from({ length: 498 }, (_, index) => index + 3));
  expect(batches.map(({ length }) => length)).toEqual([32, 64, 128, 256, 18]);
});

test('large entries are read a few at a time', async () => {
  const batches = await batchesOf(await journalOf(60, 300_000));
  expect(batches.flat()).toHaveLength(60);
  expect(batches.map(({ length }) => length).slice(0, 3)).toEqual([32, 8, 8]);
});

test('entries that cannot be understood are named, and a journal that fails ends the reading', async () => {
  const host = await journalOf(3, 10);
  host.entries.splice(1, 1, 'not JSON');
  expect(await readJournal(host.journal, 1, () => undefined)).toEqual({ ok: true, value: [2] });
  host.failWhen((_call, count) => (count === 2 ? 'IO' : undefined));
  expect(await readJournal(host.journal, 1, () => undefined)).toEqual({
    ok: false,
    error: { code: 'IO', detail: 'made to fail' },
  });
});
