import { expect, test } from 'vitest';
import { loadSnapshot } from '../../../../shared/snapshot/loadSnapshot.ts';
import { snapshotNames } from '../../../../shared/snapshot/snapshotList.ts';
import { parseSnapshotName, snapshotName } from '../../../../shared/snapshot/snapshotName.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';

const payloads = consultationPayloads(6);

function hostWith(count: number): MemoryHost {
  const host = new MemoryHost();
  host.entries = payloads.slice(0, count);
  return host;
}

async function stateOf(host: MemoryHost) {
  const state = await host.snapshots.state();
  if (!state.ok) throw new Error(state.error.detail);
  return state.value;
}

test('an empty journal has nothing to back up', async () => {
  const host = new MemoryHost();
  expect((await host.snapshots.take('manual')).ok).toBe(true);
  expect((await stateOf(host)).snapshots).toEqual([]);
});

test('before the journal is open the clock does nothing, and asking says why', async () => {
  const host = hostWith(2);
  host.isJournalOpen = false;
  expect((await host.snapshots.take('interval')).ok).toBe(true);
  expect((await stateOf(host)).problem).toBeNull();
  expect(await host.snapshots.take('manual')).toMatchObject({ error: { code: 'IO' } });
});

test('a snapshot is listed with what it holds, and loads', async () => {
  const host = hostWith(4);
  await host.snapshots.take('manual');
  const { snapshots, problem } = await stateOf(host);
  expect(problem).toBeNull();
  expect(snapshots).toMatchObject([
    { place: 'first', reason: 'manual', condition: 'good', records: 4, lastSequence: 4 },
  ]);
  const read = await host.snapshots.read('first', snapshots[0]?.name ?? '');
  expect(read.ok && loadSnapshot(read.value, () => undefined).ok).toBe(true);
});

test('the clock takes one only when something changed, others always do', async () => {
  const host = hostWith(2);
  for (const reason of ['interval', 'interval', 'import', 'interval'] as const) {
    await host.snapshots.take(reason);
  }
  expect((await stateOf(host)).snapshots.map(({ reason }) => reason)).toEqual(['import', 'interval']);
  host.entries.push(payloads[2] ?? '');
  await host.snapshots.take('interval');
  expect((await stateOf(host)).snapshots).toHaveLength(3);
});

test('one that cannot be written is told, leaves the older ones, and the next try clears it', async () => {
  const host = hostWith(2);
  await host.snapshots.take('manual');
  host.snapshotFolder.failure = new Error('the disk is full');
  expect((await host.snapshots.take('manual')).ok).toBe(false);
  expect(await stateOf(host)).toMatchObject({ problem: { code: 'IO' }, snapshots: [{ condition: 'good' }] });
  host.snapshotFolder.failure = null;
  await host.snapshots.take('manual');
  expect((await stateOf(host)).problem).toBeNull();
});

test('one that reads back differently is removed and does not count', async () => {
  const host = hostWith(2);
  const { write } = host.snapshotFolder;
  host.snapshotFolder.write = async (name, bytes) => {
    await write.call(host.snapshotFolder, name, bytes);
    host.snapshotFolder.bytesOf(name).fill(0, 200, 210);
  };
  expect(await host.snapshots.take('manual')).toMatchObject({
    error: { detail: expect.stringContaining('reads back differently') },
  });
  expect([...host.snapshotFolder.files]).toEqual([]);
});

test('each one goes to the second folder as well; a folder that fails is a note and no error', async () => {
  const host = hostWith(2);
  await host.snapshots.chooseFolder('Choose');
  const second = host.secondFolder?.folder;
  expect((await stateOf(host)).snapshots.map(({ place }) => place).sort()).toEqual(['first', 'second']);
  if (second === null || second === undefined) throw new Error('no second folder');
  second.write = () => Promise.reject(new Error('pulled out'));
  host.entries.push(payloads[2] ?? '');
  expect((await host.snapshots.take('interval')).ok).toBe(true);
  expect(await stateOf(host)).toMatchObject({ problem: null, second: { condition: 'failed' } });
});

test('a stick that is plugged in again gets what it missed, though nothing changed', async () => {
  const host = hostWith(2);
  await host.snapshots.chooseFolder('Choose');
  const place = host.secondFolder;
  const folder = place?.folder;
  if (place == null || folder == null) throw new Error('no second folder');
  const { write } = folder;
  folder.write = () => Promise.reject(new Error('pulled out'));
  host.entries.push(payloads[2] ?? '');
  await host.snapshots.take('interval');
  folder.write = write;
  await host.snapshots.take('interval');
  expect(await stateOf(host)).toMatchObject({ second: { condition: 'ready' } });
  expect((await folder.names()).length).toBe(2);
  expect((await stateOf(host)).snapshots.filter(({ place: where }) => where === 'first')).toHaveLength(2);
});

test('a damaged one is listed as damaged, takes nobody’s place, and other files are left alone', async () => {
  const host = hostWith(2);
  host.snapshotFolder.files.set('holiday.jpg', Uint8Array.of(1, 2, 3));
  await host.snapshots.take('manual');
  const [name = ''] = [...host.snapshotFolder.files.keys()].filter((one) => parseSnapshotName(one) !== null);
  host.snapshotFolder.bytesOf(name).fill(0, 200, 210);
  for (let turn = 0; turn < 6; turn++) await host.snapshots.take('manual');
  const { snapshots } = await stateOf(host);
  expect(snapshots.filter(({ condition }) => condition === 'damaged').map((one) => one.name)).toEqual([name]);
  expect(snapshots.filter(({ condition }) => condition === 'good')).toHaveLength(3);
  expect(host.snapshotFolder.files.has('holiday.jpg')).toBe(true);
});

test('one that was cut off, or emptied on its way out, is removed once a newer one is whole, and nobody else’s', async () => {
  const host = hostWith(2);
  await host.snapshots.chooseFolder('Choose');
  const second = host.secondFolder?.folder;
  if (second == null) throw new Error('no second folder');
  const [whole = ''] = await snapshotNames(host.snapshotFolder);
  const bytes = host.snapshotFolder.bytesOf(whole);
  const torn = [bytes.slice(0, -1), bytes.slice(0, 100), bytes.slice(0, 10), bytes.slice(0, 0)];
  const names = torn.map((_, index) => snapshotName(host.now + index * 1000, 'interval'));
  torn.forEach((left, index) => {
    const name = names[index] ?? '';
    host.snapshotFolder.files.set(name, left);
    void second.write(`memorylaptop/${name}`, left);
    void second.write(`laptopbbbbbb/${name}`, left.slice(0, 100));
  });
  // None of them is older than the newest that is whole.
  await host.snapshots.take('interval');
  expect(await snapshotNames(host.snapshotFolder)).toEqual(expect.arrayContaining(names));
  host.now += 60_000;
  host.entries.push(payloads[2] ?? '');
  await host.snapshots.take('interval');
  expect(await snapshotNames(host.snapshotFolder)).toHaveLength(2);
  const there = await snapshotNames(second);
  expect(there.filter((name) => name.startsWith('memorylaptop/'))).toHaveLength(2);
  expect(there.filter((name) => name.startsWith('laptopbbbbbb/'))).toHaveLength(4);
  const state = await stateOf(host);
  expect(state.snapshots.filter(({ isOwn, condition }) => isOwn && condition === 'damaged')).toEqual([]);
});
