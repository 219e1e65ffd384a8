import type { ChangeSetId } from '../../shared/core/ids.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import type { Host, HostError, JournalState } from '../../shared/ipc/host.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type { Sentinel } from '../../shared/snapshot/sentinel.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { givesBack, RowsHash } from './compareCopy.ts';
import type { ChangeRow, ChangeSetRow, ReplicaRow } from './database.ts';
import type { RebuildReason, StoreState } from './fieldbookStore.ts';
import { type JournaledChangeSet, readJournal } from './journalReader.ts';
import { changesToRows, withEntry } from './journalRows.ts';
import { quarantineBefore } from './quarantineBefore.ts';
import { Replica } from './replica.ts';
import { type Rescued, rescueJournal } from './rescue.ts';
import { type Restored, restoreJournal } from './restoreJournal.ts';
import type { CopyContent, WorkingCopy } from './workingCopy.ts';

export interface OpeningParts {
  readonly definitions: readonly AnyRecordDefinition[];
  readonly host: StorageHost;
  readonly journal: StorageHost['journal'];
  readonly journalState: JournalState;
  /** Where a journal is that could not be read at all; null when it could. */
  readonly movedTo: string | null;
  /** What was here when Fieldbook last looked; null for nothing known. */
  readonly sentinel: Sentinel | null;
  /** The database that was in use, perhaps of an earlier version; null when it could not be opened. */
  readonly copy: WorkingCopy | null;
  /** What that held when it was loaded; null when it could not be. */
  readonly content: CopyContent | null;
  /** The database that is written: the same, or for a migration a new one, while the old stays as it is. */
  readonly target: WorkingCopy | null;
  /** False where no database is kept, so that its absence says nothing. */
  readonly usesDatabase: boolean;
  readonly onReplay: (done: number, entries: number) => void;
}

/** What the storage needs of its host. */
export type StorageHost = Pick<
  Host,
  'journal' | 'settings' | 'sentinel' | 'snapshots' | 'lock' | 'quarantine' | 'appInfo'
>;

/** The store's content when it was opened, and what the database will say of itself. */
export interface Opened {
  readonly replica: Replica;
  readonly row: ReplicaRow;
  readonly journalState: JournalState;
  readonly savedAt: number | null;
  readonly opening: StoreState['opening'];
  /** Where a copy of what looked damaged is; null when nothing did. */
  readonly quarantine: string | null;
}

/** What was repaired before the database is looked at. */
interface Repaired extends Restored, Pick<Rescued, 'missing'> {
  readonly rescued: number;
}

/**
 * Compares the database with the journal and makes both hold the same. The journal counts; the database is only
 * believed in full (used as it is, or caught up) or not at all (rebuilt). What the database or a snapshot holds and the
 * journal does not is appended to the journal first, so nothing that was ever saved is given up by any of them.
 */
export async function reconcile(parts: OpeningParts): Promise<Result<Opened, HostError>> {
  const { content } = parts;
  const quarantine = await quarantineBefore(parts);
  const repaired = await repair(parts);
  if (!repaired.ok) return repaired;
  const { journalState } = repaired.value;
  const reason = rebuildReason({ ...parts, journalState }, repaired.value);
  const row = content?.replica ?? emptyRow(parts.definitions);
  const replica = new Replica(parts.definitions, row.seen, content?.records ?? []);
  const opened =
    reason === null
      ? await catchUp({ ...parts, journalState }, repaired.value, replica, row)
      : await rebuild({ ...parts, journalState }, repaired.value, reason);
  return opened.ok ? ok({ ...opened.value, quarantine }) : opened;
}

async function repair(parts: OpeningParts): Promise<Result<Repaired, HostError>> {
  const { content, host, sentinel } = parts;
  const restored = await restoreJournal(parts, content);
  if (!restored.ok) return restored;
  const { journalState, healed } = restored.value;
  const known = knownDamage(parts);
  const damaged = journalState.damaged.filter((at) => !known.includes(at) && !healed.has(at));
  const rescued = await rescueJournal({
    journal: host.journal,
    journalState,
    snapshots: host.snapshots,
    lock: host.lock,
    sentinel,
    damaged,
  });
  if (!rescued.ok) return rescued;
  return ok({
    ...restored.value,
    journalState: rescued.value.journalState,
    healed: new Set([...healed, ...rescued.value.healed]),
    rescued: rescued.value.changeSets,
    missing: rescued.value.missing,
  });
}

type Unquarantined = Omit<Opened, 'quarantine'>;

export function emptyRow(definitions: readonly AnyRecordDefinition[]): ReplicaRow {
  return {
    key: 'replica',
    lastSequence: 0,
    counts: {},
    changeSets: 0,
    changeRows: 0,
    seen: {},
    versions: versionsOf(definitions),
    knownDamage: [],
    suspect: false,
  };
}

/** Null when the database can be used as it is. */
function rebuildReason(
  { definitions, journalState, content, copy, target, usesDatabase }: OpeningParts,
  repaired: Repaired,
): RebuildReason | null {
  if (!usesDatabase) return 'unkept';
  if (content === null) return 'inconsistent';
  const { replica } = content;
  if (replica === null && content.records.length + content.changeSets + content.changeRows === 0) {
    return journalState.lastSequence === 0 ? null : 'missing';
  }
  if (replica === null || replica.suspect || repaired.changeSets + repaired.rescued > 0)
    return 'inconsistent';
  if (copy !== target || !isSame(replica.versions, versionsOf(definitions))) return 'updated';
  const counts: Record<string, number> = {};
  for (const { type } of content.records) counts[type] = (counts[type] ?? 0) + 1;
  const holdsAll =
    isSame(replica.counts, counts) &&
    replica.changeSets === content.changeSets &&
    replica.changeRows === content.changeRows;
  return holdsAll && !repaired.mismatch ? null : 'inconsistent';
}

async function catchUp(
  { journal, journalState, copy }: OpeningParts,
  repaired: Repaired,
  replica: Replica,
  row: ReplicaRow,
): Promise<Result<Unquarantined, HostError>> {
  const rows = new HistoryRows(replica);
  const touched = new Map<string, StoredRecord>();
  const read = await readJournal(journal, row.lastSequence + 1, (batch) => {
    for (const { part } of batch) {
      for (const record of replica.take(part)) touched.set(`${record.type}/${record.id}`, record);
    }
    rows.add(batch);
  });
  if (!read.ok) return read;
  const damaged = [...journalState.damaged.filter((at) => !row.knownDamage.includes(at)), ...read.value];
  const savedAt = rows.savedAt ?? (await lastSavedAt(copy));
  if (rows.heads.size === 0 && damaged.length === 0) {
    const opening: StoreState['opening'] =
      repaired.missing > 0
        ? { kind: 'rescued', changeSets: 0, missing: repaired.missing }
        : { kind: 'clean' };
    return ok({ replica, row, journalState, savedAt, opening });
  }
  const next = rows.after(row, journalState, damaged);
  const changeSets = [...rows.heads.values()];
  await copy?.write({ changeSets, changes: rows.changes, records: [...touched.values()], replica: next });
  const lost = damaged.filter((sequence) => !repaired.healed.has(sequence));
  const opening = openingOf(lost, repaired, rows, () => ({ kind: 'caughtUp', changeSets: rows.heads.size }));
  return ok({ replica, row: next, journalState, savedAt, opening });
}

async function rebuild(
  parts: OpeningParts,
  repaired: Repaired,
  reason: RebuildReason,
): Promise<Result<Unquarantined, HostError>> {
  const { definitions, journal, journalState, copy, target, onReplay } = parts;
  const replica = new Replica(definitions);
  const rows = new HistoryRows(replica);
  const known = knownDamage(parts);
  const empty = { ...emptyRow(definitions), knownDamage: known };
  const written = new RowsHash();
  // With nothing to rebuild it from, a broken database may be all that is left.
  if (journalState.lastSequence > 0) await target?.renew();
  await target?.clear(empty);
  // History is written as it is read, so that memory holds the records and one batch, not ten years of changes.
  const read = await readJournal(journal, 1, async (batch) => {
    for (const { part } of batch) replica.take(part);
    const changes = rows.add(batch);
    await target?.write({ changeSets: [], changes, records: [], replica: { ...empty, suspect: true } });
    for (const change of changes) written.add(change);
    rows.forgetChanges();
    onReplay(batch.at(-1)?.sequence ?? 0, journalState.lastSequence);
  });
  if (!read.ok) return read;
  const unreadable = [...journalState.damaged, ...read.value];
  const row = rows.after(empty, journalState, unreadable);
  const records = [...replica.records.everything()];
  await target?.write({ changeSets: [...rows.heads.values()], changes: [], records, replica: row });
  const isMigration = target !== null && target !== copy;
  if (isMigration && !(await givesBack(target, { row, records, changes: written.digits }))) {
    target.reject('the new database does not give back what was written');
  }
  const lost = unreadable.filter((sequence) => !known.includes(sequence) && !repaired.healed.has(sequence));
  return ok({
    replica,
    row,
    journalState,
    savedAt: rows.savedAt,
    opening: openingOf(lost, repaired, rows, () => {
      const changeSets = rows.heads.size;
      return changeSets === 0 || reason === 'unkept'
        ? { kind: 'clean' }
        : { kind: 'rebuilt', changeSets, reason };
    }),
  });
}

/** Damage that was dealt with; the sentinel remembers it where there is no database to do so. */
export const knownDamage = ({ content, sentinel }: Pick<OpeningParts, 'content' | 'sentinel'>) =>
  content?.replica?.knownDamage ?? sentinel?.knownDamage ?? [];

/** The one thing that a person has to know first. */
function openingOf(
  lost: readonly number[],
  { changeSets, rescued, missing }: Repaired,
  { restoredFrom }: HistoryRows,
  otherwise: () => StoreState['opening'],
): StoreState['opening'] {
  if (rescued > 0) return { kind: 'rescued', changeSets: rescued, missing };
  if (lost.length > 0) return { kind: 'damaged', lost };
  if (missing > 0) return { kind: 'rescued', changeSets: 0, missing };
  if (restoredFrom !== null) return { kind: 'restored', name: restoredFrom };
  return changeSets > 0 ? { kind: 'journalRestored', changeSets } : otherwise();
}

/** The database rows of journal entries, as they come. */
class HistoryRows {
  readonly heads = new Map<ChangeSetId, ChangeSetRow>();
  changes: ChangeRow[] = [];
  savedAt: number | null = null;
  /** The snapshot that was restored, when nothing was saved since. */
  restoredFrom: string | null = null;
  #lineage: string | null = null;
  #changeRows = 0;

  constructor(private readonly replica: Replica) {}

  /** Of entries that the replica has taken in. */
  add(batch: readonly JournaledChangeSet[]): readonly ChangeRow[] {
    const added = batch.flatMap(({ sequence, part }) => {
      this.heads.set(part.id, withEntry(this.heads.get(part.id), sequence, part, this.replica.centerOf));
      this.savedAt = part.at;
      this.restoredFrom = part.kind === 'restore' ? (part.source?.name ?? '') : null;
      if (part.kind === 'restore') this.#lineage = part.id;
      return changesToRows(sequence, part.changes);
    });
    this.changes = this.changes.concat(added);
    this.#changeRows += added.length;
    return added;
  }

  forgetChanges(): void {
    this.changes = [];
  }

  after(row: ReplicaRow, state: JournalState, unreadable: readonly number[]): ReplicaRow {
    return {
      ...row,
      lastSequence: state.lastSequence,
      ...(this.#lineage === null ? {} : { lineage: this.#lineage }),
      counts: this.replica.records.counts(),
      changeSets: row.changeSets + this.heads.size,
      changeRows: row.changeRows + this.#changeRows,
      seen: this.replica.seen(),
      knownDamage: [...new Set([...row.knownDamage, ...unreadable])],
    };
  }
}

async function lastSavedAt(copy: WorkingCopy | null): Promise<number | null> {
  const last = await copy?.use((database) => database.changeSets.orderBy('sequences').last());
  return last?.value?.at ?? null;
}

const versionsOf = (definitions: readonly AnyRecordDefinition[]): Readonly<Record<string, number>> =>
  Object.fromEntries(definitions.map(({ type, version }) => [type, version]));

function isSame(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
