import type { RecordId } from '../core/ids.ts';
import { isJsonObject } from '../core/json.ts';
import { findDefinition } from '../records/registry.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { Path } from '../schema/migrations.ts';
import type { BesideValue, Change, ChangeSet } from './changeSet.ts';
import { currentValue, knowledgeAt, knowledgeOfRecord, stampBeside, versionsAt } from './pathVersions.ts';
import type { IssueStamp } from './planEdit.ts';
import { conflictMark, createdPath, deletedPath, type StoredRecord } from './record.ts';
import type { Stamp } from './stamp.ts';
import { type UndoTrace, untraced } from './undoTrace.ts';
import { joinKnowledge, knowledgeOf, type Version } from './versions.ts';

export interface UndoPlan {
  readonly changes: readonly Change[];
  /** Changes that stay because somebody wrote their path again afterwards. */
  readonly kept: readonly Change[];
}

/**
 * Takes a change set back by new edits, as if it had never been: each path where its value still stands gets the value
 * from before, or what another wrote there without knowing of it; what stood beside the value from before stands beside
 * it again, so that the undoing of a decision opens its conflict; a record that the set created is marked deleted,
 * unless it was edited since. Sets can be taken back in any order. Undoing an undo is the redo.
 */
export function planUndo(
  changeSet: ChangeSet,
  find: (type: string, id: RecordId) => StoredRecord | null,
  issue: IssueStamp,
  trace: UndoTrace = untraced,
): UndoPlan {
  const opensConflicts = changeSet.changes.some(({ beside }) => beside !== undefined);
  // Earlier than the others, so that the value that counted before counts again.
  const besideStamp = opensConflicts ? issue() : null;
  const stamps: UndoStamps = { besideStamp, stamp: issue() };
  const undone: Change[] = [];
  const kept: Change[] = [];
  for (const changes of groupByRecord(changeSet.changes).values()) {
    const [first] = changes;
    const record = first === undefined ? null : find(first.type, first.id);
    const definition = first === undefined ? null : findDefinition(first.type);
    if (record === null || definition === null) continue;
    const written = writtenPaths(changes);
    const created = changes.some(({ path, was }) => path === createdPath && was === null);
    // A record with later edits stays, whole: half of a new record helps nobody.
    if (created && hasOtherStamps(record, written, trace)) kept.push(...written.map(({ change }) => change));
    else if (created && !trace.isTakenBack(record.id)) undone.push(deletionOf(record, stamps.stamp));
    else if (created) continue;
    else {
      const stale = written.filter((one) => standing(definition, record, one, trace).length === 0);
      const stalePaths = new Set<unknown>(stale.map(({ change }) => change.path));
      kept.push(...stale.map(({ change }) => change));
      undone.push(
        ...written
          .filter((one) => !stale.includes(one) && !stalePaths.has(decidedPath(one.change)))
          .flatMap((one) => inverse(definition, record, one, stamps, trace)),
      );
    }
  }
  return { changes: undone, kept };
}

interface UndoStamps {
  /** For values that stand beside others again. */
  readonly besideStamp: Stamp | null;
  readonly stamp: Stamp;
}

function groupByRecord(changes: readonly Change[]): ReadonlyMap<RecordId, readonly Change[]> {
  const byRecord = new Map<RecordId, Change[]>();
  for (const change of changes) {
    const group = byRecord.get(change.id);
    if (group === undefined) byRecord.set(change.id, [change]);
    else group.push(change);
  }
  return byRecord;
}

/** What a set did to a path: an import can bring several values that stand side by side. */
interface WrittenPath {
  /** The last one, with the value before the whole set. */
  readonly change: Change;
  /** Of all that the set wrote there. */
  readonly stamps: readonly Stamp[];
  readonly beside: readonly BesideValue[];
}

function writtenPaths(changes: readonly Change[]): readonly WrittenPath[] {
  const byPath = new Map<Path, WrittenPath>();
  for (const change of changes) {
    const { path, stamp, beside = [] } = change;
    const before = byPath.get(path);
    byPath.set(
      path,
      before === undefined
        ? { change, stamps: [stamp], beside }
        : {
            change: { ...change, before: before.change.before, was: before.change.was },
            stamps: [...before.stamps, stamp],
            beside: [...before.beside, ...beside],
          },
    );
  }
  return [...byPath.values()];
}

function hasOtherStamps(record: StoredRecord, written: readonly WrittenPath[], trace: UndoTrace): boolean {
  const stampsByPath = new Map(written.map(({ change, stamps }) => [change.path, stamps]));
  return Object.entries(record.stamps).some(([path, stamp]) => {
    const origin = path === deletedPath ? null : trace.originOf(record.id, path, stamp);
    return origin !== null && stampsByPath.get(path)?.includes(origin) !== true;
  });
}

/** Also of a record that somebody deleted: taking that deletion back must not bring it to life again. */
function deletionOf(record: StoredRecord, stamp: Stamp): Change {
  return {
    type: record.type,
    id: record.id,
    path: deletedPath,
    before: record.deleted ? record.deletedSeeing : null,
    after: knowledgeOfRecord(record),
    stamp,
    was: record.stamps[deletedPath] ?? null,
    knows: knowledgeAt(record, deletedPath),
  };
}

/** Of what the set wrote, the versions that nobody has replaced: the one that counts, or some beside it. */
function standing(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  { change: { path }, stamps }: WrittenPath,
  trace: UndoTrace,
): readonly Version[] {
  return versionsAt(definition, record, path).filter(({ stamp }) => {
    const origin = trace.originOf(record.id, path, stamp);
    return origin !== null && stamps.includes(origin);
  });
}

/** The path of the conflict whose decision a change marks: the mark goes where the decision goes. */
function decidedPath({ path, after }: Change): unknown {
  return path.startsWith(`${conflictMark}/`) && isJsonObject(after) ? after.path : null;
}

function inverse(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  written: WrittenPath,
  stamps: UndoStamps,
  trace: UndoTrace,
): readonly Change[] {
  const { change } = written;
  const { type, id, path } = change;
  const own = standing(definition, record, written, trace);
  const ownStamps = new Set(own.map(({ stamp }) => stamp));
  const others = versionsAt(definition, record, path).filter(({ stamp }) => !ownStamps.has(stamp));
  const heir = heirOf(record, written, others, trace);
  const after = heir === null ? trace.before(change).value : heir.value;
  const gone = joinKnowledge(knowledgeOf(own), written.stamps);
  const knows = joinKnowledge(
    heir === null ? gone : joinKnowledge(gone, knowledgeOf([heir])),
    knowledgeAt(record, path),
  );
  const before = currentValue(definition, record, path);
  const base = { type, id, path, before, was: record.stamps[path] ?? null, knows };
  return [
    ...valuesAgain(written, others, trace).map(({ stamp: was, value }) => ({
      ...base,
      after: value,
      stamp: besideStampOf(stamps, change, was),
    })),
    { ...base, after, stamp: stamps.stamp },
  ];
}

/**
 * Who counts where the set's value goes: what counts already, or the latest of those beside it, if one of them was
 * written in place of the value from before. Null where that value comes back.
 */
function heirOf(
  record: StoredRecord,
  { change }: WrittenPath,
  others: readonly Version[],
  trace: UndoTrace,
): Version | null {
  const [latest = null] = others;
  const { id, path } = change;
  if (latest === null || latest.stamp === record.stamps[path]) return latest;
  const { stamp } = trace.before(change);
  const replaces = (other: Version): boolean => stamp === null || trace.follows(id, path, other, stamp);
  return others.some(replaces) ? latest : null;
}

/** What stood beside the value from before, and that nobody replaced who has a value there now. */
function valuesAgain(
  { beside, change: { id, path } }: WrittenPath,
  others: readonly Version[],
  trace: UndoTrace,
): readonly BesideValue[] {
  return beside.filter(({ stamp }) => !others.some((other) => trace.follows(id, path, other, stamp)));
}

/** By an author of its own: who knows the one value must not count as having seen the other. */
function besideStampOf({ besideStamp, stamp }: UndoStamps, { id, path }: Change, was: Stamp): Stamp {
  return stampBeside(besideStamp ?? stamp, id, path, was);
}
