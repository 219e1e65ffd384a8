import type { RecordId } from '../../shared/core/ids.ts';
import type { Change, ChangeSet } from '../../shared/sync/changeSet.ts';
import { changeSetToPayload } from '../../shared/sync/changeSet.ts';
import type { ChangeRow, ChangeRun, ChangeSetRow, StoredChange } from './database.ts';
import type { ChangeSetHead } from './fieldbookStore.ts';

/** Far below what a journal entry may hold (64 MB), and in UTF-16 units, of which UTF-8 needs up to three bytes. */
export const maxPayloadLength = 8 * 1024 * 1024;

/** Some megabytes of the usual changes. */
const changesPerEntry = 20_000;

/** History of one record reads all of a row, writing an import is quicker with few rows. */
const runsPerRow = 100;

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
  // Most large ones are cut before their text is made, which for megabytes takes a while.
  const parts: JournalPart[] = [];
  for (let first = 0; first < changeSet.changes.length; first += changesPerEntry) {
    const changes = changeSet.changes.slice(first, first + changesPerEntry);
    parts.push(...entriesOf({ ...changeSet, changes }, limit));
  }
  return parts;
}

function entriesOf(part: ChangeSet, limit: number): readonly JournalPart[] {
  const payload = changeSetToPayload(part);
  const { changes } = part;
  if (payload.length <= limit || changes.length < 2) return [{ part, payload }];
  const middle = changes.length >>> 1;
  return [changes.slice(0, middle), changes.slice(middle)].flatMap((half) =>
    entriesOf({ ...part, changes: half }, limit),
  );
}

/** Rows of `changes` for one journal entry, in its order. */
export function changesToRows(sequence: number, changes: readonly Change[]): readonly ChangeRow[] {
  const runs = changesToRuns(changes);
  const rows: ChangeRow[] = [];
  for (let first = 0; first < runs.length; first += runsPerRow) {
    const piece = runs.slice(first, first + runsPerRow);
    rows.push({ sequence, index: rows.length, ids: [...new Set(piece.map(({ id }) => id))], runs: piece });
  }
  return rows;
}

function changesToRuns(changes: readonly Change[]): readonly ChangeRun[] {
  const runs: (ChangeRun & { readonly changes: StoredChange[] })[] = [];
  for (const { type, id, path, before, after, stamp, was, knows = [], beside = [] } of changes) {
    const stored: StoredChange =
      beside.length > 0
        ? [path, before, after, stamp, was, knows, beside]
        : knows.length > 0
          ? [path, before, after, stamp, was, knows]
          : [path, before, after, stamp, was];
    const last = runs.at(-1);
    if (last !== undefined && last.id === id && last.type === type) last.changes.push(stored);
    else runs.push({ type, id, changes: [stored] });
  }
  return runs;
}

export function rowToChanges({ runs }: ChangeRow): readonly Change[] {
  return runs.flatMap(({ type, id, changes }) =>
    changes.map(([path, before, after, stamp, was, knows, beside]) => ({
      ...{ type, id, path, before, after, stamp, was },
      ...(knows === undefined ? {} : { knows }),
      ...(beside === undefined ? {} : { beside }),
    })),
  );
}

/** The row of a change set's first journal entry, or the row so far with one entry more. */
export function withEntry(
  row: ChangeSetRow | undefined,
  sequence: number,
  part: ChangeSet,
  centerOf: CenterOf,
): ChangeSetRow {
  const { changes, ...head } = part;
  const centers = changes.flatMap(({ type, id }) => centerOf(type, id) ?? []);
  return {
    ...(row ?? head),
    changeCount: (row?.changeCount ?? 0) + changes.length,
    centerIds: [...new Set([...(row?.centerIds ?? []), ...centers])],
    sequences: [...(row?.sequences ?? []), sequence],
  };
}

/** The center to which a record belongs now; null for none. */
export type CenterOf = (type: string, id: RecordId) => RecordId | null;

export function rowToHead({ sequences: _, ...head }: ChangeSetRow): ChangeSetHead {
  return head;
}

/** The change set of a row, with the given changes. */
export function rowToChangeSet(row: ChangeSetRow, changes: readonly Change[]): ChangeSet {
  const { sequences: _sequences, changeCount: _count, centerIds: _centers, ...changeSet } = row;
  return { ...changeSet, changes };
}
