import { dateInZone } from '../../shared/core/dates.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import type { Damage, HostError, QuarantinePlace } from '../../shared/ipc/host.ts';
import type { ClosableJournal } from '../../shared/ipc/journal.ts';
import { writeAll } from '../../shared/ipc/journalFile.ts';
import type { EvidenceMedium, SealedEvidenceFolder } from '../../shared/lock/sealedEvidence.ts';
import {
  createSnapshotKeeper,
  type KeeperParts,
  type SecondPlace,
  type SnapshotKeeper,
} from '../../shared/snapshot/snapshotKeeper.ts';
import { appVersion } from './appVersion.ts';
import { toHostError } from './browserErrors.ts';
import { openOriginFile, replaceOriginFile } from './originFiles.ts';
import { originSnapshotFolder } from './originFolder.ts';
import { backupsIn, type PickedBackups } from './pickedBackups.ts';
import type { RememberedFolder } from './pickedFolder.ts';

const interval = 15 * 60_000;

export interface WorkerSnapshots extends SnapshotKeeper {
  setSecondFolder(folder: RememberedFolder | null): void;
}

export interface WorkerSnapshotsParts extends Pick<KeeperParts, 'journal' | 'evidence' | 'devices' | 'seal'> {
  /** For the copies of evidence in the folder that the user picked. */
  sealEvidence(folder: EvidenceMedium): SealedEvidenceFolder;
}

/** The snapshots of a browser: in the origin's own store, and in a folder that the user picked. */
export function workerSnapshots({ sealEvidence, ...parts }: WorkerSnapshotsParts): WorkerSnapshots {
  let second: () => Promise<SecondPlace | null> = async () => null;
  const keeper = createSnapshotKeeper({
    ...parts,
    first: originSnapshotFolder('snapshots'),
    location: `${self.location.origin} › fieldbook/snapshots`,
    second: () => second(),
    clock: { now: () => Date.now() },
    dayOf: (instant) => dateInZone(instant, Intl.DateTimeFormat().resolvedOptions().timeZone),
    appVersion,
    toHostError,
  });
  setInterval(() => void keeper.take('interval'), interval);
  return {
    ...keeper,
    setSecondFolder: (folder) => {
      second = folder === null ? async () => null : placeOf(folder, sealEvidence);
    },
  };
}

/** Looked for once where it is there: what is written to it changes nothing about where that is. */
function placeOf(
  { handle, allowed }: RememberedFolder,
  sealEvidence: WorkerSnapshotsParts['sealEvidence'],
): () => Promise<SecondPlace> {
  let found: PickedBackups | null = null;
  return async () => {
    if (!allowed) return { state: { path: handle.name, condition: 'asks' }, folder: null };
    found ??= await backupsIn(handle).catch(() => null);
    if (found === null || !(await found.isThere()))
      return { state: { path: handle.name, condition: 'missing' }, folder: null };
    const { path, folder, evidenceOf } = found;
    return {
      state: { path, condition: 'ready' },
      folder,
      evidenceOf: (owner) => sealEvidence(evidenceOf(owner)),
    };
  };
}

/** Puts the journal's bytes and what the database gave beside them under names of their own. */
export async function quarantineInOrigin(
  { journal: what, database }: Damage,
  journal: ClosableJournal,
): Promise<Result<QuarantinePlace, HostError>> {
  if (what === 'none' && database === null) return ok({ path: null });
  const name = `quarantine-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  if (what !== 'none') await journal.close();
  if (what === 'move') await replaceOriginFile('journal.fbj', `${name}.fbj`);
  if (what === 'copy') {
    await copyJournal(`${name}.fbj`);
    const reopened = await journal.open();
    if (!reopened.ok) return reopened;
  }
  if (database !== null) await writeNew(`${name}.json`, database);
  return ok({ path: `${self.location.origin} › fieldbook/${name}` });
}

async function copyJournal(name: string): Promise<void> {
  const file = await openOriginFile('journal.fbj');
  try {
    await writeNew(name, await file.read(0, await file.size()));
  } finally {
    await file.close();
  }
}

async function writeNew(name: string, bytes: Uint8Array): Promise<void> {
  const file = await openOriginFile(name);
  try {
    await file.truncate(0);
    await writeAll(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}
