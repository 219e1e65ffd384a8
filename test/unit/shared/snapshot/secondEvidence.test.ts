import { expect, test } from 'vitest';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import { removeCopies } from '../../../../shared/snapshot/secondEvidence.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';
import { memoryStick } from '../../../support/memorySnapshots.ts';

const photo = new TextEncoder().encode('a photo of the hall');
const name = sha256Hex(photo);
const here = 'laptopaaaaaa';
const before = 'laptopbefore';

/** A stick with a copy where this installation puts it, where it put it under another id, and in the common folder. */
async function stickWithCopies() {
  const stick = memoryStick();
  for (const owner of [here, before, null]) await stick.evidenceOf(owner).write(name, photo);
  return stick;
}

/** The beginning of a snapshot as an installation writes it, put beside the folders as earlier versions did. */
async function putBeside(stick: ReturnType<typeof memoryStick>, deviceId: string): Promise<void> {
  const host = new MemoryHost();
  host.entries = [...consultationPayloads(1)];
  await host.settings.write({ deviceId });
  await host.snapshots.take('manual');
  for (const [path, bytes] of host.snapshotFolder.files) await stick.folder.write(path, bytes);
}

const left = (stick: ReturnType<typeof memoryStick>) =>
  [here, before, null].filter((owner) => stick.evidenceOf(owner).files.has(name));

test('copies go from wherever this installation put them, under an earlier id and in the common folder too', async () => {
  const stick = await stickWithCopies();
  await putBeside(stick, before);
  expect(await removeCopies(stick, new Set([here, before]), [name])).toBeNull();
  expect(left(stick)).toEqual([]);
});

test('where another computer’s backup lies beside the folders, the common copy may be its last and stays', async () => {
  const stick = await stickWithCopies();
  await putBeside(stick, 'laptopothers');
  expect(await removeCopies(stick, new Set([here, before]), [name])).toBeNull();
  expect(left(stick)).toEqual([null]);
});

test('a folder that cannot be reached is told, so that nothing is erased elsewhere', async () => {
  const away = { state: { path: '/stick', condition: 'missing' }, folder: null } as const;
  expect(await removeCopies(away, new Set([here]), [name])).toMatchObject({ code: 'NOT_FOUND' });
  expect(await removeCopies(away, new Set([here]), [])).toBeNull();
});

test('opening after an update does not wait for copies of photos; the next backup makes them', async () => {
  const host = new MemoryHost();
  host.entries = [...consultationPayloads(2)];
  await host.settings.write({ deviceId: here });
  await host.evidence.put(photo);
  const stick = memoryStick();
  host.secondFolder = stick;
  for (const reason of ['update', 'migration'] as const) {
    await host.snapshots.take(reason);
    expect(stick.evidenceOf(here).files.size).toBe(0);
    expect(stick.folder.files.size).toBeGreaterThan(0);
  }
  expect(await host.snapshots.state()).toMatchObject({ value: { second: { condition: 'ready' } } });
  await host.snapshots.take('manual');
  expect([...stick.evidenceOf(here).files.keys()]).toEqual([name]);
});
