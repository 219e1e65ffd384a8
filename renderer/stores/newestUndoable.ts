import type { ChangeSetId } from '../../shared/core/ids.ts';
import type { ChangeSet } from '../../shared/sync/changeSet.ts';

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
