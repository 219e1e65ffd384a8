import { countryName } from '../core/countries.ts';
import type { IsoDate } from '../core/dates.ts';
import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import type { CenterValues } from '../records/center.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordOf } from '../records/recordsOf.ts';
import { type HistoryMetric, historyMetrics } from './countRules.ts';
import type { FigureChart } from './figureCharts.ts';
import { type HistoryCells, historyLabels, historyTable } from './historyTable.ts';
import type { IndicatorValue } from './indicators.ts';

/** What a center did in all, as the history table counts it. */
export interface CenterActivity {
  readonly id: RecordId;
  readonly label: Label;
  readonly status: CenterValues['status'];
  readonly cells: HistoryCells;
}

/** The centers of one country; a country can have had several. */
export interface CountryActivity {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly label: Label;
  /** Oldest first. */
  readonly centers: readonly CenterActivity[];
  /** Where a center lies, if one says so. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
}

export interface CountryOptions {
  /** The last day that counts (see `HistoryOptions`). Default: none. */
  readonly until?: IsoDate | null;
  /** Default true. */
  readonly includeSample?: boolean;
}

/** Every country with a center, in the order of the history table: published figures and counted records. */
export function countryActivity(
  set: RecordSet,
  { includeSample = true, until = null }: CountryOptions = {},
): readonly CountryActivity[] {
  const centers = historyTable(set, { includeSample, until }).rows.flatMap(({ centerId, label, cells }) => {
    const values = centerId === null ? null : (recordOf(set, 'center', centerId)?.values ?? null);
    return centerId === null || values?.country === undefined
      ? []
      : [
          {
            country: values.country,
            values,
            activity: { id: centerId, label, status: values.status, cells },
          },
        ];
  });
  return [...groupBy(centers, ({ country }) => country)].map(([country, own]) => ({
    country,
    label: { en: countryName(country, 'en'), ko: countryName(country, 'ko') },
    centers: own.map(({ activity }) => activity),
    place: own.map(({ values }) => placeOf(values)).find((place) => place !== null) ?? null,
  }));
}

function placeOf({ latitude, longitude }: CenterValues): CountryActivity['place'] {
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude };
}

/** What a map shows of a country: one column of the history table, or all three together. */
export type MapMetric = HistoryMetric | 'all';

/** The number of a country with what stands behind it: published figures and counted records. */
export function activityValue(centers: readonly CenterActivity[], metric: MapMetric): IndicatorValue {
  const cells = centers.flatMap(({ cells: own }) =>
    metric === 'all' ? historyMetrics.map((one) => own[one]) : [own[metric]],
  );
  return {
    value: cells.reduce((sum, { total }) => sum + total, 0),
    records: cells.flatMap(({ baselineIds, records }) => [
      ...baselineIds.map((id) => ({ type: 'baseline' as const, id })),
      ...records.map(({ type, id }) => ({ type, id })),
    ]),
  };
}

const method: Label = {
  en: 'Published figures plus what was recorded since, as in the history table.',
  ko: '연혁·실적 표와 같이 공표 실적에 이후 기록된 활동을 더한 값입니다.',
};

/** The same numbers as a chart: a bar for each country, or for each center of some countries. */
export function activityChart(countries: readonly CountryActivity[], by: 'country' | 'center'): FigureChart {
  const rows =
    by === 'country'
      ? countries.map(({ country, label, centers }) => ({ key: country, label, centers }))
      : countries.flatMap(({ centers }) =>
          centers.map((center) => ({ key: center.id, label: center.label, centers: [center] })),
        );
  return {
    key: 'activityByCountry',
    title: { en: 'Activities by country', ko: '국가별 활동 실적' },
    kind: 'parts',
    axis: 'names',
    format: 'integer',
    unit: null,
    categories: rows.map(({ key, label }) => ({ key, label })),
    series: historyMetrics.map((metric, place) => ({
      key: metric,
      label: historyLabels[metric],
      method,
      place,
      values: rows.map(({ centers }) => activityValue(centers, metric)),
    })),
  };
}
