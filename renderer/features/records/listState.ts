import type { SortingState } from '@tanstack/react-table';
import { create } from 'zustand';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { ListFilters } from './listFilters.ts';

/** How a list was left; it is found like that again when one comes back to it. */
export interface ListState {
  readonly query: string;
  readonly filters: ListFilters;
  /** Keys of the named filters that are on. */
  readonly named: readonly string[];
  readonly sorting: SortingState;
}

interface ListStates {
  readonly byType: Readonly<Record<string, ListState>>;
  change(definition: AnyRecordDefinition, patch: Partial<ListState>): void;
}

const useListStates = create<ListStates>()((set, get) => ({
  byType: {},
  change: (definition, patch) => {
    const { byType } = get();
    const before = byType[definition.type] ?? initialState(definition);
    set({ byType: { ...byType, [definition.type]: { ...before, ...patch } } });
  },
}));

export function useListState(
  definition: AnyRecordDefinition,
): readonly [ListState, (patch: Partial<ListState>) => void] {
  const state = useListStates(({ byType }) => byType[definition.type]) ?? initialState(definition);
  const change = useListStates((states) => states.change);
  return [state, (patch) => change(definition, patch)];
}

const initialStates = new WeakMap<AnyRecordDefinition, ListState>();

/** The newest first; what has no date by its first column. */
function initialState(definition: AnyRecordDefinition): ListState {
  let state = initialStates.get(definition);
  if (state === undefined) {
    const { dateField, listFields } = definition;
    const id = dateField ?? listFields[0] ?? '';
    state = { query: '', filters: {}, named: [], sorting: [{ id, desc: dateField !== undefined }] };
    initialStates.set(definition, state);
  }
  return state;
}
