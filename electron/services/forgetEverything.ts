import { mkdir, readdir, rm } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import { toHostError } from './nodeErrors.ts';

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
}

/**
 * Deletes everything that this installation wrote, and looks whether it is gone: IN_USE when something is left, which a
 * virus scanner or another program holds. The folders themselves stay, empty.
 */
export async function forgetEverything(parts: ForgetParts): Promise<Result<null, HostError>> {
  const { folders, lastNames = [] } = parts;
  const isLast = (name: string): boolean => lastNames.some((last) => name.startsWith(last));
  try {
    await parts.release();
    await parts.begin?.();
    for (const folder of folders) await mkdir(folder, { recursive: true });
    const kept = await removeFrom(folders, (name) => !isLast(name));
    const left = kept > 0 ? kept : await removeFrom(folders, isLast);
    if (left > 0) return err({ code: 'IN_USE', detail: `${left} entries are left` });
    await parts.forgotten?.();
    return ok(null);
  } catch (error) {
    return err(toHostError(error));
  }
}

/** How many of the entries are still there afterwards. */
async function removeFrom(folders: readonly string[], isMeant: (name: string) => boolean): Promise<number> {
  let left = 0;
  for (const folder of folders) {
    const names = async (): Promise<readonly string[]> => (await readdir(folder)).filter(isMeant);
    for (const name of await names()) {
      await rm(`${folder}/${name}`, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
    left += (await names()).length;
  }
  return left;
}
