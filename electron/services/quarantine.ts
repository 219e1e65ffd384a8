import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Damage, HostError, QuarantinePlace } from '../../shared/ipc/host.ts';
import type { AtomicFileParts } from './atomicFile.ts';
import { renameWithRetry, writeFileAtomic } from './atomicFile.ts';
import { nodeErrorCode, toHostError } from './nodeErrors.ts';

export interface QuarantineParts extends AtomicFileParts {
  /** Where the copies go, a folder of its own for each time. */
  readonly folder: string;
  readonly journalPath: string;
  /** Chromium's folder of the database. */
  readonly databaseFolder: string;
  readonly now: () => number;
  /** Bytes free at the folder; null where that cannot be told. */
  freeBytes(): Promise<number | null>;
  closeJournal(): Promise<void>;
}

/** Room that a copy must leave. */
const roomToLeave = 500_000_000;

/** Copies what looks damaged into a folder of its own, before anything is repaired. */
export async function quarantine(
  { journal, database }: Damage,
  parts: QuarantineParts,
): Promise<Result<QuarantinePlace, HostError>> {
  const time = new Date(parts.now()).toISOString().replace(/[:.]/g, '-');
  const path = join(parts.folder, time);
  try {
    const free = await parts.freeBytes();
    // A moved journal takes no room; without it, nothing could be repaired.
    if (journal !== 'move' && free !== null && free < roomToLeave) {
      return err({ code: 'NO_SPACE', detail: `${free} bytes free` });
    }
    await mkdir(path, { recursive: true });
    const name = basename(parts.journalPath);
    if (journal === 'copy') await copyIfThere(parts.journalPath, join(path, name));
    if (journal === 'move') {
      await parts.closeJournal();
      await renameWithRetry(parts.journalPath, join(path, name), parts.operations);
      await parts.operations.syncFolder(path);
    }
    if (database !== null) {
      const written = await writeFileAtomic(join(path, 'database.json'), database, parts);
      if (!written.ok) return written;
    }
    await copyIfThere(parts.databaseFolder, join(path, 'IndexedDB'));
    return ok({ path });
  } catch (error) {
    return err(toHostError(error));
  }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await cp(from, to, { recursive: true, errorOnExist: false });
  } catch (error) {
    // The engine may hold or remove a file of its database meanwhile; what could be copied is there.
    if (nodeErrorCode(error) !== 'ENOENT' && nodeErrorCode(error) !== 'EBUSY') throw error;
  }
}
