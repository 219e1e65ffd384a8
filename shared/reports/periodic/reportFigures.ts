import { isoDate, yearOf } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Indicator, IndicatorTable } from '../indicators.ts';
import { indicatorTable } from '../indicators.ts';
import { customPeriod, type Period } from '../period.ts';
import { targetPeriod } from '../planAchievement.ts';
import { type PlannedQuarter, type PlanTargets, plannedYears, planTargets } from './planTargets.ts';
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
    ({ key, label, unit, format, total, byCenter }: Indicator): ReportFigure => ({
      key,
      label,
      unit,
      format,
      value: total.value,
      periodTarget: targets.ofPeriod(key),
      toDate: toDate.get(key) ?? null,
      target: targets.ofYears(key),
      ...plannedPart(key, targets.ofYears(key)),
      ...plannedInQuarter(input, targets, { key, byCenter }),
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
  /** How many of its quarters a target is said for. */
  readonly quarters: number;
  /** What was done in the time for which one is; in the whole year where none is. */
  readonly value: number | null;
}

/** What is done by those who have a target and in its time, where others worked without one, or at other times. */
function plannedPartIn(input: ReportInput, targets: PlanTargets) {
  const { centerIds } = input.request;
  const years = plannedYears(input.request);
  const doneIn = valuesIn(input);
  const centerYear = (key: string, id: RecordId, year: number): CenterYear => {
    const time = targets.plannedTime(key, id, year);
    const value = doneIn(key, id, year);
    if (time === 'year') return { quarters: 4, value };
    if (time.length === 0) return { quarters: 0, value };
    return { quarters: time.length, value: sumOf(time.map((quarter) => doneIn(key, id, year, quarter))) };
  };
  return (key: string, target: number | null): { readonly planned?: PlannedPart } => {
    if (target === null) return {};
    const of = years.flatMap((year) => centerIds.map((id) => [id, year] as const));
    if (of.length === 1 && of.every(([id, year]) => targets.plannedTime(key, id, year) === 'year')) return {};
    const all = of
      .map(([id, year]) => centerYear(key, id, year))
      .filter(({ quarters, value }) => quarters > 0 || (value !== null && value !== 0));
    const planned = all.filter(({ quarters }) => quarters > 0);
    const isByQuarters = planned.some(({ quarters }) => quarters < 4);
    if (planned.length === all.length && !isByQuarters) return {};
    return {
      planned: {
        toDate: sumOf(planned.map(({ value }) => value)),
        ...(isByQuarters
          ? {
              count: planned.reduce((sum, { quarters }) => sum + quarters, 0),
              all: all.length * 4,
              unit: centerIds.length === 1 ? ('quarters' as const) : ('centerQuarters' as const),
            }
          : { count: planned.length, all: all.length, unit: unitOf(years, centerIds) }),
      },
    };
  };
}

/** What the centers with a target for the quarter did in it, where others worked without one. */
function plannedInQuarter(
  { request: { kind, centerIds } }: ReportInput,
  targets: PlanTargets,
  { key, byCenter }: Pick<Indicator, 'key' | 'byCenter'>,
): Pick<ReportFigure, 'plannedInPeriod'> {
  if (kind !== 'quarterly' || targets.ofPeriod(key) === null) return {};
  const all = centerIds
    .map((id, place) => ({
      isPlanned: targets.isQuarterPlanned(key, id),
      value: byCenter[place]?.value ?? null,
    }))
    .filter(({ isPlanned, value }) => isPlanned || (value !== null && value !== 0));
  const planned = all.filter(({ isPlanned }) => isPlanned);
  if (planned.length === all.length) return {};
  const value = sumOf(planned.map((own) => own.value));
  return { plannedInPeriod: { value, count: planned.length, all: all.length } };
}

function unitOf(years: readonly number[], centerIds: readonly RecordId[]): PlannedPart['unit'] {
  return years.length === 1 ? 'centers' : centerIds.length === 1 ? 'years' : 'centerYears';
}

function sumOf(values: readonly (number | null)[]): number | null {
  const counted = values.flatMap((value) => value ?? []);
  return counted.length === 0 ? null : Math.round(counted.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6;
}

/** A center's figures of a year or one of its quarters, as far as the report looks back; null for the time after. */
function valuesIn(input: ReportInput) {
  const tables = new Map<string, IndicatorTable | null>();
  return (key: string, centerId: RecordId, year: number, quarter?: PlannedQuarter): number | null => {
    const name = `${year} ${quarter ?? ''}`;
    let table = tables.get(name);
    if (table === undefined) {
      const span = spanIn(input, year, quarter);
      table = span === null ? null : tableOf(input, span);
      tables.set(name, table);
    }
    const place = input.request.centerIds.indexOf(centerId);
    return table?.indicators.find((one) => one.key === key)?.byCenter[place]?.value ?? null;
  };
}

/** The part of a year, or of one of its quarters, that a report looks back over. */
function spanIn(input: ReportInput, year: number, quarter?: PlannedQuarter): Period | null {
  const whole = yearsSoFar(input);
  const own = targetPeriod(year, quarter);
  if (own === null) return null;
  const from = own.from > whole.from ? own.from : whole.from;
  const to = own.to < whole.to ? own.to : whole.to;
  return from > to ? null : customPeriod(from, to);
}
