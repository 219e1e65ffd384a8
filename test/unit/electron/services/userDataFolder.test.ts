import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type ListNames,
  makeUserDataFolders,
  userDataFolder,
} from '../../../../electron/services/userDataFolder.ts';

let profile = '';
let roaming = '';
let own = '';
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'fieldbook-profile-'));
  roaming = join(profile, 'Roaming', 'eGCC Fieldbook');
  own = join(profile, 'Local', 'eGCC Fieldbook');
  // Electron makes its own folder by itself, and Windows the two above.
  await mkdir(roaming, { recursive: true });
  await mkdir(join(profile, 'Local'));
});
afterEach(() => rm(profile, { recursive: true }));

const places = (platform = 'win32') => ({ platform, usual: roaming, local: join(profile, 'Local') });

async function put(...path: readonly string[]): Promise<void> {
  const file = join(...path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, 'x');
}

/** A file system on which one folder answers with an error. */
const failingAt =
  (folder: string, code: string): ListNames =>
  (asked) => {
    if (asked === folder) throw Object.assign(new Error(code), { code });
    if (asked === profile || asked === join(profile, 'Local') || asked === dirname(roaming)) return ['x'];
    throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  };

test('on Windows the data stay on the computer; elsewhere they lie where Electron puts them', () => {
  expect(userDataFolder(places())).toBe(own);
  expect(userDataFolder(places('linux'))).toBe(roaming);
  expect(userDataFolder(places('darwin'))).toBe(roaming);
});

test.each([
  ['a journal', ['data', 'journal.fbj']],
  ['a database of which the journal is lost', ['browser', 'IndexedDB', 'app_fieldbook_0.indexeddb.leveldb']],
  ['what is noted to be deleted', ['forgotten']],
])('%s that lies in the roaming folder is found and used there', async (_, path) => {
  await put(roaming, ...path);
  expect(userDataFolder(places())).toBe(roaming);
  // Made on the way by whatever looked there: no data.
  await mkdir(join(own, 'data'), { recursive: true });
  expect(userDataFolder(places())).toBe(roaming);
});

test('what roams in from another computer is not taken for the data of this one', async () => {
  await put(own, 'data', 'journal.fbj');
  await put(roaming, 'data', 'journal.fbj');
  expect(userDataFolder(places())).toBe(own);
});

test('an empty folder, and what only Electron put there, is no data', async () => {
  await mkdir(join(roaming, 'data'), { recursive: true });
  await put(roaming, 'Crashpad', 'settings.dat');
  expect(userDataFolder(places())).toBe(own);
});

test('a place that cannot be looked into may hold the data, and no other one is begun beside it', () => {
  for (const code of ['EACCES', 'EPERM', 'EIO', 'UNKNOWN']) {
    expect(userDataFolder(places(), failingAt(join(roaming, 'data'), code))).toBe(roaming);
    expect(userDataFolder(places(), failingAt(join(own, 'data'), code))).toBe(own);
  }
  // The server with the profile is not reached, so that the folder above is missing too.
  expect(userDataFolder(places(), failingAt(dirname(roaming), 'ENOENT'))).toBe(roaming);
});

test('where Windows names no place of this computer, or none that can be one, Electron’s stays', () => {
  expect(userDataFolder({ ...places(), local: undefined })).toBe(roaming);
  expect(userDataFolder({ ...places(), local: '' })).toBe(roaming);
  expect(userDataFolder({ ...places(), local: 'AppData' })).toBe(roaming);
});

test('the folders are made before Electron is told of them; what cannot be made is told later', async () => {
  makeUserDataFolders(own, join(own, 'browser'));
  expect(await readdir(own)).toEqual(['browser']);
  await put(profile, 'file');
  expect(() => makeUserDataFolders(join(profile, 'file', 'inside'))).not.toThrow();
});
