import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { LeftoverFiles } from '../../shared/lock/sealedLeftovers.ts';
import { type AtomicFileParts, readStart, readWhole, writeFileAtomic } from './atomicFile.ts';
import { HostFailure, nodeErrorCode } from './nodeErrors.ts';

/**
 * The journal's torn ends and damaged settings beside it, and all that is in quarantine. What begins with one of `kept`
 * stays as it is: a damaged key file would only be readable with the key that it may be the last to hold.
 */
export function leftoverFiles(
  journalPath: string,
  quarantineFolder: string,
  parts: AtomicFileParts,
  kept: readonly string[] = [],
): LeftoverFiles {
  const folder = dirname(journalPath);
  const tail = `${basename(journalPath)}.tail-`;
  const isLeft = (name: string): boolean =>
    name.startsWith(tail) || (name.endsWith('.damaged') && !kept.some((start) => name.startsWith(start)));
  return {
    names: async () => [
      ...(await parts.operations.list(folder)).filter(isLeft),
      ...(await filesUnder(quarantineFolder)).map((path) => relative(folder, path)),
    ],
    read: (name, most) =>
      most === undefined
        ? readWhole(join(folder, name), parts.operations)
        : readStart(join(folder, name), most, parts.operations),
    write: async (name, bytes) => {
      const written = await writeFileAtomic(join(folder, name), bytes, parts);
      if (!written.ok) throw new HostFailure(written.error);
    },
  };
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (nodeErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
