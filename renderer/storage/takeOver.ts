import type { JsonObject } from '../../shared/core/json.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { OpenedPack } from '../../shared/handOver/handOverPack.ts';
import { settingsFromPack } from '../../shared/handOver/travellingSettings.ts';
import type { Host, HostError } from '../../shared/ipc/host.ts';
import { type RestoreHands, restoreSnapshot } from './restoreSnapshot.ts';

/** What the successor says of themselves, as settings. */
export interface Successor {
  readonly name: string;
  readonly settings: JsonObject;
}

export interface TakeOverHands extends RestoreHands {
  readonly host: Pick<Host, 'settings' | 'snapshots' | 'evidence'>;
}

/**
 * Puts what a pack holds in the place of an empty installation: files first, then records with their history under a
 * device id that is nobody else's, then the settings that travel. Nothing counts before the records are there: cut off
 * earlier, it is an empty installation as before. Closes the store when it succeeded, like a restore.
 */
export async function takeOver(
  pack: OpenedPack,
  name: string,
  successor: Successor,
  hands: TakeOverHands,
): Promise<Result<null, HostError>> {
  const { host } = hands;
  for (const bytes of pack.files.values()) {
    // A copy of its own: the files lie in one piece of memory, all of which would go along otherwise.
    const put = await host.evidence.put(bytes.slice());
    if (!put.ok) return err(put.error);
  }
  const request = { bytes: pack.snapshot, header: pack.header, name, by: successor.name };
  const restored = await restoreSnapshot(request, hands);
  if (!restored.ok) return restored;
  const settings = await host.settings.read();
  if (!settings.ok) return settings;
  const written = await host.settings.write({
    ...settings.value,
    ...settingsFromPack(pack.settings),
    ...successor.settings,
  });
  return written.ok ? ok(null) : written;
}
