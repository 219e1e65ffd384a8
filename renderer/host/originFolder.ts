import { writeAll } from '../../shared/ipc/journalFile.ts';
import type { EvidenceMedium } from '../../shared/lock/sealedEvidence.ts';
import type { SnapshotFolder } from '../../shared/snapshot/snapshotKeeper.ts';
import { accessHandle, journalFileOf, originFolder, renameOriginFile } from './originFiles.ts';

/** A folder of this origin's store; only for the store worker. */
export function originSnapshotFolder(name: string): SnapshotFolder {
  async function folder(): Promise<FileSystemDirectoryHandle> {
    return (await originFolder()).getDirectoryHandle(name, { create: true });
  }

  async function fileOf(file: string): Promise<File> {
    return (await (await folder()).getFileHandle(file)).getFile();
  }

  return {
    names: async () => namesIn(await folder()),
    size: async (file) => (await fileOf(file)).size,
    read: async (file, most) => {
      const found = await fileOf(file);
      return new Uint8Array(await found.slice(0, most ?? found.size).arrayBuffer());
    },
    write: async (file, bytes) => {
      const place = await folder();
      // An older file of this name stays whole until the new one takes its place.
      const isThere = await hasFile(place, file);
      const writing = isThere ? `.${file}.new` : file;
      const handle = await place.getFileHandle(writing, { create: true });
      const open = journalFileOf(await accessHandle(handle));
      try {
        // A torn one is told by its hashes.
        await open.truncate(0);
        await writeAll(open, bytes, 0);
        await open.sync();
      } catch (error) {
        await open.close();
        await place.removeEntry(writing).catch(() => undefined);
        throw error;
      }
      await open.close();
      if (isThere) await renameOriginFile(handle, file);
    },
    remove: async (file) => (await folder()).removeEntry(file),
  };
}

/** A folder of the machine that the user picked, through the browser's permission. */
export function pickedSnapshotFolder(folder: FileSystemDirectoryHandle): SnapshotFolder {
  return {
    names: () => namesIn(folder),
    size: async (name) => (await (await folder.getFileHandle(name)).getFile()).size,
    read: async (name, most) => {
      const file = await (await folder.getFileHandle(name)).getFile();
      return new Uint8Array(await file.slice(0, most ?? file.size).arrayBuffer());
    },
    write: async (name, bytes) => {
      const isThere = await hasFile(folder, name);
      const handle = await folder.getFileHandle(name, { create: true });
      try {
        // The browser writes beside it and swaps when it is closed.
        const stream = await handle.createWritable();
        try {
          await stream.write(new Uint8Array(bytes));
          await stream.close();
        } catch (error) {
          await stream.abort().catch(() => undefined);
          throw error;
        }
      } catch (error) {
        // The empty file that the name was made with; an older one is whole and stays.
        if (!isThere) await folder.removeEntry(name).catch(() => undefined);
        throw error;
      }
    },
    remove: (name) => folder.removeEntry(name),
  };
}

/** The files of evidence in a folder of their own inside the one that the user picked. */
export function pickedEvidenceFolder(folder: FileSystemDirectoryHandle): EvidenceMedium {
  const open = async (): Promise<SnapshotFolder> =>
    pickedSnapshotFolder(await folder.getDirectoryHandle('evidence', { create: true }));
  return {
    names: async () => (await open()).names(),
    size: async (name) => (await open()).size(name),
    read: async (name, most) => (await open()).read(name, most),
    write: async (name, bytes) => (await open()).write(name, bytes),
    remove: async (name) => (await open()).remove(name),
  };
}

/** True as well where it cannot be told: then nothing of that name is removed. */
const hasFile = (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  folder.getFileHandle(name).then(
    () => true,
    (error: unknown) => !(error instanceof DOMException && error.name === 'NotFoundError'),
  );

async function namesIn(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const [name, entry] of folder.entries()) if (entry.kind === 'file') names.push(name);
  return names;
}
