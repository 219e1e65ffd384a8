import { expect, test } from 'vitest';
import type { ChangeSetId } from '../../../../shared/core/ids.ts';
import type { SnapshotInfo } from '../../../../shared/ipc/host.ts';
import { changeSetToPayload } from '../../../../shared/sync/changeSet.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';

const day = 86_400_000;
const payloads = consultationPayloads(60);

const mark = (id: string): string =>
  changeSetToPayload({
    ...{ id: id as ChangeSetId, kind: 'restore', at: 0, by: 'Test Person' },
    ...{ changes: [], source: { name: 'a', workbookId: null, contentHash: '' }, versions: {} },
  });
const firstRestore = '00000000-0000-7000-8000-000000000001';
const secondRestore = '00000000-0000-7000-8000-000000000002';

async function listed(host: MemoryHost, place: SnapshotInfo['place']): Promise<readonly SnapshotInfo[]> {
  const state = await host.snapshots.state();
  if (!state.ok) throw new Error(state.error.detail);
  return state.value.snapshots.filter((one) => one.place === place);
}

async function restore(host: MemoryHost, { name }: Pick<SnapshotInfo, 'name'>, id: string): Promise<void> {
  const read = await host.snapshots.read('first', name);
  if (!read.ok) throw new Error(read.error.detail);
  expect((await host.snapshots.restore(read.value, mark(id))).ok).toBe(true);
}

/** A month of daily backups with a stick beside them and a restore in it, then a clock that falls back 12 days. */
async function hostWithFallenClock(): Promise<MemoryHost> {
  const host = new MemoryHost();
  host.entries = payloads.slice(0, 1);
  await host.snapshots.chooseFolder('Choose');
  for (let days = 1; days < 30; days++) {
    host.now += day;
    host.entries.push(payloads[host.entries.length] ?? '');
    await host.snapshots.take('interval');
  }
  const [newest] = await listed(host, 'first');
  if (newest === undefined) throw new Error('no backup');
  await restore(host, newest, firstRestore);
  host.now -= 12 * day;
  return host;
}

test('a backup of a clock that has fallen back is not gone at once, in neither folder', async () => {
  const host = await hostWithFallenClock();
  for (let turn = 0; turn < 4; turn++) {
    host.now += 15 * 60_000;
    host.entries.push(payloads[host.entries.length] ?? '');
    await host.snapshots.take('interval');
    for (const place of ['first', 'second'] as const) {
      const held = (await listed(host, place)).map(({ lastSequence }) => lastSequence);
      expect(Math.max(...held), place).toBe(host.entries.length);
    }
  }
});

test('nor is the one before a restore, which alone holds all that the restore takes away', async () => {
  const host = await hostWithFallenClock();
  for (let turn = 0; turn < 4; turn++) host.entries.push(payloads[host.entries.length] ?? '');
  const all = host.entries.length;
  const old = (await listed(host, 'first')).find(({ lastSequence }) => lastSequence < 30);
  if (old === undefined) throw new Error('no old backup');
  await restore(host, old, secondRestore);
  for (let turn = 0; turn < 6; turn++) {
    host.now += 15 * 60_000;
    host.entries.push(payloads[host.entries.length] ?? '');
    await host.snapshots.take('interval');
  }
  for (const place of ['first', 'second'] as const) {
    const before = (await listed(host, place)).filter(({ lineage }) => lineage === firstRestore);
    expect(Math.max(...before.map(({ lastSequence }) => lastSequence)), place).toBe(all);
    expect(before.map(({ reason }) => reason)).toContain('restore');
  }
});

test('a clock that comes by an instant again writes over no backup of then', async () => {
  const host = new MemoryHost();
  const { now } = host;
  for (const count of [1, 2, 3]) {
    host.entries = payloads.slice(0, count);
    host.now = now;
    await host.snapshots.take('manual');
  }
  expect((await listed(host, 'first')).map(({ lastSequence }) => lastSequence)).toEqual([3, 2, 1]);
});
