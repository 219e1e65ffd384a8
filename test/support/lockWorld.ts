import { createSealedEvidenceFiles } from '../../electron/services/evidenceFiles.ts';
import { openableJournal } from '../../electron/services/journal.ts';
import { createLock, createSealedSettingsFile, createSealing } from '../../electron/services/lock.ts';
import { createSettingsFile } from '../../electron/services/settingsFile.ts';
import { createSnapshotService } from '../../electron/services/snapshots.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import type { Keychain } from '../../shared/lock/lockParts.ts';
import { newRecoveryKey } from '../../shared/lock/recoveryKey.ts';
import { sealedForms } from '../../shared/lock/sealedJournal.ts';
import { sealedSettings } from '../../shared/lock/sealedSettings.ts';
import { FaultyFiles } from './faultyFiles.ts';

/** Argon2id at its cheapest: what it costs is no matter of these tests. */
export const cheapCost = { memoryKib: 8, passes: 1 } as const;

export const passphrase = 'seven quiet boats at noon';
export const recoveryKey = newRecoveryKey({
  bytes: (length) => Uint8Array.from({ length }, (_, index) => index * 7),
});

export const dataFolder = '/data';
export const journalPath = `${dataFolder}/journal.fbj`;

/** The main process's services over one data folder, as they are after a start. */
export function startedOn(
  files: FaultyFiles = new FaultyFiles(),
  {
    now = () => Date.UTC(2026, 10, 26, 9),
    keychain = null,
    device = 'samplelaptop',
  }: { readonly now?: () => number; readonly keychain?: Keychain | null; readonly device?: string } = {},
) {
  const parts = { operations: files, wait: async () => undefined };
  const sealing = createSealing();
  const journal = openableJournal(journalPath, files, parts.wait, sealedForms(sealing));
  const settings = createSealedSettingsFile(`${dataFolder}/settings.json`, parts, sealing);
  const sentinelFile = createSettingsFile(`${dataFolder}/sentinel.json`, parts);
  const sentinel = sealedSettings(sentinelFile, 'sentinel', [], sealing);
  const snapshots = createSnapshotService({
    ...parts,
    folder: `${dataFolder}/snapshots`,
    evidence: `${dataFolder}/evidence`,
    journal,
    settings: {
      ...settings,
      // As a start of the window makes it.
      read: async () => {
        const read = await settings.read();
        return read.ok ? ok({ deviceId: device, ...read.value }) : read;
      },
    },
    memory: createSettingsFile(`${dataFolder}/backups.json`, parts),
    clock: { now },
    appVersion: '0.0.0',
    sealing,
  });
  const evidence = createSealedEvidenceFiles({ ...parts, folder: `${dataFolder}/evidence` }, sealing);
  const lock = createLock({
    ...parts,
    folder: dataFolder,
    journalPath,
    sealing,
    journal,
    snapshots,
    evidence,
    settings: [settings, sentinel],
    keychain,
    cost: cheapCost,
    clock: { now },
  });
  return { files, sealing, journal, settings, sentinel, snapshots, evidence, lock };
}

export type Started = ReturnType<typeof startedOn>;

/** The value of what has to succeed. */
export async function succeeded<T, E>(asked: Promise<Result<T, E>>): Promise<T> {
  const result = await asked;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** All texts of a journal that is open. */
export async function textsOf({ journal }: Pick<Started, 'journal'>): Promise<readonly string[]> {
  return (await succeeded(journal.read(1, 1_000_000))).map(({ payload }) => payload);
}

/** Names of the files that hold a text in plain UTF-8. */
export function filesWith({ files }: Pick<Started, 'files'>, text: string): readonly string[] {
  const needle = Buffer.from(text);
  return [...files.files].flatMap(([path, bytes]) => (Buffer.from(bytes).includes(needle) ? [path] : []));
}
