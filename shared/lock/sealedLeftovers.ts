import { utf8ToBytes } from '@noble/hashes/utils.js';
import { isSealed, openFile, sealedStartBytes, sealFile } from './sealedFile.ts';
import type { SealingParts } from './sealedJournal.ts';

/** Files that were put aside: torn ends of the journal, copies of what looked damaged. Rejections count as failures. */
export interface LeftoverFiles {
  names(): Promise<readonly string[]>;
  /** All bytes, or the first `most`. */
  read(name: string, most?: number): Promise<Uint8Array>;
  /** Replaces the file in one step. */
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/**
 * Gives leftovers the form that is right now, each under its name; how many could not be given it. They are looked at by
 * nobody but a person who helps, for whom encryption is switched off.
 */
export async function resealLeftovers(files: LeftoverFiles, parts: SealingParts): Promise<number> {
  const { aead, holder } = parts;
  const { held, sealing } = holder;
  if (held === null) return 0;
  let failed = 0;
  for (const name of await files.names()) {
    try {
      // They can be large, and hardly ever is one of them new.
      if (isSealed(await files.read(name, sealedStartBytes)) === (sealing !== null)) continue;
      const bytes = await files.read(name);
      const about = utf8ToBytes(`fieldbook leftover ${name}`);
      const changed =
        sealing === null
          ? await openFile(aead, held.dataKey, about, bytes)
          : await sealFile(parts, sealing, about, bytes);
      // Sealed with a key of before: it stays what it is.
      if (changed !== null) await files.write(name, changed);
    } catch {
      failed++;
    }
  }
  return failed;
}
