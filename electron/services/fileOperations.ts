import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { platform } from 'node:process';
import type { JournalFile } from '../../shared/ipc/journalFile.ts';
import { nodeErrorCode } from './nodeErrors.ts';

/** `update`: read and write, created when missing. `new`: write, refused when it exists. `read`: read only. */
export type OpenMode = 'update' | 'new' | 'read';

/** The few things that the durable files need of a file system; rejections carry a Node error code. */
export interface FileOperations {
  open(path: string, mode: OpenMode): Promise<JournalFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** Names of the files in a folder. */
  list(path: string): Promise<readonly string[]>;
  /** Names of the folders in a folder. */
  listFolders(path: string): Promise<readonly string[]>;
  /** Makes names in the folder durable: new files, renames. */
  syncFolder(path: string): Promise<void>;
}

const unknownToFileSystem: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

export const nodeFileOperations: FileOperations = {
  open: async (path, mode) => fileOf(await open(path, flagsOf(mode), 0o600)),
  rename,
  remove: unlink,
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  list: async (path) => {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  },
  listFolders: async (path) => {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  },
  syncFolder: async (path) => {
    // Windows cannot open a folder; its journalling file system keeps the order of names itself.
    if (platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } catch (error) {
      // Some file systems of networks and sticks know no flushing of folders; others are told by the same call that they failed.
      if (!unknownToFileSystem.has(nodeErrorCode(error) ?? '')) throw error;
    } finally {
      await folder.close();
    }
  },
};

function flagsOf(mode: OpenMode): number {
  switch (mode) {
    case 'update':
      return constants.O_RDWR | constants.O_CREAT;
    case 'new':
      return constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
    case 'read':
      return constants.O_RDONLY;
  }
}

function fileOf(handle: FileHandle): JournalFile {
  return {
    size: async () => (await handle.stat()).size,
    read: (offset, length) => readExactly(handle, offset, length),
    write: async (bytes, offset) => (await handle.write(bytes, 0, bytes.length, offset)).bytesWritten,
    truncate: (size) => handle.truncate(size),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function readExactly(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) throw new Error('the file ended before its size');
    done += bytesRead;
  }
  return bytes;
}
