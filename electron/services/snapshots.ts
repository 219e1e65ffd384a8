import { dateInZone } from '../../shared/core/dates.ts';
import type { Clock } from '../../shared/core/ids.ts';
import type { Result } from '../../shared/core/result.ts';
import type { HostError, SettingsPort, SnapshotsState } from '../../shared/ipc/host.ts';
import type { ClosableJournal } from '../../shared/ipc/journal.ts';
import type { SealingParts } from '../../shared/lock/sealedJournal.ts';
import { sealSnapshots } from '../../shared/lock/sealedSnapshot.ts';
import { devicesOf } from '../../shared/snapshot/installation.ts';
import { plainSeal } from '../../shared/snapshot/seal.ts';
import type { SecondEvidence } from '../../shared/snapshot/secondEvidence.ts';
import { createSnapshotKeeper, type SnapshotKeeper } from '../../shared/snapshot/snapshotKeeper.ts';
import { answeringOperations } from './answeringOperations.ts';
import type { AtomicFileParts } from './atomicFile.ts';
import { evidenceFolder, evidenceHash, sealedEvidenceFolder } from './evidenceFiles.ts';
import { toHostError } from './nodeErrors.ts';
import { secondFolderChoice } from './secondFolder.ts';
import { snapshotFolder } from './snapshotFolder.ts';

export interface SnapshotServiceParts extends AtomicFileParts {
  /** The first folder; made when it is missing. */
  readonly folder: string;
  readonly journal: ClosableJournal;
  /** Where the files of evidence lie. */
  readonly evidence: string;
  readonly settings: SettingsPort;
  /** Remembers the second folder. */
  readonly memory: SettingsPort;
  readonly clock: Clock;
  readonly appVersion: string;
  /** Absent where nothing is ever encrypted. */
  readonly sealing?: SealingParts;
}

export interface SnapshotService extends SnapshotKeeper {
  /** Copies go to `path` from now on; what is here is copied at once. */
  setSecondFolder(path: string): Promise<Result<SnapshotsState, HostError>>;
  forgetFolder(): Promise<Result<SnapshotsState, HostError>>;
  /** Takes one every 15 minutes when something changed; returns the way to stop. */
  start(): () => void;
}

export const snapshotInterval = 15 * 60_000;

export function createSnapshotService(parts: SnapshotServiceParts): SnapshotService {
  const { folder, journal, settings, memory, clock, appVersion, sealing } = parts;
  const evidenceAt = (path: string, files: AtomicFileParts): SecondEvidence =>
    sealing === undefined
      ? evidenceFolder({ ...files, folder: path })
      : sealedEvidenceFolder({ ...files, folder: path }, sealing);
  // The second folder may be on a network that is gone: neither an import nor a restore waits for that without end.
  const away = { ...parts, operations: answeringOperations(parts.operations) };
  const second = secondFolderChoice(memory, (path) => evidenceAt(path, away), away);
  const keeper = createSnapshotKeeper({
    journal,
    first: snapshotFolder(folder, parts, true),
    location: folder,
    second: second.place,
    evidence: { folder: evidenceAt(parts.evidence, parts), hash: evidenceHash },
    clock,
    dayOf: (instant) => dateInZone(instant, Intl.DateTimeFormat().resolvedOptions().timeZone),
    appVersion,
    devices: async () => {
      const read = await settings.read();
      return read.ok ? devicesOf(read.value) : [];
    },
    seal: sealing === undefined ? plainSeal : sealSnapshots(sealing),
    toHostError,
  });
  return {
    ...keeper,
    setSecondFolder: async (path) => {
      const chosen = await second.choose(path);
      return chosen.ok ? keeper.take('manual') : chosen;
    },
    forgetFolder: async () => {
      const forgotten = await second.forget();
      return forgotten.ok ? keeper.state() : forgotten;
    },
    start: () => {
      const timer = setInterval(() => void keeper.take('interval'), snapshotInterval);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}
