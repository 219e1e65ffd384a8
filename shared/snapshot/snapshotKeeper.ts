import type { IsoDate } from '../core/dates.ts';
import type { Clock } from '../core/ids.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { EvidenceFolder } from '../ipc/evidenceStore.ts';
import type { HostError, JournalState, SecondFolder, SnapshotPlace, SnapshotsState } from '../ipc/host.ts';
import type { ClosableJournal } from '../ipc/journal.ts';
import { changeSetFromPayload } from '../sync/changeSet.ts';
import { copyEvidence } from './evidenceCopy.ts';
import { loadSnapshot } from './loadSnapshot.ts';
import { expiredSnapshots } from './rotation.ts';
import type { Seal } from './seal.ts';
import { snapshotHeadBytes } from './snapshotFile.ts';
import type { SnapshotHeader, SnapshotReason } from './snapshotHeader.ts';
import { listSnapshots, newestOwn, type OwnDevices, ownDevices, snapshotNames } from './snapshotList.ts';
import { parseSnapshotName, snapshotName } from './snapshotName.ts';
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

/** The second folder as it is now: `folder` is null where it cannot be reached. */
export interface SecondPlace {
  readonly state: SecondFolder;
  readonly folder: SnapshotFolder | null;
  /** Where copies of the files of evidence go; absent where they cannot be reached. */
  readonly evidence?: EvidenceFolder & {
    /** Where copies are encrypted: gives each the form that is right now, as `SnapshotKeeper.reseal` does. */
    reseal?(): Promise<number>;
  };
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

export interface SnapshotKeeper {
  take(reason: SnapshotReason): Promise<Result<SnapshotsState, HostError>>;
  state(): Promise<Result<SnapshotsState, HostError>>;
  read(place: SnapshotPlace, name: string): Promise<Result<Uint8Array, HostError>>;
  restore(bytes: Uint8Array, mark: string): Promise<Result<JournalState, HostError>>;
  /** Gives every snapshot that can be reached, and every copy of evidence, the form that new ones have; how many could not be given it. */
  reseal(): Promise<Result<number, HostError>>;
  /** The first bytes of each snapshot that can be read, the newest first by their names. */
  beginnings(): Promise<Result<readonly Uint8Array[], HostError>>;
}

/** Entries that are read from the journal at once. */
const readBatch = 256;

/** Takes, checks, copies, lists, rotates and restores snapshots, one thing after the other; the same in both hosts. */
export function createSnapshotKeeper(parts: KeeperParts): SnapshotKeeper {
  let queue: Promise<unknown> = Promise.resolve();
  let problem: HostError | null = null;
  let secondFailed = false;
  /** Of the newest snapshot; null while unknown. */
  let latest: { readonly sequence: number; readonly sha256: string } | null = null;

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
    const isDue = reason !== 'interval' || latest?.sequence !== journal.lastSequence || secondFailed;
    if (journal.lastSequence === 0 || !isDue) return ok(null);
    const built = await buildSnapshot(parts, journal.lastSequence, reason);
    if (!built.ok) return built;
    const { header } = built.value;
    const bytes = await parts.seal.seal(built.value.bytes);
    latest ??= await newestOwn(parts.first, null);
    const name = snapshotName(header.takenAt, reason);
    if (reason !== 'interval' || latest?.sha256 !== header.contentSha256) {
      await writeChecked(parts, parts.first, name, { header, bytes });
    }
    latest = { sequence: header.lastSequence, sha256: header.contentSha256 };
    const place = await parts.second();
    const second = place?.folder ?? null;
    const own = await ownDevices(parts.first, await parts.devices());
    secondFailed = second !== null && !(await copyTo(second, own, name, header, bytes));
    if (place !== null && !(await copyFiles(place, reason === 'manual'))) secondFailed = true;
    // A snapshot too many does no harm; the next one tries again.
    await rotate(parts, parts.first, null).catch(() => undefined);
    if (second !== null) await rotate(parts, second, own).catch(() => undefined);
    return ok(null);
  }

  async function copyTo(
    folder: SnapshotFolder,
    own: OwnDevices,
    name: string,
    header: SnapshotHeader,
    bytes: Uint8Array,
  ): Promise<boolean> {
    try {
      if ((await newestOwn(folder, own))?.sha256 !== header.contentSha256 || header.reason !== 'interval') {
        await writeChecked(parts, folder, name, { header, bytes });
      }
      return true;
    } catch {
      // Shown as the state of the second folder: a stick that was pulled out is no failure of the backup.
      return false;
    }
  }

  /**
   * New files go to the second folder; with `back`, those that are missing or damaged here come from it, whether or not
   * the second folder takes anything.
   */
  async function copyFiles({ evidence: there }: SecondPlace, back: boolean): Promise<boolean> {
    const { folder: here, hash } = parts.evidence;
    if (there === undefined) return true;
    const copies = [() => copyEvidence(here, there, hash)];
    if (back) copies.push(() => copyEvidence(there, here, hash, { isThorough: true }));
    let failed = 0;
    // As with the snapshots: a stick that is full or was pulled out is no failure of the backup.
    for (const copy of copies) await copy().catch(() => failed++);
    return failed === 0;
  }

  async function currentState(): Promise<SnapshotsState> {
    const second = await parts.second();
    const own = await ownDevices(parts.first, await parts.devices());
    const listed = [
      ...(await listSnapshots(parts.first, 'first', null)),
      ...(second?.folder ? await listSnapshots(second.folder, 'second', own).catch(() => []) : []),
    ];
    const failed = secondFailed && second?.folder != null;
    return {
      snapshots: listed.toSorted((a, b) => b.takenAt - a.takenAt),
      location: parts.location,
      second: second === null ? null : failed ? { ...second.state, condition: 'failed' } : second.state,
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
        const place = replaced.ok ? await parts.second() : null;
        // The records are back; files that are nowhere are told by the screen.
        if (place !== null) await copyFiles(place, true);
        return replaced;
      }),
    reseal: () =>
      inTurn(async () => {
        const place = await parts.second();
        const second = place?.folder ?? null;
        let failed = (await place?.evidence?.reseal?.()) ?? 0;
        for (const folder of second === null ? [parts.first] : [parts.first, second]) {
          failed += await resealIn(parts, folder);
        }
        return ok(failed);
      }),
    beginnings: () =>
      inTurn(async () => {
        const second = (await parts.second())?.folder ?? null;
        const folders = second === null ? [parts.first] : [parts.first, second];
        const found = (await Promise.all(folders.map(beginningsIn))).flat();
        return ok(found.toSorted((a, b) => b.takenAt - a.takenAt).map(({ start }) => start));
      }),
  };
}

/** Without those that cannot be read: what is asked of them is whether any of them tells it. */
async function beginningsIn(
  folder: SnapshotFolder,
): Promise<readonly { readonly takenAt: number; readonly start: Uint8Array }[]> {
  const found: { readonly takenAt: number; readonly start: Uint8Array }[] = [];
  for (const name of await folder.names().catch(() => [])) {
    const named = parseSnapshotName(name);
    const start = named === null ? null : await folder.read(name, snapshotHeadBytes).catch(() => null);
    if (named !== null && start !== null) found.push({ takenAt: named.takenAt, start });
  }
  return found;
}

/** One by one, each in one step, so that whatever interrupts it leaves whole snapshots of either form. */
async function resealIn({ seal }: KeeperParts, folder: SnapshotFolder): Promise<number> {
  let failed = 0;
  for (const name of await snapshotNames(folder)) {
    try {
      if (seal.isSettled(await folder.read(name, snapshotHeadBytes))) continue;
      const opened = await seal.open(await folder.read(name));
      // What is damaged, or sealed with another key, stays what it is.
      if (opened.ok) await folder.write(name, await seal.seal(opened.value));
    } catch {
      failed++;
    }
  }
  return failed;
}

async function buildSnapshot(
  { journal, appVersion, devices, clock }: KeeperParts,
  until: number,
  reason: SnapshotReason,
): Promise<Result<ReturnType<SnapshotWriter['finish']>, HostError>> {
  const writer = new SnapshotWriter();
  for (let from = 1; from <= until; ) {
    const read = await journal.read(from, readBatch);
    if (!read.ok) return read;
    const last = read.value.at(-1);
    if (last === undefined) break;
    for (const entry of read.value) if (entry.sequence <= until) writer.add(entry);
    from = last.sequence + 1;
  }
  return ok(
    writer.finish({ appVersion, device: (await devices()).at(-1) ?? '', takenAt: clock.now(), reason }),
  );
}

/** Rejects, and leaves nothing behind, unless what was written loads back and says what it should. */
async function writeChecked(
  { seal }: KeeperParts,
  folder: SnapshotFolder,
  name: string,
  { header, bytes }: { readonly header: SnapshotHeader; readonly bytes: Uint8Array },
): Promise<void> {
  await folder.write(name, bytes);
  const opened = await seal.open(await folder.read(name));
  const loaded = opened.ok
    ? loadSnapshot(opened.value, () => undefined, { versionOf: anyVersion })
    : err({ code: opened.error });
  if (loaded.ok && loaded.value.contentSha256 === header.contentSha256) return;
  await folder.remove(name).catch(() => undefined);
  throw new Error(`the snapshot reads back differently${loaded.ok ? '' : `: ${loaded.error.code}`}`);
}

// A journal that holds what this version does not know is kept whole all the same.
const anyVersion = (): number => Number.MAX_SAFE_INTEGER;

/** Only of its own: what another installation has copied there is that one's to keep or to remove. */
async function rotate(
  { clock, dayOf }: KeeperParts,
  folder: SnapshotFolder,
  own: OwnDevices | null,
): Promise<void> {
  const whole = (await listSnapshots(folder, 'first', own)).filter(
    ({ condition, isOwn }) => isOwn && condition !== 'damaged',
  );
  for (const name of expiredSnapshots(whole, clock.now(), dayOf)) await folder.remove(name);
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
