import { useState } from 'react';
import type { ChangeSetId } from '../../../shared/core/ids.ts';
import type { Change } from '../../../shared/sync/changeSet.ts';
import type { SaveError } from '../../storage/fieldbookStore.ts';
import { useRecordActions } from '../../stores/useRecordActions.ts';

export type UndoState =
  | { readonly step: 'undoing' }
  /** `changed` is false when nothing was left to take back. */
  | {
      readonly step: 'undone' | 'redone';
      readonly changed: boolean;
      readonly kept: readonly Change[];
    }
  | { readonly step: 'failed'; readonly error: SaveError };

export interface BatchUndo {
  readonly states: ReadonlyMap<ChangeSetId, UndoState>;
  run(id: ChangeSetId): Promise<void>;
  /** Takes the undo back that took `id` back. */
  redo(id: ChangeSetId, undoneBy: ChangeSetId): Promise<void>;
}

/** Takes change sets back, and remembers what came of it as long as the page is open. */
export function useBatchUndo(): BatchUndo {
  const actions = useRecordActions();
  const [states, setStates] = useState<ReadonlyMap<ChangeSetId, UndoState>>(new Map());
  const set = (id: ChangeSetId, state: UndoState): void =>
    setStates((current) => new Map([...current, [id, state]]));
  const takeBack = async (taken: ChangeSetId, shownAt: ChangeSetId, step: 'undone' | 'redone') => {
    set(shownAt, { step: 'undoing' });
    const undone = await actions.undo(taken);
    set(
      shownAt,
      undone.ok
        ? { step, changed: undone.value.changeSet !== null, kept: undone.value.kept }
        : { step: 'failed', error: undone.error },
    );
  };
  return {
    states,
    run: (id) => takeBack(id, id, 'undone'),
    redo: (id, undoneBy) => takeBack(undoneBy, id, 'redone'),
  };
}
