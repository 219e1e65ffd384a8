import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createEvidenceFiles,
  createSealedEvidenceFiles,
} from '../../../../electron/services/evidenceFiles.ts';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { type ForgetParts, forgetEverything } from '../../../../electron/services/forgetEverything.ts';
import { openableJournal } from '../../../../electron/services/journal.ts';
import {
  createLock,
  createSealedSettingsFile,
  createSealing,
  keyFileNames,
} from '../../../../electron/services/lock.ts';
import { createLogFile } from '../../../../electron/services/logFile.ts';
import { createSettingsFile } from '../../../../electron/services/settingsFile.ts';
import { createSnapshotService } from '../../../../electron/services/snapshots.ts';
import { sealedForms } from '../../../../shared/lock/sealedJournal.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import { cheapCost, passphrase, recoveryKey } from '../../../support/lockWorld.ts';

/** A file that cannot be removed, as one that another program holds; no system lets a test do that to itself. */
const held = vi.hoisted((): { name: string | null; code: string } => ({ name: null, code: 'EBUSY' }));
vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  const holds = async (path: string): Promise<boolean> => {
    if (held.name === null) return false;
    if (basename(path) === held.name) return true;
    const inside = await actual.readdir(path, { recursive: true }).catch(() => []);
    return inside.some((inner) => basename(inner) === held.name);
  };
  const rm: typeof actual.rm = async (path, options) => {
    if (await holds(String(path))) throw Object.assign(new Error(held.code), { code: held.code });
    await actual.rm(path, options);
  };
  return { ...actual, rm };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-'));
});
afterEach(() => {
  held.name = null;
  return rm(folder, { recursive: true, force: true });
});

const wait = async (): Promise<void> => undefined;

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
  return {
    data,
    journal,
    settings,
    snapshots,
    forget: { folders: [data, join(folder, 'logs')], release, wait },
  };
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

test.each(['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY'])(
  'a file that cannot be removed (%s) is told, and keeps nothing else',
  async (code) => {
    const { data, forget } = await installation();
    const evidence = createEvidenceFiles({ operations: nodeFileOperations, folder: join(data, 'evidence') });
    for (let byte = 0; byte < 5; byte++) await evidence.put(Uint8Array.of(byte));
    const [photo = ''] = (await readdir(join(data, 'evidence'), { recursive: true })).filter(
      (name) => basename(name).length === 64,
    );
    Object.assign(held, { name: basename(photo), code });
    expect(await forgetEverything(forget)).toEqual({
      ok: false,
      error: { code: 'IN_USE', detail: '1 entries are left' },
    });
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([held.name]);
    held.name = null;
    expect(await forgetEverything(forget)).toEqual({ ok: true, value: null });
    expect(await readdir(data)).toEqual([]);
  },
);

test('a file that is held for moments goes all the same', async () => {
  const { data, forget } = await installation();
  held.name = 'journal.fbj';
  const pauses: number[] = [];
  const forgotten = await forgetEverything({
    ...forget,
    wait: async (milliseconds) => {
      if (pauses.push(milliseconds) === 2) held.name = null;
    },
  });
  expect(forgotten).toEqual({ ok: true, value: null });
  expect(pauses).toEqual([200, 400]);
  expect(await readdir(data)).toEqual([]);
});

/** The same with encryption on, whose key is in memory. */
async function encryptedInstallation() {
  const parts = { operations: nodeFileOperations };
  const data = join(folder, 'data');
  const journalPath = join(data, 'journal.fbj');
  const sealing = createSealing();
  const journal = openableJournal(journalPath, nodeFileOperations, undefined, sealedForms(sealing));
  const settings = createSealedSettingsFile(join(data, 'settings.json'), parts, sealing);
  const evidence = createSealedEvidenceFiles({ ...parts, folder: join(data, 'evidence') }, sealing);
  const snapshots = createSnapshotService({
    ...parts,
    folder: join(data, 'snapshots'),
    evidence: join(data, 'evidence'),
    journal,
    settings,
    memory: createSettingsFile(join(data, 'backups.json'), parts),
    clock: { now: () => Date.now() },
    appVersion: '0.1.0',
    sealing,
  });
  const lock = createLock({
    ...{ ...parts, folder: data, journalPath, sealing, journal, snapshots, evidence },
    ...{ settings: [settings], keychain: null, cost: cheapCost },
  });
  await lock.state();
  await journal.open();
  await journal.append(1, consultationPayloads(2));
  expect(await lock.enable({ passphrase, recoveryKey })).toMatchObject({ ok: true });
  expect(await lock.disable('not the passphrase')).toMatchObject({ ok: false });
  const forget: ForgetParts = {
    folders: [data, join(folder, 'logs')],
    lastNames: keyFileNames,
    release: () => journal.close(),
    forgotten: () => sealing.holder.off(),
    wait,
  };
  return { data, journalPath, journal, settings, evidence, lock, sealing, forget };
}

test('an encrypted installation is forgotten with its key, and what is written next is plain', async () => {
  const { data, journalPath, journal, settings, evidence, lock, sealing, forget } =
    await encryptedInstallation();
  expect(await readdir(data)).toContain('key.json');
  const dataKey = sealing.holder.held?.dataKey;
  expect(await forgetEverything(forget)).toEqual({ ok: true, value: null });
  expect(await readdir(data)).toEqual([]);
  expect(dataKey?.every((byte) => byte === 0)).toBe(true);
  expect(await lock.state()).toMatchObject({ ok: true, value: { mode: 'off' } });
  const [payload = ''] = consultationPayloads(1);
  await journal.open();
  await journal.append(1, [payload]);
  await settings.write({ language: 'ko' });
  const photo = new TextEncoder().encode('a photo of the hall');
  const kept = await evidence.put(photo);
  expect(kept.ok && (await evidence.get(kept.value.sha256))).toEqual({ ok: true, value: photo });
  expect((await readFile(journalPath)).includes(Buffer.from(payload))).toBe(true);
  await journal.close();
});

test('as long as anything is left of an encrypted installation its key is too, and opens it', async () => {
  const { data, forget, sealing, lock } = await encryptedInstallation();
  held.name = 'journal.fbj';
  expect(await forgetEverything(forget)).toMatchObject({ ok: false, error: { code: 'IN_USE' } });
  held.name = null;
  expect((await readdir(data)).filter((name) => !name.startsWith('key.'))).toEqual([
    'journal.fbj',
    'tries.json',
  ]);
  expect(await readdir(data)).toContain('key.json');
  expect(sealing.holder.mode).toBe('open');
  expect(await lock.lock()).toMatchObject({ ok: true });
  expect(await lock.unlock({ kind: 'passphrase', text: passphrase })).toMatchObject({ ok: true });
  expect(await forgetEverything(forget)).toEqual({ ok: true, value: null });
  expect(await readdir(data)).toEqual([]);
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
