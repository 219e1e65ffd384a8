import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../shared/core/ids.ts';
import { kindBytes } from '../../shared/ipc/entryForm.ts';
import type { EvidencePort, SettingsPort } from '../../shared/ipc/host.ts';
import type { ClosableJournal } from '../../shared/ipc/journal.ts';
import { type LockPort, worksWithoutDatabase } from '../../shared/ipc/lockPort.ts';
import { webAead } from '../../shared/lock/aead.ts';
import { keepsDatabase } from '../../shared/lock/keptDatabase.ts';
import { KeyHolder } from '../../shared/lock/keyHolder.ts';
import type { Keychain, LockParts } from '../../shared/lock/lockParts.ts';
import { createLockService } from '../../shared/lock/lockService.ts';
import type { SealingParts } from '../../shared/lock/sealedJournal.ts';
import { resealLeftovers } from '../../shared/lock/sealedLeftovers.ts';
import { plainSettings, type SealedSettings, sealedSettings } from '../../shared/lock/sealedSettings.ts';
import { type AtomicFileParts, readStart } from './atomicFile.ts';
import { leftoverFiles } from './leftovers.ts';
import { nodeErrorCode, toHostError } from './nodeErrors.ts';
import { createSettingsFile, type SettingsFile } from './settingsFile.ts';
import type { SnapshotService } from './snapshots.ts';

/** Sealing with the machine's own randomness; the key is in its holder or nowhere. */
export function createSealing(): SealingParts {
  return {
    aead: webAead(crypto.subtle),
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    holder: new KeyHolder(),
  };
}

/** Settings in a file of which only what is needed before the key is there stays readable. */
export function createSealedSettingsFile(
  path: string,
  parts: AtomicFileParts,
  sealing: SealingParts,
): SettingsFile & SealedSettings {
  const file = createSettingsFile(path, parts);
  return { ...sealedSettings(file, 'settings', plainSettings, sealing), condition: () => file.condition() };
}

export interface LockFiles extends AtomicFileParts {
  readonly folder: string;
  readonly journalPath: string;
  readonly sealing: SealingParts;
  readonly journal: ClosableJournal;
  readonly snapshots: Pick<SnapshotService, 'reseal' | 'beginnings'>;
  readonly evidence: EvidencePort & { reseal(): Promise<number> };
  readonly settings: readonly SealedSettings[];
  readonly keychain: Keychain | null;
  /** Both given by tests, so that they need not wait. */
  readonly cost?: LockParts['cost'];
  readonly clock?: Clock;
}

const keyFile = 'key.json';
const triesFile = 'tries.json';

/** What encryption keeps of its own, by the beginnings of the names: a settings file has copies beside it. */
export const keyFileNames: readonly string[] = [keyFile, triesFile];

/** Encryption at rest of a data folder. */
export function createLock(files: LockFiles): LockPort {
  const { folder, sealing, journal, snapshots, evidence, settings, keychain, cost } = files;
  const settingsAt = (name: string): SettingsPort => createSettingsFile(join(folder, name), files);
  const leftovers = leftoverFiles(files.journalPath, join(folder, 'quarantine'), files, keyFileNames);
  return createLockService({
    ...sealing,
    clock: files.clock ?? { now: () => Date.now() },
    journal,
    journalStart: () => journalStart(files),
    keys: settingsAt(keyFile),
    tries: settingsAt(triesFile),
    snapshotBeginnings: async () => {
      const read = await snapshots.beginnings();
      return read.ok ? read.value : [];
    },
    reseals: [...settings.map((one) => async () => ((await one.reseal()) ? 0 : 1)), () => evidence.reseal()],
    resealsAlways: [
      () => resealLeftovers(leftovers, sealing),
      async () => {
        const resealed = await snapshots.reseal();
        return resealed.ok ? resealed.value : 1;
      },
    ],
    keychain,
    ...(cost === undefined ? {} : { cost }),
    toHostError,
  });
}

async function journalStart({ journalPath, operations }: LockFiles): Promise<Uint8Array> {
  try {
    return await readStart(journalPath, kindBytes, operations);
  } catch (error) {
    if (nodeErrorCode(error) === 'ENOENT') return new Uint8Array(0);
    throw error;
  }
}

/**
 * Removes Chromium's folder of databases while the journal is encrypted: the working store in it is not used then, and
 * removed records stay readable in its files. To be done before a window opens it. Where the journal is gone or cannot
 * be read, the databases may be all that is left of the records, and stay; what cannot be removed is told to `failed`.
 */
export async function removePlainDatabases(
  lock: Pick<LockPort, 'state'>,
  settings: Pick<SettingsPort, 'read'>,
  databaseFolder: string,
  failed: (error: unknown) => void,
): Promise<void> {
  const state = await lock.state();
  if (!state.ok || !worksWithoutDatabase(state.value) || (await keepsDatabase(settings))) return;
  await rm(databaseFolder, { recursive: true, force: true, maxRetries: 5 }).catch(failed);
}
