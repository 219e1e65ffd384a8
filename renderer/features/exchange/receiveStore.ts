import { createStore, type StoreApi } from 'zustand/vanilla';
import { noImport, type ReceiveEvent, type ReceiveState, receiveReducer } from './receiveState.ts';

export interface ReceiveStore extends StoreApi<ReceiveState> {
  dispatch(event: ReceiveEvent): ReceiveState;
}

export function createReceiveStore(): ReceiveStore {
  const store = createStore<ReceiveState>()(() => noImport);
  return {
    ...store,
    dispatch: (event) => {
      store.setState(receiveReducer(store.getState(), event), true);
      return store.getState();
    },
  };
}

/** Outlives the page: whoever looks something up in the middle of an import finds the preview again. */
export const receiveStore = createReceiveStore();
