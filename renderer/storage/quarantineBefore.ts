import { knownDamage, type OpeningParts } from './reconcile.ts';
import type { CopyContent, WorkingCopy } from './workingCopy.ts';

/**
 * Puts a copy of what looks damaged aside before anything is repaired: of the journal when entries of it cannot be
 * read, and of what a database still gave that does not hold what it says. Null when all looks well, or when there is
 * no room for copies; repairing does not wait for them.
 */
export async function quarantineBefore({
  host,
  journalState,
  movedTo,
  sentinel,
  copy,
  content,
  usesDatabase,
}: OpeningParts): Promise<string | null> {
  const known = knownDamage({ content, sentinel });
  const hasNewDamage = journalState.damaged.some((sequence) => !known.includes(sequence));
  const isShort = sentinel !== null && sentinel.lastSequence > journalState.lastSequence;
  const isDoubtful = content !== null && !isWhole(content);
  const isEmptied = usesDatabase && isEmpty(content) && (sentinel?.lastSequence ?? 0) > 0;
  const isUnreadable = content === null && copy !== null && copy.problem?.code === 'DATABASE';
  const isWanted = isDoubtful || isUnreadable;
  if (movedTo !== null && !isWanted) return movedTo;
  if (!hasNewDamage && !isShort && !isWanted && !isEmptied) return null;
  const placed = await host.quarantine({
    journal: movedTo === null && (hasNewDamage || isShort) ? 'copy' : 'none',
    database: isWanted && copy !== null ? await dump(copy) : null,
  });
  return placed.ok ? placed.value.path : null;
}

const isEmpty = (content: CopyContent | null): boolean =>
  content === null || content.records.length + content.changeSets + content.changeRows === 0;

function isWhole(content: CopyContent): boolean {
  const { replica, records } = content;
  if (replica === null) return isEmpty(content);
  const expected = Object.values(replica.counts).reduce((sum, count) => sum + count, 0);
  const holdsAll =
    expected === records.length &&
    replica.changeSets === content.changeSets &&
    replica.changeRows === content.changeRows;
  return holdsAll && !replica.suspect;
}

async function dump(copy: WorkingCopy): Promise<Uint8Array> {
  const { meta, records, changeSets, changes } = await copy.salvageAll();
  return new TextEncoder().encode(JSON.stringify({ replica: meta[0] ?? null, records, changeSets, changes }));
}
