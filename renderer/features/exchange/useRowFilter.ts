import { useDeferredValue, useMemo, useState } from 'react';
import { filterRows, openingFilter, type RowFilter, type ShownRow } from './planRows.ts';

export interface RowFilterState {
  readonly filter: RowFilter;
  /** Null for all files. */
  readonly fileKey: string | null;
  readonly query: string;
  readonly shown: readonly ShownRow[];
  set(patch: { filter?: RowFilter; fileKey?: string | null; query?: string }): void;
}

interface Chosen {
  /** Of the preview for which it was chosen. */
  readonly run: number;
  readonly filter: RowFilter;
  readonly fileKey: string | null;
  readonly query: string;
}

/** What the preview shows of its rows; a new preview opens again with what needs a person. */
export function useRowFilter(
  rows: readonly ShownRow[],
  counts: Readonly<Record<RowFilter, number>>,
  run: number,
): RowFilterState {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const opening: Chosen = { run, filter: openingFilter(counts), fileKey: null, query: '' };
  const current = chosen?.run === run ? chosen : opening;
  const query = useDeferredValue(current.query);
  const { filter, fileKey } = current;
  const shown = useMemo(() => filterRows(rows, filter, fileKey, query), [rows, filter, fileKey, query]);
  return { ...current, shown, set: (patch) => setChosen({ ...current, ...patch }) };
}
