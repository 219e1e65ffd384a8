// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { browserSnapshots } from '../../../../renderer/host/browserSnapshots.ts';
import type { StoreClient } from '../../../../renderer/host/storeClient.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('where the browser’s databases never answer, backups are taken and restored all the same', async () => {
  vi.useFakeTimers();
  // The folder of an earlier session is remembered there.
  vi.stubGlobal('indexedDB', { open: () => ({}) });
  const asked: string[] = [];
  const ask = async ({ call }: { readonly call: string }) => {
    asked.push(call);
    return { ok: true, value: null };
  };
  const snapshots = browserSnapshots({ ask } as unknown as StoreClient);
  const taken = snapshots.take('import');
  const restored = snapshots.restore(Uint8Array.of(1), '{}');
  await vi.advanceTimersByTimeAsync(3500);
  expect([(await taken).ok, (await restored).ok]).toEqual([true, true]);
  expect(asked).toEqual(['snapshotTake', 'snapshotRestore']);
});
