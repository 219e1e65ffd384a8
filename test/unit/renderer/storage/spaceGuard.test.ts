import { expect, test } from 'vitest';
import { SpaceGuard, scarcityOf } from '../../../../renderer/storage/spaceGuard.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';
import { creation, Laptop, saved } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Examples' }, type: 'ministry', country: 'BG' };

test.each([
  [undefined, null],
  [500_000_000, null],
  [499_999_999, 'low'],
  [200_000_000, 'low'],
  [199_999_999, 'readOnly'],
  [0, 'readOnly'],
] as const)('with %s bytes free the level is %s', (freeBytes, level) => {
  expect(scarcityOf(freeBytes)?.level ?? null).toBe(level);
});

test('below 200 MB nothing is written, and saving works again as soon as there is room', async () => {
  const laptop = new Laptop();
  laptop.host.freeBytes = 150_000_000;
  const store = await laptop.open();
  const id = laptop.newId();
  expect(await store.commit(creation('organization', id, ministry))).toEqual({
    ok: false,
    error: { code: 'NO_ROOM', freeBytes: 150_000_000 },
  });
  expect(laptop.host.entries).toEqual([]);
  expect(store.state().space).toEqual({ level: 'readOnly', freeBytes: 150_000_000 });
  laptop.host.freeBytes = 300_000_000;
  await saved(store, creation('organization', id, ministry));
  expect(store.state().space).toEqual({ level: 'low', freeBytes: 300_000_000 });
  await store.close();
});

test('while there is room, saving does not measure each time', async () => {
  const host = new MemoryHost();
  host.freeBytes = 600_000_000;
  let time = 0;
  const guard = new SpaceGuard(host, () => time);
  expect(await guard.hasRoom()).toBe(true);
  host.freeBytes = 100_000_000;
  expect(await guard.hasRoom()).toBe(true);
  time += 5_000;
  expect(await guard.hasRoom()).toBe(false);
});

test('a host that cannot tell stops nobody', async () => {
  const guard = new SpaceGuard({ appInfo: () => Promise.reject(new Error('gone')) });
  expect(await guard.hasRoom()).toBe(true);
});
