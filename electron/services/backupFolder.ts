import { basename, dirname, join } from 'node:path';
import { isDeviceId } from '../../shared/core/ids.ts';
import {
  backupFolderName,
  type ChosenFolder,
  isBackupFolder,
  isDeviceFolder,
  isMarked,
} from '../../shared/snapshot/backupFolder.ts';
import { readStart } from './atomicFile.ts';
import type { FileOperations } from './fileOperations.ts';

/**
 * Where backups go when somebody chooses this folder: itself where they lie in it already, the one around it for an
 * installation's own, else one inside it, which the next to choose it finds again.
 */
export async function backupFolderFor(chosen: string, operations: FileOperations): Promise<string> {
  const at = (path: string): ChosenFolder => ({
    name: basename(path),
    files: () => operations.list(path).catch(() => []),
    folders: async () =>
      (await operations.listFolders(path).catch(() => [])).map((name) => at(join(path, name))),
    start: (name, most) => readStart(join(path, name), most, operations),
  });
  if (await isMarked(at(chosen))) return chosen;
  // Before the next: another installation in a browser may have put its own beside it.
  const inside = join(chosen, backupFolderName);
  if (await isMarked(at(inside))) return inside;
  if (await isBackupFolder(at(chosen))) return chosen;
  const around = dirname(chosen);
  const isInside = (await isDeviceFolder(at(chosen))) || (await isNamedFolderOf(at(chosen), at(around)));
  return isInside ? around : inside;
}

/** An installation's folder that has lost its first backups, or has none yet. */
const isNamedFolderOf = async (chosen: ChosenFolder, around: ChosenFolder): Promise<boolean> =>
  isDeviceId(chosen.name) && (await isMarked(around));
