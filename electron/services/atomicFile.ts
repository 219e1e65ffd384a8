import { createHash, randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError, SavedFile } from '../../shared/ipc/host.ts';
import { type JournalFile, writeAll } from '../../shared/ipc/journalFile.ts';
import type { FileOperations } from './fileOperations.ts';
import { nodeErrorCode, toHostError } from './nodeErrors.ts';

/** Waits between tries to rename; on Windows a virus scanner holds a fresh file for moments. */
const renameWaits = [10, 20, 50, 100, 200, 400, 800, 1600] as const;
const passingCodes: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);

export interface AtomicFileParts {
  readonly operations: FileOperations;
  /** Waits some milliseconds; given by tests so that they need not wait. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Replaces or creates a file: whatever happens, `path` holds either its old bytes or all of the new ones. The
 * new bytes are written beside it, flushed, read back and compared before they take its name.
 */
export async function writeFileAtomic(
  path: string,
  bytes: Uint8Array,
  { operations, wait = delay }: AtomicFileParts,
): Promise<Result<SavedFile, HostError>> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName(basename(path)));
  try {
    await writeAndFlush(temporary, bytes, operations);
    if (hashOf(await readWhole(temporary, operations)) !== hashOf(bytes)) {
      throw new Error('the file read back differs from what was written');
    }
    await renameWithRetry(temporary, path, operations, wait);
  } catch (error) {
    // Gone already, or as unreachable as the folder: either way the first error is the one to tell.
    await operations.remove(temporary).catch(() => undefined);
    return err(toHostError(error));
  }
  // The new file is in place; a folder that cannot be flushed (some network shares) does not undo that.
  await operations.syncFolder(folder).catch(() => undefined);
  return ok({ path, bytes: bytes.length });
}

/** Short enough where a name may have 255 bytes and a Korean letter takes three, beside what is added here. */
const temporaryName = (name: string): string => `.${name.slice(0, 60)}.${randomUUID()}.tmp`;

/** Whether a file's name is one under which bytes are written before they take their own. */
export const isTemporaryName = (name: string): boolean => /^\..+\.[0-9a-f-]{36}\.tmp$/.test(name);

async function writeAndFlush(path: string, bytes: Uint8Array, operations: FileOperations): Promise<void> {
  const file = await operations.open(path, 'new');
  try {
    await writeAll(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** All bytes of a file. */
export async function readWhole(path: string, operations: FileOperations): Promise<Uint8Array> {
  const file: JournalFile = await operations.open(path, 'read');
  try {
    return await file.read(0, await file.size());
  } finally {
    await file.close();
  }
}

/** The first bytes of a file, fewer where it is shorter. */
export async function readStart(path: string, most: number, operations: FileOperations): Promise<Uint8Array> {
  const file = await operations.open(path, 'read');
  try {
    return await file.read(0, Math.min(most, await file.size()));
  } finally {
    await file.close();
  }
}

/** Renames, and tries again for three seconds where something holds the file for moments. */
export async function renameWithRetry(
  from: string,
  to: string,
  operations: FileOperations,
  wait: (milliseconds: number) => Promise<unknown> = delay,
): Promise<void> {
  for (const pause of renameWaits) {
    try {
      return await operations.rename(from, to);
    } catch (error) {
      if (!passingCodes.has(nodeErrorCode(error) ?? '')) throw error;
      await wait(pause);
    }
  }
  await operations.rename(from, to);
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
