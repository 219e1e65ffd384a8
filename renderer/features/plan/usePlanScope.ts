import { useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { yearOf } from '../../../shared/core/dates.ts';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { plansOf } from '../../../shared/records/planVersions.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { type RecordOf, recordsOf } from '../../../shared/records/recordsOf.ts';
import { ledgerYears } from '../../../shared/reports/budgetLedger.ts';
import { type ToldRecords, toldRecords } from '../../../shared/reports/toldSamples.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useSettings } from '../../stores/services.tsx';
import { useToday } from '../../stores/useToday.ts';

/** Which center and year the pages of plan and budget show. */
export interface PlanScope {
  readonly records: RecordSet;
  /** What is counted for the center, and whether samples are. */
  readonly told: ToldRecords;
  readonly centers: readonly RecordOf<'center'>[];
  readonly isHeadquarters: boolean;
  readonly center: RecordOf<'center'> | null;
  readonly setCenter: (id: RecordId) => void;
  readonly year: number;
  readonly setYear: (year: number) => void;
  /** Years with a plan or money, and this one; newest first. */
  readonly years: readonly number[];
  readonly plans: readonly RecordOf<'plan'>[];
}

/** Begins with the workspace's center and this year, unless the address says otherwise. */
export function usePlanScope(): PlanScope {
  const records = useRecordSet();
  const { workspace } = useSettings();
  const today = useToday();
  const search: { readonly center?: unknown; readonly year?: unknown } = useSearch({ strict: false });
  const [chosen, setCenter] = useState<RecordId | null>(isRecordId(search.center) ? search.center : null);
  const [year, setYear] = useState(typeof search.year === 'number' ? search.year : yearOf(today));
  const centers = useMemo(
    () =>
      recordsOf(records, 'center').toSorted((a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999)),
    [records],
  );
  const isHeadquarters = workspace?.kind === 'headquarters';
  const id = workspace?.kind === 'center' ? workspace.centerId : chosen;
  const center = centers.find((one) => one.id === id) ?? (isHeadquarters ? (centers[0] ?? null) : null);
  const centerId = center?.id ?? null;
  const told = useMemo(() => toldRecords(records, centerId === null ? [] : [centerId]), [records, centerId]);
  const plans = useMemo(() => (centerId === null ? [] : plansOf(told.records, centerId)), [told, centerId]);
  const years = useMemo(() => {
    const planned = plans.flatMap(({ values }) => values.year ?? []);
    const spent = centerId === null ? [] : ledgerYears(told.records, centerId);
    return [...new Set([yearOf(today), year, ...planned, ...spent])].sort((a, b) => b - a);
  }, [told, centerId, plans, today, year]);
  return { records, told, centers, isHeadquarters, center, setCenter, year, setYear, years, plans };
}
