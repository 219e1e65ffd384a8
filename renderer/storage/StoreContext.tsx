import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import type { ChangeSet } from '../../shared/sync/changeSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import type { ChangeSetHead, FieldbookStore, RecordHistoryEntry, StoreState } from './fieldbookStore.ts';

const StoreContext = createContext<FieldbookStore | null>(null);

export function StoreProvider({
  store,
  children,
}: {
  readonly store: FieldbookStore;
  readonly children: ReactNode;
}): ReactNode {
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** The open store; a component outside of StoreProvider is a bug. */
export function useStore(): FieldbookStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('no StoreProvider above this component');
  return store;
}

/** The live records of a type; a new array only after one of them changed. */
export function useRecords(type: string): readonly StoredRecord[] {
  const store = useStore();
  return useStoreValue(
    store,
    useCallback(() => store.records.all(type), [store, type]),
  );
}

/** One record, deleted or not; null when there is none, or no id yet. */
export function useRecord(type: string, id: RecordId | null): StoredRecord | null {
  const store = useStore();
  return useStoreValue(
    store,
    useCallback(() => (id === null ? null : store.records.find(type, id)), [store, type, id]),
  );
}

/** All records; a new object after each commit, so that what is derived from it can be memoized by it. */
export function useRecordSet(): RecordSet {
  const store = useStore();
  const version = useStoreVersion(store);
  return useMemo(() => view(store.records, version), [store, version]);
}

export function useStoreState(): StoreState {
  const store = useStore();
  return useStoreValue(
    store,
    useCallback(() => store.state(), [store]),
  );
}

/** Every change of a record, oldest first; null until it was read. */
export function useHistory(id: RecordId): readonly RecordHistoryEntry[] | null {
  const store = useStore();
  return useAnswer(
    store,
    useCallback(() => store.historyOf(id), [store, id]),
  );
}

/** The last change sets, newest first; null until they were read. */
export function useChangeSets(limit: number): readonly ChangeSet[] | null {
  const store = useStore();
  return useAnswer(
    store,
    useCallback(() => store.changeSets(limit), [store, limit]),
  );
}

/** Like useChangeSets without the changes, so that thousands cost nothing. */
export function useChangeSetHeads(limit: number): readonly ChangeSetHead[] | null {
  const store = useStore();
  return useAnswer(
    store,
    useCallback(() => store.changeSetHeads(limit), [store, limit]),
  );
}

function useStoreValue<T>(store: FieldbookStore, snapshot: () => T): T {
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  return useSyncExternalStore(subscribe, snapshot);
}

function useStoreVersion(store: FieldbookStore): number {
  return useStoreValue(
    store,
    useCallback(() => store.version(), [store]),
  );
}

/** Asks again after each commit; the answer before stays until the new one is there, but not for another question. */
function useAnswer<T>(store: FieldbookStore, ask: () => Promise<T>): T | null {
  const version = useStoreVersion(store);
  const [answer, setAnswer] = useState<{ readonly ask: () => Promise<T>; readonly value: T } | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version makes the question a new one.
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (value) => {
        if (isCurrent) setAnswer({ ask, value });
      },
      (error: unknown) => {
        if (isCurrent) setFailure({ error });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, version]);
  // For the error boundary: neither database nor journal can be read.
  if (failure !== null) throw failure.error;
  return answer?.ask === ask ? answer.value : null;
}

/** The records under a new identity; `version` says which state it stands for. */
function view(records: RecordSet, _version: number): RecordSet {
  return {
    all: (type) => records.all(type),
    deleted: (type) => records.deleted(type),
    find: (type, id) => records.find(type, id),
  };
}
