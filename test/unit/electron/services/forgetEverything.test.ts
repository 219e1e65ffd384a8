import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEvidenceFiles } from '../../../../electron/services/evidenceFiles.ts';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { forgetEverything } from '../../../../electron/services/forgetEverything.ts';
import { openableJournal } from '../../../../electron/services/journal.ts';
import { createLogFile } from '../../../../electron/services/logFile.ts';
import { createSettingsFile } from '../../../../electron/services/settingsFile.ts';
import { createSnapshotService } from '../../../../electron/services/snapshots.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An installation that has written of everything that it can write. */
async function installation() {
  const parts = { operations: nodeFileOperations };
  const data = join(folder, 'data');
  const journal = openableJournal(join(data, 'journal.fbj'), nodeFileOperations);
  const settings = createSettingsFile(join(data, 'settings.json'), parts);
  const evidenceFolder = join(data, 'evidence');
  const snapshots = createSnapshotService({
    ...parts,
    folder: join(data, 'snapshots'),
    evidence: evidenceFolder,
    journal,
    settings,
    memory: createSettingsFile(join(data, 'backups.json'), parts),
    clock: { now: () => Date.now() },
    appVersion: '0.1.0',
  });
  await journal.open();
  await journal.append(1, consultationPayloads(3));
  for (const language of ['en', 'ko']) await settings.write({ language });
  await snapshots.take('manual');
  await createEvidenceFiles({ ...parts, folder: evidenceFolder }).put(Uint8Array.of(1, 2, 3));
  await mkdir(join(data, 'quarantine', '2026', 'IndexedDB'), { recursive: true });
  await writeFile(join(data, 'quarantine', '2026', 'journal.fbj'), 'old');
  await writeFile(join(data, 'journal.fbj.tail-16'), 'torn');
  createLogFile(join(folder, 'logs'), Date.now).write({ event: 'STARTED', facts: {} });
  await mkdir(join(folder, 'browser'));
  const release = async (): Promise<void> => {
    await snapshots.state();
    await journal.close();
  };
  return { data, journal, settings, snapshots, forget: { folders: [data, join(folder, 'logs')], release } };
}

test('nothing that was written is left in the folders, and others are not touched', async () => {
  const { data, forget } = await installation();
  expect((await readdir(data)).length).toBeGreaterThan(6);
  expect(await forgetEverything(forget)).toEqual({ ok: true, value: null });
  expect(await readdir(folder, { recursive: true })).toEqual(
    expect.arrayContaining(['browser', 'data', 'logs']),
  );
  expect(await readdir(folder, { recursive: true })).toHaveLength(3);
});

test('afterwards it is a new installation, in the same process', async () => {
  const { journal, settings, snapshots, forget } = await installation();
  await forgetEverything(forget);
  expect(await journal.open()).toMatchObject({ ok: true, value: { lastSequence: 0 } });
  expect(await settings.read()).toEqual({ ok: true, value: {} });
  expect(await snapshots.state()).toMatchObject({ ok: true, value: { snapshots: [], second: null } });
  expect(await journal.append(1, consultationPayloads(1))).toMatchObject({ ok: true });
});

test('what cannot be let go of is told, and nothing is deleted then', async () => {
  const { data, forget } = await installation();
  const before = await readdir(data, { recursive: true });
  const failed = await forgetEverything({
    ...forget,
    release: () => Promise.reject(new Error('still writing')),
  });
  expect(failed).toMatchObject({ ok: false, error: { code: 'IO' } });
  expect(await readdir(data, { recursive: true })).toEqual(before);
});
