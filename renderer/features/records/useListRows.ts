import { useMemo, useRef } from 'react';
import { namedFiltersOf } from '../../../shared/reports/namedFilters.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useSession } from '../../stores/services.tsx';
import { passesFilters } from './listFilters.ts';
import type { ListState } from './listState.ts';
import { useSearchHits } from './useSearchHits.ts';

export interface ListRows {
  readonly all: readonly StoredRecord[];
  /** Those that selection, search and filters leave. */
  readonly shown: readonly StoredRecord[];
}

export function useListRows(definition: AnyRecordDefinition, { query, filters, named }: ListState): ListRows {
  const records = useRecordSet();
  const all = records.all(definition.type);
  const selection = useSession((session) => session.selection);
  const hits = useSearchHits(definition, records, query);
  const ids = selection?.type === definition.type ? selection.ids : null;
  const sets = useMemo(
    () =>
      namedFiltersOf(definition.type)
        .filter(({ key }) => named.includes(key))
        .map((filter) => filter.ids(records)),
    [definition, records, named],
  );
  const before = useRef<readonly StoredRecord[]>([]);
  const shown = useMemo(() => {
    const rows = all.filter(
      ({ id, values }) =>
        (ids === null || ids.has(id)) &&
        (hits === null || hits.has(id)) &&
        sets.every((set) => set.has(id)) &&
        passesFilters(values, filters),
    );
    // A further letter often leaves the same rows, which then need not be sorted and drawn again.
    if (!isSame(rows, before.current)) before.current = rows;
    return before.current;
  }, [all, ids, hits, sets, filters]);
  return { all, shown };
}

function isSame(a: readonly StoredRecord[], b: readonly StoredRecord[]): boolean {
  return a.length === b.length && a.every((record, index) => record === b[index]);
}
