import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import {
  createEvidenceStore,
  type EvidenceFolder,
  type EvidenceStore,
} from '../../shared/ipc/evidenceStore.ts';
import type { EvidencePort } from '../../shared/ipc/host.ts';
import {
  type EvidenceMedium,
  type SealedEvidenceFolder,
  sealedEvidence,
} from '../../shared/lock/sealedEvidence.ts';
import type { SealingParts } from '../../shared/lock/sealedJournal.ts';
import { type AtomicFileParts, readStart, readWhole, writeFileAtomic } from './atomicFile.ts';
import { HostFailure, nodeErrorCode, toHostError } from './nodeErrors.ts';

export interface EvidenceFilesParts extends AtomicFileParts {
  /** Made when the first file comes. */
  readonly folder: string;
}

/** Evidence files in folders by the first two digits of their hash, so that no folder holds too many. */
export const createEvidenceFiles = (parts: EvidenceFilesParts): EvidencePort =>
  evidenceIn(evidenceFolder(parts));

/** The same with files that are encrypted while encryption is on. */
export function createSealedEvidenceFiles(
  parts: EvidenceFilesParts,
  sealing: SealingParts,
): EvidencePort & Pick<SealedEvidenceFolder, 'reseal'> {
  const folder = sealedEvidenceFolder(parts, sealing);
  const store = evidenceIn(folder);
  return {
    ...store,
    reseal: async () => {
      // A file that was begun in the other form must lie there before all are looked at.
      await store.settled();
      return folder.reseal();
    },
  };
}

const evidenceIn = (folder: EvidenceFolder): EvidenceStore =>
  createEvidenceStore({ folder, hash: evidenceHash, toHostError });

export const evidenceHash = async (bytes: Uint8Array): Promise<string> =>
  createHash('sha256').update(bytes).digest('hex');

const prefixes = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'));

/** All folders that files of evidence lie in. */
export const evidenceFolders = (folder: string): readonly string[] =>
  prefixes.map((prefix) => join(folder, prefix));

/** The folders, with what is in them opened and sealed on the way; the same beside the second folder's snapshots. */
export const sealedEvidenceFolder = (
  parts: EvidenceFilesParts,
  sealing: SealingParts,
): SealedEvidenceFolder => sealedEvidence(evidenceFolder(parts), sealing, (error) => new HostFailure(error));

/** The same with files as they lie there. */
export function evidenceFolder({ folder, ...parts }: EvidenceFilesParts): EvidenceMedium {
  const { operations } = parts;
  const innerOf = (name: string): string => join(folder, name.slice(0, 2));
  const pathOf = (name: string): string => join(innerOf(name), name);
  return {
    names: async () => {
      const names: string[] = [];
      for (const prefix of prefixes) {
        try {
          names.push(...(await operations.list(join(folder, prefix))));
        } catch (error) {
          if (nodeErrorCode(error) !== 'ENOENT') throw error;
        }
      }
      return names;
    },
    size: async (name) => {
      const file = await operations.open(pathOf(name), 'read');
      try {
        return await file.size();
      } finally {
        await file.close();
      }
    },
    read: (name, most) =>
      most === undefined ? readWhole(pathOf(name), operations) : readStart(pathOf(name), most, operations),
    write: async (name, bytes) => {
      await operations.makeFolder(innerOf(name));
      // A new folder is itself a name that a power cut could take, and the file with it.
      for (const path of [folder, dirname(folder)]) await operations.syncFolder(path).catch(() => undefined);
      const written = await writeFileAtomic(pathOf(name), bytes, parts);
      if (!written.ok) throw new HostFailure(written.error);
    },
    remove: (name) => operations.remove(pathOf(name)),
  };
}
