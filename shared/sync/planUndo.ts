import type { RecordId } from '../core/ids.ts';
import { canonicalJson, isJsonObject } from '../core/json.ts';
import { findDefinition } from '../records/registry.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { Path } from '../schema/migrations.ts';
import type { BesideValue, Change, ChangeSet } from './changeSet.ts';
import { currentValue, knowledgeAt, knowledgeOfRecord, stampBeside, versionsAt } from './pathVersions.ts';
import type { IssueStamp } from './planEdit.ts';
import { conflictMark, createdPath, deletedPath, type StoredRecord } from './record.ts';
import type { Stamp } from './stamp.ts';
import { hasSeen, joinKnowledge, type Version } from './versions.ts';

export interface UndoPlan {
  readonly changes: readonly Change[];
  /** Changes that stay because somebody wrote their path again afterwards. */
  readonly kept: readonly Change[];
}

/**
 * Takes a change set back by new edits: each path that still carries the set's stamp gets its value from before, and
 * what stood beside that value stands beside it again, so that the undoing of a decision opens its conflict; a record
 * that the set created is marked deleted, unless it was edited since. Undoing an undo is the redo.
 */
export function planUndo(
  changeSet: ChangeSet,
  find: (type: string, id: RecordId) => StoredRecord | null,
  issue: IssueStamp,
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
    if (created && hasOtherStamps(record, written)) kept.push(...written.map(({ change }) => change));
    else if (created) undone.push(...deletionOf(record, stamps.stamp));
    else {
      const stale = written.filter((one) => !stands(record, one));
      const stalePaths = new Set<unknown>(stale.map(({ change }) => change.path));
      kept.push(...stale.map(({ change }) => change));
      undone.push(
        ...written
          .filter((one) => !stale.includes(one) && !stalePaths.has(decidedPath(one.change)))
          .flatMap((one) => inverse(definition, record, one, stamps)),
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

function hasOtherStamps(record: StoredRecord, written: readonly WrittenPath[]): boolean {
  const stampsByPath = new Map(written.map(({ change, stamps }) => [change.path, stamps]));
  return Object.entries(record.stamps).some(
    ([path, stamp]) => path !== deletedPath && stampsByPath.get(path)?.includes(stamp) !== true,
  );
}

function deletionOf(record: StoredRecord, stamp: Stamp): readonly Change[] {
  if (record.deleted) return [];
  const was = record.stamps[deletedPath] ?? null;
  return [
    {
      type: record.type,
      id: record.id,
      path: deletedPath,
      before: null,
      after: knowledgeOfRecord(record),
      stamp,
      was,
      knows: knowledgeAt(record, deletedPath),
    },
  ];
}

/** Whether what the set wrote is still there: as the value that counts, or beside one that was there before it. */
function stands(record: StoredRecord, { change: { path, was }, stamps }: WrittenPath): boolean {
  const counting = record.stamps[path];
  if (counting !== undefined && stamps.includes(counting)) return true;
  return counting === was && (record.siblings[path] ?? []).some(({ stamp }) => stamps.includes(stamp));
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
): readonly Change[] {
  const { change } = written;
  const { type, id, path } = change;
  const knows = joinKnowledge(knowledgeAt(record, path), written.stamps);
  const before = currentValue(definition, record, path);
  const base = { type, id, path, before, was: record.stamps[path] ?? null, knows };
  return [
    ...valuesAgain(versionsAt(definition, record, path), written, knows).map(({ stamp: was, value }) => ({
      ...base,
      after: value,
      stamp: besideStampOf(stamps, change, was),
    })),
    { ...base, after: change.before, stamp: stamps.stamp },
  ];
}

/** What stood beside the value from before and does not stand there now. */
function valuesAgain(
  versions: readonly Version[],
  { change, beside }: WrittenPath,
  knows: readonly Stamp[],
): readonly BesideValue[] {
  if (beside.length === 0) return [];
  const staying = versions.filter(({ stamp }) => !hasSeen(knows, stamp));
  const told = new Set([canonicalJson(change.before), ...staying.map(({ value }) => canonicalJson(value))]);
  return beside.filter(({ value }) => {
    const text = canonicalJson(value);
    if (told.has(text)) return false;
    told.add(text);
    return true;
  });
}

/** By an author of its own: who knows the one value must not count as having seen the other. */
function besideStampOf({ besideStamp, stamp }: UndoStamps, { id, path }: Change, was: Stamp): Stamp {
  return stampBeside(besideStamp ?? stamp, id, path, was);
}
