import type { EvidenceMedium } from '../../shared/lock/sealedEvidence.ts';
import {
  backupFolderName,
  type ChosenFolder,
  isBackupFolder,
  isDeviceFolder,
  isMarked,
} from '../../shared/snapshot/backupFolder.ts';
import type { SnapshotFolder } from '../../shared/snapshot/snapshotKeeper.ts';
import { pickedEvidenceFolder, pickedSharedFolder, pickedSnapshotFolder } from './originFolder.ts';

/** Where backups lie in the folder that the user picked. */
export interface PickedBackups {
  /** For the user to read. */
  readonly path: string;
  readonly folder: SnapshotFolder;
  /** False while the stick is away. */
  isThere(): Promise<boolean>;
  evidenceOf(owner: string | null): EvidenceMedium;
}

/** Beside nobody's: a name that no device id has. */
const nobodys = 'no-device';

/**
 * Where backups lie when this folder was picked: in it, or in the folder inside it that the installed program has made. The
 * folder around one cannot be reached from a browser, so that an installation's own stands for itself alone. Rejects where
 * the folder is away.
 */
export async function backupsIn(handle: FileSystemDirectoryHandle): Promise<PickedBackups> {
  const chosen = await chosenFolder(handle);
  if (await isBackupFolder(chosen)) return sharedBy(handle, handle.name);
  if (await isDeviceFolder(chosen)) return ownOf(handle.name, handle);
  const inside = await handle.getDirectoryHandle(backupFolderName).catch(() => null);
  if (inside === null || !(await isMarked(await chosenFolder(inside)))) return sharedBy(handle, handle.name);
  return sharedBy(inside, `${handle.name}/${inside.name}`);
}

const sharedBy = (handle: FileSystemDirectoryHandle, path: string): PickedBackups => ({
  path,
  folder: pickedSharedFolder(handle),
  isThere: () => canBeListed(handle),
  evidenceOf: (owner) => pickedEvidenceFolder(handle, owner),
});

/** An installation's folder as if it lay in a shared one, in which others come to lie inside it. */
function ownOf(device: string, handle: FileSystemDirectoryHandle): PickedBackups {
  const shared = pickedSharedFolder(handle);
  const prefix = `${device}/`;
  const placed = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name);
  return {
    path: handle.name,
    folder: {
      names: async () =>
        (await shared.names()).map((name) => (name.includes('/') ? name : `${prefix}${name}`)),
      size: (name) => shared.size(placed(name)),
      read: (name, most) => shared.read(placed(name), most),
      write: (name, bytes) => shared.write(placed(name), bytes),
      remove: (name) => shared.remove(placed(name)),
    },
    isThere: () => canBeListed(handle),
    // Of those from before there were folders there are none, and the owner's are not everybody's.
    evidenceOf: (owner) => pickedEvidenceFolder(handle, owner === device ? null : (owner ?? nobodys)),
  };
}

async function chosenFolder(handle: FileSystemDirectoryHandle): Promise<ChosenFolder> {
  const files: string[] = [];
  const folders: FileSystemDirectoryHandle[] = [];
  for await (const [name, entry] of handle.entries()) {
    if (entry.kind === 'file') files.push(name);
    else folders.push(entry);
  }
  return {
    name: handle.name,
    files: async () => files,
    folders: async () => {
      const read = folders.map((folder) => chosenFolder(folder).catch(() => null));
      return (await Promise.all(read)).filter((folder) => folder !== null);
    },
    start: (name, most) => pickedSnapshotFolder(handle).read(name, most),
  };
}

async function canBeListed(handle: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    for await (const _ of handle.entries()) break;
    return true;
  } catch {
    return false;
  }
}
