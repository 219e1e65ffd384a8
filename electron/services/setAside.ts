import { cp, mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError, SetAside } from '../../shared/ipc/host.ts';
import { renameWithRetry } from './atomicFile.ts';
import type { FileOperations } from './fileOperations.ts';
import { nodeErrorCode, toHostError } from './nodeErrors.ts';

export interface SetAsideParts {
  readonly operations: FileOperations;
  readonly dataFolder: string;
  /** Where the data go, a folder of its own for each time; on the same disk. */
  readonly asideFolder: string;
  /** Chromium's folder of the database, which can hold records that nothing else does. */
  readonly databaseFolder: string;
  readonly now: () => number;
  /** Waits for what is being written, and lets go of the files. */
  release(): Promise<void>;
  /** When the data lie aside: lets go of their key and of the page's databases; does not reject. */
  begun(): Promise<void>;
}

/**
 * Makes room for a new installation and deletes nothing: the data folder gets another name, with a copy of the databases
 * in it. Where that cannot be done, everything stays as it is.
 */
export async function setAside(parts: SetAsideParts): Promise<Result<SetAside, HostError>> {
  const { operations, dataFolder, asideFolder, databaseFolder } = parts;
  const to = join(asideFolder, new Date(parts.now()).toISOString().replace(/[:.]/g, '-'));
  const databases = join(dataFolder, 'IndexedDB');
  try {
    await parts.release();
    await copyDatabases(databaseFolder, databases);
    await mkdir(asideFolder, { recursive: true });
    await renameWithRetry(dataFolder, to, operations);
  } catch (error) {
    await rm(databases, { recursive: true, force: true }).catch(() => undefined);
    return err(toHostError(error));
  }
  // It lies there now, whatever becomes of the rest: the next start makes the folder, too.
  await mkdir(dataFolder, { recursive: true }).catch(() => undefined);
  await operations.syncFolder(asideFolder).catch(() => undefined);
  await parts.begun();
  return ok({ from: dataFolder, to });
}

/** Without Chromium's own lock file, which it holds as long as it runs and nobody needs. */
async function copyDatabases(from: string, to: string): Promise<void> {
  try {
    await cp(from, to, { recursive: true, filter: (path) => basename(path) !== 'LOCK' });
  } catch (error) {
    if (nodeErrorCode(error) !== 'ENOENT') throw error;
  }
}
