import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type EvidenceFolder, isSha256 } from '../ipc/evidenceStore.ts';
import type { HostError } from '../ipc/host.ts';
import { isSealed, openFile, readSealedFile, sealFile } from './sealedFile.ts';
import type { SealingParts } from './sealedJournal.ts';

/** What sealing adds to the size of a file. */
const overheadBytes = 8 + 16 + 16 + 4 + 16;

export interface SealedEvidenceFolder extends EvidenceFolder {
  /** Gives each file the form that is right now; how many could not be given it. */
  reseal(): Promise<number>;
}

/**
 * A folder of evidence whose files are sealed while encryption is on. Their names stay the hashes of their contents,
 * by which the store tells a damaged one; a file that lies there in the other form is read all the same.
 */
export function sealedEvidence(
  folder: EvidenceFolder,
  parts: SealingParts,
  lockedError: (error: HostError) => Error,
): SealedEvidenceFolder {
  const { aead, holder } = parts;
  const aboutOf = (name: string): Uint8Array => utf8ToBytes(`fieldbook evidence ${name}`);
  /** Files that lie in plain text although encryption is on, while that is not over. */
  const plainNames = new Set<string>();

  async function read(name: string): Promise<Uint8Array> {
    const bytes = await folder.read(name);
    const head = readSealedFile(bytes);
    if (head === null) return bytes;
    const { held } = holder;
    if (held === null || held.keyring.keyId !== head.keyId) {
      throw lockedError({ code: 'LOCKED', detail: `evidence file ${name} is sealed` });
    }
    // A file that only begins like a sealed one: its name, the hash of its content, tells.
    return (await openFile(aead, held.dataKey, aboutOf(name), bytes)) ?? bytes;
  }

  async function write(name: string, bytes: Uint8Array): Promise<void> {
    const { sealing } = holder;
    await folder.write(name, sealing === null ? bytes : await sealFile(parts, sealing, aboutOf(name), bytes));
    plainNames.delete(name);
  }

  return {
    names: () => folder.names(),
    size: async (name) => {
      const size = await folder.size(name);
      const isPlain = holder.mode === 'off' || plainNames.has(name) || !isSha256(name);
      return isPlain ? size : Math.max(0, size - overheadBytes);
    },
    read,
    write,
    remove: (name) => folder.remove(name),
    reseal: async () => {
      let failed = 0;
      for (const name of (await folder.names()).filter(isSha256)) {
        try {
          const bytes = await folder.read(name);
          if (isSealed(bytes) !== (holder.sealing !== null)) await write(name, await read(name));
        } catch {
          plainNames.add(name);
          failed++;
        }
      }
      return failed;
    },
  };
}
