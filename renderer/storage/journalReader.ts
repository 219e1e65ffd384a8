import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError, JournalEntry, JournalPort } from '../../shared/ipc/host.ts';
import { type ChangeSet, changeSetFromPayload } from '../../shared/sync/changeSet.ts';

export interface JournaledChangeSet {
  readonly sequence: number;
  /** All changes of the entry; a large change set has several entries with the same id. */
  readonly part: ChangeSet;
  readonly payload: string;
}

// Thousands of small entries are quicker in large batches; but an import's entry can have megabytes, and a laptop has
// little memory, so the batches follow what the last one weighed.
const firstBatch = 32;
const largestBatch = 1024;
const lightBatch = 512 * 1024;
const heavyBatch = 8 * 1024 * 1024;

/**
 * Hands every entry from a sequence on over, batch by batch in order; the result names entries that are whole but
 * cannot be understood. Ends with the first error of the journal.
 */
export async function readJournal(
  journal: JournalPort,
  from: number,
  take: (batch: readonly JournaledChangeSet[]) => void | Promise<void>,
): Promise<Result<readonly number[], HostError>> {
  const unreadable: number[] = [];
  let size = firstBatch;
  for (let next = from; ; ) {
    const read = await journal.read(next, size);
    if (!read.ok) return err(read.error);
    const last = read.value.at(-1);
    if (last === undefined) return ok(unreadable);
    const batch: JournaledChangeSet[] = [];
    for (const { sequence, payload } of read.value) {
      const parsed = changeSetFromPayload(payload);
      if (parsed.ok) batch.push({ sequence, part: parsed.value, payload });
      else unreadable.push(sequence);
    }
    await take(batch);
    size = nextSize(size, read.value);
    next = last.sequence + 1;
  }
}

function nextSize(size: number, entries: readonly JournalEntry[]): number {
  const length = entries.reduce((sum, { payload }) => sum + payload.length, 0);
  if (length < lightBatch) return Math.min(size * 2, largestBatch);
  return length > heavyBatch ? Math.max(1, size >>> 2) : size;
}
