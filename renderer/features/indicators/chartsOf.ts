import { isoDate, yearOf } from '../../../shared/core/dates.ts';
import { type FigureChart, figureCharts } from '../../../shared/reports/figureCharts.ts';
import { figureTable } from '../../../shared/reports/figures.ts';
import { customPeriod, periodUntil } from '../../../shared/reports/period.ts';
import { traineesByOrganization } from '../../../shared/reports/traineesByOrganization.ts';
import type { FigureScope } from './useFigureScope.ts';

export type ChartScope = Pick<
  FigureScope,
  'records' | 'breakdown' | 'centerIds' | 'years' | 'year' | 'today' | 'includeSample'
>;

/** All charts of what the page shows, years from left to right. */
export function chartsOf(scope: ChartScope): readonly FigureChart[] {
  const { records, breakdown, centerIds, years, year, today, includeSample } = scope;
  const shown = breakdown === 'year' ? years : [year];
  const table = figureTable(records, { breakdown, centerIds, years: shown, today, includeSample });
  const from = isoDate(shown[0] ?? yearOf(today), 1, 1) ?? today;
  const to = isoDate(shown.at(-1) ?? yearOf(today), 12, 31) ?? today;
  const period = periodUntil(customPeriod(from, to), today);
  const trainees =
    period === null ? null : traineesByOrganization(records, { centerIds, period, includeSample });
  return [...figureCharts(table), ...(trainees === null ? [] : [trainees])];
}
