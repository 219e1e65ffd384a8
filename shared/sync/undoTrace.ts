import type { ChangeSetId, RecordId } from '../core/ids.ts';
import { canonicalJson, type JsonValue } from '../core/json.ts';
import type { Path } from '../schema/migrations.ts';
import type { Change, ChangeSet } from './changeSet.ts';
import { deletedPath } from './record.ts';
import type { Stamp } from './stamp.ts';
import { hasSeen, type Version } from './versions.ts';

/** What earlier undoing left behind, as the undoing of one more change set has to see it. */
export interface UndoTrace {
  /**
   * The stamp under which a value was written first. Taking an edit back writes an older value under a new stamp; for
   * the edits before it the path is then as it was. Null where the value from before was none at all.
   */
  originOf(id: RecordId, path: Path, stamp: Stamp): Stamp | null;
  /**
   * What the author of a change had before the eyes: as if what was taken back meanwhile had never been written, and
   * without what others wrote at the same time.
   */
  before(change: Change): Before;
  /** Whether an undo that is in force took back that the set had made a record. */
  isTakenBack(id: RecordId): boolean;
  /** Whether a version was written by somebody who had seen another one, or is that one brought back. */
  follows(id: RecordId, path: Path, version: Version, stamp: Stamp): boolean;
}

export interface Before {
  readonly value: JsonValue;
  /** Null when the path was never written. */
  readonly stamp: Stamp | null;
}

/** For where nothing was undone before. */
export const untraced: UndoTrace = {
  originOf: (_id, _path, stamp) => stamp,
  before: ({ before, was }) => ({ value: before, stamp: was }),
  isTakenBack: () => false,
  follows: (_id, _path, { stamp, knows }, other) => stamp === other || hasSeen(knows, other),
};

/**
 * For the undoing of `target`: from all change sets that changed a record which it changed, in any order; what they did to
 * other records may be left out.
 */
export function undoTrace(target: ChangeSet, changeSets: readonly ChangeSet[]): UndoTrace {
  const own = new Set(target.changes.map(versionAddress));
  const known = undoneIn(changeSets, target);
  const originOf: UndoTrace['originOf'] = (id, path, stamp) =>
    originIn(known.broughtBack, { id, path, stamp }, own);
  return {
    originOf,
    before: (change) => beforeIn(known, change),
    isTakenBack: (id) => known.deletedAgain.has(id),
    follows: (id, path, version, stamp) => {
      const [first, other] = [originOf(id, path, version.stamp), originOf(id, path, stamp)];
      if (first === null || other === null) return other === null;
      // Whoever brings a value back has seen everything; its first author counts.
      const { knows = [] } = known.written.get(versionAddress({ id, path, stamp: first })) ?? version;
      return first === other || hasSeen(knows, other) || hasSeen(knows, stamp);
    },
  };
}

function beforeIn({ written, takenBack }: Undone, change: Change): Before {
  const { knows = [] } = change;
  let before: Before = { value: change.before, stamp: change.was };
  for (;;) {
    const { stamp } = before;
    if (stamp === null) return before;
    const address = versionAddress({ ...change, stamp });
    const next = takenBack.has(address) || !hasSeen(knows, stamp) ? written.get(address) : undefined;
    if (next === undefined) return before;
    before = { value: next.before, stamp: next.was };
  }
}

type VersionAt = Pick<Change, 'id' | 'path' | 'stamp'>;

/** For each version that an undo wrote: the one whose value it is. */
type BroughtBack = ReadonlyMap<string, () => Stamp | null>;

interface Undone {
  readonly broughtBack: BroughtBack;
  /** All changes. */
  readonly written: ReadonlyMap<string, Change>;
  /** Those that were taken back and did not come back since. */
  readonly takenBack: ReadonlySet<string>;
  /** Records that an undo of the target deleted. */
  readonly deletedAgain: ReadonlySet<RecordId>;
}

function undoneIn(changeSets: readonly ChangeSet[], target: ChangeSet): Undone {
  const setById = new Map(changeSets.map((changeSet) => [changeSet.id, changeSet]));
  const inForce = undosInForce(changeSets, target);
  const broughtBack = new Map<string, () => Stamp | null>();
  const takenBack = new Set<string>();
  const written = new Map(
    changeSets.flatMap(({ changes }) => changes.map((change) => [versionAddress(change), change])),
  );
  const deletedAgain = new Set<RecordId>();
  const known: Undone = { broughtBack, written, takenBack, deletedAgain };
  for (const { id, undoes, changes } of changeSets) {
    const undone = undoes === undefined ? undefined : setById.get(undoes);
    if (undone === undefined) continue;
    if (undoes === target.id && inForce.has(id)) {
      for (const { id: record, path, after } of changes) {
        if (path === deletedPath && after !== null) deletedAgain.add(record);
      }
    }
    const undoneAt = byPath(undone.changes);
    for (const [path, undoing] of byPath(changes)) {
      const gone = undoneAt.get(path);
      if (gone === undefined) continue;
      // In whatever order the sets come: what an undo brought back may be an undo's own.
      for (const [index, change] of undoing.entries()) {
        broughtBack.set(versionAddress(change), () => versionBehind(undoing, index, gone, known));
      }
      if (inForce.has(id)) for (const change of gone) takenBack.add(versionAddress(change));
    }
  }
  return known;
}

/** Whose value the undo's change is; those before the last of a path brought back what stood beside. */
function versionBehind(
  undoing: readonly Change[],
  index: number,
  gone: readonly Change[],
  known: Undone,
): Stamp | null {
  const [change, first] = [undoing[index], gone[0]];
  if (change === undefined || first === undefined) return null;
  const text = canonicalJson(change.after);
  const says = ({ value }: { readonly value: JsonValue }): boolean => canonicalJson(value) === text;
  if (index < undoing.length - 1) {
    const alike = undoing.slice(0, index).filter((one) => says({ value: one.after })).length;
    return gone.flatMap((one) => one.beside ?? []).filter(says)[alike]?.stamp ?? null;
  }
  const stamps = gone.map(({ stamp }) => stamp);
  const isUndone = (stamp: Stamp): boolean => {
    const origin = originIn(known.broughtBack, { ...change, stamp }, none);
    return stamps.includes(stamp) || (origin !== null && stamps.includes(origin));
  };
  // What counted stays the value that counts.
  if (change.was !== null && !isUndone(change.was)) return change.was;
  // Who had written at the same time is left of a conflict.
  const left = change.beside?.find((one) => says(one) && !isUndone(one.stamp));
  return left === undefined ? beforeIn(known, first).stamp : left.stamp;
}

function originIn(
  broughtBack: BroughtBack,
  { id, path, stamp }: VersionAt,
  own: ReadonlySet<string>,
): Stamp | null {
  let origin = stamp;
  for (;;) {
    const address = versionAddress({ id, path, stamp: origin });
    const behind = broughtBack.get(address);
    if (behind === undefined || own.has(address)) return origin;
    const before = behind();
    if (before === null) return null;
    origin = before;
  }
}

const none: ReadonlySet<string> = new Set();

/** The undoing sets that were not undone themselves by one that is in force, once the target is undone. */
function undosInForce(changeSets: readonly ChangeSet[], target: ChangeSet): ReadonlySet<ChangeSetId> {
  const undoneBy = new Map<ChangeSetId, ChangeSetId[]>();
  for (const { id, undoes } of changeSets) {
    if (undoes !== undefined) undoneBy.set(undoes, [...(undoneBy.get(undoes) ?? []), id]);
  }
  const known = new Map<ChangeSetId, boolean>([[target.id, false]]);
  const isInForce = (id: ChangeSetId): boolean => {
    const answer = known.get(id) ?? (undoneBy.get(id) ?? []).every((by) => !isInForce(by));
    known.set(id, answer);
    return answer;
  };
  return new Set(changeSets.flatMap(({ id, undoes }) => (undoes !== undefined && isInForce(id) ? [id] : [])));
}

function byPath(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const address = `${change.id} ${change.path}`;
    const group = groups.get(address);
    if (group === undefined) groups.set(address, [change]);
    else group.push(change);
  }
  return groups;
}

const versionAddress = ({ id, path, stamp }: VersionAt): string => `${id} ${path} ${stamp}`;
