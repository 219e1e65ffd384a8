import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { previewSnapshot } from '../../../../renderer/storage/previewSnapshot.ts';
import { previewInWorker, previewSeconds } from '../../../../renderer/workers/previewClient.ts';
import { InlinePreviewWorker } from '../../../support/previewWorker.ts';
import { creation, Laptop, saved } from '../storage/laptop.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const ministry = { name: { en: 'Ministry of Examples' }, type: 'ministry', country: 'BG' };

async function backup() {
  const laptop = new Laptop();
  const store = await laptop.open();
  await saved(store, creation('organization', laptop.newId(), ministry));
  await laptop.host.snapshots.take('manual');
  const { files } = laptop.host.snapshotFolder;
  const name = [...files.keys()].find((one) => one.includes('manual')) ?? '';
  await saved(store, creation('organization', laptop.newId(), ministry));
  return { store, bytes: laptop.host.snapshotFolder.bytesOf(name) };
}

test('a preview from another thread is the one that this thread would make', async () => {
  const { store, bytes } = await backup();
  const here = previewSnapshot(bytes, store.records);
  const there = await previewInWorker(bytes, store.records, { startWorker: () => new InlinePreviewWorker() });
  if (!here.ok || !there.ok) throw new Error('the backup is good');
  expect(there.value.header).toEqual(here.value.header);
  expect(there.value.types).toEqual(here.value.types);
  expect(there.value.records.all('organization')).toEqual(here.value.records.all('organization'));
  const cut = await previewInWorker(bytes.subarray(0, -1), store.records, {
    startWorker: () => new InlinePreviewWorker(),
  });
  expect(cut).toMatchObject({ ok: false, error: { code: 'DAMAGED' } });
});

test('a backup that is not read in time is given up, and its thread ended', async () => {
  const { store, bytes } = await backup();
  const worker = new InlinePreviewWorker();
  worker.postMessage = () => undefined;
  const preview = previewInWorker(bytes, store.records, { startWorker: () => worker });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await preview).toEqual({
    ok: false,
    error: { code: 'TOO_SLOW', detail: 'not read after 20 s' },
  });
  expect(worker.isTerminated).toBe(true);
});

test('a large backup has as long as a slow computer needs for it', async () => {
  const { store } = await backup();
  const worker = new InlinePreviewWorker();
  worker.postMessage = () => undefined;
  // A center's 100,000 records.
  const preview = previewInWorker(new Uint8Array(13_000_000), store.records, { startWorker: () => worker });
  await vi.advanceTimersByTimeAsync(149_000);
  expect(worker.isTerminated).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await preview).toMatchObject({ ok: false, error: { code: 'TOO_SLOW' } });
  expect(previewSeconds(999_999)).toBe(20);
  expect(previewSeconds(500_000_000)).toBe(600);
});

test('a reading that somebody cancels ends its thread at once', async () => {
  const { store, bytes } = await backup();
  const worker = new InlinePreviewWorker();
  worker.postMessage = () => undefined;
  const cancelling = new AbortController();
  const control = { startWorker: () => worker, signal: cancelling.signal };
  const preview = previewInWorker(bytes, store.records, control);
  cancelling.abort();
  expect(await preview).toMatchObject({ ok: false });
  expect(worker.isTerminated).toBe(true);
});

test('a backup that brings its thread down is refused', async () => {
  const { store, bytes } = await backup();
  const worker = new InlinePreviewWorker();
  worker.postMessage = () => {
    worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  };
  const preview = await previewInWorker(bytes, store.records, { startWorker: () => worker });
  expect(preview).toMatchObject({ ok: false, error: { code: 'TOO_MUCH' } });
});
