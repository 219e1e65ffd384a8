import { writeAll } from '../../shared/ipc/journalFile.ts';
import type { LeftoverFiles } from '../../shared/lock/sealedLeftovers.ts';
import { openOriginFile, originFolder, replaceOriginFile } from './originFiles.ts';

/** The journal's torn ends and what was put into quarantine, all of it beside the journal. */
export function originLeftovers(journalName: string): LeftoverFiles {
  return {
    names: async () => {
      const names: string[] = [];
      for await (const [name, entry] of (await originFolder()).entries()) {
        const isLeft = name.startsWith(`${journalName}.tail-`) || name.startsWith('quarantine-');
        if (entry.kind === 'file' && isLeft && !name.endsWith('.new')) names.push(name);
      }
      return names;
    },
    read: async (name, most = Number.MAX_SAFE_INTEGER) => {
      const file = await openOriginFile(name);
      try {
        return await file.read(0, Math.min(most, await file.size()));
      } finally {
        await file.close();
      }
    },
    write: async (name, bytes) => {
      const file = await openOriginFile(`${name}.new`);
      try {
        await file.truncate(0);
        await writeAll(file, bytes, 0);
        await file.sync();
      } finally {
        await file.close();
      }
      await replaceOriginFile(`${name}.new`, name);
    },
  };
}
