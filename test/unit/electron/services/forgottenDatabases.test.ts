import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetEverything } from '../../../../electron/services/forgetEverything.ts';
import { clearDatabases, forgottenDatabases } from '../../../../electron/services/forgottenDatabases.ts';

let userData: string;
let folder: string;
let notePath: string;

beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'fieldbook-'));
  folder = join(userData, 'browser', 'IndexedDB');
  notePath = join(userData, 'forgotten');
  await mkdir(join(folder, 'app_fieldbook_0.indexeddb.leveldb'), { recursive: true });
  await writeFile(join(folder, 'app_fieldbook_0.indexeddb.leveldb', '000005.ldb'), 'a name');
  await mkdir(join(userData, 'data'));
  await writeFile(join(userData, 'data', 'journal.fbj'), 'records');
});
afterEach(() => rm(userData, { recursive: true, force: true }));

function databasesOf(clearPage: () => Promise<void>) {
  const failures: unknown[] = [];
  const databases = forgottenDatabases({
    folder,
    notePath,
    clearPage,
    failed: (error) => failures.push(error),
  });
  const forget = (release: () => Promise<void> = async () => undefined) =>
    forgetEverything({
      folders: [join(userData, 'data')],
      release,
      begin: databases.note,
      forgotten: databases.clear,
    });
  return { databases, forget, failures };
}

const emptied = () => rm(join(folder, 'app_fieldbook_0.indexeddb.leveldb'), { recursive: true });

test('databases that the page still holds go before the next window opens them', async () => {
  const { databases, forget, failures } = databasesOf(async () => undefined);
  expect(await forget()).toEqual({ ok: true, value: null });
  expect(existsSync(folder)).toBe(true);
  await databases.removeNoted();
  expect(existsSync(folder)).toBe(false);
  expect(existsSync(notePath)).toBe(false);
  expect(failures).toEqual([]);
});

test('databases that went at once leave nothing to the next start, which keeps those of new work', async () => {
  const { databases, forget } = databasesOf(emptied);
  expect(await forget()).toEqual({ ok: true, value: null });
  await mkdir(join(folder, 'new'));
  await databases.removeNoted();
  expect(existsSync(join(folder, 'new'))).toBe(true);
});

test('a forgetting that is cut off leaves the note, so that databases bring nothing back', async () => {
  const { databases } = databasesOf(emptied);
  await databases.note();
  await rm(join(userData, 'data', 'journal.fbj'));
  await databases.removeNoted();
  expect(existsSync(folder)).toBe(false);
});

test('what is not let go of keeps its databases too', async () => {
  const { databases, forget } = databasesOf(emptied);
  expect(await forget(() => Promise.reject(new Error('still writing')))).toMatchObject({ ok: false });
  await databases.removeNoted();
  expect(existsSync(folder)).toBe(true);
});

test('a Chromium that fails or stays silent is told, and the next start does it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const answers = [() => Promise.reject(new Error('no')), () => new Promise<void>(() => undefined)];
  for (const clearPage of answers) {
    const { databases, failures } = databasesOf(clearPage);
    await databases.note();
    const cleared = databases.clear();
    await vi.advanceTimersByTimeAsync(6000);
    await cleared;
    expect(failures).toHaveLength(1);
    expect(existsSync(notePath)).toBe(true);
  }
  vi.useRealTimers();
});

test('databases that do not open are cleared while the page is open, or it is told why not', async () => {
  expect(await clearDatabases(emptied)).toEqual({ ok: true, value: null });
  expect(existsSync(folder)).toBe(true);
  const failed = await clearDatabases(async () => {
    throw new Error('Chromium refused');
  });
  expect(failed).toEqual({ ok: false, error: { code: 'IO', detail: 'Chromium refused' } });
});
