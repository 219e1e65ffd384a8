import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import { toHostError } from './nodeErrors.ts';

export interface ForgottenDatabasesParts {
  /** Chromium's folder of databases. */
  readonly folder: string;
  /** The file that notes that the folder is to go; outside of all that is forgotten. */
  readonly notePath: string;
  /** Has Chromium clear all that it keeps for the page, while the page is open. */
  clearPage(): Promise<void>;
  failed(error: unknown): void;
}

export interface ForgottenDatabases {
  /** Before anything is deleted: where forgetting is cut off, the next start must not bring records back from databases. */
  note(): Promise<void>;
  /** Once the page's files are gone the note goes too; else it is left to the next start. */
  clear(): Promise<void>;
  /** At a start, before a window opens the databases. */
  removeNoted(): Promise<void>;
}

/** How long Chromium may take; longer than that it is left to the next start. */
const patience = 5000;

/**
 * The databases of the page: Chromium holds them open, and what a page deletes in them stays readable in their files
 * until those are compacted. Nothing here rejects but `note`; what could not be removed is told to `failed`.
 */
export function forgottenDatabases(parts: ForgottenDatabasesParts): ForgottenDatabases {
  const { folder, notePath, clearPage, failed } = parts;

  async function clear(): Promise<void> {
    try {
      await withinPatience(clearPage());
      if (!existsSync(folder) || (await readdir(folder)).length === 0) await rm(notePath, { force: true });
    } catch (error) {
      failed(error);
    }
  }

  async function removeNoted(): Promise<void> {
    if (!existsSync(notePath)) return;
    try {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      await rm(notePath, { force: true });
    } catch (error) {
      failed(error);
    }
  }

  return { note: () => writeFile(notePath, '', { flush: true }), clear, removeNoted };
}

/** Has Chromium remove the databases of which it opens none any more, with their files, while the page is open. */
export async function clearDatabases(clearPage: () => Promise<void>): Promise<Result<null, HostError>> {
  try {
    await withinPatience(clearPage());
    return ok(null);
  } catch (error) {
    return err(toHostError(error));
  }
}

function withinPatience(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Chromium does not clear its storage')), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
