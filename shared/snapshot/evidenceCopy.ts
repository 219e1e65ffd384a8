import { type EvidenceFolder, isSha256 } from '../ipc/evidenceStore.ts';

export interface EvidenceCopy {
  readonly copied: number;
  /** Files that are damaged where they come from: no copy of them would help anybody. */
  readonly damaged: number;
}

/**
 * Copies the files of evidence that the other folder lacks, each named by its SHA-256 and read back before it counts; what
 * is there is left alone, but for a torn one of another size and one that encryption has passed by. Both folders give
 * and take plain contents, whatever form the files have on their media. Rejects when a medium fails.
 */
export async function copyEvidence(
  from: EvidenceFolder,
  to: EvidenceFolder,
  hash: (bytes: Uint8Array) => Promise<string>,
): Promise<EvidenceCopy> {
  const there = new Set(await to.names());
  let copied = 0;
  let damaged = 0;
  for (const name of (await from.names()).filter(isSha256)) {
    if (there.has(name) && (await isKept(name, from, to))) continue;
    const bytes = await from.read(name);
    if ((await hash(bytes)) !== name) {
      damaged += 1;
      continue;
    }
    await to.write(name, bytes);
    if ((await hash(await to.read(name))) !== name) {
      await to.remove(name).catch(() => undefined);
      throw new Error('a file of evidence reads back differently');
    }
    copied += 1;
  }
  return { copied, damaged };
}

async function isKept(name: string, from: EvidenceFolder, to: EvidenceFolder): Promise<boolean> {
  if ((await to.size(name)) !== (await from.size(name))) return false;
  return to.isSettled === undefined || to.isSettled(name);
}
