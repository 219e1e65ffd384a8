import { useEffect } from 'react';
import { useStore as useZustand } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../shared/core/result.ts';
import type { HostError, SecondFolder, SnapshotPort, SnapshotsState } from '../../shared/ipc/host.ts';
import { useHost } from './services.tsx';

export interface Backups {
  /** Null until the host has answered. */
  readonly state: SnapshotsState | null;
  /** Why the last thing asked for did not happen; null when it did. */
  readonly failure: HostError | null;
  readonly working: boolean;
}

export interface BackupActions {
  backUpNow(): Promise<boolean>;
  /** Asks for the second folder; false when the user cancelled or it cannot be used. */
  chooseFolder(title: string): Promise<boolean>;
  forgetFolder(): Promise<boolean>;
  refresh(): Promise<boolean>;
}

interface BackupStore extends BackupActions {
  readonly store: StoreApi<Backups>;
}

/** Whether nothing can be done in the second folder now; one that is full or writes badly can still be asked. */
export const isOutOfReach = ({ condition }: SecondFolder): boolean =>
  condition === 'missing' || condition === 'asks';

/** The host takes them by itself, so the page looks again now and then. */
const lookEvery = 60_000;

const stores = new WeakMap<SnapshotPort, BackupStore>();

/** The snapshots as the host last told of them, the same for every part of the screen. */
export function useBackups(): Backups & BackupActions {
  const { snapshots } = useHost();
  const { store, ...actions } = storeOf(snapshots);
  const { refresh } = actions;
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), lookEvery);
    return () => clearInterval(timer);
  }, [refresh]);
  return { ...useZustand(store), ...actions };
}

function storeOf(port: SnapshotPort): BackupStore {
  let known = stores.get(port);
  if (known === undefined) {
    known = createBackupStore(port);
    stores.set(port, known);
  }
  return known;
}

function createBackupStore(port: SnapshotPort): BackupStore {
  const store = createStore<Backups>()(() => ({ state: null, failure: null, working: false }));

  async function ask(question: () => Promise<Result<SnapshotsState | null, HostError>>): Promise<boolean> {
    store.setState({ working: true });
    const answer = await question();
    if (!answer.ok) store.setState({ working: false, failure: answer.error });
    else if (answer.value === null) store.setState({ working: false });
    else store.setState({ working: false, failure: null, state: answer.value });
    return answer.ok && answer.value !== null;
  }

  return {
    store,
    backUpNow: () => ask(() => port.take('manual')),
    chooseFolder: (title) => ask(() => port.chooseFolder(title)),
    forgetFolder: () => ask(() => port.forgetFolder()),
    // Asked by the clock, so neither a failure nor a sign of work is shown for it.
    refresh: async () => {
      const answer = await port.state();
      if (answer.ok) store.setState({ state: answer.value });
      return answer.ok;
    },
  };
}

/** The newest snapshot of this installation that holds, in either place; null for none. */
export function newestBackup(state: SnapshotsState | null): number | null {
  const good = state?.snapshots.filter(({ condition, isOwn }) => condition === 'good' && isOwn) ?? [];
  return good.length === 0 ? null : Math.max(...good.map(({ takenAt }) => takenAt));
}

/** A stick that is put in once a week is no reason to warn; after that, a broken disk takes more than a week's work. */
const longestAway = 7 * 86_400_000;

/**
 * Whether copies no longer reach the second folder: `failed`, or `away` for longer than a week with something saved that is
 * not there. One that is there catches up by itself within minutes, so that its age alone says nothing.
 */
export function lateCopies(second: SecondFolder | null, now: number): 'failed' | 'away' | null {
  if (second === null) return null;
  if (second.condition === 'failed') return 'failed';
  if (!isOutOfReach(second) || !second.isBehind) return null;
  return second.newestCopy === null || now - second.newestCopy > longestAway ? 'away' : null;
}
