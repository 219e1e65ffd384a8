import type { Result } from '../../shared/core/result.ts';
import { kindBytes } from '../../shared/ipc/entryForm.ts';
import type { HostError, SettingsCondition, SettingsPort } from '../../shared/ipc/host.ts';
import type { ClosableJournal } from '../../shared/ipc/journal.ts';
import type { LockPort } from '../../shared/ipc/lockPort.ts';
import { webAead } from '../../shared/lock/aead.ts';
import { KeyHolder } from '../../shared/lock/keyHolder.ts';
import { createLockService } from '../../shared/lock/lockService.ts';
import type { SealingParts } from '../../shared/lock/sealedJournal.ts';
import { resealLeftovers } from '../../shared/lock/sealedLeftovers.ts';
import type { SealedSettings } from '../../shared/lock/sealedSettings.ts';
import type { SnapshotKeeper } from '../../shared/snapshot/snapshotKeeper.ts';
import { toHostError } from './browserErrors.ts';
import { openOriginFile, originFolder } from './originFiles.ts';
import { originLeftovers } from './originLeftovers.ts';
import { readSlots, writeSlots } from './slotSettings.ts';

export type InTurn = <T>(work: () => Promise<T>) => Promise<Result<T, HostError>>;

/** A sealed file without its key; told as LOCKED. */
export class LockedFile extends Error {
  override readonly name = 'LockedFile';
}

/** Sealing with the browser's own randomness; the key lives in the worker and dies with it. */
export function createWorkerSealing(): SealingParts {
  return {
    aead: webAead(crypto.subtle),
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    holder: new KeyHolder(),
  };
}

/** A pair of slots as settings; `onRead` hears what each reading met. */
export function slotPort(
  base: string,
  inTurn: InTurn,
  onRead: (condition: SettingsCondition) => void = () => undefined,
): SettingsPort {
  return {
    read: () =>
      inTurn(async () => {
        const { settings, condition } = await readSlots(openOriginFile, base);
        onRead(condition);
        return settings;
      }),
    write: (settings) =>
      inTurn(async () => {
        await writeSlots(openOriginFile, settings, base);
        return null;
      }),
  };
}

export interface WorkerLockParts {
  readonly sealing: SealingParts;
  readonly journal: ClosableJournal;
  readonly journalName: string;
  readonly snapshots: Pick<SnapshotKeeper, 'reseal' | 'beginnings'>;
  resealEvidence(): Promise<number>;
  readonly settings: readonly SealedSettings[];
  readonly inTurn: InTurn;
}

/** Encryption at rest of what lies in the origin's store. A page has no way to the system's keychain. */
export function createWorkerLock(parts: WorkerLockParts): LockPort {
  const { sealing, journal, journalName, snapshots, settings, inTurn } = parts;
  return createLockService({
    ...sealing,
    clock: { now: () => Date.now() },
    journal,
    journalStart: () => journalStart(journalName),
    keys: slotPort('key', inTurn),
    tries: slotPort('tries', inTurn),
    snapshotBeginnings: async () => {
      const read = await snapshots.beginnings();
      return read.ok ? read.value : [];
    },
    reseals: [...settings.map((one) => async () => ((await one.reseal()) ? 0 : 1)), parts.resealEvidence],
    resealsAlways: [
      () => resealLeftovers(originLeftovers(journalName), sealing),
      async () => {
        const resealed = await snapshots.reseal();
        return resealed.ok ? resealed.value : 1;
      },
    ],
    keychain: null,
    toHostError,
  });
}

async function journalStart(name: string): Promise<Uint8Array> {
  const file = await (await originFolder()).getFileHandle(name).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  });
  if (file === null) return new Uint8Array(0);
  const start = (await file.getFile()).slice(0, kindBytes);
  return new Uint8Array(await start.arrayBuffer());
}
