import { useMemo, useState } from 'react';
import { type IsoDate, yearOf } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { Label } from '../../../shared/core/language.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordOf, recordsOf } from '../../../shared/records/recordsOf.ts';
import { type SampleShare, sampleShare } from '../../../shared/records/sampleShare.ts';
import { currentCountRules } from '../../../shared/reports/countRules.ts';
import type { FigureSource } from '../../../shared/reports/figureSource.ts';
import { type Breakdown, yearsWithRecords } from '../../../shared/reports/figures.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useCenterId } from '../../stores/useCenterId.ts';
import { useToday } from '../../stores/useToday.ts';

/** What the page shows, whichever way it shows it: kept while one goes from the table to the charts and the map. */
export interface FigureScope {
  readonly records: RecordSet;
  readonly today: IsoDate;
  readonly breakdown: Breakdown;
  readonly setBreakdown: (breakdown: Breakdown) => void;
  /** Oldest first. */
  readonly years: readonly number[];
  /** The one that is told apart by center, country or field. */
  readonly year: number;
  readonly setYear: (year: number) => void;
  readonly sample: SampleShare;
  readonly includeSample: boolean;
  readonly setIncludeSample: (include: boolean) => void;
  readonly centerIds: readonly RecordId[];
  /** Where these figures come from, for whatever is saved or printed. */
  readonly source: FigureSource;
}

export function useFigureScope(): FigureScope {
  const records = useRecordSet();
  const today = useToday();
  const ownCenter = useCenterId();
  const [breakdown, setBreakdown] = useState<Breakdown>('year');
  const [includeSample, setIncludeSample] = useState(false);
  const [year, setYear] = useState(yearOf(today));
  // A center compares itself and its country with the others, and follows its own years and fields.
  const isOfAll = breakdown === 'center' || breakdown === 'country' || ownCenter === null;
  const centerIds = useMemo(
    () =>
      recordsOf(records, 'center')
        .filter(({ id }) => isOfAll || id === ownCenter)
        .toSorted((a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999))
        .map(({ id }) => id),
    [records, isOfAll, ownCenter],
  );
  const sample = useMemo(() => sampleShare(records), [records]);
  const years = useMemo(() => yearsWithRecords(records, centerIds, today), [records, centerIds, today]);
  const source: FigureSource = {
    of: isOfAll ? allCenters : nameOf(records, ownCenter),
    period: breakdown === 'year' ? null : { en: String(year), ko: `${year}년` },
    asOf: today,
    countRules: currentCountRules.version,
    includesSample: includeSample,
  };
  return {
    records,
    today,
    breakdown,
    setBreakdown,
    years,
    year,
    setYear,
    sample,
    includeSample,
    setIncludeSample,
    centerIds,
    source,
  };
}

/** Of the map, which shows what the history table shows. */
export function mapSource(source: FigureSource): FigureSource {
  return {
    ...source,
    of: allCenters,
    period: { en: 'published figures and what was recorded since', ko: '공표 실적 및 이후 기록' },
  };
}

const allCenters: Label = { en: 'all centers', ko: '전체 센터' };

function nameOf(records: RecordSet, id: RecordId): Label {
  const values = recordOf(records, 'center', id)?.values ?? {};
  return { en: centerLabel(values, 'en'), ko: centerLabel(values, 'ko') };
}
