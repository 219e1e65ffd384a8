import { daysBetween, type IsoDate, isoDate } from '../core/dates.ts';
import { type Decimal, decimalOf, sumOfDecimals, zero } from '../core/decimal.ts';
import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { indicatorNames, standingIndicators } from '../records/indicatorNames.ts';
import { lookupOf, type RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../records/recordsOf.ts';
import { amountIn, isSpending, totalIn } from '../records/spending.ts';
import { linesWithoutTarget, targetLines } from '../records/targetLines.ts';
import { type Indicator, type IndicatorTable, indicatorTable, type RecordRef } from './indicators.ts';
import { type Period, periodOf } from './period.ts';

export type AchievementState = 'notBegun' | 'reached' | 'onTrack' | 'behind' | 'missed' | 'notCounted';

/** A target of a plan beside what was done and spent for it. */
export interface TargetAchievement {
  readonly line: RecordOf<'planLine'>;
  readonly indicator: Pick<Indicator, 'label' | 'unit' | 'format' | 'method'> | null;
  readonly period: Period;
  readonly target: number | null;
  /** In the unit of the target (a share as a percentage); null where there is nothing to count it from. */
  readonly actual: number | null;
  readonly records: readonly RecordRef[];
  /** actual / target; null without either. */
  readonly share: number | null;
  readonly state: AchievementState;
  readonly spending: TargetSpending | null;
}

/** What a target may cost and what was spent for it, in the currency of its budget. */
export interface TargetSpending {
  readonly currency: string;
  readonly budget: Decimal;
  readonly spent: Decimal;
  readonly remaining: Decimal;
  readonly entryIds: readonly RecordId[];
  /** Entries whose rate does not lead to that currency; in no sum. */
  readonly uncounted: number;
}

export interface AchievementOptions {
  readonly planId: RecordId;
  readonly today: IsoDate;
  /** Default true. */
  readonly includeSample?: boolean;
}

/**
 * Every target of a plan, in the order of reports, those of the year before those of its quarters; none where the plan
 * or its year is not known. Entries charged to a target of another version of the year's plan count, too, at the one
 * in its place (see targetLines); those in whose place none stands are chargedElsewhere.
 */
export function planAchievement(set: RecordSet, options: AchievementOptions): readonly TargetAchievement[] {
  const { planId, today, includeSample = true } = options;
  const plan = recordOf(set, 'plan', planId);
  const { center, year } = plan?.values ?? {};
  if (center === undefined || year === undefined) return [];
  const tables = new Map<string, IndicatorTable>();
  const tableOf = (period: Period): IndicatorTable => {
    const key = `${period.from} ${period.to}`;
    const known =
      tables.get(key) ?? indicatorTable(set, { period, today, centerIds: [center], includeSample });
    tables.set(key, known);
    return known;
  };
  const lookup = lookupOf(set, today);
  return recordsOf(set, 'planLine')
    .filter(({ values }) => values.plan === planId)
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .flatMap((line) => {
      const period = targetPeriod(year, line.values.quarter);
      if (period === null) return [];
      const entries = entriesOf(set, targetLines(lookup, line.values, line.id), includeSample);
      return [achievement(line, period, tableOf(period), today, spendingOf(line, entries))];
    });
}

/**
 * What was charged to targets of other versions of the year's plan in whose place none of this one stands, in US
 * dollars; null where nothing was. It is spent of the plan all the same.
 */
export function chargedElsewhere(set: RecordSet, options: AchievementOptions): TargetSpending | null {
  const { planId, today, includeSample = true } = options;
  const plan = set.find('plan', planId);
  if (plan === null || plan.deleted) return null;
  const lines = linesWithoutTarget(lookupOf(set, today), plan).map(({ id }) => id);
  const entries = lines.length === 0 ? [] : entriesOf(set, lines, includeSample);
  return entries.length === 0 ? null : spendingOf({ values: {} }, entries);
}

/** Budget and spending of a plan in one currency. */
export type PlanTotal = Pick<TargetSpending, 'currency' | 'budget' | 'spent' | 'remaining'>;

/** What the targets of a plan may cost and what was spent of it, with what was charged elsewhere; by currency. */
export function planTotals(
  targets: readonly TargetAchievement[],
  elsewhere: TargetSpending | null,
): readonly PlanTotal[] {
  const all = [...targets.map(({ spending }) => spending), elsewhere].filter((one) => one !== null);
  return [...groupBy(all, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    budget: sumOfDecimals(own.map(({ budget }) => budget)),
    spent: sumOfDecimals(own.map(({ spent }) => spent)),
    remaining: sumOfDecimals(own.map(({ remaining }) => remaining)),
  }));
}

/** The days for which a target is set: a quarter, or the year. */
export function targetPeriod(
  year: number,
  quarter: RecordOf<'planLine'>['values']['quarter'],
): Period | null {
  const month = quarter === undefined ? 1 : quarterNumber(quarter) * 3;
  const day = isoDate(year, month, 1);
  return day === null ? null : periodOf(quarter === undefined ? 'year' : 'quarter', day);
}

function achievement(
  line: RecordOf<'planLine'>,
  period: Period,
  table: IndicatorTable,
  today: IsoDate,
  spending: TargetSpending | null,
): TargetAchievement {
  const indicator = table.indicators.find(({ key }) => key === line.values.indicator) ?? null;
  const counted = indicator?.byCenter[0] ?? { value: null, records: [] };
  const actual =
    counted.value === null ? null : indicator?.format === 'percent' ? counted.value * 100 : counted.value;
  const target = line.values.target ?? null;
  return {
    line,
    indicator,
    period,
    target,
    actual,
    records: counted.records,
    share: target === null || target === 0 || actual === null ? null : actual / target,
    state: stateOf({
      target,
      actual,
      grows: indicator !== null && !standingIndicators.has(indicator.key),
      period,
      today,
    }),
    spending,
  };
}

interface Progress {
  readonly target: number | null;
  readonly actual: number | null;
  /** Counts add up over the year, so half of them are enough at its middle; what stands must be there at any time. */
  readonly grows: boolean;
  readonly period: Period;
  readonly today: IsoDate;
}

function stateOf({ target, actual, grows, period, today }: Progress): AchievementState {
  if (today < period.from) return 'notBegun';
  if (target === null || actual === null) return 'notCounted';
  if (actual >= target) return 'reached';
  if (today > period.to) return 'missed';
  const elapsed = (daysBetween(period.from, today) + 1) / (daysBetween(period.from, period.to) + 1);
  return grows && actual >= target * elapsed ? 'onTrack' : 'behind';
}

function entriesOf(
  set: RecordSet,
  lines: readonly RecordId[],
  includeSample: boolean,
): readonly RecordOf<'budgetEntry'>[] {
  return recordsOf(set, 'budgetEntry').filter(
    ({ sample, values: { planLine, flow } }) =>
      isSpending({ flow }) &&
      planLine !== undefined &&
      lines.includes(planLine) &&
      (includeSample || !sample),
  );
}

function spendingOf(
  { values: { budget, budgetRate } }: Pick<RecordOf<'planLine'>, 'values'>,
  entries: readonly RecordOf<'budgetEntry'>[],
): TargetSpending | null {
  if (budget === undefined && entries.length === 0) return null;
  const currency = budget?.currency ?? 'USD';
  const planned = budget === undefined ? zero : decimalOf(budget.amount);
  const spent = totalIn(currency, entries, budgetRate);
  const isCounted = ({ values }: RecordOf<'budgetEntry'>): boolean =>
    values.amount === undefined || amountIn(currency, values, budgetRate) !== null;
  return {
    currency,
    budget: planned,
    spent,
    remaining: planned - spent,
    entryIds: entries.map(({ id }) => id),
    uncounted: entries.filter((entry) => !isCounted(entry)).length,
  };
}

const ranks: ReadonlyMap<string, number> = new Map(
  Object.keys(indicatorNames).map((key, index) => [key, index]),
);

function orderOf({ id, values: { indicator, quarter } }: RecordOf<'planLine'>): string {
  return `${String(ranks.get(indicator ?? '') ?? ranks.size).padStart(3, '0')} ${quarter ?? ''} ${id}`;
}

const quarterNumber = (quarter: NonNullable<RecordOf<'planLine'>['values']['quarter']>): number =>
  Number(quarter.slice(1));

/** What a state of achievement is called. */
export const achievementLabels: Readonly<Record<AchievementState, Label>> = {
  notBegun: { en: 'Not begun', ko: '시작 전' },
  reached: { en: 'Reached', ko: '달성' },
  onTrack: { en: 'On track', ko: '정상 추진' },
  behind: { en: 'Behind', ko: '지연' },
  missed: { en: 'Not reached', ko: '미달성' },
  notCounted: { en: 'Nothing to count', ko: '집계 자료 없음' },
};
