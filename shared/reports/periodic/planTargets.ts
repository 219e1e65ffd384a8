import { yearOf } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import { standingIndicators } from '../../records/indicatorNames.ts';
import { isApproved, planInForce, plansOf } from '../../records/planVersions.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import type { RecordOf } from '../../records/recordsOf.ts';
import type { ReportInput, ReportRequest } from './reportContent.ts';

/** Plans write shares as percentages, reports compute them from 0 to 1. */
const shares: ReadonlySet<string> = new Set(['adoptionRate']);

export interface PlanTargets {
  /** For the very period of the report: a quarter or whole years; null for a month, which plans do not know. */
  ofPeriod(indicator: string): number | null;
  /** For the whole years in which the report lies (only the last one, except for a final report). */
  ofYears(indicator: string): number | null;
  /** For which time of a year a center's plan says its target. */
  plannedTime(indicator: string, centerId: RecordId, year: number): PlannedTime;
  /** Whether a center's plan says a target for the quarter of the report; for any other kind see `plannedTime`. */
  isQuarterPlanned(indicator: string, centerId: RecordId): boolean;
}

/** The whole year, by one target or by all its quarters; else the quarters that have one, and none of a year without. */
export type PlannedTime = 'year' | readonly PlannedQuarter[];
export type PlannedQuarter = NonNullable<RecordOf<'planLine'>['values']['quarter']>;

/**
 * What the plans in force of the report's centers say, as far as they are approved: one for each center and year. A
 * year's target is that of the year, else its quarters' sum where the indicator adds up (of those that have one: see
 * `plannedTime` for what it is to be compared with); several years or centers likewise. A figure that does not add up has
 * a target only where one line says it.
 */
export function planTargets({ set, request, own }: ReportInput): PlanTargets {
  const { kind, to } = request;
  const years = plannedYears(request);
  const yearByPlan = request.rules === 'first' ? approvedPlans(set, request) : plansInForce(set, request);
  const lines = own('planLine').flatMap(({ centerId, values }) => {
    const year = values.plan === undefined ? undefined : yearByPlan.get(values.plan);
    const { indicator, target, quarter = null } = values;
    return year === undefined || indicator === undefined || target === undefined || centerId === null
      ? []
      : [{ centerId, year, indicator: String(indicator), target, quarter }];
  });
  const linesOf = (indicator: string, centerId: RecordId, year: number) => {
    const own = lines.filter(
      (line) => line.indicator === indicator && line.centerId === centerId && line.year === year,
    );
    const whole = own.filter(({ quarter }) => quarter === null);
    return whole.length > 0 ? whole : own;
  };
  const ofYear = (indicator: string, centerId: RecordId, year: number): number | null =>
    together(
      indicator,
      linesOf(indicator, centerId, year).map(({ target }) => target),
    );
  const ofYears = (indicator: string): number | null =>
    scaled(
      indicator,
      together(
        indicator,
        request.centerIds.flatMap((id) => years.flatMap((year) => ofYear(indicator, id, year) ?? [])),
      ),
    );
  const quarter = `q${Math.ceil(Number(to.slice(5, 7)) / 3)}`;
  const linesOfQuarter = (indicator: string) =>
    lines.filter(
      (line) => line.indicator === indicator && line.year === yearOf(to) && line.quarter === quarter,
    );
  const ofQuarter = (indicator: string): number | null =>
    scaled(
      indicator,
      together(
        indicator,
        linesOfQuarter(indicator).map(({ target }) => target),
      ),
    );
  const isQuarterPlanned = (indicator: string, centerId: RecordId): boolean =>
    linesOfQuarter(indicator).some((line) => line.centerId === centerId);
  const ofPeriod = kind === 'monthly' ? () => null : kind === 'quarterly' ? ofQuarter : ofYears;
  const plannedTime: PlanTargets['plannedTime'] = (...of) =>
    ofYear(...of) === null ? [] : timeOf(linesOf(...of).map((line) => line.quarter));
  return { ofPeriod, ofYears, plannedTime, isQuarterPlanned };
}

/** The approved plan of each center for each year that a report compares with, and which year each is of. */
export function plansInForce(
  set: RecordSet,
  request: Pick<ReportRequest, 'kind' | 'from' | 'to' | 'centerIds'>,
): ReadonlyMap<RecordId, number> {
  const years = plannedYears(request);
  return new Map(
    request.centerIds.flatMap((id) => {
      const approved = plansOf(set, id).filter(isApproved);
      return years.flatMap((year): readonly [RecordId, number][] => {
        const plan = planInForce(approved, year);
        return plan === null ? [] : [[plan.id, year]];
      });
    }),
  );
}

/** All approved plans with their years, of which several can be of one year. */
function approvedPlans(
  set: RecordSet,
  { centerIds }: Pick<ReportRequest, 'centerIds'>,
): ReadonlyMap<RecordId, number> {
  const approved = centerIds.flatMap((id) => plansOf(set, id).filter(isApproved));
  return new Map(
    approved.flatMap(({ id, values: { year } }) => (year === undefined ? [] : [[id, year] as const])),
  );
}

/** Those of a final report; of any other only the last one. */
export function plannedYears({
  kind,
  from,
  to,
}: Pick<ReportRequest, 'kind' | 'from' | 'to'>): readonly number[] {
  return yearsBetween(kind === 'final' ? yearOf(from) : yearOf(to), yearOf(to));
}

function timeOf(quarters: readonly (PlannedQuarter | null)[]): PlannedTime {
  const planned = [...new Set(quarters.flatMap((quarter) => quarter ?? []))].sort();
  return quarters.includes(null) || planned.length === 4 ? 'year' : planned;
}

function together(indicator: string, targets: readonly number[]): number | null {
  const [first = null] = targets;
  if (targets.length < 2) return first;
  return standingIndicators.has(indicator) ? null : targets.reduce((sum, target) => sum + target, 0);
}

function scaled(indicator: string, target: number | null): number | null {
  return target !== null && shares.has(indicator) ? target / 100 : target;
}

function yearsBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
