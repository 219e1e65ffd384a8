import { useEffect } from 'react';
import { useStore as useZustand } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LockPort, LockState } from '../../shared/ipc/lockPort.ts';
import { useHost } from './services.tsx';

/** The dialogues about encryption, of which at most one is open. */
export type LockDialog = 'setUp' | 'change' | 'renewKey' | 'off';

export interface LockStatus {
  /** Null until the host has answered. */
  readonly state: LockState | null;
  readonly dialog: LockDialog | null;
}

export interface LockStatusActions {
  refresh(): void;
  show(dialog: LockDialog | null): void;
}

const stores = new WeakMap<LockPort, StoreApi<LockStatus>>();

/** Encryption as the host last told of it, and which of its dialogues is open; the same for every part of the screen. */
export function useLockStatus(): LockStatus & LockStatusActions {
  const { lock } = useHost();
  const store = storeOf(lock);
  const status = useZustand(store);
  const isKnown = status.state !== null;
  useEffect(() => {
    if (!isKnown) void refresh(lock);
  }, [isKnown, lock]);
  return {
    ...status,
    refresh: () => void refresh(lock),
    show: (dialog) => store.setState({ dialog }),
  };
}

/** Opens a dialogue from where no component of it is drawn yet: the first run. */
export const showLockDialog = (lock: LockPort, dialog: LockDialog): void =>
  storeOf(lock).setState({ dialog });

async function refresh(lock: LockPort): Promise<void> {
  const state = await lock.state();
  if (state.ok) storeOf(lock).setState({ state: state.value });
}

function storeOf(lock: LockPort): StoreApi<LockStatus> {
  let known = stores.get(lock);
  if (known === undefined) {
    known = createStore<LockStatus>()(() => ({ state: null, dialog: null }));
    stores.set(lock, known);
  }
  return known;
}
