import { expect, test } from 'vitest';
import type { FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import { previewSnapshot } from '../../../../renderer/storage/previewSnapshot.ts';
import { restoreSnapshot } from '../../../../renderer/storage/restoreSnapshot.ts';
import { contentOf, creation, deletion, edit, Laptop, random, saved } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Examples', ko: '예시부' }, type: 'ministry', country: 'BG' };

/** Two organizations in the snapshot; since then one was edited, one deleted, a third added. */
async function withSnapshot() {
  const laptop = new Laptop();
  const store = await laptop.open();
  const [edited, removed, added] = [laptop.newId(), laptop.newId(), laptop.newId()];
  await saved(store, creation('organization', edited, ministry));
  await saved(store, creation('organization', removed, ministry));
  const then = contentOf(store.records);
  await laptop.host.snapshots.take('manual');
  const bytes = bytesOf(laptop, 'manual');
  await saved(store, edit('organization', edited, { country: 'KE' }));
  await saved(store, deletion('organization', removed));
  await saved(store, creation('organization', added, ministry));
  return { laptop, store, edited, removed, added, then, bytes };
}

function bytesOf(laptop: Laptop, reason: string): Uint8Array {
  const { files } = laptop.host.snapshotFolder;
  const name = [...files.keys()].sort().findLast((one) => one.includes(reason)) ?? '';
  return laptop.host.snapshotFolder.bytesOf(name);
}

async function restore(laptop: Laptop, store: FieldbookStore, bytes: Uint8Array, name: string) {
  const preview = previewSnapshot(bytes, store.records);
  if (!preview.ok) throw new Error(preview.error.code);
  const { host, clock } = laptop;
  const { header } = preview.value;
  return restoreSnapshot({ bytes, header, name, by: 'Kim' }, { host, store, clock, random });
}

test('a preview names what would vanish, appear and change, and changes nothing', async () => {
  const { laptop, store, edited, removed, added, bytes } = await withSnapshot();
  const before = [...laptop.host.entries];
  const preview = previewSnapshot(bytes, store.records);
  expect(preview.ok && preview.value.header.counts).toEqual({ organization: 2 });
  const [difference, ...others] = preview.ok ? preview.value.types : [];
  expect(others).toEqual([]);
  expect(difference).toMatchObject({
    type: 'organization',
    inside: 2,
    vanishing: [{ id: added }],
    appearing: [{ id: removed }],
    changing: [{ id: edited }],
  });
  expect(laptop.host.entries).toEqual(before);
});

test('a restore brings back all of it with its history, under a new device id, and work goes on', async () => {
  const { laptop, store, edited, then, bytes } = await withSnapshot();
  const { device } = store;
  expect(await restore(laptop, store, bytes, 'Monday')).toEqual({ ok: true, value: null });
  const restored = await laptop.open();
  expect(restored.state().opening).toEqual({ kind: 'restored', name: 'Monday' });
  expect(contentOf(restored.records)).toEqual(then);
  expect(restored.device).not.toBe(device);
  expect(await restored.historyOf(edited)).toHaveLength(await historyLength(restored, edited));
  // Work goes on in the restored journal.
  const next = await saved(restored, edit('organization', edited, { country: 'PE' }));
  expect(next.changes[0]?.stamp).toContain(restored.device);
  const again = await laptop.reopen(restored);
  expect(again.state().opening.kind).toBe('clean');
  expect(again.records.find('organization', edited)?.values.country).toBe('PE');
});

async function historyLength(store: FieldbookStore, id: Parameters<FieldbookStore['historyOf']>[0]) {
  const record = store.records.find('organization', id);
  return Object.keys(record?.stamps ?? {}).length;
}

test('the snapshot that a restore takes first holds exactly what it replaces', async () => {
  const { laptop, store, bytes } = await withSnapshot();
  const latest = contentOf(store.records);
  await restore(laptop, store, bytes, 'Monday');
  const safety = bytesOf(laptop, 'restore');
  const restored = await laptop.open();
  expect((await restore(laptop, restored, safety, 'back')).ok).toBe(true);
  const back = await laptop.open();
  expect(back.state().opening).toEqual({ kind: 'restored', name: 'back' });
  expect(contentOf(back.records)).toEqual(latest);
});

test('a database of before a restore never brings back what the restore took away', async () => {
  const { laptop, store, then, bytes } = await withSnapshot();
  // As when the power fails right after the journal was replaced: the database still has everything.
  await restore(laptop, store, bytes, 'Monday');
  const { entries } = laptop.host;
  const restored = await laptop.open();
  expect(contentOf(restored.records)).toEqual(then);
  expect(laptop.host.entries).toEqual(entries);
  expect(await restored.changeSetHeads(10)).toHaveLength(3);
  // The old sentinel is higher, and snapshots of before the restore are there: neither is believed.
  await restored.close();
  laptop.loseDatabases();
  laptop.host.currentSentinel = { ...laptop.host.currentSentinel, lineage: '', lastSequence: 99 };
  const again = await laptop.open();
  expect(contentOf(again.records)).toEqual(then);
});

test.each(['settings.read', 'settings.write', 'snapshots.restore'] as const)(
  'when %s fails, everything is as it was and the store stays open',
  async (failing) => {
    const { laptop, store, edited, bytes } = await withSnapshot();
    const before = [...laptop.host.entries];
    laptop.host.failWhen((call) => (call === failing ? 'NO_SPACE' : undefined));
    expect(await restore(laptop, store, bytes, 'Monday')).toMatchObject({ error: { code: 'NO_SPACE' } });
    expect(laptop.host.entries).toEqual(before);
    laptop.host.failWhen(() => undefined);
    await saved(store, edit('organization', edited, { country: 'VN' }));
  },
);

test('a damaged snapshot is refused by the host itself', async () => {
  const { laptop, store, bytes } = await withSnapshot();
  const preview = previewSnapshot(bytes, store.records);
  if (!preview.ok) throw new Error('the snapshot is good');
  const damaged = bytes.slice();
  damaged[damaged.length - 1] = (damaged[damaged.length - 1] ?? 0) ^ 1;
  expect(previewSnapshot(damaged, store.records)).toMatchObject({ error: { code: 'DAMAGED' } });
  const before = [...laptop.host.entries];
  const { host, clock } = laptop;
  const request = { bytes: damaged, header: preview.value.header, name: 'x', by: 'Kim' };
  expect(await restoreSnapshot(request, { host, store, clock, random })).toMatchObject({
    error: { code: 'REFUSED' },
  });
  expect(laptop.host.entries).toEqual(before);
});

test('an installation that was handed over is not replaced by a backup', async () => {
  const { laptop, store, bytes } = await withSnapshot();
  const before = [...laptop.host.entries];
  store.setHandedOver(true);
  expect(await restore(laptop, store, bytes, 'Monday')).toEqual({
    ok: false,
    error: { code: 'HANDED_OVER' },
  });
  expect(laptop.host.entries).toEqual(before);
  store.setHandedOver(false);
  expect((await restore(laptop, store, bytes, 'Monday')).ok).toBe(true);
});
