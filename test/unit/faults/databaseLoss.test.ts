import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { countingRandom } from '../../support/exchange.ts';
import { contentOf, creation, edit, Laptop, saved } from '../renderer/storage/laptop.ts';

const ministry = { name: { en: 'Ministry of Examples', ko: '예시부' }, type: 'ministry', country: 'BG' };

test('a database that lost any of its rows is noticed and rebuilt, 60 times of 60', async () => {
  const laptop = new Laptop();
  let store = await laptop.open();
  for (let index = 0; index < 8; index++) {
    const id = laptop.newId();
    await saved(store, creation('organization', id, ministry));
    await saved(store, edit('organization', id, { country: 'KE' }));
  }
  const whole = contentOf(store.records);
  const random = countingRandom(17);
  const kinds: string[] = [];
  for (let round = 0; round < 60; round++) {
    await store.close();
    await loseRows(laptop, random);
    store = await laptop.open();
    kinds.push(store.state().opening.kind);
    expect(contentOf(store.records), `round ${round}`).toEqual(whole);
    expect(await store.changeSets(100), `round ${round}`).toHaveLength(16);
  }
  expect(new Set(kinds)).toEqual(new Set(['rebuilt']));
  await store.close();
});

/** One row, or all rows behind one, of a random table that has any. */
async function loseRows(
  { factory, workingDatabase }: Laptop,
  random: ReturnType<typeof countingRandom>,
): Promise<void> {
  const raw = await new Dexie(workingDatabase, { indexedDB: factory, IDBKeyRange }).open();
  const filled: (typeof raw.tables)[number][] = [];
  for (const table of raw.tables) if ((await table.count()) > 0) filled.push(table);
  const [which = 0, row = 0, many = 0] = random.bytes(3);
  const table = filled[which % filled.length];
  const keys = (await table?.toCollection().primaryKeys()) ?? [];
  const from = row % keys.length;
  await table?.bulkDelete(keys.slice(from, many % 2 === 0 ? undefined : from + 1));
  raw.close();
}
