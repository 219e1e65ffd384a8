import { err } from '../core/result.ts';
import { loadSnapshot } from './loadSnapshot.ts';
import { expiredSnapshots, type PresentSnapshot, type RotatedSnapshot } from './rotation.ts';
import { isCutOff, snapshotHeadBytes } from './snapshotFile.ts';
import type { SnapshotHeader } from './snapshotHeader.ts';
import type { KeeperParts, SnapshotBeginning, SnapshotFolder } from './snapshotKeeper.ts';
import { isInOtherFolder, isOwn, listSnapshots, type OwnDevices, snapshotNames } from './snapshotList.ts';
import { parseSnapshotName } from './snapshotName.ts';

/** Without those that cannot be read: what is asked of them is whether any of them tells it. */
export async function beginningsIn(
  folder: SnapshotFolder,
  own: OwnDevices | null,
): Promise<readonly (SnapshotBeginning & { readonly takenAt: number })[]> {
  const found: (SnapshotBeginning & { readonly takenAt: number })[] = [];
  for (const name of await snapshotNames(folder).catch(() => [])) {
    const named = parseSnapshotName(name);
    const start = await folder.read(name, snapshotHeadBytes).catch(() => null);
    if (named === null || start === null) continue;
    found.push({ takenAt: named.takenAt, start, isOwn: isOwn(own, name, start) });
  }
  return found;
}

/** One by one, each in one step, so that whatever interrupts it leaves whole snapshots of either form. */
export async function resealIn(
  { seal }: KeeperParts,
  folder: SnapshotFolder,
  own: OwnDevices | null,
): Promise<number> {
  let failed = 0;
  for (const name of await snapshotNames(folder)) {
    try {
      const start = await folder.read(name, snapshotHeadBytes).catch((error: unknown) => {
        // Somebody else's that cannot be read is no failure of one's own.
        if (isInOtherFolder(own, name)) return null;
        throw error;
      });
      // Another installation's are sealed or not as that one wants them, and with its own key.
      if (start === null || !isOwn(own, name, start) || seal.isSettled(start)) continue;
      const opened = await seal.open(await folder.read(name));
      // What is damaged, or sealed with another key, stays what it is.
      if (opened.ok) await folder.write(name, await seal.seal(opened.value));
    } catch {
      failed++;
    }
  }
  return failed;
}

/** Rejects, and leaves nothing behind, unless what was written loads back and says what it should. */
export async function writeChecked(
  { seal }: KeeperParts,
  folder: SnapshotFolder,
  name: string,
  { header, bytes }: { readonly header: SnapshotHeader; readonly bytes: Uint8Array },
): Promise<void> {
  await folder.write(name, bytes);
  const opened = await seal.open(await folder.read(name));
  const loaded = opened.ok
    ? loadSnapshot(opened.value, () => undefined, { versionOf: anyVersion })
    : err({ code: opened.error });
  if (loaded.ok && loaded.value.contentSha256 === header.contentSha256) return;
  await folder.remove(name).catch(() => undefined);
  throw new Error(`the snapshot reads back differently${loaded.ok ? '' : `: ${loaded.error.code}`}`);
}

// A journal that holds what this version does not know is kept whole all the same.
const anyVersion = (): number => Number.MAX_SAFE_INTEGER;

/** Only of its own: what another installation has copied there is that one's to keep or to remove. */
export async function rotate(
  { clock, dayOf, seal }: KeeperParts,
  folder: SnapshotFolder,
  own: OwnDevices | null,
  present: PresentSnapshot,
): Promise<void> {
  const whole = (await listSnapshots(folder, 'first', own, seal))
    .filter((one) => one.isOwn && one.condition !== 'damaged')
    .map((one) => (one.condition === 'newer' ? { ...one, lineage: null } : one));
  for (const name of expiredSnapshots(whole, clock.now(), dayOf, present)) await folder.remove(name);
  await removeCutOff(folder, own, whole);
}

/** Of its own those that a power cut has left without their end, once a newer one is whole: nothing can be read from them. */
async function removeCutOff(
  folder: SnapshotFolder,
  own: OwnDevices | null,
  whole: readonly RotatedSnapshot[],
): Promise<void> {
  const wholeNames = new Set(whole.map(({ name }) => name));
  const newest = Math.max(...whole.map(({ takenAt }) => takenAt));
  for (const name of (await snapshotNames(folder)).filter((one) => !wholeNames.has(one))) {
    if ((parseSnapshotName(name)?.takenAt ?? newest) >= newest) continue;
    const start = await folder.read(name, snapshotHeadBytes).catch(() => null);
    if (start === null || !isOwn(own, name, start)) continue;
    if (isCutOff(start, await folder.size(name))) await folder.remove(name);
  }
}
