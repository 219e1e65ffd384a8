import { removeWritten } from './originUsage.ts';

/**
 * Removes files that were cut off half-way to their names, in a folder and in those inside it. Where something was being
 * encrypted they hold it in plain text, and nobody would look for them. To be done before anything is written.
 */
export async function removeTornFiles(folder: FileSystemDirectoryHandle): Promise<void> {
  const torn: string[] = [];
  for await (const [name, entry] of folder.entries()) {
    if (entry.kind === 'directory') await removeTornFiles(entry);
    else if (name.endsWith('.new')) torn.push(name);
  }
  // One that cannot be removed is, at the next start.
  for (const name of torn) await removeWritten(folder, name).catch(() => undefined);
}
