import { expect, test } from 'vitest';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import type { ChangeSetId } from '../../../../shared/core/ids.ts';
import { copyEvidence } from '../../../../shared/snapshot/evidenceCopy.ts';
import { changeSetToPayload } from '../../../../shared/sync/changeSet.ts';
import { consultationPayloads, evidencePayload } from '../../../support/journalSamples.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';
import { MemoryFolder } from '../../../support/memorySnapshots.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const [hall, list, lost] = [bytesOf('a photo of the hall'), bytesOf('%PDF names'), bytesOf('another photo')];
const hash = async (bytes: Uint8Array) => sha256Hex(bytes);
const folderOf = (...contents: readonly Uint8Array[]): MemoryFolder => {
  const folder = new MemoryFolder();
  for (const bytes of contents) folder.files.set(sha256Hex(bytes), bytes);
  return folder;
};

test('only what the other folder lacks is copied, and what it has beside stays', async () => {
  const [from, to] = [folderOf(hall, list), folderOf(list, lost)];
  from.files.set('.half.tmp', hall);
  const written: string[] = [];
  const write = to.write.bind(to);
  to.write = async (name, bytes) => {
    written.push(name);
    await write(name, bytes);
  };
  expect(await copyEvidence(from, to, hash)).toEqual({ copied: 1, damaged: 0 });
  expect(written).toEqual([sha256Hex(hall)]);
  expect([...to.files.keys()].sort()).toEqual([hall, list, lost].map(sha256Hex).sort());
});

test('a torn copy is made anew, and a damaged file is not spread', async () => {
  const [from, to] = [folderOf(hall, list), folderOf()];
  to.files.set(sha256Hex(hall), hall.subarray(0, 5));
  from.files.set(sha256Hex(list), bytesOf('something else'));
  expect(await copyEvidence(from, to, hash)).toEqual({ copied: 1, damaged: 1 });
  expect([...to.files]).toEqual([[sha256Hex(hall), hall]]);
});

test('a copy that reads back differently is removed and told', async () => {
  const [from, to] = [folderOf(hall), folderOf()];
  to.write = async (name) => void to.files.set(name, bytesOf('torn'));
  await expect(copyEvidence(from, to, hash)).rejects.toThrow('reads back differently');
  expect(to.files.size).toBe(0);
});

/** Lets reading of a file fail as a bad sector does. */
function spoil(folder: MemoryFolder, bytes: Uint8Array): void {
  const read = folder.read.bind(folder);
  folder.read = async (name, most) => {
    if (name === sha256Hex(bytes)) throw new Error('EIO');
    return read(name, most);
  };
}

test('a file that cannot be read, or not be written, keeps no other one back', async () => {
  const [from, to] = [folderOf(hall, list, lost), folderOf()];
  spoil(from, hall);
  expect(await copyEvidence(from, to, hash)).toEqual({ copied: 2, damaged: 1 });
  expect([...to.files.keys()]).toEqual([list, lost].map(sha256Hex));

  const refusing = folderOf();
  const write = refusing.write.bind(refusing);
  refusing.write = async (name, bytes) => {
    if (name === sha256Hex(hall)) throw new Error('bad block');
    await write(name, bytes);
  };
  await expect(copyEvidence(folderOf(hall, list, lost), refusing, hash)).rejects.toThrow('bad block');
  expect([...refusing.files.keys()]).toEqual([list, lost].map(sha256Hex));
});

test('a folder that takes nothing is not asked for every file', async () => {
  const many = Array.from({ length: 20 }, (_, index) => bytesOf(`photo ${index}`));
  const to = folderOf();
  let asked = 0;
  to.write = async () => {
    asked++;
    throw new Error('full');
  };
  await expect(copyEvidence(folderOf(...many), to, hash)).rejects.toThrow('full');
  expect(asked).toBe(3);
});

test('a copy that cannot be read is made anew from the good file', async () => {
  const [from, to] = [folderOf(hall), folderOf(hall)];
  const read = to.read.bind(to);
  let isSpoilt = true;
  to.read = async (name, most) => {
    if (isSpoilt) throw new Error('EIO');
    return read(name, most);
  };
  to.write = async (name, bytes) => {
    isSpoilt = false;
    to.files.set(name, bytes);
  };
  expect(await copyEvidence(from, to, hash)).toEqual({ copied: 0, damaged: 0 });
  expect(await copyEvidence(from, to, hash, { isThorough: true })).toEqual({ copied: 1, damaged: 0 });
});

async function hostWithStick() {
  const host = new MemoryHost();
  host.entries = [...consultationPayloads(2), evidencePayload(sha256Hex(hall))];
  await host.evidence.put(hall);
  await host.snapshots.chooseFolder('Choose');
  const stick = host.secondFolder?.evidenceOf?.('memorylaptop');
  if (!(stick instanceof MemoryFolder)) throw new Error('the stick is there');
  return { host, stick };
}

test('the second folder gets new files with each backup', async () => {
  const { host, stick } = await hostWithStick();
  expect([...stick.files.keys()]).toEqual([sha256Hex(hall)]);
  await host.evidence.put(list);
  host.entries.push(...consultationPayloads(3).slice(2));
  await host.snapshots.take('interval');
  expect([...stick.files.keys()].sort()).toEqual([hall, list].map(sha256Hex).sort());
});

test('a stick that is full is a note of the second folder, and the next backup tries again', async () => {
  const { host, stick } = await hostWithStick();
  await host.evidence.put(list);
  stick.failure = new Error('full');
  host.entries.push(...consultationPayloads(3).slice(2));
  expect(await host.snapshots.take('interval')).toMatchObject({
    ok: true,
    value: { problem: null, second: { condition: 'failed' } },
  });
  stick.failure = null;
  expect(await host.snapshots.take('interval')).toMatchObject({ value: { second: { condition: 'ready' } } });
  expect(stick.files.has(sha256Hex(list))).toBe(true);
});

test('an unreadable file here neither stops backups of the others nor is blamed on the second folder', async () => {
  const { host, stick } = await hostWithStick();
  stick.files.clear();
  await host.evidence.put(list);
  spoil(host.evidenceFolder, hall);
  expect(await host.snapshots.take('manual')).toMatchObject({ value: { second: { condition: 'ready' } } });
  expect([...stick.files.keys()]).toEqual([sha256Hex(list)]);
});

test('what decayed here comes back from the second folder, though that takes nothing any more', async () => {
  const { host, stick } = await hostWithStick();
  await host.evidence.put(list);
  host.evidenceFolder.files.set(sha256Hex(hall), bytesOf('a phota of the hall'));
  stick.failure = new Error('full');
  expect(await host.snapshots.take('manual')).toMatchObject({ value: { second: { condition: 'failed' } } });
  expect(await host.evidence.get(sha256Hex(hall))).toEqual({ ok: true, value: hall });
  // A damaged copy takes no good file's place.
  stick.failure = null;
  stick.files.set(sha256Hex(hall), bytesOf('a photo of the hull'));
  await host.snapshots.take('manual');
  expect(await host.evidence.get(sha256Hex(hall))).toEqual({ ok: true, value: hall });
});

test('a restore, and a backup by hand, take from the second folder what is missing here', async () => {
  const { host } = await hostWithStick();
  host.evidenceFolder.files.clear();
  await host.snapshots.take('import');
  expect(host.evidenceFolder.files.size).toBe(0);
  await host.snapshots.take('manual');
  expect(await host.evidence.get(sha256Hex(hall))).toEqual({ ok: true, value: hall });

  host.evidenceFolder.files.clear();
  const [name = ''] = await host.snapshotFolder.names();
  const mark = changeSetToPayload({
    ...{ id: '00000000-0000-7000-8000-000000000000' as ChangeSetId, kind: 'restore', at: 0, by: 'Kim' },
    ...{ changes: [], source: { name, workbookId: null, contentHash: '' }, versions: {} },
  });
  const restored = await host.snapshots.restore(host.snapshotFolder.bytesOf(name), mark);
  expect(restored.ok).toBe(true);
  expect(await host.evidence.get(sha256Hex(hall))).toEqual({ ok: true, value: hall });
});
