import { addDays, daysInMonth, type IsoDate, isoDate, yearOf } from '../../core/dates.ts';
import { workingDaysAfter, workingDaysToReport } from '../../reports/periodic/reportCalendar.ts';
import type { ValuesByType } from '../registry.ts';
import type { SampleCast } from './generateSample.ts';
import { earlier } from './sampleDates.ts';
import { sampleReportTexts } from './samplePublicationTexts.ts';
import { lastDayOf } from './sampleTimeline.ts';

type Kind = NonNullable<ValuesByType['report']['kind']>;
type Status = NonNullable<ValuesByType['report']['status']>;

interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The newest reports of each kind, and the final one of a center that closed. */
export function addReports(cast: SampleCast): void {
  const { timeline, today, extent } = cast;
  const kinds = [
    ['quarterly', 3, extent.quarters],
    ['monthly', 1, extent.months],
    ['annual', 12, extent.annualReports],
  ] as const;
  for (const [kind, months, count] of kinds) {
    periodsBefore(cast, months, count).forEach((period, index) => {
      addReport(cast, kind, period, stateOf(cast, kind, index));
    });
  }
  const whole = { from: timeline.start, to: lastDayOf(timeline) };
  if (addDays(whole.to, 90) < today) addReport(cast, 'final', whole, 'accepted');
}

/** Of the newest quarter, so that the centers at work stand at different points; a lone one still has it to write. */
const newestQuarter: readonly Status[] = [
  'draft',
  'accepted',
  'accepted',
  'submitted',
  'returned',
  'accepted',
];

/** Old ones are accepted; of a center at work the newest month waits for it, and one report may have come back. */
function stateOf({ timeline, rank, random }: SampleCast, kind: Kind, index: number): Status {
  const comesBack = random.chance(0.35);
  if (timeline.isClosed || kind === 'annual') return 'accepted';
  if (index === 0) return kind === 'quarterly' ? (newestQuarter[rank] ?? 'draft') : 'submitted';
  return index === 1 && comesBack ? 'returned' : 'accepted';
}

/** Calendar periods of so many months that are over and lie in the center's operation in part at least. */
function periodsBefore({ from, until, today }: SampleCast, months: number, count: number): readonly Period[] {
  const periods: Period[] = [];
  const last = yearOf(until) * 12 + Number(until.slice(5, 7)) - 1;
  for (let index = last - (last % months); periods.length < count; index -= months) {
    const period = periodAt(index, months);
    if (period === null || period.to < from) break;
    if (period.to < today) periods.push(period);
  }
  return periods;
}

/** `index` counts months since the year 0. */
function periodAt(index: number, months: number): Period | null {
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const lastMonth = month + months - 1;
  const from = isoDate(year, month, 1);
  const to = isoDate(year, lastMonth, daysInMonth(year, lastMonth));
  return from === null || to === null ? null : { from, to };
}

function addReport(cast: SampleCast, kind: Kind, { from, to }: Period, status: Status): void {
  const { center, today, random, add } = cast;
  const language = random.pick(['en', 'ko'] as const);
  const dueOn = workingDaysAfter(to, workingDaysToReport[kind]);
  // Days on which people work, and in time.
  const submittedOn = earlier(workingDaysAfter(to, random.between(1, workingDaysToReport[kind])), today);
  add('report', {
    center: center.id,
    kind,
    from,
    to,
    dueOn,
    summary: { [language]: sampleReportTexts.summary[language] },
    achievements: { [language]: sampleReportTexts.achievements[language] },
    problems: { [language]: sampleReportTexts.problems[language] },
    nextSteps: { [language]: sampleReportTexts.nextSteps[language] },
    status,
    ...(status === 'draft' ? {} : { submittedOn }),
    ...(status === 'returned' ? { returnNote: sampleReportTexts.returnNote[language] } : {}),
  });
}
