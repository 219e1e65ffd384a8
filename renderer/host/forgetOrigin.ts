import type { Result } from '../../shared/core/result.ts';
import type { EvidenceStore } from '../../shared/ipc/evidenceStore.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import type { ClosableJournal } from '../../shared/ipc/journal.ts';
import type { SnapshotKeeper } from '../../shared/snapshot/snapshotKeeper.ts';
import type { InTurn } from './workerLock.ts';

export interface ForgetParts {
  readonly snapshots: Pick<SnapshotKeeper, 'state'>;
  readonly evidence: Pick<EvidenceStore, 'settled'>;
  readonly journal: Pick<ClosableJournal, 'close'>;
  /** The turns of settings. */
  readonly inTurn: InTurn;
  removeFolder(): Promise<void>;
  forgotten(): void;
}

/**
 * Waits for what is being written, lets go of the files and removes them. The waiting takes no turn of the settings: a
 * backup that is being taken needs one, to read the device's id.
 */
export async function forgetOrigin(parts: ForgetParts): Promise<Result<null, HostError>> {
  const { snapshots, evidence, journal, inTurn } = parts;
  await snapshots.state();
  await evidence.settled();
  await journal.close();
  return inTurn(async () => {
    await parts.removeFolder();
    parts.forgotten();
    return null;
  });
}
