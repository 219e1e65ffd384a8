import type { ChangeSetId } from '../../shared/core/ids.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import type { HostError, JournalPort, JournalState } from '../../shared/ipc/host.ts';
import type { ChangeSet } from '../../shared/sync/changeSet.ts';
import { changeSetToPayload } from '../../shared/sync/changeSet.ts';
import type { ChangeSetRow, FieldbookDatabase } from './database.ts';
import { readJournal } from './journalReader.ts';
import { rowToChangeSet, rowToChanges } from './journalRows.ts';
import type { CopyContent, WorkingCopy } from './workingCopy.ts';

export interface RestoreParts {
  readonly journal: JournalPort;
  readonly journalState: JournalState;
  readonly copy: WorkingCopy | null;
}

export interface Restored {
  /** After what was appended. */
  readonly journalState: JournalState;
  readonly changeSets: number;
  /** Damaged journal entries whose content the database still had. */
  readonly healed: ReadonlySet<number>;
  /** The database is ahead of the journal, or the two have different histories. */
  readonly mismatch: boolean;
}

/** One journal entry as the database has it. */
interface HeldEntry {
  readonly sequence: number;
  readonly head: ChangeSetRow;
}

/** Entries that are appended at once. */
const batchSize = 100;

/**
 * Appends to the journal what the database holds and the journal has lost: everything when the journal is gone, the
 * rest when it is shorter (an older copy of it), damaged entries, and what only the database has when the two have
 * gone different ways. Later stamps win on replay, so entries may stand at the journal's end out of their order.
 */
export async function restoreJournal(
  parts: RestoreParts,
  content: CopyContent | null,
): Promise<Result<Restored, HostError>> {
  const { journal, journalState, copy } = parts;
  const nothing: Restored = { journalState, changeSets: 0, healed: new Set(), mismatch: false };
  if (copy === null || content === null || content.changeSets === 0) return ok(nothing);
  const { lastSequence } = journalState;
  const damaged = new Set(journalState.damaged.filter((at) => !content.replica?.knownDamage.includes(at)));
  const last = await lastHeld(copy);
  const isShorter = last !== null && last.sequence > lastSequence;
  const mismatch = isShorter || !(await agrees(journal, last));
  if (!mismatch && damaged.size === 0) return ok(nothing);

  const held = await heldEntries(copy);
  const inJournal = new Set<ChangeSetId>();
  const restores: ChangeSetId[] = [];
  const read = await readJournal(journal, 1, (batch) => {
    for (const { part } of batch) {
      inJournal.add(part.id);
      if (part.kind === 'restore') restores.push(part.id);
    }
  });
  if (!read.ok) return read;
  const heldIds = new Set(held.map(({ head }) => head.id));
  // The database is of before a restore: what only it has is what somebody chose to be rid of.
  if (restores.some((id) => !heldIds.has(id))) return ok({ ...nothing, mismatch: true });
  const missing = held.filter(({ sequence, head }) => damaged.has(sequence) || !inJournal.has(head.id));
  const appended = await appendAll(parts, copy, missing);
  if (!appended.ok) return appended;
  return ok({
    journalState: appended.value,
    changeSets: new Set(missing.map(({ head }) => head.id)).size,
    healed: new Set(held.map(({ sequence }) => sequence).filter((sequence) => damaged.has(sequence))),
    mismatch,
  });
}

async function lastHeld(copy: WorkingCopy): Promise<HeldEntry | null> {
  const head = (await copy.use((database) => database.changeSets.orderBy('sequences').last()))?.value;
  const sequence = head?.sequences.at(-1);
  return head === undefined || sequence === undefined ? null : { sequence, head };
}

async function heldEntries(copy: WorkingCopy): Promise<readonly HeldEntry[]> {
  const heads = await copy.use((database) => database.changeSets.toArray());
  return (heads?.value ?? [])
    .flatMap((head) => head.sequences.map((sequence) => ({ sequence, head })))
    .toSorted((a, b) => a.sequence - b.sequence);
}

/** Whether the journal has the last entry of the database at the same place. */
async function agrees(journal: JournalPort, last: HeldEntry | null): Promise<boolean> {
  if (last === null) return true;
  const read = await journal.read(last.sequence, 1);
  const [entry] = read.ok ? read.value : [];
  // A damaged entry tells nothing. The text is searched, not parsed: it can be an import of megabytes.
  return entry?.sequence !== last.sequence || entry.payload.includes(`"id":"${last.head.id}"`);
}

async function appendAll(
  { journal, journalState }: RestoreParts,
  copy: WorkingCopy,
  missing: readonly HeldEntry[],
): Promise<Result<JournalState, HostError>> {
  let state = journalState;
  for (let first = 0; first < missing.length; first += batchSize) {
    const wanted = missing.slice(first, first + batchSize);
    const parts = await copy.use((database) => Promise.all(wanted.map((entry) => partOf(database, entry))));
    if (parts === null) return ok(state);
    // A change set without changes never was one: the database has lost them, and the journal is to say nothing.
    const payloads = parts.value
      .filter(({ kind, changes }) => kind === 'restore' || changes.length > 0)
      .map(changeSetToPayload);
    const appended = await journal.append(state.lastSequence + 1, payloads);
    if (!appended.ok) return appended;
    state = appended.value;
  }
  return ok(state);
}

async function partOf(database: FieldbookDatabase, { sequence, head }: HeldEntry): Promise<ChangeSet> {
  const rows = await database.changesAt(sequence);
  return rowToChangeSet(head, rows.flatMap(rowToChanges));
}
