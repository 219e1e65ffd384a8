import { isDeviceId } from '../../shared/core/ids.ts';
import { writeAll } from '../../shared/ipc/journalFile.ts';
import type { EvidenceMedium } from '../../shared/lock/sealedEvidence.ts';
import type { SnapshotFolder } from '../../shared/snapshot/snapshotKeeper.ts';
import { accessHandle } from './accessHandle.ts';
import { journalFileOf, originFolder, renameOriginFile } from './originFiles.ts';
import { removeWritten } from './originUsage.ts';

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
      // Nothing has the name before it is whole: what a power cut leaves is removed at the next start, by its ending.
      const writing = `.${file}.new`;
      const handle = await place.getFileHandle(writing, { create: true });
      const open = journalFileOf(await accessHandle(handle));
      try {
        await open.truncate(0);
        await writeAll(open, bytes, 0);
        await open.sync();
      } catch (error) {
        await open.close();
        await removeWritten(place, writing).catch(() => undefined);
        throw error;
      }
      await open.close();
      await renameOriginFile(place, writing, file);
    },
    remove: async (file) => removeWritten(await folder(), file),
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

/**
 * A picked folder that several installations may share: each has a folder of its own in it, and files beside those are
 * from when none had.
 */
export function pickedSharedFolder(folder: FileSystemDirectoryHandle): SnapshotFolder {
  const at = async <T>(
    path: string,
    create: boolean,
    ask: (place: SnapshotFolder, name: string) => Promise<T>,
  ): Promise<T> => {
    const [name = '', owner] = path.split('/').reverse();
    const place = owner === undefined ? folder : await folder.getDirectoryHandle(owner, { create });
    return ask(pickedSnapshotFolder(place), name);
  };
  return {
    names: async () => {
      const names = [...(await namesIn(folder))];
      for await (const [owner, entry] of folder.entries()) {
        if (entry.kind !== 'directory' || !isDeviceId(owner)) continue;
        // Somebody else's that cannot be read is no reason to find none.
        const inside = await namesIn(entry).catch(() => []);
        names.push(...inside.map((name) => `${owner}/${name}`));
      }
      return names;
    },
    size: (path) => at(path, false, (place, name) => place.size(name)),
    read: (path, most) => at(path, false, (place, name) => place.read(name, most)),
    write: (path, bytes) => at(path, true, (place, name) => place.write(name, bytes)),
    remove: (path) => at(path, false, (place, name) => place.remove(name)),
  };
}

/** The files of evidence of an installation, for null those of before, in a folder of their own inside the picked one. */
export function pickedEvidenceFolder(
  folder: FileSystemDirectoryHandle,
  owner: string | null,
): EvidenceMedium {
  const open = async (create: boolean): Promise<SnapshotFolder> => {
    const place = owner === null ? folder : await folder.getDirectoryHandle(owner, { create });
    return pickedSnapshotFolder(await place.getDirectoryHandle('evidence', { create }));
  };
  return {
    names: async () => {
      try {
        return await (await open(false)).names();
      } catch (error) {
        if (isNotFound(error)) return [];
        throw error;
      }
    },
    size: async (name) => (await open(false)).size(name),
    read: async (name, most) => (await open(false)).read(name, most),
    write: async (name, bytes) => (await open(true)).write(name, bytes),
    remove: async (name) => (await open(false)).remove(name),
  };
}

const isNotFound = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';

/** True as well where it cannot be told: then nothing of that name is removed. */
const hasFile = (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  folder.getFileHandle(name).then(
    () => true,
    (error: unknown) => !isNotFound(error),
  );

async function namesIn(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const [name, entry] of folder.entries()) if (entry.kind === 'file') names.push(name);
  return names;
}
