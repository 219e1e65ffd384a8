import { isoDate, yearOf } from '../../core/dates.ts';
import type { Indicator, IndicatorTable } from '../indicators.ts';
import { indicatorTable } from '../indicators.ts';
import { customPeriod, type Period } from '../period.ts';
import { planTargets } from './planTargets.ts';
import type { ReportInput } from './reportContent.ts';
import type { ReportFigure } from './reportSections.ts';

/** Every indicator in the period and in the year so far, against the approved plans. */
export function reportFigures(input: ReportInput): readonly ReportFigure[] {
  const { set, request, period } = input;
  const tableOf = (span: Period): IndicatorTable =>
    indicatorTable(set, {
      period: span,
      today: request.asOf,
      centerIds: request.centerIds,
      endsWithoutDay: !input.byFormerRules,
    });
  const toDate = new Map(tableOf(yearsSoFar(input)).indicators.map(({ key, total }) => [key, total.value]));
  const targets = planTargets(input);
  return tableOf(period).indicators.map(
    ({ key, label, unit, format, total }: Indicator): ReportFigure => ({
      key,
      label,
      unit,
      format,
      value: total.value,
      periodTarget: targets.ofPeriod(key),
      toDate: toDate.get(key) ?? null,
      target: targets.ofYears(key),
      records: total.records.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }),
  );
}

/** From 1 January of the period's last year to its end; a final report looks back over all its years. */
export function yearsSoFar({ request: { kind, from, to } }: Pick<ReportInput, 'request'>): Period {
  return kind === 'final' ? customPeriod(from, to) : customPeriod(isoDate(yearOf(to), 1, 1) ?? from, to);
}

/** How much of the target is reached: 0.5 for half; null where either is missing or the target is 0. */
export function reachedShare({ toDate, target }: Pick<ReportFigure, 'toDate' | 'target'>): number | null {
  return toDate === null || target === null || target === 0 ? null : toDate / target;
}
