import type { RecordId } from '../core/ids.ts';
import type { Path } from '../schema/migrations.ts';
import type { Change, ChangeSet } from './changeSet.ts';
import { knowledgeAt, knowledgeOfRecord } from './pathVersions.ts';
import type { IssueStamp } from './planEdit.ts';
import { createdPath, deletedPath, type StoredRecord } from './record.ts';
import { joinKnowledge } from './versions.ts';

export interface UndoPlan {
  readonly changes: readonly Change[];
  /** Changes that stay because somebody wrote their path again afterwards. */
  readonly kept: readonly Change[];
}

/**
 * Takes a change set back by new edits: each path that still carries the set's stamp gets its value from before; a
 * record that the set created is marked deleted, unless it was edited since. Undoing an undo is the redo.
 */
export function planUndo(
  changeSet: ChangeSet,
  find: (type: string, id: RecordId) => StoredRecord | null,
  issue: IssueStamp,
): UndoPlan {
  const stamp = issue();
  const undone: Change[] = [];
  const kept: Change[] = [];
  for (const changes of groupByRecord(changeSet.changes).values()) {
    const [first] = changes;
    const record = first === undefined ? null : find(first.type, first.id);
    if (first === undefined || record === null) continue;
    const written = lastOfEachPath(changes);
    const created = changes.some(({ path, was }) => path === createdPath && was === null);
    const stale = written.filter((change) => !stands(record, change));
    // A record with later edits stays, whole: half of a new record helps nobody.
    if (created && hasOtherStamps(record, written)) kept.push(...written);
    else if (created) undone.push(...deletionOf(record, stamp));
    else {
      kept.push(...stale);
      undone.push(
        ...written
          .filter((change) => !stale.includes(change))
          .map((change) => inverse(record, change, stamp)),
      );
    }
  }
  return { changes: undone, kept };
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

/** One change per path, from the value before the whole set to the one after it: a set may write a path twice. */
function lastOfEachPath(changes: readonly Change[]): readonly Change[] {
  const byPath = new Map<Path, Change>();
  for (const change of changes) {
    const first = byPath.get(change.path);
    byPath.set(
      change.path,
      first === undefined ? change : { ...change, before: first.before, was: first.was },
    );
  }
  return [...byPath.values()];
}

function hasOtherStamps(record: StoredRecord, changes: readonly Change[]): boolean {
  const written = new Map(changes.map(({ path, stamp }) => [path, stamp]));
  return Object.entries(record.stamps).some(
    ([path, stamp]) => path !== deletedPath && written.get(path) !== stamp,
  );
}

function deletionOf(record: StoredRecord, stamp: Change['stamp']): readonly Change[] {
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

/** Whether what the change wrote is still there: as the value that counts, or beside one that was there before it. */
function stands(record: StoredRecord, { path, stamp, was }: Change): boolean {
  if (record.stamps[path] === stamp) return true;
  return (
    record.stamps[path] === was && (record.siblings[path] ?? []).some((version) => version.stamp === stamp)
  );
}

function inverse(record: StoredRecord, change: Change, stamp: Change['stamp']): Change {
  const { type, id, path } = change;
  const beside = record.stamps[path] !== change.stamp;
  return {
    type,
    id,
    path,
    before: beside ? change.before : change.after,
    after: change.before,
    stamp,
    was: record.stamps[path] ?? null,
    knows: joinKnowledge(knowledgeAt(record, path), [change.stamp]),
  };
}
