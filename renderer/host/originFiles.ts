import type { JournalFile } from '../../shared/ipc/journalFile.ts';
import { accessHandle, type SyncAccessHandle } from './accessHandle.ts';
import { emptyAll, giveBack, removeWritten, writtenSize } from './originUsage.ts';

const folderName = 'fieldbook';

// Chromium's own number for a full disk or quota, as the 32 bits that it wrongly returns for it.
const noSpaceResult = 2 ** 32 - 8;

/** Fieldbook's folder in this origin's store. */
export async function originFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

/** Opens (or creates) a file of this origin's store for exclusive reading and writing. */
export async function openOriginFile(name: string): Promise<JournalFile> {
  const file = await (await originFolder()).getFileHandle(name, { create: true });
  return journalFileOf(await accessHandle(file));
}

/** Gives a file another's name, in whose place it comes; both have to be closed. */
export async function replaceOriginFile(from: string, to: string): Promise<void> {
  await renameOriginFile(await originFolder(), from, to);
}

/** Gives a closed file another name in its folder, in whose place it comes. */
export async function renameOriginFile(
  folder: FileSystemDirectoryHandle,
  from: string,
  to: string,
): Promise<void> {
  const file = await folder.getFileHandle(from);
  if (!('move' in file) || typeof file.move !== 'function') {
    throw new Error('this browser cannot rename files of its private file system');
  }
  const replaced = await writtenSize(folder, to);
  await file.move(to);
  await giveBack(folder, replaced);
}

export async function removeOriginFile(name: string): Promise<void> {
  await removeWritten(await originFolder(), name);
}

/** Removes Fieldbook's folder with all that is in it; rejects when something of it is left. */
export async function removeOriginFolder(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await emptyAll(await originFolder());
  await root.removeEntry(folderName, { recursive: true });
  for await (const name of root.keys()) if (name === folderName) throw new Error('the folder is still there');
}

/** The handle as a file whose failures reject, which those of the handle itself do not always. */
export function journalFileOf(handle: SyncAccessHandle): JournalFile {
  return {
    size: async () => handle.getSize(),
    read: async (offset, length) => {
      const bytes = new Uint8Array(length);
      if (handle.read(bytes, { at: offset }) !== length) throw new Error('the file ended before its size');
      return bytes;
    },
    write: async (bytes, offset) => checkedWrite(handle, bytes, offset),
    truncate: async (size) => {
      handle.truncate(size);
      // Measured on Chromium 156: a truncate that fails returns as if it had not.
      if (handle.getSize() !== size) throw new Error('the file did not take its new size');
    },
    sync: async () => handle.flush(),
    close: async () => handle.close(),
  };
}

/**
 * Measured on Chromium 156: above the quota `write` neither throws nor takes fewer bytes, it returns a negative
 * error code as an unsigned number, which looks like billions of bytes written.
 */
function checkedWrite(handle: SyncAccessHandle, bytes: Uint8Array, offset: number): number {
  const written = handle.write(bytes, { at: offset });
  if (written === noSpaceResult) throw new DOMException('the quota is used up', 'QuotaExceededError');
  if (written > bytes.length) throw new Error(`the write failed with ${written - 2 ** 32}`);
  return written;
}
