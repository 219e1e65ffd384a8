import { join } from 'node:path';
import { isTemporaryName } from './atomicFile.ts';
import type { FileOperations } from './fileOperations.ts';

/**
 * Removes files that a power cut left half-way to their names. Where something was being encrypted they hold it in plain
 * text, and nobody would look for them. To be done before anything is written there; what fails is left to the next time.
 */
export async function removeTornWrites(
  folders: readonly string[],
  operations: Pick<FileOperations, 'list' | 'remove'>,
): Promise<void> {
  for (const folder of folders) {
    const names = await operations.list(folder).catch(() => []);
    for (const name of names.filter(isTemporaryName)) {
      await operations.remove(join(folder, name)).catch(() => undefined);
    }
  }
}

/** A folder and all that are in it, at whatever depth. */
export async function foldersUnder(
  folder: string,
  operations: Pick<FileOperations, 'listFolders'>,
): Promise<readonly string[]> {
  const inside = await operations.listFolders(folder).catch(() => []);
  const deeper = await Promise.all(inside.map((name) => foldersUnder(join(folder, name), operations)));
  return [folder, ...deeper.flat()];
}
