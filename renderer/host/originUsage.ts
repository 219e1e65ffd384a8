import { accessHandle } from './accessHandle.ts';

/*
 * Measured on Chromium 147 and 156: what an access handle writes is not added to the usage that Chromium keeps on the
 * disk for an origin, yet the whole size of a file is taken off it when the file is removed or another takes its place.
 * Below zero it is read as four gigabytes at the next start, and a small disk refuses every write from then on although
 * there is room. So a file is emptied before it goes, and what a replaced one takes off is given back.
 */

/** Removes a file that an access handle may have written. Rejects like `removeEntry`, and the file may be empty then. */
export async function removeWritten(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  // One that cannot be emptied goes as it is.
  await emptied(folder, name).catch(() => undefined);
  await folder.removeEntry(name);
}

/** Empties every file in a folder that is about to be removed with all that is in it. */
export async function emptyAll(folder: FileSystemDirectoryHandle): Promise<void> {
  const files: string[] = [];
  for await (const [name, entry] of folder.entries()) {
    if (entry.kind === 'directory') await emptyAll(entry);
    else files.push(name);
  }
  for (const name of files) await emptied(folder, name).catch(() => undefined);
}

/** Size in bytes of the file whose place another takes; 0 where there is none. */
export async function writtenSize(folder: FileSystemDirectoryHandle, name: string): Promise<number> {
  try {
    return (await (await folder.getFileHandle(name)).getFile()).size;
  } catch {
    return 0;
  }
}

/** Adds bytes to the usage on the disk: a stream counts what it makes longer. Writes none of them. */
export async function giveBack(folder: FileSystemDirectoryHandle, bytes: number): Promise<void> {
  if (bytes === 0) return;
  // A name that is removed at the next start when the power goes meanwhile.
  const name = '.usage.new';
  try {
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.truncate(bytes);
    await stream.close();
    await removeWritten(folder, name);
  } catch {
    // Without it the count is too low, which harms on a small disk only.
    await folder.removeEntry(name).catch(() => undefined);
  }
}

async function emptied(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  const handle = await accessHandle(await folder.getFileHandle(name));
  try {
    handle.truncate(0);
  } finally {
    handle.close();
  }
}
