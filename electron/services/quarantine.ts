import { copyFile, mkdir, readdir, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Damage, HostError, QuarantinePlace } from '../../shared/ipc/host.ts';
import type { AtomicFileParts } from './atomicFile.ts';
import { renameWithRetry, writeFileAtomic } from './atomicFile.ts';
import { HostFailure, nodeErrorCode, toHostError } from './nodeErrors.ts';

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
  /** Told of what was left where it is, so that the log knows why it is not in quarantine. */
  failed(error: unknown): void;
}

/** Room that a copy must leave. */
const roomToLeave = 500_000_000;

/**
 * Puts what looks damaged into a folder of its own, before anything is repaired. Once the journal lies there it is told
 * whatever becomes of the rest: nobody would look for a file whose place was never named.
 */
export async function quarantine(
  damage: Damage,
  parts: QuarantineParts,
): Promise<Result<QuarantinePlace, HostError>> {
  const { journal, database } = damage;
  const time = new Date(parts.now()).toISOString().replace(/[:.]/g, '-');
  const path = join(parts.folder, time);
  try {
    const free = await parts.freeBytes();
    // A moved journal takes no room; without it, nothing could be repaired.
    if (journal !== 'move' && free !== null && free < roomToLeave) {
      return err({ code: 'NO_SPACE', detail: `${free} bytes free` });
    }
    await mkdir(path, { recursive: true });
    const hasJournal = await putJournal(damage, path, parts);
    const written = database === null ? null : await putDump(database, path, parts);
    if (written?.ok === false && !hasJournal) return written;
    const copied = await copyDatabase(parts.databaseFolder, join(path, 'IndexedDB'), parts);
    if (hasJournal || written?.ok === true || copied > 0) return ok({ path });
    await rmdir(path).catch(parts.failed);
    return ok({ path: null });
  } catch (error) {
    return err(toHostError(error));
  }
}

/** Whether the journal is in the folder now; what goes wrong before it is rejects. */
async function putJournal({ journal }: Damage, folder: string, parts: QuarantineParts): Promise<boolean> {
  const { journalPath, operations } = parts;
  const path = join(folder, basename(journalPath));
  switch (journal) {
    case 'none':
      return false;
    case 'copy':
      return copyIfThere(journalPath, path);
    case 'move':
      await parts.closeJournal();
      await renameWithRetry(journalPath, path, operations, parts.wait);
      await operations.syncFolder(folder).catch(parts.failed);
      return true;
  }
}

async function putDump(
  database: Uint8Array,
  folder: string,
  parts: QuarantineParts,
): Promise<Result<unknown, HostError>> {
  const written = await writeFileAtomic(join(folder, 'database.json'), database, parts);
  if (!written.ok) parts.failed(new HostFailure(written.error));
  return written;
}

/**
 * Copies the files of Chromium's database one by one, and says how many. Chromium holds some of them, which Windows then
 * lets nobody read, and removes others meanwhile: none of that is a reason to leave out the ones beside it.
 */
async function copyDatabase(from: string, to: string, parts: QuarantineParts): Promise<number> {
  let copied = 0;
  try {
    for (const entry of await readdir(from, { withFileTypes: true })) {
      const [source, target] = [join(from, entry.name), join(to, entry.name)];
      if (entry.isDirectory()) copied += await copyDatabase(source, target, parts);
      else if (entry.isFile() && (await copyWhereRoom(source, target, parts))) copied += 1;
    }
  } catch (error) {
    if (nodeErrorCode(error) !== 'ENOENT') parts.failed(error);
  }
  // Made for files of which none came; where something lies in it, it stays.
  if (copied === 0) await rmdir(to).catch(() => undefined);
  return copied;
}

async function copyWhereRoom(from: string, to: string, parts: QuarantineParts): Promise<boolean> {
  try {
    const free = await parts.freeBytes();
    if (free !== null && free - (await stat(from)).size < roomToLeave) {
      throw new HostFailure({ code: 'NO_SPACE', detail: `${free} bytes free` });
    }
    await mkdir(dirname(to), { recursive: true });
    return await copyIfThere(from, to);
  } catch (error) {
    parts.failed(error);
    return false;
  }
}

async function copyIfThere(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to);
    return true;
  } catch (error) {
    if (nodeErrorCode(error) !== 'ENOENT') throw error;
    return false;
  }
}
