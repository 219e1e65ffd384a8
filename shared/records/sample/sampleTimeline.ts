import { addDays, addYears, type IsoDate, isoDate } from '../../core/dates.ts';
import { usualOperationEnd } from '../operatingPeriod.ts';
import { earlier, later, workingDay } from './sampleDates.ts';

/** When a sample center was agreed on, opened and operates. */
export interface SampleTimeline {
  readonly mouSignedOn: IsoDate;
  readonly openedOn: IsoDate;
  /** First day of the operating period that the activities lie in. */
  readonly start: IsoDate;
  /** Last day as first agreed. */
  readonly end: IsoDate;
  /** Null where the period was not extended. */
  readonly extendedUntil: IsoDate | null;
  /** Whether the last day has gone by. */
  readonly isClosed: boolean;
}

/** What is known of a center before the sample invents the rest. */
export interface TimelineFacts {
  /** Opening year. */
  readonly since: number;
  /** The operating period that people entered; null or absent where there is none. */
  readonly start?: IsoDate | null;
  readonly end?: IsoDate | null;
}

/** The place of a center in its programme: a lone one is at work. */
export type SampleRole = 'extended' | 'closed' | 'operating';

/** By opening year, of a programme of several centers. One that stands alone is always at work. */
export function sampleRole(rank: number, centers: number): SampleRole {
  if (centers < 4) return 'operating';
  return (['extended', 'closed', 'closed'] as const)[rank] ?? 'operating';
}

/** So many days ago the present period of each further center at work began. */
const daysAtWork = [900, 640, 760, 500];
/** More than the usual three years, and less than the four of an extension. */
const daysOfExtended = 1250;
/** A center that closed is not one that closes these days. */
const daysSinceClosing = 200;

/**
 * The timeline of a center; null where it has not begun. A closed center kept to its three years after the published
 * opening; in one at work a later period runs, and so may an extension of it.
 */
export function sampleTimeline(
  facts: TimelineFacts,
  role: SampleRole,
  rank: number,
  today: IsoDate,
): SampleTimeline | null {
  const day = isoDate(facts.since, 3, 3 + ((facts.since + 3 * rank) % 8));
  const openedOn = day === null ? null : workingDay(day, '');
  if (openedOn === null || openedOn > today) return null;
  const opened = { mouSignedOn: workingDay(addDays(openedOn, -115 - rank), ''), openedOn };
  const { start = null, end = null } = facts;
  if (start !== null) return start > today ? null : spanOf(opened, start, end, null, today);
  if (role === 'closed' && usualOperationEnd(openedOn) < addDays(today, -daysSinceClosing)) {
    return spanOf(opened, openedOn, null, null, today);
  }
  const days = role === 'extended' ? daysOfExtended : (daysAtWork[rank % daysAtWork.length] ?? 0);
  const first = later(openedOn, monthOf(addDays(today, -days)));
  const isExtended = role === 'extended' && usualOperationEnd(first) < today;
  return spanOf(opened, first, null, isExtended ? addDays(addYears(first, 4), -1) : null, today);
}

function spanOf(
  opened: Pick<SampleTimeline, 'mouSignedOn' | 'openedOn'>,
  start: IsoDate,
  known: IsoDate | null,
  extendedUntil: IsoDate | null,
  today: IsoDate,
): SampleTimeline {
  const end = known !== null && known >= start ? known : usualOperationEnd(start);
  return { ...opened, start, end, extendedUntil, isClosed: (extendedUntil ?? end) < today };
}

/** The last day of operation, extension included. */
export const lastDayOf = ({ end, extendedUntil }: SampleTimeline): IsoDate => extendedUntil ?? end;

/** The last day on which the center can have done something. */
export const lastActiveDay = (timeline: SampleTimeline, today: IsoDate): IsoDate =>
  earlier(lastDayOf(timeline), today);

const monthOf = (day: IsoDate): IsoDate => `${day.slice(0, 7)}-01`;
