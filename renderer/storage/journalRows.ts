import type { Change, ChangeSet } from '../../shared/sync/changeSet.ts';
import { changeSetToPayload } from '../../shared/sync/changeSet.ts';
import type { ChangeRow, ChangeSetRow, StoredChange } from './database.ts';

/** Far below what a journal entry may hold (64 MB), and in UTF-16 units, of which UTF-8 needs up to three bytes. */
export const maxPayloadLength = 8 * 1024 * 1024;

/** One journal entry of a change set. */
export interface JournalPart {
  readonly part: ChangeSet;
  readonly payload: string;
}

/**
 * The journal entries of a change set: one, unless it is so large (an import of many thousand rows) that it takes
 * several, each with the same id and a part of the changes. They are appended together, so all of them are there or
 * none.
 */
export function changeSetToEntries(
  changeSet: ChangeSet,
  limit: number = maxPayloadLength,
): readonly JournalPart[] {
  const payload = changeSetToPayload(changeSet);
  const { changes } = changeSet;
  if (payload.length <= limit || changes.length < 2) return [{ part: changeSet, payload }];
  const middle = changes.length >>> 1;
  return [changes.slice(0, middle), changes.slice(middle)].flatMap((half) =>
    changeSetToEntries({ ...changeSet, changes: half }, limit),
  );
}

/** Rows of `changes` for one journal entry; neighbouring changes of a record share a row, in the entry's order. */
export function changesToRows(sequence: number, changes: readonly Change[]): readonly ChangeRow[] {
  const rows: (ChangeRow & { readonly changes: StoredChange[] })[] = [];
  for (const { type, id, path, before, after, stamp, was } of changes) {
    const stored: StoredChange = [path, before, after, stamp, was];
    const last = rows.at(-1);
    if (last !== undefined && last.id === id && last.type === type) last.changes.push(stored);
    else rows.push({ sequence, index: rows.length, type, id, changes: [stored] });
  }
  return rows;
}

export function rowToChanges({ type, id, changes }: ChangeRow): readonly Change[] {
  return changes.map(([path, before, after, stamp, was]) => ({ type, id, path, before, after, stamp, was }));
}

/** The row of a change set's first journal entry, or the row so far with one entry more. */
export function withEntry(row: ChangeSetRow | undefined, sequence: number, part: ChangeSet): ChangeSetRow {
  if (row !== undefined) return { ...row, sequences: [...row.sequences, sequence] };
  const { changes: _, ...head } = part;
  return { ...head, sequences: [sequence] };
}

/** The change set of a row, with the given changes. */
export function rowToChangeSet(
  { sequences: _, ...head }: ChangeSetRow,
  changes: readonly Change[],
): ChangeSet {
  return { ...head, changes };
}
