import { addDays, addYears, type IsoDate } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { SampleCast } from './generateSample.ts';
import { earlier } from './sampleDates.ts';
import { lastDayOf, type SampleTimeline } from './sampleTimeline.ts';
import { sampleTopics } from './sampleTopics.ts';
import type { SeededRandom } from './seededRandom.ts';

/** One service of a dispatched person; both days included. */
export interface SampleService {
  readonly person: RecordId;
  readonly role: 'head' | 'expert';
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/**
 * Who serves when: the head of center all the time, the experts year after year with some weeks at home between two
 * services, so that somebody is there on every day of operation and nobody serves twice at a time.
 */
export function sampleServices(
  timeline: SampleTimeline,
  experts: readonly RecordId[],
  random: SeededRandom,
): readonly SampleService[] {
  const last = lastDayOf(timeline);
  return experts.flatMap((person, index): readonly SampleService[] => {
    if (index === 0) return [{ person, role: 'head', start: timeline.start, end: last }];
    const services: SampleService[] = [];
    // The second one comes when the first one has settled in.
    let start = addDays(timeline.start, (index - 1) * 60 + random.between(0, 20));
    while (start <= last) {
      const end = earlier(addDays(addYears(start, 1), -random.between(1, 40)), last);
      services.push({ person, role: 'expert', start, end });
      start = addDays(end, random.between(14, 45));
    }
    return services;
  });
}

/** Who is at the center from one day to another. */
export function onDuty(
  services: readonly SampleService[],
  first: IsoDate,
  last: IsoDate = first,
): readonly RecordId[] {
  return services.filter(({ start, end }) => start <= first && last <= end).map(({ person }) => person);
}

/** The assignments of those dispatched so far, and of the local staff. */
export function addAssignments(cast: SampleCast): void {
  const { center, timeline, today, services, officials, random, add } = cast;
  for (const { person, role, start, end } of services) {
    const leaveDays = random.between(0, 10);
    // Of a service that has just begun nobody knows the last day yet.
    const isOpen = role === 'expert' && end > today && random.chance(0.5);
    if (start > today) continue;
    add('assignment', {
      center: center.id,
      person,
      role,
      field: role === 'head' ? 'strategy' : random.pick(sampleTopics).field,
      start,
      ...(isOpen ? {} : { end }),
      ...(role === 'expert' && end < today ? { leaveDays } : {}),
    });
  }
  const [, local] = officials;
  if (local === undefined) return;
  const end = timeline.isClosed ? { end: lastDayOf(timeline) } : {};
  add('assignment', { center: center.id, person: local, role: 'localStaff', start: timeline.start, ...end });
}
