import { expect, test } from 'vitest';
import { createEvidenceFiles, evidenceFolders } from '../../../../electron/services/evidenceFiles.ts';
import { createSettingsFile } from '../../../../electron/services/settingsFile.ts';
import { foldersUnder, removeTornWrites } from '../../../../electron/services/tornWrites.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';

const folder = '/data/evidence';
const photo = new TextEncoder().encode('a photo of the hall');

/** A disk on which a file of evidence and a setting were being written when the power went. */
async function tornDisk(): Promise<FaultyFiles> {
  const files = new FaultyFiles();
  const parts = { operations: files, wait: async () => undefined };
  const settings = createSettingsFile('/data/settings.json', parts);
  const evidence = createEvidenceFiles({ ...parts, folder });
  await settings.write({ language: 'ko' });
  files.failWhen((step) => (step === 'rename' || step === 'remove' ? 'EIO' : undefined));
  await settings.write({ language: 'en' });
  await evidence.put(photo);
  files.failWhen(() => undefined);
  return files;
}

test('what a power cut left half-way to its name is removed, and nothing else', async () => {
  const files = await tornDisk();
  files.files.set('/data/.hidden.tmp', photo);
  const torn = [...files.files.keys()].filter((path) => path.endsWith('.tmp'));
  expect(torn).toHaveLength(3);
  await removeTornWrites(['/data', ...evidenceFolders(folder)], files);
  expect([...files.files.keys()].sort()).toEqual(['/data/.hidden.tmp', '/data/settings.json']);
});

test('a folder that cannot be read, and a file that cannot be removed, stop nothing', async () => {
  const files = await tornDisk();
  const [first = ''] = [...files.files.keys()].filter((path) => path.endsWith('.tmp'));
  files.failWhen((step, path) => {
    const isBad = (step === 'list' && path === '/gone') || (step === 'remove' && path === first);
    return isBad ? 'EIO' : undefined;
  });
  await removeTornWrites(['/gone', '/data', ...evidenceFolders(folder)], files);
  expect([...files.files.keys()].filter((path) => path.endsWith('.tmp'))).toEqual([first]);
});

test('quarantine is looked through at whatever depth', async () => {
  const files = new FaultyFiles();
  const torn = '.database.json.01234567-89ab-4cde-8f01-23456789abcd.tmp';
  const kept = '/data/quarantine/2026/database.json';
  for (const path of [kept, `/data/quarantine/2026/${torn}`, `/data/quarantine/2026/IndexedDB/a/${torn}`]) {
    files.files.set(path, photo);
  }
  await removeTornWrites(await foldersUnder('/data/quarantine', files), files);
  expect([...files.files.keys()]).toEqual([kept]);
});
