import { type EvidenceFolder, isSha256 } from '../ipc/evidenceStore.ts';

export interface EvidenceCopy {
  readonly copied: number;
  /** Files that cannot be read, or are damaged, where they come from: no copy of them would help anybody. */
  readonly damaged: number;
}

export interface CopyOptions {
  /**
   * Whether the files that are there already are read and hashed as well, and those that are damaged replaced: what
   * decays on a medium keeps its name and size.
   */
  readonly isThorough?: boolean;
}

/** A medium that refuses so many files one after the other is full, or gone. */
const mostRefusals = 3;

/**
 * Copies the files of evidence that the other folder lacks, each named by its SHA-256 and read back before it counts; what
 * is there is left alone, but for a torn one of another size and one that encryption has passed by. A file that fails
 * keeps no other one back. Both folders give and take plain contents, whatever form the files have on their media.
 * Rejects when a folder cannot be listed or the other one does not take a file.
 */
export async function copyEvidence(
  from: Pick<EvidenceFolder, 'names' | 'size' | 'read'>,
  to: EvidenceFolder,
  hash: (bytes: Uint8Array) => Promise<string>,
  { isThorough = false }: CopyOptions = {},
): Promise<EvidenceCopy> {
  const there = new Set(await to.names());
  let copied = 0;
  let damaged = 0;
  const refusals: unknown[] = [];
  let inARow = 0;
  for (const name of (await from.names()).filter(isSha256)) {
    if (there.has(name) && (await isKept(name, from, to))) {
      if (!isThorough || (await readWhole(to, name, hash)) !== null) continue;
    }
    const bytes = await readWhole(from, name, hash);
    if (bytes === null) {
      damaged += 1;
      continue;
    }
    try {
      await writeChecked(to, name, bytes, hash);
      copied += 1;
      inARow = 0;
    } catch (error) {
      refusals.push(error);
      if (++inARow === mostRefusals) break;
    }
  }
  if (refusals.length > 0) throw refusals[0];
  return { copied, damaged };
}

/** Null for a file that cannot be read, and for one that is not what its name says. */
async function readWhole(
  folder: Pick<EvidenceFolder, 'read'>,
  name: string,
  hash: (bytes: Uint8Array) => Promise<string>,
): Promise<Uint8Array | null> {
  const bytes = await folder.read(name).catch(() => null);
  return bytes !== null && (await hash(bytes)) === name ? bytes : null;
}

async function writeChecked(
  to: EvidenceFolder,
  name: string,
  bytes: Uint8Array,
  hash: (bytes: Uint8Array) => Promise<string>,
): Promise<void> {
  await to.write(name, bytes);
  if ((await readWhole(to, name, hash)) !== null) return;
  await to.remove(name).catch(() => undefined);
  throw new Error('a file of evidence reads back differently');
}

/** One whose size or form cannot be told is as good as damaged. */
async function isKept(
  name: string,
  from: Pick<EvidenceFolder, 'size'>,
  to: EvidenceFolder,
): Promise<boolean> {
  try {
    if ((await to.size(name)) !== (await from.size(name))) return false;
    return to.isSettled === undefined || (await to.isSettled(name));
  } catch {
    return false;
  }
}
