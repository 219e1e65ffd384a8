import type { IsoDate } from '../core/dates.ts';
import type { Clock } from '../core/ids.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { EvidenceFolder } from '../ipc/evidenceStore.ts';
import type { HostError, JournalState, SecondFolder, SnapshotPlace, SnapshotsState } from '../ipc/host.ts';
import type { ClosableJournal } from '../ipc/journal.ts';
import { changeSetFromPayload } from '../sync/changeSet.ts';
import { loadSnapshot } from './loadSnapshot.ts';
import { NamedEvidence } from './namedEvidence.ts';
import type { Seal } from './seal.ts';
import { createSecondCopies, readBatch } from './secondCopies.ts';
import { exchangeEvidence, removeCopies, resealEvidence, type SecondEvidence } from './secondEvidence.ts';
import type { SnapshotHeader, SnapshotReason } from './snapshotHeader.ts';
import { listSnapshots, ownDevices, ownWith } from './snapshotList.ts';
import { snapshotName } from './snapshotName.ts';
import { beginningsIn, resealIn, rotate, writeChecked } from './snapshotUpkeep.ts';
import { SnapshotWriter } from './writeSnapshot.ts';

/** A folder of snapshots; every call rejects when the medium does. */
export interface SnapshotFolder {
  /** Names of all files, in no order. */
  names(): Promise<readonly string[]>;
  size(name: string): Promise<number>;
  /** All bytes, or the first `most`. */
  read(name: string, most?: number): Promise<Uint8Array>;
  /** Creates or replaces the file as a whole, on the medium when it resolves, or leaves what was there. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/**
 * The second folder as it is now. Several installations may share one: each has a folder of its own in it, by the first
 * device id that it had, and there are snapshots and files beside those folders from when there were none.
 */
export interface SecondPlace {
  readonly state: Pick<SecondFolder, 'path' | 'condition'>;
  /** Everybody's snapshots, those in an installation's folder as `<device id>/<file>`; null where it cannot be reached. */
  readonly folder: SnapshotFolder | null;
  /** Copies of an installation's files of evidence, for null those of before; absent where they cannot be reached. */
  evidenceOf?(owner: string | null): SecondEvidence;
  /** Removes what was cut off half-way to its name where this installation writes; absent where nothing can be. */
  tidy?(owner: string | null): Promise<void>;
}

/** The files of evidence, which are in no snapshot. */
export interface KeptEvidence {
  readonly folder: EvidenceFolder;
  /** SHA-256 as 64 lower-case hexadecimal digits. */
  hash(bytes: Uint8Array): Promise<string>;
}

export interface KeeperParts {
  readonly journal: Pick<ClosableJournal, 'state' | 'read' | 'replace'>;
  readonly first: SnapshotFolder;
  /** Of the first folder, for the user to read. */
  readonly location: string;
  /** Null while none was chosen. */
  second(): Promise<SecondPlace | null>;
  readonly evidence: KeptEvidence;
  readonly clock: Clock;
  /** The calendar day of an instant where the user is. */
  dayOf(instant: number): IsoDate;
  readonly appVersion: string;
  /** Device ids of the installation, the present one last; none when unknown. */
  devices(): Promise<readonly string[]>;
  readonly seal: Seal;
  toHostError(error: unknown): HostError;
}

/** The first bytes of a snapshot. */
export interface SnapshotBeginning {
  readonly start: Uint8Array;
  /** Whether this installation took it. */
  readonly isOwn: boolean;
}

export interface SnapshotKeeper {
  take(reason: SnapshotReason): Promise<Result<SnapshotsState, HostError>>;
  state(): Promise<Result<SnapshotsState, HostError>>;
  read(place: SnapshotPlace, name: string): Promise<Result<Uint8Array, HostError>>;
  restore(bytes: Uint8Array, mark: string): Promise<Result<JournalState, HostError>>;
  /** Gives every snapshot that can be reached, and every copy of evidence, the form that new ones have; how many could not be given it. */
  reseal(): Promise<Result<number, HostError>>;
  /**
   * Removes the copies of these files of evidence from the second folder, where it can be reached, and then what `remove`
   * does; no backup comes between the two. Nothing is removed here when a copy could not be.
   */
  removeEvidence<T>(
    sha256: readonly string[],
    remove: () => Promise<Result<T, HostError>>,
  ): Promise<Result<T, HostError>>;
  /** The beginning of each snapshot that can be read, the newest first by their names. */
  beginnings(): Promise<Result<readonly SnapshotBeginning[], HostError>>;
}

/** Takes, checks, copies, lists, rotates and restores snapshots, one thing after the other; the same in both hosts. */
export function createSnapshotKeeper(parts: KeeperParts): SnapshotKeeper {
  let queue: Promise<unknown> = Promise.resolve();
  let problem: HostError | null = null;
  /** What was backed up last; null while unknown. */
  let latest: Pick<SnapshotHeader, 'lastSequence' | 'lineage'> | null = null;
  const copies = createSecondCopies(parts);

  function inTurn<T>(work: () => Promise<Result<T, HostError>>): Promise<Result<T, HostError>> {
    const turn = queue.then(work).catch((error: unknown) => err(parts.toHostError(error)));
    queue = turn;
    return turn;
  }

  async function take(reason: SnapshotReason): Promise<Result<null, HostError>> {
    const taken = await tryTake(reason).catch((error: unknown) => err(parts.toHostError(error)));
    problem = taken.ok ? null : taken.error;
    return taken;
  }

  async function tryTake(reason: SnapshotReason): Promise<Result<null, HostError>> {
    const journal = parts.journal.state();
    if (journal === null) {
      // The clock can strike before the window has opened the journal; nothing was changed by then.
      return reason === 'interval' ? ok(null) : err({ code: 'IO', detail: 'the journal is not open' });
    }
    if (journal.lastSequence === 0) return ok(null);
    const isNew = reason !== 'interval' || latest?.lastSequence !== journal.lastSequence;
    if (!isNew && !(await copies.isDue())) return ok(null);
    const built = await buildSnapshot(parts, journal.lastSequence, reason);
    if (!built.ok) return built;
    const { header } = built.value;
    const bytes = await parts.seal.seal(built.value.bytes);
    const name = snapshotName(header.takenAt, reason);
    const isThere =
      reason === 'interval' ? await ownWith(parts.first, null, parts.seal, header.contentSha256) : null;
    if (isThere === null) await writeChecked(parts, parts.first, name, { header, bytes });
    latest = header;
    const present = { name: isThere ?? name, lineage: header.lineage };
    // A snapshot too many does no harm; the next one tries again.
    await rotate(parts, parts.first, null, present).catch(() => undefined);
    await copies.copy(await parts.second(), { name, header, bytes }, reason);
    return ok(null);
  }

  async function bringEvidence(place: SecondPlace, payloads: readonly string[]): Promise<void> {
    const named = new NamedEvidence();
    for (const payload of payloads) named.add(payload);
    const [owner = null] = await parts.devices();
    await exchangeEvidence(place, parts.evidence, owner, named.names());
  }

  async function currentState(): Promise<SnapshotsState> {
    const second = await parts.second();
    const own = await ownDevices(parts.first, await parts.devices());
    const there = second?.folder
      ? await listSnapshots(second.folder, 'second', own, parts.seal).catch(() => null)
      : null;
    const listed = [...(await listSnapshots(parts.first, 'first', null, parts.seal)), ...(there ?? [])];
    const last = parts.journal.state()?.lastSequence ?? 0;
    return {
      snapshots: listed.toSorted((a, b) => b.takenAt - a.takenAt),
      location: parts.location,
      second: second === null ? null : await copies.describe(second, there, last, latest?.lineage ?? null),
      problem,
    };
  }

  return {
    take: (reason) =>
      inTurn(async () => {
        const taken = await take(reason);
        return taken.ok ? ok(await currentState()) : taken;
      }),
    state: () => inTurn(async () => ok(await currentState())),
    read: (place, name) =>
      inTurn(async () => {
        const folder = place === 'first' ? parts.first : ((await parts.second())?.folder ?? null);
        if (folder === null) return err({ code: 'NOT_FOUND', detail: 'the second folder is not there' });
        return ok(await folder.read(name));
      }),
    restore: (bytes, mark) =>
      inTurn(async () => {
        const payloads = await payloadsOf(bytes, mark, parts.seal);
        if (!payloads.ok) return payloads;
        const safety = await take('restore');
        if (!safety.ok) return safety;
        const replaced = await parts.journal.replace(payloads.value);
        latest = null;
        copies.setBehind();
        const place = replaced.ok ? await parts.second() : null;
        // The records are back; files that are nowhere are told by the screen.
        if (place !== null) await bringEvidence(place, payloads.value);
        return replaced;
      }),
    reseal: () =>
      inTurn(async () => {
        const failed = await resealIn(parts, parts.first, null);
        const place = await parts.second();
        if (place === null) return ok(failed);
        const own = await ownDevices(parts.first, await parts.devices());
        const there = place.folder === null ? 0 : await resealIn(parts, place.folder, own);
        return ok(failed + there + (await resealEvidence(place, parts.evidence.folder, own)));
      }),
    removeEvidence: (sha256, remove) =>
      inTurn(async () => {
        const place = await parts.second();
        const own = await ownDevices(parts.first, await parts.devices());
        const left = place === null ? null : await removeCopies(place, own, sha256);
        return left === null ? remove() : err(left);
      }),
    beginnings: () =>
      inTurn(async () => {
        const second = (await parts.second())?.folder ?? null;
        const own = await ownDevices(parts.first, await parts.devices());
        const found = [
          ...(await beginningsIn(parts.first, null)),
          ...(second === null ? [] : await beginningsIn(second, own)),
        ];
        return ok(found.toSorted((a, b) => b.takenAt - a.takenAt));
      }),
  };
}

async function buildSnapshot(
  { journal, appVersion, devices, clock, first }: KeeperParts,
  until: number,
  reason: SnapshotReason,
): Promise<Result<ReturnType<SnapshotWriter['finish']>, HostError>> {
  const names = new Set(await first.names());
  // A clock that fell back can come by an instant again, and no snapshot takes another's name.
  let takenAt = clock.now();
  while (names.has(snapshotName(takenAt, reason))) takenAt += 1;
  const writer = new SnapshotWriter();
  for (let from = 1; from <= until; ) {
    const read = await journal.read(from, readBatch);
    if (!read.ok) return read;
    const last = read.value.at(-1);
    if (last === undefined) break;
    for (const entry of read.value) if (entry.sequence <= until) writer.add(entry);
    from = last.sequence + 1;
  }
  return ok(writer.finish({ appVersion, device: (await devices()).at(-1) ?? '', takenAt, reason }));
}

async function payloadsOf(
  bytes: Uint8Array,
  mark: string,
  seal: Seal,
): Promise<Result<readonly string[], HostError>> {
  const marked = changeSetFromPayload(mark);
  if (!marked.ok || marked.value.kind !== 'restore' || marked.value.changes.length > 0) {
    return err({ code: 'REFUSED', detail: 'the mark of a restore has another form' });
  }
  const opened = await seal.open(bytes);
  if (!opened.ok) return err({ code: opened.error, detail: 'the seal of the snapshot' });
  const payloads: string[] = [];
  const loaded = loadSnapshot(opened.value, ({ payload }) => payloads.push(payload));
  if (loaded.ok) return ok([...payloads, mark]);
  const { error } = loaded;
  return err({ code: 'REFUSED', detail: `${error.code}${'detail' in error ? `: ${error.detail}` : ''}` });
}
