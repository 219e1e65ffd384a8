import { useState } from 'react';
import type { ChangeSetId } from '../../../shared/core/ids.ts';
import type { Change } from '../../../shared/sync/changeSet.ts';
import type { SaveError } from '../../storage/fieldbookStore.ts';
import { useRecordActions } from '../../stores/useRecordActions.ts';

export type UndoState =
  | { readonly step: 'undoing' }
  /** `changed` is false when nothing was left to take back. */
  | { readonly step: 'undone'; readonly changed: boolean; readonly kept: readonly Change[] }
  | { readonly step: 'failed'; readonly error: SaveError };

export interface BatchUndo {
  readonly states: ReadonlyMap<ChangeSetId, UndoState>;
  run(id: ChangeSetId): Promise<void>;
}

/** Takes change sets back, and remembers what came of it as long as the page is open. */
export function useBatchUndo(): BatchUndo {
  const actions = useRecordActions();
  const [states, setStates] = useState<ReadonlyMap<ChangeSetId, UndoState>>(new Map());
  const set = (id: ChangeSetId, state: UndoState): void =>
    setStates((current) => new Map([...current, [id, state]]));
  return {
    states,
    run: async (id) => {
      set(id, { step: 'undoing' });
      const undone = await actions.undo(id);
      set(
        id,
        undone.ok
          ? { step: 'undone', changed: undone.value.changeSet !== null, kept: undone.value.kept }
          : { step: 'failed', error: undone.error },
      );
    },
  };
}
