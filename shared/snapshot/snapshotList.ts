import type { SnapshotInfo, SnapshotPlace } from '../ipc/host.ts';
import type { Seal } from './seal.ts';
import { readSnapshotHead, snapshotHeadBytes } from './snapshotFile.ts';
import type { SnapshotFolder } from './snapshotKeeper.ts';
import { parseSnapshotName } from './snapshotName.ts';

/** Device ids whose snapshots are this installation's own. */
export type OwnDevices = ReadonlySet<string>;

/**
 * All that this installation has called itself. What lies in the first folder was written here, so that an installation
 * whose settings were lost finds its copies in the second folder by the headers of the first.
 */
export async function ownDevices(first: SnapshotFolder, devices: readonly string[]): Promise<OwnDevices> {
  const own = new Set(devices);
  for (const name of await snapshotNames(first).catch(() => [])) {
    const start = await first.read(name, snapshotHeadBytes).catch(() => null);
    const head = start === null ? null : readSnapshotHead(start);
    if (head?.ok) own.add(head.value.header.device);
  }
  // Whose settings could not be read: it may be anybody's.
  own.delete('');
  return own;
}

/** Whether a snapshot is this installation's own, by its place and its beginning; a null `own` for a folder of its own. */
export function isOwn(own: OwnDevices | null, name: string, start: Uint8Array): boolean {
  if (own === null) return true;
  const owner = parseSnapshotName(name)?.owner ?? '';
  const head = readSnapshotHead(start);
  return own.has(owner) || (head.ok && own.has(head.value.header.device));
}

/** Whether the name alone says that a snapshot is another installation's. */
export function isInOtherFolder(own: OwnDevices | null, name: string): boolean {
  const owner = parseSnapshotName(name)?.owner ?? null;
  return own !== null && owner !== null && !own.has(owner);
}

/** What a folder holds of snapshots, in no order; a null `own` for a folder in which everything is. */
export async function listSnapshots(
  folder: SnapshotFolder,
  place: SnapshotPlace,
  own: OwnDevices | null,
  seal: Pick<Seal, 'opens'>,
): Promise<readonly SnapshotInfo[]> {
  const infos: SnapshotInfo[] = [];
  for (const name of await snapshotNames(folder)) {
    const named = parseSnapshotName(name);
    if (named === null) continue;
    const start = await folder.read(name, snapshotHeadBytes).catch((error: unknown) => {
      // In a folder that is shared, one that cannot be read keeps nobody else's back.
      if (own === null) throw error;
      return null;
    });
    if (start === null) continue;
    const head = readSnapshotHead(start);
    const bytes = await folder.size(name);
    const header = head.ok ? head.value.header : null;
    const isWhole = head.ok && bytes === head.value.bodyAt + head.value.header.bodyBytes;
    const device = header?.device ?? named.owner ?? '';
    infos.push({
      name,
      place,
      bytes,
      takenAt: header?.takenAt ?? named.takenAt,
      reason: header?.reason ?? named.reason,
      condition: !head.ok && head.error.code === 'NEWER' ? 'newer' : isWhole ? 'good' : 'damaged',
      records: Object.values(header?.counts ?? {}).reduce((sum, count) => sum + count, 0),
      lineage: header?.lineage ?? '',
      lastSequence: header?.lastSequence ?? 0,
      device,
      by: header?.by ?? '',
      needsSecret: head.ok && !seal.opens(start),
      isOwn: isOwn(own, name, start),
    });
  }
  return infos;
}

/**
 * Name of one of an installation's own snapshots that is whole, opens with the present secrets and has exactly this content;
 * null for none. Not the newest alone: which that is, a wrong clock does not tell.
 */
export async function ownWith(
  folder: SnapshotFolder,
  own: OwnDevices | null,
  seal: Pick<Seal, 'opens'>,
  contentSha256: string,
): Promise<string | null> {
  for (const one of await listSnapshots(folder, 'first', own, seal)) {
    if (one.condition !== 'good' || !one.isOwn || one.needsSecret) continue;
    const head = readSnapshotHead(await folder.read(one.name, snapshotHeadBytes));
    if (head.ok && head.value.header.contentSha256 === contentSha256) return one.name;
  }
  return null;
}

/** Names of the files in a folder that a snapshot can have. */
export const snapshotNames = async (folder: SnapshotFolder): Promise<readonly string[]> =>
  (await folder.names()).filter((name) => parseSnapshotName(name) !== null);
