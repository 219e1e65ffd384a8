import type { JsonObject } from '../../shared/core/json.ts';
import { err, type Result } from '../../shared/core/result.ts';
import type { OpenedPack } from '../../shared/handOver/handOverPack.ts';
import { settingsFromPack } from '../../shared/handOver/travellingSettings.ts';
import type { Host, HostError } from '../../shared/ipc/host.ts';
import { type RestoreError, type RestoreHands, restoreSnapshot } from './restoreSnapshot.ts';

/** What the successor says of themselves, as settings. */
export interface Successor {
  readonly name: string;
  readonly settings: JsonObject;
}

export interface TakeOverHands extends RestoreHands {
  readonly host: Pick<Host, 'settings' | 'snapshots' | 'evidence'>;
}

export interface TakeOverError {
  /** With `settings`, records and files are here, and only `writeTravelled` is left to do. */
  readonly part: 'records' | 'settings';
  readonly error: RestoreError;
}

/**
 * Puts what a pack holds in the place of an empty installation: files first, then records with their history under a
 * device id that is nobody else's, then the settings that travel. Nothing counts before the records are there: cut off
 * earlier, it is an empty installation as before. Closes the store when the records are in, like a restore.
 */
export async function takeOver(
  pack: OpenedPack,
  name: string,
  successor: Successor,
  hands: TakeOverHands,
): Promise<Result<null, TakeOverError>> {
  const { host } = hands;
  for (const bytes of pack.files.values()) {
    // A copy of its own: the files lie in one piece of memory, all of which would go along otherwise.
    const put = await host.evidence.put(bytes.slice());
    if (!put.ok) return err({ part: 'records', error: put.error });
  }
  const request = { bytes: pack.snapshot, header: pack.header, name, by: successor.name };
  const restored = await restoreSnapshot(request, hands);
  if (!restored.ok) return err({ part: 'records', error: restored.error });
  const written = await writeTravelled(pack, successor, host);
  return written.ok ? written : err({ part: 'settings', error: written.error });
}

/** Writes the settings of a pack, and who goes on; may be tried again. */
export async function writeTravelled(
  pack: Pick<OpenedPack, 'settings'>,
  successor: Successor,
  host: Pick<Host, 'settings'>,
): Promise<Result<null, HostError>> {
  const settings = await host.settings.read();
  if (!settings.ok) return settings;
  return host.settings.write({
    ...settings.value,
    ...settingsFromPack(pack.settings),
    ...successor.settings,
  });
}
