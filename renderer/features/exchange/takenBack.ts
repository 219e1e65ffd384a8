import type { ChangeSetId } from '../../../shared/core/ids.ts';
import type { ChangeSet } from '../../../shared/sync/changeSet.ts';

/**
 * Which change sets are not in force, each with the undo that took it back and is in force itself. An undo that was
 * taken back in turn (a redo) counts not. Newest first, as the store lists them.
 */
export function takenBack(
  changeSets: readonly Pick<ChangeSet, 'id' | 'undoes'>[],
): ReadonlyMap<ChangeSetId, ChangeSetId> {
  const by = new Map<ChangeSetId, ChangeSetId>();
  for (const { id, undoes } of changeSets) {
    if (undoes !== undefined && !by.has(id) && !by.has(undoes)) by.set(undoes, id);
  }
  return by;
}
