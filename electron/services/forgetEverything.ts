import type { Dirent } from 'node:fs';
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import { nodeErrorCode, toHostError } from './nodeErrors.ts';

export interface ForgetParts {
  /** Of this installation alone; all that is in them goes. */
  readonly folders: readonly string[];
  /**
   * What begins with one of these goes last, when nothing else is left: encrypted data that are left by an interruption
   * could without their key be neither opened nor forgotten.
   */
  readonly lastNames?: readonly string[];
  /** Waits for what is being written, and lets go of the files. */
  release(): Promise<void>;
  /** Before anything is deleted; what it rejects with keeps everything. */
  begin?(): Promise<void>;
  /** When nothing is left. */
  forgotten?(): void | Promise<void>;
  /** Waits some milliseconds; given by tests so that they need not wait. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Milliseconds between the turns, for all that is held together: a virus scanner may hold a thousand photos. */
const waits = [200, 400, 800, 1600] as const;

/**
 * Deletes everything that this installation wrote, whatever of it cannot be: IN_USE when something is left, which a virus
 * scanner or another program holds. The folders themselves stay, empty.
 */
export async function forgetEverything(parts: ForgetParts): Promise<Result<null, HostError>> {
  const { folders, lastNames = [] } = parts;
  const isLast = (name: string): boolean => lastNames.some((last) => name.startsWith(last));
  try {
    await parts.release();
    await parts.begin?.();
    for (const folder of folders) await mkdir(folder, { recursive: true });
    const kept = await removeFrom(parts, (name) => !isLast(name));
    const left = kept > 0 ? kept : await removeFrom(parts, isLast);
    if (left > 0) return err({ code: 'IN_USE', detail: `${left} entries are left` });
    await parts.forgotten?.();
    return ok(null);
  } catch (error) {
    return err(toHostError(error));
  }
}

/** How many entries are left. What another program held for moments goes at one of the later turns. */
async function removeFrom(
  { folders, wait = delay }: ForgetParts,
  isMeant: (name: string) => boolean,
): Promise<number> {
  for (const pause of waits) {
    if ((await removeOnce(folders, isMeant)) === 0) return 0;
    await wait(pause);
  }
  return removeOnce(folders, isMeant);
}

async function removeOnce(folders: readonly string[], isMeant: (name: string) => boolean): Promise<number> {
  let left = 0;
  for (const folder of folders) {
    try {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (isMeant(entry.name)) left += await removeEntry(entry);
      }
    } catch {
      left += 1;
    }
  }
  return left;
}

/** How many are left of a file, or of all that is in a folder; what cannot be removed keeps nothing beside it. */
async function removeEntry(entry: Dirent): Promise<number> {
  const path = join(entry.parentPath, entry.name);
  try {
    if (!entry.isDirectory()) {
      await rm(path, { force: true });
      return 0;
    }
    let left = 0;
    for (const inner of await readdir(path, { withFileTypes: true })) left += await removeEntry(inner);
    if (left === 0) await rmdir(path);
    return left;
  } catch (error) {
    return nodeErrorCode(error) === 'ENOENT' ? 0 : 1;
  }
}
