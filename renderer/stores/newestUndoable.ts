import type { ChangeSetId } from '../../shared/core/ids.ts';
import type { Change, ChangeSet } from '../../shared/sync/changeSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import type { Stamp } from '../../shared/sync/stamp.ts';

/** Among change sets, newest first: the first edit or import that is in force. An undo that was undone counts not. */
export function newestUndoable(changeSets: readonly ChangeSet[]): ChangeSet | null {
  const undone = new Set<ChangeSetId>();
  for (const changeSet of changeSets) {
    const { id, kind, undoes } = changeSet;
    if (undone.has(id)) continue;
    if (undoes !== undefined) undone.add(undoes);
    else if (kind === 'edit' || kind === 'import') return changeSet;
  }
  return null;
}

/**
 * A record as undoing a set has to see it. Taking an edit back writes the older value under a new stamp; for the edits
 * before it, the path is then as it was, so it is given the stamp that it had: else only one step could be undone.
 */
export function undoView(
  target: ChangeSet,
  changeSets: readonly ChangeSet[],
): (record: StoredRecord) => StoredRecord {
  const stampBefore = stampsTakenBack(changeSets);
  const ownStamps = new Set(target.changes.map(addressOf));
  return (record) => {
    const stamps: Record<string, Stamp> = {};
    for (const [path, written] of Object.entries(record.stamps)) {
      let stamp: Stamp | null = written;
      while (stamp !== null) {
        const address = addressOf({ id: record.id, path, stamp });
        const before = stampBefore.get(address);
        if (before === undefined || ownStamps.has(address)) break;
        stamp = before;
      }
      if (stamp !== null) stamps[path] = stamp;
    }
    return { ...record, stamps };
  };
}

/** For each change of an undo: the stamp that its path had before the edit that it took back. */
function stampsTakenBack(changeSets: readonly ChangeSet[]): ReadonlyMap<string, Stamp | null> {
  const setById = new Map(changeSets.map((changeSet) => [changeSet.id, changeSet]));
  const before = new Map<string, Stamp | null>();
  for (const { undoes, changes } of changeSets) {
    const undone = undoes === undefined ? undefined : setById.get(undoes);
    if (undone === undefined) continue;
    const wasByPath = new Map(undone.changes.map(({ id, path, was }) => [`${id} ${path}`, was]));
    for (const change of changes) {
      const was = wasByPath.get(`${change.id} ${change.path}`);
      if (was !== undefined) before.set(addressOf(change), was);
    }
  }
  return before;
}

const addressOf = ({ id, path, stamp }: Pick<Change, 'id' | 'path' | 'stamp'>): string =>
  `${id} ${path} ${stamp}`;
