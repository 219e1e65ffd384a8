import { useMemo, useState } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import { type RecordOf, recordsOf } from '../../shared/records/recordsOf.ts';
import { useRecordSet } from '../storage/StoreContext.tsx';
import { useCenterId } from './useCenterId.ts';

/** Whose records an overview shows: the workspace's center; at headquarters any one, or all of them. */
export interface CenterScope {
  /** Null for all. */
  readonly centerId: RecordId | null;
  /** Null in the workspace of one center, where there is nothing to choose. */
  readonly choose: ((id: RecordId | null) => void) | null;
  /** By opening year. */
  readonly centers: readonly RecordOf<'center'>[];
}

export function useCenterScope(): CenterScope {
  const records = useRecordSet();
  const own = useCenterId();
  const [chosen, choose] = useState<RecordId | null>(null);
  const centers = useMemo(
    () =>
      recordsOf(records, 'center').toSorted((a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999)),
    [records],
  );
  const isKnown = centers.some(({ id }) => id === chosen);
  return {
    centerId: own ?? (isKnown ? chosen : null),
    choose: own === null ? choose : null,
    centers,
  };
}
