import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError, JournalPort } from '../../shared/ipc/host.ts';
import { type ChangeSet, changeSetFromPayload } from '../../shared/sync/changeSet.ts';

export interface JournaledChangeSet {
  readonly sequence: number;
  /** All changes of the entry; a large change set has several entries with the same id. */
  readonly part: ChangeSet;
}

/** Entries that are asked for at once: enough to be quick, few enough for memory even if many are imports. */
const batchSize = 200;

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
  for (let next = from; ; ) {
    const read = await journal.read(next, batchSize);
    if (!read.ok) return err(read.error);
    const last = read.value.at(-1);
    if (last === undefined) return ok(unreadable);
    const batch: JournaledChangeSet[] = [];
    for (const { sequence, payload } of read.value) {
      const parsed = changeSetFromPayload(payload);
      if (parsed.ok) batch.push({ sequence, part: parsed.value });
      else unreadable.push(sequence);
    }
    await take(batch);
    next = last.sequence + 1;
  }
}
