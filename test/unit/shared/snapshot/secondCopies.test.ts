import { expect, test } from 'vitest';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import type { SecondFolder } from '../../../../shared/ipc/host.ts';
import type { SecondPlace } from '../../../../shared/snapshot/snapshotKeeper.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';
import { memoryStick } from '../../../support/memorySnapshots.ts';

const payloads = consultationPayloads(6);
const photo = new TextEncoder().encode('a photo of the hall');
const photoName = sha256Hex(photo);

const away: SecondPlace = { state: { path: '/stick', condition: 'missing' }, folder: null };

async function hostWithStick() {
  const host = new MemoryHost();
  host.entries = payloads.slice(0, 2);
  const stick = memoryStick();
  host.secondFolder = stick;
  await host.snapshots.take('interval');
  return { host, stick };
}

async function second(host: MemoryHost): Promise<SecondFolder> {
  const state = await host.snapshots.state();
  if (!state.ok || state.value.second === null) throw new Error('no second folder');
  return state.value.second;
}

async function saveOne(host: MemoryHost): Promise<void> {
  host.entries.push(payloads[host.entries.length] ?? '');
  await host.snapshots.take('interval');
}

test('a stick that was away gets what it missed when it is plugged in, though nothing changes any more', async () => {
  const { host, stick } = await hostWithStick();
  const { newestCopy } = await second(host);
  host.secondFolder = away;
  await saveOne(host);
  expect(await second(host)).toEqual({ path: '/stick', condition: 'missing', newestCopy, isBehind: true });
  host.secondFolder = stick;
  expect(await second(host)).toEqual({ path: '/stick', condition: 'ready', newestCopy, isBehind: true });
  await host.snapshots.take('interval');
  expect(await stick.folder.names()).toHaveLength(2);
  const now = await second(host);
  expect(now).toMatchObject({ condition: 'ready', isBehind: false });
  expect(now.newestCopy).toBeGreaterThan(newestCopy ?? 0);
});

test('another stick of the same name, put in its turn, is brought up to date as well', async () => {
  const { host } = await hostWithStick();
  const other = memoryStick();
  host.secondFolder = other;
  expect(await second(host)).toMatchObject({ newestCopy: null, isBehind: true });
  await host.snapshots.take('interval');
  expect(await other.folder.names()).toHaveLength(1);
  expect(await second(host)).toMatchObject({ isBehind: false });
});

test('files of evidence that an update has put off are copied by the next backup in turn', async () => {
  const { host, stick } = await hostWithStick();
  await host.evidence.put(photo);
  await host.snapshots.take('update');
  expect(await stick.evidenceOf('memorylaptop').names()).toEqual([]);
  expect(await second(host)).toMatchObject({ isBehind: true });
  await host.snapshots.take('interval');
  expect(await stick.evidenceOf('memorylaptop').names()).toEqual([photoName]);
  expect(await second(host)).toMatchObject({ isBehind: false });
});

test('a stick that is up to date, there or away, is not written again', async () => {
  const { host, stick } = await hostWithStick();
  host.secondFolder = away;
  await host.snapshots.take('interval');
  expect(await second(host)).toMatchObject({ condition: 'missing', isBehind: false });
  host.secondFolder = stick;
  stick.folder.failure = new Error('written all the same');
  await host.snapshots.take('interval');
  expect(await second(host)).toMatchObject({ condition: 'ready', isBehind: false });
});

test('how old the newest copy is outlives the session, and is not told of another folder', async () => {
  const { host } = await hostWithStick();
  const { newestCopy } = await second(host);
  host.secondFolder = away;
  const again = new MemoryHost();
  again.entries = [...host.entries, payloads[3] ?? ''];
  for (const [name, bytes] of host.snapshotFolder.files) again.snapshotFolder.files.set(name, bytes);
  again.secondFolder = away;
  expect(newestCopy).not.toBeNull();
  expect(await second(again)).toMatchObject({ newestCopy, isBehind: true });
  again.secondFolder = { ...away, state: { path: '/other', condition: 'missing' } };
  expect(await second(again)).toMatchObject({ newestCopy: null, isBehind: true });
});

test('of a folder that is there and cannot be listed the newest copy is told as it was last seen', async () => {
  const { host, stick } = await hostWithStick();
  const { newestCopy } = await second(host);
  host.secondFolder = {
    ...stick,
    folder: Object.assign(stick.folder, { names: () => Promise.reject(new Error('pulled out')) }),
  };
  await saveOne(host);
  expect(await second(host)).toMatchObject({ condition: 'failed', newestCopy, isBehind: true });
});
