import { daysBetween, type IsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import { milestone } from '../../../shared/records/milestone.ts';
import { closedOn, operatingPeriodOf } from '../../../shared/records/operatingPeriod.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { stageOf } from '../../../shared/reports/setUpSteps.ts';

export const stages = milestone.fields.stage.choices.map(({ value }) => value);
export type Stage = (typeof stages)[number];

/** `past` and `ahead` are seen from the center's present stage. */
export type StagePlace = 'past' | 'present' | 'ahead' | 'unknown';

export interface StageOfLife {
  readonly stage: Stage;
  readonly place: StagePlace;
  /** By day; those without a day come last. */
  readonly milestones: readonly MilestoneOfLife[];
}

export interface MilestoneOfLife {
  readonly record: RecordOf<'milestone'>;
  readonly day: IsoDate | null;
  /** `overdue`: not done, and its day has gone by, whatever its status. */
  readonly state: 'done' | 'overdue' | 'planned' | 'inProgress' | 'postponed' | 'cancelled';
}

/** The four stages with their milestones, in the programme's order. */
export function lifeOf(
  center: RecordOf<'center'>,
  milestones: readonly RecordOf<'milestone'>[],
  today: IsoDate,
): readonly StageOfLife[] {
  const present = stageOf(center);
  return stages.map((stage) => ({
    stage,
    place: placeOf(stage, present),
    milestones: milestones
      .filter(({ centerId, values }) => centerId === center.id && values.stage === stage)
      .map((record) => milestoneOfLife(record, today))
      .toSorted((a, b) => compareDays(a.day, b.day)),
  }));
}

/** The cooperation forums of a center by their days, those without one last. */
export function forumsOf(
  center: RecordId,
  events: readonly RecordOf<'event'>[],
): readonly RecordOf<'event'>[] {
  return events
    .filter(({ centerId, values }) => centerId === center && values.kind === 'forum')
    .toSorted((a, b) => compareDays(a.values.date ?? null, b.values.date ?? null));
}

export type Countdown =
  /** `share` of the operating period that has gone by, 0 to 1. */
  | { readonly kind: 'running'; readonly end: IsoDate; readonly daysLeft: number; readonly share: number }
  | { readonly kind: 'notStarted'; readonly start: IsoDate; readonly days: number }
  | { readonly kind: 'ended'; readonly end: IsoDate; readonly daysAgo: number }
  /** The center's status says that it is closed; `on` is null where no closing says when. */
  | { readonly kind: 'closed'; readonly on: IsoDate | null }
  /** No last day is agreed, but the closing is planned for a day. */
  | {
      readonly kind: 'planned';
      readonly end: IsoDate;
      readonly daysLeft: number;
      readonly closing: RecordOf<'milestone'>;
    }
  | { readonly kind: 'unknown' };

/**
 * How long the center still operates, extensions included, by the milestones' plan where its own facts do not say. The
 * last day itself still counts as one day. A center whose status or closing says so operates no more, whatever end was
 * agreed.
 */
export function countdownOf(
  center: RecordOf<'center'>,
  milestones: readonly RecordOf<'milestone'>[],
  today: IsoDate,
): Countdown {
  if (stageOf(center) === 'afterClosure') return { kind: 'closed', on: closedOn(center, milestones) };
  const { start, end } = operatingPeriodOf(center, milestones);
  if (start !== null && today < start) {
    return { kind: 'notStarted', start, days: daysBetween(today, start) };
  }
  if (end === null) return plannedEnd(center, milestones, today);
  if (today > end) return { kind: 'ended', end, daysAgo: daysBetween(end, today) };
  const total = start === null ? null : daysBetween(start, end) + 1;
  const gone = start === null ? 0 : daysBetween(start, today);
  return {
    kind: 'running',
    end,
    daysLeft: daysBetween(today, end) + 1,
    share: total === null ? 0 : gone / total,
  };
}

function plannedEnd(
  center: RecordOf<'center'>,
  milestones: readonly RecordOf<'milestone'>[],
  today: IsoDate,
): Countdown {
  const plans = milestones.flatMap((closing) => {
    const { kind, status, plannedOn: end } = closing.values;
    const isPlanned = kind === 'closing' && (status === 'planned' || status === undefined);
    return isPlanned && closing.centerId === center.id && end !== undefined && end >= today
      ? [{ closing, end }]
      : [];
  });
  const last = plans.toSorted((a, b) => compareDays(a.end, b.end)).at(-1);
  return last === undefined
    ? { kind: 'unknown' }
    : { kind: 'planned', ...last, daysLeft: daysBetween(today, last.end) + 1 };
}

function milestoneOfLife(record: RecordOf<'milestone'>, today: IsoDate): MilestoneOfLife {
  const { status, plannedOn, doneOn } = record.values;
  const day = doneOn ?? plannedOn ?? null;
  if (status === 'done') return { record, day, state: 'done' };
  if (status === 'cancelled') return { record, day, state: 'cancelled' };
  const late = plannedOn !== undefined && plannedOn < today;
  return { record, day, state: late ? 'overdue' : (status ?? 'planned') };
}

function placeOf(stage: Stage, present: Stage | null): StagePlace {
  if (present === null) return 'unknown';
  const distance = stages.indexOf(stage) - stages.indexOf(present);
  return distance < 0 ? 'past' : distance === 0 ? 'present' : 'ahead';
}

function compareDays(a: IsoDate | null, b: IsoDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
