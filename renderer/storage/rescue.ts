import { quickHash } from '../../shared/core/hashing.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import type {
  HostError,
  JournalEntry,
  JournalPort,
  JournalState,
  SnapshotInfo,
  SnapshotPort,
} from '../../shared/ipc/host.ts';
import type { LockPort } from '../../shared/ipc/lockPort.ts';
import { loadSnapshot } from '../../shared/snapshot/loadSnapshot.ts';
import { lastTakenFirst } from '../../shared/snapshot/rotation.ts';
import type { Sentinel } from '../../shared/snapshot/sentinel.ts';
import { changeSetFromPayload } from '../../shared/sync/changeSet.ts';
import { readJournal } from './journalReader.ts';

export interface RescueParts {
  readonly journal: JournalPort;
  readonly journalState: JournalState;
  readonly snapshots: Pick<SnapshotPort, 'state' | 'read'>;
  readonly lock: Pick<LockPort, 'openSnapshot'>;
  /** Null for none. */
  readonly sentinel: Sentinel | null;
  /** Damaged entries that neither the database nor an earlier opening has dealt with. */
  readonly damaged: readonly number[];
}

export interface Rescued {
  readonly journalState: JournalState;
  /** Change sets that were taken from snapshots. */
  readonly changeSets: number;
  /** Damaged entries that a snapshot still had. */
  readonly healed: ReadonlySet<number>;
  /** Entries that were here once and that nobody has any more. */
  readonly missing: number;
}

/** What the journal itself says when it is read through. */
interface JournalContent {
  /** Which entry stands at which sequence. */
  readonly entries: ReadonlyMap<number, string>;
  readonly lineage: string;
}

/** Entries that are appended at once. */
const batchSize = 100;

/**
 * Appends to the journal what it has lost and a snapshot still holds: damaged entries, an end that was cut off, or
 * everything. Only snapshots of this installation are asked: a second folder may hold those of others, whose records
 * are theirs, and those of before everything here was forgotten. Snapshots of before or after a restore have another
 * lineage and are passed over, because they hold what somebody chose to be rid of. The newest are asked first, the older
 * ones for what those lack.
 */
export async function rescueJournal(parts: RescueParts): Promise<Result<Rescued, HostError>> {
  const { journal, journalState, sentinel } = parts;
  const nothing: Rescued = { journalState, changeSets: 0, healed: new Set(), missing: 0 };
  const isEmpty = journalState.lastSequence === 0;
  const isShorter = sentinel !== null && sentinel.lastSequence > journalState.lastSequence;
  if (parts.damaged.length === 0 && !isShorter && !isEmpty) return ok(nothing);
  const content = await contentOf(journal);
  if (!content.ok) return content;
  // A restore that was interrupted right after it: the sentinel speaks of what was before.
  const isOutdated =
    sentinel === null || (content.value.lineage !== '' && content.value.lineage !== sentinel.lineage);
  const until = isOutdated || !isShorter ? 0 : sentinel.lastSequence;
  if (parts.damaged.length === 0 && until === 0 && !isEmpty) return ok(nothing);

  const listed = await parts.snapshots.state();
  const lineage = isOutdated ? content.value.lineage : sentinel.lineage;
  const candidates = (listed.ok ? listed.value.snapshots : []).filter(
    ({ condition, isOwn }) => condition === 'good' && isOwn,
  );
  const isAnyLineage = isEmpty && isOutdated;
  const usable = candidates.filter((one) => isAnyLineage || one.lineage === lineage);
  const found = await collect(
    parts,
    lastTakenFirst(usable, isAnyLineage ? null : lineage),
    content.value.entries,
    until,
  );
  const appended = await appendAll(journal, journalState, found.entries);
  if (!appended.ok) return appended;
  const lostEnd = Math.max(0, until - Math.max(journalState.lastSequence, found.last));
  return ok({
    journalState: appended.value,
    changeSets: new Set(found.entries.map(({ id }) => id)).size,
    healed: found.healed,
    missing: lostEnd + parts.damaged.filter((sequence) => !found.healed.has(sequence)).length,
  });
}

interface FoundEntries {
  readonly entries: readonly { readonly id: string; readonly payload: string }[];
  readonly healed: ReadonlySet<number>;
  /** The highest sequence of the journal that any of the snapshots had. */
  readonly last: number;
}

async function collect(
  { snapshots, lock, damaged }: RescueParts,
  candidates: readonly SnapshotInfo[],
  inJournal: JournalContent['entries'],
  until: number,
): Promise<FoundEntries> {
  const known = new Set(inJournal.values());
  const wanted = new Set(damaged);
  const healed = new Set<number>();
  const entries: { readonly id: string; readonly payload: string; readonly sequence: number }[] = [];
  let last = 0;
  for (const { place, name } of candidates) {
    const isDone = wanted.size === 0 && last >= until && last > 0;
    if (isDone) break;
    const held = (await entriesOf(snapshots, lock, place, name)) ?? [];
    const counts = isCountedAlike(held, inJournal);
    for (const { sequence, payload } of held) {
      if (counts) {
        last = Math.max(last, sequence);
        if (wanted.delete(sequence)) healed.add(sequence);
      }
      const key = keyOf(payload);
      if (known.has(key)) continue;
      known.add(key);
      const parsed = changeSetFromPayload(payload);
      if (parsed.ok) entries.push({ id: parsed.value.id, payload, sequence });
    }
  }
  return { entries: entries.toSorted((a, b) => a.sequence - b.sequence), healed, last };
}

/**
 * Whether a sequence means the same entry in a snapshot and in the journal: wherever both have one, it is the same. A
 * journal that was lost and begun anew counts differently from one of before, though it is of the same lineage.
 */
function isCountedAlike(held: readonly JournalEntry[], inJournal: JournalContent['entries']): boolean {
  const both = held.filter(({ sequence }) => inJournal.has(sequence));
  const isShared = both.length > 0 || inJournal.size === 0;
  return isShared && both.every(({ sequence, payload }) => inJournal.get(sequence) === keyOf(payload));
}

/** Null for a snapshot that does not load after all; another one is asked then. */
async function entriesOf(
  snapshots: RescueParts['snapshots'],
  lock: RescueParts['lock'],
  place: SnapshotInfo['place'],
  name: string,
): Promise<readonly JournalEntry[] | null> {
  const read = await snapshots.read(place, name);
  if (!read.ok) return null;
  const opened = await lock.openSnapshot({ bytes: read.value, secret: null });
  if (!opened.ok) return null;
  const entries: JournalEntry[] = [];
  const loaded = loadSnapshot(opened.value, (entry) => entries.push(entry));
  return loaded.ok ? entries : null;
}

async function contentOf(journal: JournalPort): Promise<Result<JournalContent, HostError>> {
  const entries = new Map<number, string>();
  let lineage = '';
  const read = await readJournal(journal, 1, (batch) => {
    for (const { sequence, part, payload } of batch) {
      entries.set(sequence, keyOf(payload));
      if (part.kind === 'restore') lineage = part.id;
    }
  });
  return read.ok ? ok({ entries, lineage }) : read;
}

const keyOf = (payload: string): string => `${payload.length} ${quickHash(payload)}`;

async function appendAll(
  journal: JournalPort,
  state: JournalState,
  entries: FoundEntries['entries'],
): Promise<Result<JournalState, HostError>> {
  let current = state;
  for (let first = 0; first < entries.length; first += batchSize) {
    const payloads = entries.slice(first, first + batchSize).map(({ payload }) => payload);
    const appended = await journal.append(current.lastSequence + 1, payloads);
    if (!appended.ok) return appended;
    current = appended.value;
  }
  return ok(current);
}
