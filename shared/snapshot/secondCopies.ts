import { utf8ToBytes } from '@noble/hashes/utils.js';
import { strFromU8 } from 'fflate';
import { isJsonObject } from '../core/json.ts';
import type { SecondFolder, SnapshotInfo } from '../ipc/host.ts';
import { NamedEvidence } from './namedEvidence.ts';
import { lastTakenFirst } from './rotation.ts';
import { exchangeEvidence, resealEvidence } from './secondEvidence.ts';
import type { SnapshotHeader, SnapshotReason } from './snapshotHeader.ts';
import type { KeeperParts, SecondPlace, SnapshotFolder } from './snapshotKeeper.ts';
import { type OwnDevices, ownDevices, ownWith } from './snapshotList.ts';
import { parseSnapshotName } from './snapshotName.ts';
import { resealIn, rotate, writeChecked } from './snapshotUpkeep.ts';

/** Entries that are read from the journal at once. */
export const readBatch = 256;

/** Of the newest copy, beside the first snapshots: a stick that is away cannot be asked for it. */
const recordName = 'second-folder.json';

/** A snapshot as it was written to the first folder. */
export interface TakenSnapshot {
  readonly name: string;
  readonly header: SnapshotHeader;
  readonly bytes: Uint8Array;
}

interface CopyRecord {
  readonly path: string;
  readonly takenAt: number;
  readonly sequence: number;
}

export interface SecondCopies {
  /** Copies a snapshot, the files beside it, and gives what lies there the form that is right now. */
  copy(place: SecondPlace | null, taken: TakenSnapshot, reason: SnapshotReason): Promise<void>;
  /** Whether the second folder is there and may lack something of what was backed up last. */
  isDue(): Promise<boolean>;
  /** What was copied last is no longer what the journal holds. */
  setBehind(): void;
  /** The second folder for the user to read, by what it lists, null where it cannot, and what the journal holds. */
  describe(
    place: SecondPlace,
    listed: readonly SnapshotInfo[] | null,
    lastSequence: number,
    lineage: string | null,
  ): Promise<SecondFolder>;
}

/** Keeps the second folder as far as the first one, over the times in which it is away. */
export function createSecondCopies(parts: KeeperParts): SecondCopies {
  let hasFailed = false;
  /** Whether nothing was cut off there since it was looked at. */
  let isTidy = false;
  /** Whether it is known to lack something of what was backed up last. */
  let isBehind = false;
  /** Where it has all that was backed up last, by the name of the copy; null while unknown. */
  let wholeAs: string | null = null;

  async function copyAll(
    place: SecondPlace,
    taken: TakenSnapshot,
    reason: SnapshotReason,
  ): Promise<{ readonly hasFailed: boolean; readonly wholeAs: string | null }> {
    const { folder } = place;
    const devices = await parts.devices();
    const [owner = null] = devices;
    const own = await ownDevices(parts.first, devices);
    let isWhole = true;
    let copy: string | null = null;
    if (!isTidy) await place.tidy?.(owner).catch(() => undefined);
    if (folder !== null) {
      copy = await copyTo(parts, folder, own, owner === null ? taken.name : `${owner}/${taken.name}`, taken);
      if (copy !== null) await remember(parts.first, place, copy, taken.header);
      // A stick that was away while encryption was switched, or another secret was set.
      isWhole = copy !== null && (await resealIn(parts, folder, own).catch(() => 1)) === 0;
      const present = { name: copy, lineage: taken.header.lineage };
      await rotate(parts, folder, own, present).catch(() => undefined);
    }
    // Opening waits for these two, and thousands of photos take long: the next backup in turn copies them.
    const isAwaited = reason === 'migration' || reason === 'update';
    const named = reason === 'manual' ? await namedInJournal(parts) : null;
    const isExchanged = isAwaited || (await exchangeEvidence(place, parts.evidence, owner, named));
    const unsettled = await resealEvidence(place, parts.evidence.folder, own).catch(() => 1);
    const failed = !isWhole || !isExchanged || unsettled > 0;
    return { hasFailed: failed, wholeAs: failed || isAwaited ? null : copy };
  }

  return {
    copy: async (place, taken, reason) => {
      // Until all of it is there, whatever ends this.
      wholeAs = null;
      isBehind = true;
      const done = place === null ? null : await copyAll(place, taken, reason);
      hasFailed = done?.hasFailed ?? false;
      isTidy = place !== null && place.folder !== null && !hasFailed;
      wholeAs = done?.wholeAs ?? null;
      isBehind = wholeAs === null;
    },
    isDue: async () => {
      const folder = (await parts.second())?.folder ?? null;
      if (folder === null) return false;
      if (wholeAs === null) return true;
      // Two sticks that take turns have one path.
      const there = await folder.names().catch((): readonly string[] => []);
      return !there.includes(wholeAs);
    },
    setBehind: () => {
      wholeAs = null;
      isBehind = true;
    },
    describe: async ({ state, folder }, listed, lastSequence, lineage) => {
      const known = listed === null ? await remembered(parts.first, state) : newestOf(listed, lineage);
      return {
        ...state,
        condition: hasFailed && folder !== null ? 'failed' : state.condition,
        newestCopy: known?.takenAt ?? null,
        isBehind: lastSequence > 0 && (isBehind || known?.sequence !== lastSequence),
      };
    },
  };
}

/** Of an installation's own that are whole. */
function newestOf(listed: readonly SnapshotInfo[], lineage: string | null): Omit<CopyRecord, 'path'> | null {
  const own = listed.filter(({ isOwn, condition }) => isOwn && condition === 'good');
  const [last] = lastTakenFirst(own, lineage);
  return last === undefined ? null : { takenAt: last.takenAt, sequence: last.lastSequence };
}

/** Name of the copy; null where none could be made. */
async function copyTo(
  parts: KeeperParts,
  folder: SnapshotFolder,
  own: OwnDevices,
  name: string,
  taken: TakenSnapshot,
): Promise<string | null> {
  try {
    if (taken.header.reason === 'interval') {
      const isThere = await ownWith(folder, own, parts.seal, taken.header.contentSha256);
      if (isThere !== null) return isThere;
    }
    await writeChecked(parts, folder, name, taken);
    return name;
  } catch {
    // Shown as the state of the second folder: a stick that was pulled out is no failure of the backup.
    return null;
  }
}

/** What the records name that are here now. */
async function namedInJournal({ journal }: KeeperParts): Promise<ReadonlySet<string> | null> {
  const named = new NamedEvidence();
  for (let from = 1; ; ) {
    const read = await journal.read(from, readBatch);
    if (!read.ok) return null;
    for (const { payload } of read.value) named.add(payload);
    const last = read.value.at(-1);
    if (last === undefined) return named.names();
    from = last.sequence + 1;
  }
}

async function remember(
  first: SnapshotFolder,
  { state: { path } }: SecondPlace,
  copy: string,
  { takenAt, lastSequence: sequence }: SnapshotHeader,
): Promise<void> {
  const record: CopyRecord = { path, takenAt: parseSnapshotName(copy)?.takenAt ?? takenAt, sequence };
  const before = await remembered(first, { path });
  if (before?.takenAt === record.takenAt && before.sequence === sequence) return;
  // Without it the copy is there all the same.
  await first.write(recordName, utf8ToBytes(JSON.stringify(record))).catch(() => undefined);
}

/** Null for none, for one of another folder and for one that cannot be read. */
async function remembered(
  first: SnapshotFolder,
  { path }: Pick<SecondFolder, 'path'>,
): Promise<Omit<CopyRecord, 'path'> | null> {
  try {
    const record: unknown = JSON.parse(strFromU8(await first.read(recordName)));
    if (!isJsonObject(record) || record.path !== path) return null;
    const { takenAt, sequence } = record;
    return typeof takenAt === 'number' && typeof sequence === 'number' ? { takenAt, sequence } : null;
  } catch {
    return null;
  }
}
