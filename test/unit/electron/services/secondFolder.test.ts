import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEvidenceFiles } from '../../../../electron/services/evidenceFiles.ts';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { openableJournal } from '../../../../electron/services/journal.ts';
import { createSettingsFile } from '../../../../electron/services/settingsFile.ts';
import { createSnapshotService } from '../../../../electron/services/snapshots.ts';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import { consultationPayloads, evidencePayload } from '../../../support/journalSamples.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const photo = new TextEncoder().encode('a photo of the hall');
const name = sha256Hex(photo);
const device = 'samplelaptop';

async function laptopWithStick() {
  const parts = { operations: nodeFileOperations };
  const evidenceFolder = join(folder, 'data', 'evidence');
  const settings = createSettingsFile(join(folder, 'data', 'settings.json'), parts);
  await nodeFileOperations.makeFolder(join(folder, 'data'));
  await settings.write({ deviceId: device });
  const journal = openableJournal(join(folder, 'data', 'journal.fbj'), nodeFileOperations);
  const snapshots = createSnapshotService({
    ...parts,
    folder: join(folder, 'data', 'snapshots'),
    evidence: evidenceFolder,
    journal,
    settings,
    memory: createSettingsFile(join(folder, 'data', 'backups.json'), parts),
    clock: { now: () => Date.now() },
    appVersion: '0.1.0',
  });
  await journal.open();
  await journal.append(1, [...consultationPayloads(2), evidencePayload(name)]);
  const evidence = createEvidenceFiles({ ...parts, folder: evidenceFolder });
  await evidence.put(photo);
  const stick = join(folder, 'stick');
  await nodeFileOperations.makeFolder(stick);
  expect((await snapshots.setSecondFolder(stick)).ok).toBe(true);
  const copy = join(stick, 'Fieldbook backups', device, 'evidence', name.slice(0, 2), name);
  return { snapshots, evidence, copy, close: () => journal.close() };
}

test('files of evidence lie beside the copies of backups, and come back from there', async () => {
  const { snapshots, evidence, copy, close } = await laptopWithStick();
  expect(new Uint8Array(await readFile(copy))).toEqual(photo);
  await evidence.remove([name]);
  expect(await evidence.get(name)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  expect((await snapshots.take('manual')).ok).toBe(true);
  expect(await evidence.get(name)).toEqual({ ok: true, value: photo });
  await close();
});

test('a copy that was changed on the stick is not taken for the file', async () => {
  const { snapshots, evidence, copy, close } = await laptopWithStick();
  await evidence.remove([name]);
  await writeFile(copy, 'a photo of the wall');
  expect((await snapshots.take('manual')).ok).toBe(true);
  expect(await evidence.get(name)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  await close();
});
