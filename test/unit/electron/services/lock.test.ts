import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removePlainDatabases } from '../../../../electron/services/lock.ts';
import { worksWithoutDatabase } from '../../../../shared/ipc/lockPort.ts';
import { noteKeptDatabase } from '../../../../shared/lock/keptDatabase.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import {
  journalPath,
  passphrase,
  recoveryKey,
  type Started,
  startedOn,
  succeeded,
} from '../../../support/lockWorld.ts';

let folder: string;
let databases: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-'));
  databases = join(folder, 'IndexedDB');
  await mkdir(databases);
  await writeFile(join(databases, '000003.log'), 'records');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function workedLaptop(): Promise<Started> {
  const started = startedOn();
  await succeeded(started.lock.state());
  await succeeded(started.journal.open());
  await succeeded(started.journal.append(1, consultationPayloads(3)));
  await succeeded(started.snapshots.take('manual'));
  return started;
}

/** What a start does with the databases, and the errors that it notes. */
async function start(files: FaultyFiles): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  const { lock, settings } = startedOn(files);
  await removePlainDatabases(lock, settings, databases, (error) => failures.push(error));
  return failures;
}

test('databases are removed once the journal is encrypted, and never before', async () => {
  const { files, lock } = await workedLaptop();
  await start(files);
  expect(existsSync(databases)).toBe(true);
  await succeeded(lock.enable({ passphrase, recoveryKey }));
  expect(await start(files)).toEqual([]);
  expect(existsSync(databases)).toBe(false);
});

test('a disk that cannot be read costs no databases, whether of plain or of encrypted data', async () => {
  const { files, lock } = await workedLaptop();
  for (const path of [journalPath, '/data/key.json']) {
    files.failWhen((step, at) => (step === 'open' && at.startsWith(path) ? 'EIO' : undefined));
    await start(files);
    expect(existsSync(databases)).toBe(true);
  }
  files.failWhen(() => undefined);
  await succeeded(lock.enable({ passphrase, recoveryKey }));
  files.failWhen((step) => (step === 'open' ? 'EIO' : undefined));
  await start(files);
  expect(existsSync(databases)).toBe(true);
});

test('databases of which a journal that was begun anew may not have everything yet stay until it has', async () => {
  const { files, lock, settings } = await workedLaptop();
  await succeeded(lock.enable({ passphrase, recoveryKey }));
  await succeeded(noteKeptDatabase(settings, true));
  await start(files);
  expect(existsSync(databases)).toBe(true);
  await succeeded(noteKeptDatabase(settings, false));
  await start(files);
  expect(existsSync(databases)).toBe(false);
});

test('a plain laptop that lost its journal keeps its databases though an old backup is encrypted', async () => {
  const { files, lock } = await workedLaptop();
  await succeeded(lock.enable({ passphrase, recoveryKey }));
  const lost = new FaultyFiles();
  for (const [path, bytes] of files.files) if (path.includes('snapshots')) lost.files.set(path, bytes);
  const state = await succeeded(startedOn(lost).lock.state());
  expect(state).toMatchObject({ mode: 'locked', isJournalSealed: false });
  expect(worksWithoutDatabase(state)).toBe(false);
  await start(lost);
  expect(existsSync(databases)).toBe(true);
});

test('databases that cannot be removed are told, and the start goes on', async () => {
  const { files, lock } = await workedLaptop();
  await succeeded(lock.enable({ passphrase, recoveryKey }));
  const failures: unknown[] = [];
  // A path that the file system refuses, for any user.
  const { lock: locked, settings } = startedOn(files);
  await removePlainDatabases(locked, settings, join(databases, '\0'), (error) => failures.push(error));
  expect(failures).toHaveLength(1);
});
