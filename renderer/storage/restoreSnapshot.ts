import { type Clock, newChangeSetId, newDeviceId, type Randomness } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Host, HostError } from '../../shared/ipc/host.ts';
import { withDevice } from '../../shared/snapshot/installation.ts';
import type { SnapshotHeader } from '../../shared/snapshot/snapshotHeader.ts';
import { changeSetToPayload } from '../../shared/sync/changeSet.ts';
import type { FieldbookStore } from './fieldbookStore.ts';

export interface RestoreRequest {
  readonly bytes: Uint8Array;
  readonly header: SnapshotHeader;
  /** What the user knows it by: its file's name. */
  readonly name: string;
  /** Who restores. */
  readonly by: string;
}

export interface RestoreHands {
  readonly host: Pick<Host, 'settings' | 'snapshots'>;
  readonly store: Pick<FieldbookStore, 'close' | 'refusal'>;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** While the installation is handed over, nothing takes the place of what its successor goes on with. */
export type RestoreError = HostError | { readonly code: 'HANDED_OVER' };

/**
 * Lets a snapshot take the place of all that is here. Closes the store when it succeeded: whoever opens it next finds
 * the journal changed and builds the database anew. The host takes a snapshot of what is here first, so that a
 * restore of that one is the way back.
 */
export async function restoreSnapshot(
  { bytes, header, name, by }: RestoreRequest,
  { host, store, clock, random }: RestoreHands,
): Promise<Result<null, RestoreError>> {
  if ((await store.refusal())?.code === 'HANDED_OVER') return err({ code: 'HANDED_OVER' });
  // The copy and whoever it is a copy of must not issue stamps of one device. Made first: unused, it does no harm.
  const settings = await host.settings.read();
  if (!settings.ok) return settings;
  const renamed = await host.settings.write(withDevice(settings.value, newDeviceId(random)));
  if (!renamed.ok) return renamed;
  const mark = changeSetToPayload({
    id: newChangeSetId(clock, random),
    kind: 'restore',
    at: clock.now(),
    by,
    changes: [],
    source: { name, workbookId: null, contentHash: header.contentSha256 },
    versions: {},
  });
  const restored = await host.snapshots.restore(bytes, mark);
  if (!restored.ok) return err(restored.error);
  await store.close();
  return ok(null);
}
