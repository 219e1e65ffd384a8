import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSealedEvidenceFiles } from '../../../../electron/services/evidenceFiles.ts';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { openableJournal } from '../../../../electron/services/journal.ts';
import { createLock, createSealedSettingsFile, createSealing } from '../../../../electron/services/lock.ts';
import { type SetAsideParts, setAside } from '../../../../electron/services/setAside.ts';
import { createSettingsFile } from '../../../../electron/services/settingsFile.ts';
import { createSnapshotService } from '../../../../electron/services/snapshots.ts';
import { sealedForms } from '../../../../shared/lock/sealedJournal.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import { cheapCost, passphrase, recoveryKey } from '../../../support/lockWorld.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** As a start of the program makes them. */
function started() {
  const parts = { operations: nodeFileOperations };
  const data = join(folder, 'data');
  const journalPath = join(data, 'journal.fbj');
  const sealing = createSealing();
  const journal = openableJournal(journalPath, nodeFileOperations, undefined, sealedForms(sealing));
  const settings = createSealedSettingsFile(join(data, 'settings.json'), parts, sealing);
  const evidence = createSealedEvidenceFiles({ ...parts, folder: join(data, 'evidence') }, sealing);
  const snapshots = createSnapshotService({
    ...{ ...parts, folder: join(data, 'snapshots'), evidence: join(data, 'evidence'), journal, settings },
    memory: createSettingsFile(join(data, 'backups.json'), parts),
    clock: { now: () => Date.now() },
    appVersion: '0.1.0',
    sealing,
  });
  const lock = createLock({
    ...{ ...parts, folder: data, journalPath, sealing, journal, snapshots, evidence },
    ...{ settings: [settings], keychain: null, cost: cheapCost },
  });
  return { parts, data, sealing, journal, settings, snapshots, lock };
}

/** An encrypted installation that was locked, with something left in the page's databases. */
async function lockedInstallation(change: Partial<SetAsideParts> = {}) {
  const { parts, data, sealing, journal, settings, snapshots, lock } = started();
  await lock.state();
  await journal.open();
  await journal.append(1, consultationPayloads(2));
  await snapshots.take('manual');
  expect(await lock.enable({ passphrase, recoveryKey })).toMatchObject({ ok: true });
  await lock.lock();
  const databaseFolder = join(folder, 'browser', 'IndexedDB');
  await mkdir(databaseFolder, { recursive: true });
  await writeFile(join(databaseFolder, '000003.log'), 'a record that nothing else has');
  await writeFile(join(databaseFolder, 'LOCK'), '');
  const aside: SetAsideParts = {
    ...{ ...parts, dataFolder: data, asideFolder: join(folder, 'set-aside'), databaseFolder },
    now: () => Date.UTC(2026, 9, 1),
    release: async () => {
      await snapshots.state();
      await journal.close();
    },
    begun: async () => sealing.holder.off(),
    ...change,
  };
  return { data, journal, lock, settings, snapshots, aside };
}

test('locked data lie aside under the name that is told, and a new installation begins in their place', async () => {
  const { data, journal, lock, settings, snapshots, aside } = await lockedInstallation();
  const before = await readdir(data, { recursive: true });
  const begun = await setAside(aside);
  const to = join(folder, 'set-aside', '2026-10-01T00-00-00-000Z');
  expect(begun).toEqual({ ok: true, value: { from: data, to } });
  expect(await readdir(to, { recursive: true })).toEqual(expect.arrayContaining(before));
  expect(await readFile(join(to, 'IndexedDB', '000003.log'), 'utf8')).toBe('a record that nothing else has');
  expect(await readdir(join(to, 'IndexedDB'))).not.toContain('LOCK');
  expect(await readdir(data)).toEqual([]);
  expect(await lock.state()).toMatchObject({ ok: true, value: { mode: 'off' } });
  expect(await journal.open()).toMatchObject({ ok: true, value: { lastSequence: 0 } });
  expect(await settings.read()).toEqual({ ok: true, value: {} });
  expect(await snapshots.state()).toMatchObject({ ok: true, value: { snapshots: [], second: null } });
  await journal.close();
});

test('what was set aside opens with its passphrase once it is put back', async () => {
  const { data, aside } = await lockedInstallation();
  const begun = await setAside(aside);
  if (!begun.ok) throw new Error(begun.error.detail);
  await rename(data, join(folder, 'elsewhere'));
  await rename(begun.value.to, data);
  const { journal, lock } = started();
  expect(await lock.state()).toMatchObject({ ok: true, value: { mode: 'locked' } });
  expect(await lock.unlock({ kind: 'passphrase', text: passphrase })).toMatchObject({ ok: true });
  expect(await journal.open()).toMatchObject({ ok: true, value: { lastSequence: 2 } });
  await journal.close();
});

test('a folder that cannot be renamed stays as it is, and opens with its passphrase', async () => {
  const { data, lock, aside } = await lockedInstallation({
    operations: {
      ...nodeFileOperations,
      rename: () => Promise.reject(Object.assign(new Error('not allowed'), { code: 'EACCES' })),
    },
    begun: () => Promise.reject(new Error('nothing has begun')),
  });
  const before = await readdir(data, { recursive: true });
  expect(await setAside(aside)).toMatchObject({ ok: false, error: { code: 'NO_PERMISSION' } });
  expect(await readdir(data, { recursive: true })).toEqual(before);
  expect(await readdir(aside.databaseFolder)).toHaveLength(2);
  expect(await lock.unlock({ kind: 'passphrase', text: passphrase })).toMatchObject({ ok: true });
});
