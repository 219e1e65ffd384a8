import { mkdir, readdir, rm } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import { toHostError } from './nodeErrors.ts';

export interface ForgetParts {
  /** Of this installation alone; all that is in them goes. */
  readonly folders: readonly string[];
  /** Waits for what is being written, and lets go of the files. */
  release(): Promise<void>;
}

/**
 * Deletes everything that this installation wrote, and looks whether it is gone: IN_USE when something is left, which a
 * virus scanner or another program holds. The folders themselves stay, empty.
 */
export async function forgetEverything({ folders, release }: ForgetParts): Promise<Result<null, HostError>> {
  try {
    await release();
    const left: string[] = [];
    for (const folder of folders) {
      await mkdir(folder, { recursive: true });
      for (const name of await readdir(folder)) {
        await rm(`${folder}/${name}`, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
      left.push(...(await readdir(folder)));
    }
    return left.length === 0 ? ok(null) : err({ code: 'IN_USE', detail: `${left.length} entries are left` });
  } catch (error) {
    return err(toHostError(error));
  }
}
