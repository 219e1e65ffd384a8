import { isDeviceId } from '../core/ids.ts';
import { readSnapshotHead, snapshotHeadBytes } from './snapshotFile.ts';
import { parseSnapshotName } from './snapshotName.ts';

/** Inside the folder that was chosen, so that snapshots do not lie among somebody's photos. */
export const backupFolderName = 'Fieldbook backups';

/**
 * Tells the folder from an empty mount point of the same name: where a stick is not plugged in, some systems leave
 * its folder behind, on the very disk that the copies are to survive.
 */
export const backupMark = 'fieldbook-backups.txt';

/** A folder that somebody may choose for backups; names of none where one cannot be read. */
export interface ChosenFolder {
  readonly name: string;
  files(): Promise<readonly string[]>;
  folders(): Promise<readonly ChosenFolder[]>;
  /** The first bytes of a file. */
  start(name: string, most: number): Promise<Uint8Array>;
}

/** Whether backups lie in the folder as several installations share it: it is marked, or has an installation's folder in it. */
export async function isBackupFolder(folder: ChosenFolder): Promise<boolean> {
  if (await isMarked(folder)) return true;
  for (const inside of await folder.folders()) if (await isDeviceFolder(inside)) return true;
  return false;
}

/** Whether Fieldbook of the installed program has made the folder. */
export const isMarked = async (folder: ChosenFolder): Promise<boolean> =>
  (await folder.files()).includes(backupMark);

/**
 * Whether the folder is an installation's own inside the one that is shared: a backup in it says so. The name alone could be
 * that of any folder into which somebody has saved copies.
 */
export async function isDeviceFolder(folder: ChosenFolder): Promise<boolean> {
  if (!isDeviceId(folder.name)) return false;
  for (const name of await folder.files()) {
    if (parseSnapshotName(name) === null) continue;
    const start = await folder.start(name, snapshotHeadBytes).catch(() => null);
    const head = start === null ? null : readSnapshotHead(start);
    if (head?.ok && head.value.header.device === folder.name) return true;
  }
  return false;
}
