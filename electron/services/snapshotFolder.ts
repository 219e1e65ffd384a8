import { join } from 'node:path';
import type { SnapshotFolder } from '../../shared/snapshot/snapshotKeeper.ts';
import { type AtomicFileParts, readStart, readWhole, writeFileAtomic } from './atomicFile.ts';
import { HostFailure } from './nodeErrors.ts';

/** A folder of the file system; `make` says whether it is made when it is missing. */
export function snapshotFolder(path: string, parts: AtomicFileParts, make: boolean): SnapshotFolder {
  const { operations } = parts;
  return {
    names: async () => {
      if (make) await operations.makeFolder(path);
      return operations.list(path);
    },
    size: async (name) => {
      const file = await operations.open(join(path, name), 'read');
      try {
        return await file.size();
      } finally {
        await file.close();
      }
    },
    read: (name, most) =>
      most === undefined
        ? readWhole(join(path, name), operations)
        : readStart(join(path, name), most, operations),
    write: async (name, bytes) => {
      if (make) await operations.makeFolder(path);
      const written = await writeFileAtomic(join(path, name), bytes, parts);
      if (!written.ok) throw new HostFailure(written.error);
    },
    remove: (name) => operations.remove(join(path, name)),
  };
}
