import { addDays, addYears, type IsoDate, yearOf } from '../../core/dates.ts';
import { nextPhaseValues } from '../centerSteps.ts';
import { usualOperationEnd } from '../operatingPeriod.ts';
import type { ValuesByType } from '../registry.ts';
import type { SampleCast, SampleCenter } from './generateSample.ts';
import { workingDay } from './sampleDates.ts';
import type { SampleTimeline } from './sampleTimeline.ts';

/** A center that comes and goes with the sample: the next one in a country whose center closed. */
export interface LaterCenter {
  /** The center before it. */
  readonly before: SampleCast;
  readonly center: Omit<SampleCenter, 'id'>;
  readonly timeline: SampleTimeline;
  /** Without the organizations, which are known when its people are. */
  readonly values: ValuesByType['center'];
}

type CenterValues = ValuesByType['center'];

/** So many days ago the one at work began: long enough to have reported, and most of its time lies ahead. */
const daysAtWork = 200;
const million = { amount: 1_000_000, currency: 'USD' } as const;

/**
 * The later centers of a programme. Real centers keep their facts to themselves: what the sample says of budgets,
 * periods and states it says of centers of its own, which are marked, travel and are removed as all of its records are.
 * One is at work; the other was extended once, closed and is followed up.
 */
export function laterCenters(
  casts: readonly SampleCast[],
  known: readonly SampleCenter[],
  today: IsoDate,
): readonly LaterCenter[] {
  const [first, second] = casts.filter(({ timeline }) => timeline.isClosed);
  if (first === undefined || second === undefined) return [];
  const begins = workingDay(`${addDays(today, -daysAtWork).slice(0, 7)}-08`, '');
  const began = workingDay(addYears(second.timeline.end, 3), '');
  const closedOn = addDays(addYears(began, 4), -1);
  const later = (before: SampleCast, start: IsoDate, extendedUntil: IsoDate | null, said: CenterValues) =>
    laterCenter({ before, start, extendedUntil, said }, known, today);
  return [
    ...(begins > first.timeline.end ? [later(first, begins, null, atWork)] : []),
    ...(addDays(closedOn, 200) < today ? [later(second, began, closedOn, followedUp)] : []),
  ];
}

const atWork: CenterValues = {
  status: 'operating',
  source: 'Invented for the sample data; no such center exists.',
  relationship: 'An earlier sample center in the same country was handed over in good order.',
  willingness: 'The sample ministry asked for a further center in writing and provides the rooms.',
  koreaBudget: million,
  partnerBudgetStatus: 'agreed',
  partnerBudget: { amount: 250_000, currency: 'USD' },
  partnerBudgetForm: 'both',
  city: 'Exampleville',
};

const followedUp: CenterValues = {
  status: 'followUp',
  source: '예시 데이터를 위해 지어낸 센터로, 실제로 존재하지 않습니다.',
  relationship: '같은 국가의 견본 센터를 순조롭게 이관한 경험이 있음.',
  willingness: '견본 부처가 서면으로 후속 센터를 요청하고 사무 공간을 제공함.',
  koreaBudget: million,
  partnerBudgetStatus: 'agreed',
  partnerBudget: { amount: 180_000, currency: 'USD' },
  partnerBudgetForm: 'inKind',
  city: '예시시',
};

interface LaterFacts extends Pick<SampleTimeline, 'start' | 'extendedUntil'> {
  readonly before: SampleCast;
  readonly said: CenterValues;
}

function laterCenter(
  { before, start, extendedUntil, said }: LaterFacts,
  known: readonly SampleCenter[],
  today: IsoDate,
): LaterCenter {
  const { country, since } = before.center;
  const end = usualOperationEnd(start);
  const mouSignedOn = workingDay(addDays(start, -115), '');
  const isClosed = (extendedUntil ?? end) < today;
  const next = nextPhaseValues({ country, since }, known, start);
  const extended =
    extendedUntil === null ? {} : { extendedUntil, extensions: `${end}: → ${extendedUntil}. (견본)` };
  return {
    before,
    center: { country, since: yearOf(start), phase: next.phase ?? 2 },
    timeline: { mouSignedOn, openedOn: start, start, end, extendedUntil, isClosed },
    values: {
      ...next,
      code: `${country}${start.slice(2, 4)}-SAMPLE`,
      since: yearOf(start),
      ...said,
      mouSignedOn,
      openedOn: start,
      operationStart: start,
      operationEnd: end,
      ...extended,
    },
  };
}
