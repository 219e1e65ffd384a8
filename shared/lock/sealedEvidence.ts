import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type EvidenceFolder, isSha256 } from '../ipc/evidenceStore.ts';
import type { HostError } from '../ipc/host.ts';
import { isSealed, openFile, readSealedFile, sealedKeyId, sealedStartBytes, sealFile } from './sealedFile.ts';
import type { SealingParts } from './sealedJournal.ts';

/** What sealing adds to the size of a file. */
const overheadBytes = 8 + 16 + 16 + 4 + 16;

/** A folder of evidence as it lies on a medium. */
export interface EvidenceMedium extends EvidenceFolder {
  /** All bytes, or the first `most`. */
  read(name: string, most?: number): Promise<Uint8Array>;
}

export interface SealedEvidenceFolder extends EvidenceFolder {
  isSettled(name: string): Promise<boolean>;
  /** Gives each file, or each that is meant, the form that is right now; how many could not be given it. */
  reseal(isMeant?: (name: string) => boolean): Promise<number>;
}

/**
 * A folder of evidence whose files are sealed while encryption is on. Their names stay the hashes of their contents,
 * by which the store tells a damaged one; a file that lies there in the other form is read all the same. One that is
 * sealed with a key which nobody gave is as good as damaged, and stays what it is.
 */
export function sealedEvidence(
  folder: EvidenceMedium,
  parts: SealingParts,
  lockedError: (error: HostError) => Error,
): SealedEvidenceFolder {
  const { aead, holder } = parts;
  const aboutOf = (name: string): Uint8Array => utf8ToBytes(`fieldbook evidence ${name}`);

  /** Null for one that is sealed and does not open. */
  async function opened(name: string, bytes: Uint8Array): Promise<Uint8Array | null> {
    const head = readSealedFile(bytes);
    if (head === null) return bytes;
    const key = holder.keyOf(head.keyId);
    return key === null ? null : openFile(aead, key, aboutOf(name), bytes);
  }

  async function read(name: string): Promise<Uint8Array> {
    const bytes = await folder.read(name);
    if (holder.isLocked && readSealedFile(bytes) !== null) {
      throw lockedError({ code: 'LOCKED', detail: `evidence file ${name} is sealed` });
    }
    // A file that only begins like a sealed one: its name, the hash of its content, tells.
    return (await opened(name, bytes)) ?? bytes;
  }

  async function write(name: string, bytes: Uint8Array): Promise<void> {
    if (holder.isLocked) throw lockedError({ code: 'LOCKED', detail: 'locked while a file was copied' });
    const { sealing } = holder;
    await folder.write(name, sealing === null ? bytes : await sealFile(parts, sealing, aboutOf(name), bytes));
  }

  async function isSettled(name: string): Promise<boolean> {
    const keyId = sealedKeyId(await folder.read(name, sealedStartBytes));
    return keyId === (holder.sealing?.keyring.keyId ?? null);
  }

  return {
    names: () => folder.names(),
    size: async (name) => {
      const size = await folder.size(name);
      const start = await folder.read(name, sealedStartBytes);
      return isSealed(start) ? Math.max(0, size - overheadBytes) : size;
    },
    read,
    write,
    remove: (name) => folder.remove(name),
    isSettled,
    reseal: async (isMeant = () => true) => {
      let failed = 0;
      for (const name of (await folder.names()).filter((one) => isSha256(one) && isMeant(one))) {
        try {
          if (await isSettled(name)) continue;
          const plain = await opened(name, await folder.read(name));
          if (plain !== null) await write(name, plain);
        } catch {
          failed++;
        }
      }
      return failed;
    },
  };
}
