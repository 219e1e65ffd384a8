import { dirname, join } from 'node:path';
import { isDeviceId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError, SettingsPort } from '../../shared/ipc/host.ts';
import { backupMark } from '../../shared/snapshot/backupFolder.ts';
import type { SecondEvidence } from '../../shared/snapshot/secondEvidence.ts';
import type { SecondPlace, SnapshotFolder } from '../../shared/snapshot/snapshotKeeper.ts';
import { type AtomicFileParts, writeFileAtomic } from './atomicFile.ts';
import { backupFolderFor } from './backupFolder.ts';
import { evidenceFolders } from './evidenceFiles.ts';
import { toHostError } from './nodeErrors.ts';
import { snapshotFolder } from './snapshotFolder.ts';
import { removeTornWrites } from './tornWrites.ts';

const markText =
  'eGCC Fieldbook keeps copies of its backups here. Delete this file and it will stop doing so.\n';

export interface SecondFolderChoice {
  place(): Promise<SecondPlace | null>;
  choose(path: string): Promise<Result<null, HostError>>;
  forget(): Promise<Result<null, HostError>>;
}

/** The second folder for snapshots, remembered in a settings file of its own. */
export function secondFolderChoice(
  memory: SettingsPort,
  evidenceAt: (path: string) => SecondEvidence,
  parts: AtomicFileParts,
): SecondFolderChoice {
  const { operations } = parts;

  async function chosen(): Promise<string | null> {
    const read = await memory.read();
    const path = read.ok ? read.value.secondFolder : undefined;
    return typeof path === 'string' ? path : null;
  }

  return {
    place: async () => {
      const path = await chosen();
      if (path === null) return null;
      const names = await operations.list(path).catch((): readonly string[] => []);
      return names.includes(backupMark)
        ? {
            state: { path, condition: 'ready' },
            folder: sharedFolder(path, parts),
            tidy: (owner) => removeTornWrites(writtenFolders(path, owner), operations),
            evidenceOf: (owner) => evidenceAt(join(path, owner ?? '.', 'evidence')),
          }
        : { state: { path, condition: 'missing' }, folder: null };
    },
    choose: async (folder) => {
      const path = await backupFolderFor(folder, operations);
      try {
        await operations.makeFolder(path);
      } catch (error) {
        return err(toHostError(error));
      }
      // Written before it is remembered: a folder that cannot be written is refused while the user is there.
      const marked = await writeFileAtomic(join(path, backupMark), new TextEncoder().encode(markText), parts);
      return marked.ok ? memory.write({ secondFolder: path }) : marked;
    },
    forget: async () => {
      if ((await chosen()) === null) return ok(null);
      return memory.write({});
    },
  };
}

/**
 * Where this installation writes, and wrote before it had a folder of its own. Nobody else's are looked into: where several
 * computers are on one network folder, a file could be on its way to its name.
 */
const writtenFolders = (path: string, owner: string | null): readonly string[] =>
  [path, ...(owner === null ? [] : [join(path, owner)])].flatMap((folder) => [
    folder,
    ...evidenceFolders(join(folder, 'evidence')),
  ]);

/** Each installation that copies there has a folder of its own in it; files beside those are from when none had. */
function sharedFolder(path: string, parts: AtomicFileParts): SnapshotFolder {
  const { operations } = parts;
  const files = snapshotFolder(path, parts, false);
  return {
    ...files,
    names: async () => {
      const names = [...(await files.names())];
      for (const owner of (await operations.listFolders(path)).filter(isDeviceId)) {
        // Somebody else's that cannot be read is no reason to find none.
        const inside = await operations.list(join(path, owner)).catch(() => []);
        names.push(...inside.map((name) => `${owner}/${name}`));
      }
      return names;
    },
    write: async (name, bytes) => {
      const folder = dirname(join(path, name));
      if (folder !== path) {
        await operations.makeFolder(folder);
        // A new folder is itself a name that a stick that is pulled out could lose.
        await operations.syncFolder(path).catch(() => undefined);
      }
      return files.write(name, bytes);
    },
  };
}
