import { daysBetween, type IsoDate } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import { planAchievement, type TargetAchievement } from '../../reports/planAchievement.ts';
import { standingIndicators } from '../indicatorNames.ts';
import type { RecordSet } from '../recordSet.ts';
import { recordsOf } from '../recordsOf.ts';
import type { SampleRecord } from './generateSample.ts';
import { seededRandom } from './seededRandom.ts';

/**
 * The sample's records with targets as people set them who know what a center can do: what was done until today is
 * three quarters to six fifths of what was planned for that time, so that some are behind and some on track. A target
 * for a time in which nothing was done yet stays as it is.
 */
export function withGoals(
  records: readonly SampleRecord[],
  set: RecordSet,
  today: IsoDate,
): readonly SampleRecord[] {
  const goals = new Map<RecordId, number>();
  for (const { id } of recordsOf(set, 'plan'))
    for (const achievement of planAchievement(set, { planId: id, today })) {
      const goal = goalOf(achievement, today);
      if (goal !== null) goals.set(achievement.line.id, goal);
    }
  return records.map((record) => {
    const target = goals.get(record.id);
    return target === undefined ? record : { ...record, values: { ...record.values, target } };
  });
}

function goalOf({ line, indicator, actual, period }: TargetAchievement, today: IsoDate): number | null {
  if (indicator === null || actual === null || actual === 0) return null;
  const days = daysBetween(period.from, period.to) + 1;
  const elapsed = Math.min(1, (daysBetween(period.from, today) + 1) / days);
  const pace = standingIndicators.has(line.values.indicator ?? '') ? 1 : elapsed;
  const goal = actual / pace / (seededRandom(`goal ${line.id}`).between(75, 120) / 100);
  if (indicator.format === 'percent') return Math.min(95, roundedTo(5, goal));
  return roundedTo(goal < 40 ? 1 : 5, goal);
}

/** As people write targets; never nothing. */
const roundedTo = (step: number, value: number): number => Math.max(step, Math.round(value / step) * step);
