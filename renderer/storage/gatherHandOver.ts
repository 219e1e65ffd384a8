import { err, ok, type Result } from '../../shared/core/result.ts';
import type { EvidenceFile, Host, HostError, JournalEntry } from '../../shared/ipc/host.ts';

export interface Gathered {
  readonly entries: readonly JournalEntry[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Files that cannot be read, or are not what they were. */
  readonly unreadable: readonly string[];
}

/** Entries that are read at once. */
const readBatch = 500;

/**
 * Everything that this installation holds beside its settings: the journal entry by entry, and the files of evidence.
 * A file that cannot be read stops nothing and is told; a journal that cannot be read does.
 */
export async function gatherHandOver(
  host: Pick<Host, 'journal' | 'evidence'>,
  listed: readonly EvidenceFile[],
  onStep: (done: number, of: number) => void,
): Promise<Result<Gathered, HostError>> {
  const entries: JournalEntry[] = [];
  for (let from = 1; ; ) {
    const read = await host.journal.read(from, readBatch);
    if (!read.ok) return err(read.error);
    const last = read.value.at(-1);
    if (last === undefined) break;
    entries.push(...read.value);
    from = last.sequence + 1;
  }
  const files = new Map<string, Uint8Array>();
  const unreadable: string[] = [];
  for (const [index, { sha256 }] of listed.entries()) {
    onStep(index, listed.length);
    const read = await host.evidence.get(sha256);
    if (read.ok) files.set(sha256, read.value);
    else unreadable.push(sha256);
  }
  return ok({ entries, files, unreadable });
}
