import { expect, test } from 'vitest';
import { forgetAll } from '../../../../renderer/storage/forgetAll.ts';
import { contentOf, creation, Laptop, saved } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Examples' }, type: 'ministry', country: 'BG' };

async function laptopInUse() {
  const laptop = new Laptop();
  const store = await laptop.open();
  await saved(store, creation('organization', laptop.newId(), ministry));
  await laptop.host.snapshots.take('manual');
  await laptop.host.evidence.put(Uint8Array.of(1));
  return { laptop, store };
}

test('neither files nor databases are left, and a new start begins with nothing', async () => {
  const { laptop, store } = await laptopInUse();
  expect(await laptop.factory.databases()).not.toEqual([]);
  const { device } = store;
  const forgotten = await forgetAll({ host: laptop.host, store, databases: laptop.factory });
  expect(forgotten).toEqual({ ok: true, value: null });
  expect(await laptop.factory.databases()).toEqual([]);
  expect(laptop.host.entries).toEqual([]);
  expect([...laptop.host.snapshotFolder.files, ...laptop.host.evidenceFolder.files]).toEqual([]);
  const fresh = await laptop.open();
  expect(contentOf(fresh.records)).toEqual([]);
  expect(fresh.state().opening.kind).toBe('clean');
  expect(fresh.device).not.toBe(device);
});

test('files that cannot be deleted are told, and the next start still has everything', async () => {
  const { laptop, store } = await laptopInUse();
  const before = contentOf(store.records);
  laptop.host.failWhen((call) => (call === 'forgetEverything' ? 'IN_USE' : undefined));
  const forgotten = await forgetAll({ host: laptop.host, store, databases: laptop.factory });
  expect(forgotten).toMatchObject({ ok: false, error: { code: 'IN_USE' } });
  expect(contentOf((await laptop.open()).records)).toEqual(before);
});
