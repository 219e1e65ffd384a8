import { isoDate, yearOf } from '../../core/dates.ts';
import type { Indicator, IndicatorTable } from '../indicators.ts';
import { indicatorTable } from '../indicators.ts';
import { customPeriod, type Period } from '../period.ts';
import { type PlanTargets, plannedYears, planTargets } from './planTargets.ts';
import type { ReportInput } from './reportContent.ts';
import type { PlannedPart, ReportFigure } from './reportSections.ts';

/** Every indicator in the period and in the year so far, against the approved plans. */
export function reportFigures(input: ReportInput): readonly ReportFigure[] {
  const { period } = input;
  const toDate = new Map(
    tableOf(input, yearsSoFar(input)).indicators.map(({ key, total }) => [key, total.value]),
  );
  const targets = planTargets(input);
  const plannedPart = plannedPartIn(input, targets);
  return tableOf(input, period).indicators.map(
    ({ key, label, unit, format, total }: Indicator): ReportFigure => ({
      key,
      label,
      unit,
      format,
      value: total.value,
      periodTarget: targets.ofPeriod(key),
      toDate: toDate.get(key) ?? null,
      target: targets.ofYears(key),
      ...plannedPart(key, targets.ofYears(key)),
      records: total.records.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }),
  );
}

function tableOf(input: ReportInput, period: Period): IndicatorTable {
  const { asOf: today, centerIds } = input.request;
  return indicatorTable(input.set, { period, today, centerIds, byFormerRules: input.byFormerRules });
}

/** From 1 January of the period's last year to its end; a final report looks back over all its years. */
export function yearsSoFar({ request: { kind, from, to } }: Pick<ReportInput, 'request'>): Period {
  return kind === 'final' ? customPeriod(from, to) : customPeriod(isoDate(yearOf(to), 1, 1) ?? from, to);
}

/**
 * How much of the target is reached: 0.5 for half; null where either is missing or the target is 0. A target of some is
 * compared with what these did alone.
 */
export function reachedShare({
  toDate,
  target,
  planned,
}: Pick<ReportFigure, 'toDate' | 'target' | 'planned'>): number | null {
  const done = planned === undefined ? toDate : planned.toDate;
  return done === null || target === null || target === 0 ? null : done / target;
}

/** A center with work in a year, or with a target for it. */
interface CenterYear {
  readonly isPlanned: boolean;
  readonly value: number | null;
}

/** What is done by those who have a target, where others worked without one. */
function plannedPartIn(input: ReportInput, targets: PlanTargets) {
  const { request } = input;
  const years = plannedYears(request);
  const unit: PlannedPart['unit'] =
    years.length === 1 ? 'centers' : request.centerIds.length === 1 ? 'years' : 'centerYears';
  const tables = lazily(() => years.map((year) => ({ year, table: tableOf(input, spanIn(input, year)) })));
  return (key: string, target: number | null): { readonly planned?: PlannedPart } => {
    if (target === null || years.length * request.centerIds.length === 1) return {};
    const all = tables().flatMap(({ year, table }) =>
      request.centerIds.flatMap((id, index): readonly CenterYear[] => {
        const value = table.indicators.find((one) => one.key === key)?.byCenter[index]?.value ?? null;
        const isPlanned = targets.isPlanned(key, id, year);
        return isPlanned || (value !== null && value !== 0) ? [{ isPlanned, value }] : [];
      }),
    );
    const planned = all.filter(({ isPlanned }) => isPlanned);
    if (planned.length === all.length) return {};
    const values = planned.flatMap(({ value }) => value ?? []);
    const toDate = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
    return {
      planned: {
        toDate: toDate === null ? null : Math.round(toDate * 1e6) / 1e6,
        count: planned.length,
        all: all.length,
        unit,
      },
    };
  };
}

/** The part of a year that a report looks back over. */
function spanIn(input: ReportInput, year: number): Period {
  const whole = yearsSoFar(input);
  const [first, last] = [isoDate(year, 1, 1) ?? whole.from, isoDate(year, 12, 31) ?? whole.to];
  return customPeriod(first > whole.from ? first : whole.from, last < whole.to ? last : whole.to);
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
