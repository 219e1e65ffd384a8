import { expect, test } from 'vitest';
import { becomeWriter } from '../../../../renderer/host/writerLock.ts';

/** The browser's locks as far as one name, asked for with `ifAvailable`, goes. */
function locksOfOneBrowser() {
  let holder: object | null = null;
  const tab = (): Pick<LockManager, 'request'> => ({
    // The three overloads of the real method, of which the one with options is used.
    request: (async (name: string, _: unknown, callback: (lock: object | null) => unknown) => {
      if (holder !== null) return callback(null);
      holder = { name };
      return callback(holder);
    }) as LockManager['request'],
  });
  const release = (): void => {
    holder = null;
  };
  return { tab, release };
}

test('the first tab becomes the writer, the second does not', async () => {
  const { tab } = locksOfOneBrowser();
  expect(await becomeWriter(tab())).toBe(true);
  expect(await becomeWriter(tab())).toBe(false);
});

test('a place that is given back within a second is taken', async () => {
  const { tab, release } = locksOfOneBrowser();
  await becomeWriter(tab());
  const second = becomeWriter(tab());
  release();
  expect(await second).toBe(true);
});

test('a browser that refuses locks altogether is an error', async () => {
  const request = (async () => {
    throw new DOMException('no', 'SecurityError');
  }) as LockManager['request'];
  await expect(becomeWriter({ request })).rejects.toMatchObject({ name: 'SecurityError' });
});
