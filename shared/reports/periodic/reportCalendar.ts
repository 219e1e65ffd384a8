import { addDays, daysInMonth, type IsoDate, isoDate, yearOf } from '../../core/dates.ts';
import { groupBy } from '../../core/groupBy.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import { utcToLocal } from '../../core/timeZones.ts';
import { operatingPeriodIn } from '../../records/operatingPeriod.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../../records/recordsOf.ts';
import type { ReportKind } from './reportContent.ts';

/** Working days after the period's end until which headquarters expects each kind of report. */
export const workingDaysToReport = {
  monthly: 5,
  quarterly: 10,
  annual: 20,
  final: 60,
} as const satisfies Readonly<Record<ReportKind, number>>;

/**
 * Where a report of the calendar stands. `late`: due and not submitted. `unplanned`: nobody agreed on a day for it, and
 * the operating period from which one would follow is not known.
 */
export type CalendarState =
  | 'accepted'
  | 'submitted'
  | 'submittedLate'
  | 'returned'
  | 'late'
  | 'due'
  | 'ahead'
  | 'unplanned';

export const calendarStateLabels: Readonly<Record<CalendarState, Label>> = {
  accepted: { en: 'Accepted', ko: '승인' },
  submitted: { en: 'Submitted', ko: '제출' },
  submittedLate: { en: 'Submitted late', ko: '지연 제출' },
  returned: { en: 'Returned', ko: '반려' },
  late: { en: 'Late', ko: '지연' },
  due: { en: 'Due', ko: '작성 기간' },
  ahead: { en: 'Ahead', ko: '예정' },
  unplanned: { en: 'No day set', ko: '기한 미정' },
};

/** What `isLate` says beside a state that does not say it itself. */
const lateStateLabels: Readonly<Partial<Record<CalendarState, Label>>> = {
  accepted: { en: 'Accepted, submitted late', ko: '승인(지연 제출)' },
  returned: { en: 'Returned, late', ko: '반려(지연)' },
};

/** Where a report stands, and whether it is late. */
export function calendarLabel({ state, isLate }: Pick<CalendarEntry, 'state' | 'isLate'>): Label {
  return (isLate ? lateStateLabels[state] : undefined) ?? calendarStateLabels[state];
}

/** Whether a center owes the report of an entry: it was agreed on, or its operating period is known. */
export const isExpected = ({ state }: Pick<CalendarEntry, 'state'>): boolean => state !== 'unplanned';

export interface CalendarEntry {
  readonly kind: ReportKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly dueOn: IsoDate;
  /** Null where nobody began it. */
  readonly report: RecordOf<'report'> | null;
  readonly state: CalendarState;
  /**
   * It came after its day, judged by when it was first submitted: whatever was asked to be corrected since does not make
   * it late, nor does acceptance make it punctual. Past its day a report that is not in, or was returned, is late too.
   */
  readonly isLate: boolean;
}

/** The day so many working days after another; Saturdays and Sundays are none, public holidays are not known. */
export function workingDaysAfter(day: IsoDate, count: number): IsoDate {
  let date = day;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return date;
}

/**
 * The reports of a center for a year, by the day on which each is due. A report is expected for the months, quarters and
 * the year in which the center operates, and a final one at its end, which is its closing where that came before the
 * agreed end. Where the start of its operation is not known, all are listed, and none is late unless a due day is written
 * in it. Kinds that the center does not owe are not expected. Reports that exist are always listed, whatever end their
 * period followed from; a due day written in one counts before the rule. Of two reports of one period the one that got
 * furthest stands there.
 */
export function reportCalendar(
  set: RecordSet,
  { centerId, year, today }: { readonly centerId: RecordId; readonly year: number; readonly today: IsoDate },
): readonly CalendarEntry[] {
  const center = recordOf(set, 'center', centerId)?.values ?? {};
  const { start, end } = operatingPeriodIn(set, centerId);
  const owed = owedKinds[center.reportDuty ?? 'all'];
  const reports = recordsOf(set, 'report').filter(({ values }) => values.center === centerId);
  const own = reports.filter(({ values: { to } }) => to !== undefined && yearOf(to) === year);
  const expected = [
    ...calendarPeriods(year).filter(
      ({ kind, from, to }) =>
        owed.includes(kind) && (start === null || to >= start) && (end === null || from <= end),
    ),
    ...(start !== null && end !== null && yearOf(end) === year && !isFinalTold(reports, end)
      ? [{ kind: 'final' as const, from: start, to: end }]
      : []),
  ];
  const keyOf = (kind: string | undefined, from: string | undefined, to: string | undefined): string =>
    `${kind} ${from} ${to}`;
  // The one that is set last is found: of two reports of one period, the one that got furthest.
  const byPeriod = new Map(
    own
      .toSorted((a, b) => progressOf(a) - progressOf(b) || (a.id < b.id ? 1 : -1))
      .map((report) => [keyOf(report.values.kind, report.values.from, report.values.to), report]),
  );
  const firstSubmitted = firstSubmissions(set, centerId);
  const known = new Set(expected.map(({ kind, from, to }) => keyOf(kind, from, to)));
  const others = [...byPeriod.values()].flatMap(({ values: { kind, from, to } }) =>
    kind === undefined || from === undefined || to === undefined || known.has(keyOf(kind, from, to))
      ? []
      : [{ kind, from, to }],
  );
  return [...expected, ...others]
    .map(({ kind, from, to }): CalendarEntry => {
      const report = byPeriod.get(keyOf(kind, from, to)) ?? null;
      const dueOn = report?.values.dueOn ?? workingDaysAfter(to, workingDaysToReport[kind]);
      return {
        kind,
        from,
        to,
        dueOn,
        report,
        ...standingOf(report, { to, dueOn, isExpected: start !== null }, today, firstSubmitted),
      };
    })
    .sort((a, b) => (`${a.dueOn}${a.from}` < `${b.dueOn}${b.from}` ? -1 : 1));
}

/** By what the center owes besides the final report. */
const owedKinds: Readonly<Record<'all' | 'quarterly' | 'annual', readonly ReportKind[]>> = {
  all: ['monthly', 'quarterly', 'annual'],
  quarterly: ['quarterly', 'annual'],
  annual: ['annual'],
};

/**
 * Whether headquarters has, or had and returned, a final report that covers the last day: of a center that closed
 * earlier than agreed it may run to the former end, and none is asked for beside it.
 */
function isFinalTold(reports: readonly RecordOf<'report'>[], end: IsoDate): boolean {
  return reports.some(
    ({ values: { kind, status, to } }) =>
      kind === 'final' && status !== undefined && status !== 'draft' && to !== undefined && to > end,
  );
}

const stages: readonly (string | undefined)[] = ['draft', 'returned', 'submitted', 'accepted'];
const progressOf = ({ values }: RecordOf<'report'>): number => stages.indexOf(values.status);

function standingOf(
  report: RecordOf<'report'> | null,
  { to, dueOn, isExpected: owes }: Pick<CalendarEntry, 'to' | 'dueOn'> & { readonly isExpected: boolean },
  today: IsoDate,
  firstSubmitted: ReadonlyMap<RecordId, IsoDate>,
): Pick<CalendarEntry, 'state' | 'isLate'> {
  const { status, submittedOn, dueOn: agreed } = report?.values ?? {};
  const hasDay = owes || agreed !== undefined;
  const first = (report === null ? undefined : firstSubmitted.get(report.id)) ?? submittedOn;
  const cameLate = hasDay && first !== undefined && first > dueOn;
  const isPast = hasDay && today > dueOn;
  if (status === 'accepted') return { state: 'accepted', isLate: cameLate };
  if (status === 'submitted') return { state: cameLate ? 'submittedLate' : 'submitted', isLate: cameLate };
  if (status === 'returned') return { state: 'returned', isLate: cameLate || isPast };
  if (!hasDay) return { state: 'unplanned', isLate: false };
  if (isPast) return { state: 'late', isLate: true };
  return { state: today > to ? 'due' : 'ahead', isLate: false };
}

/**
 * Of reports that were submitted again, the day of their first submission as their steps tell it, in the zone of whoever
 * took it; of others the report itself says the day. What the center withdrew before headquarters returned anything does
 * not count.
 */
function firstSubmissions(set: RecordSet, centerId: RecordId): ReadonlyMap<RecordId, IsoDate> {
  const steps = recordsOf(set, 'reportStep')
    .filter((step) => step.centerId === centerId && step.values.at !== undefined)
    .toSorted((a, b) => ((a.values.at?.utc ?? '') < (b.values.at?.utc ?? '') ? -1 : 1));
  return new Map(
    [...groupBy(steps, ({ values }) => values.report)].flatMap(([report, own]) => {
      const answered = own.findIndex(({ values }) => values.step === 'returned');
      const until = answered < 0 ? own.length : answered;
      const withdrawn = own.slice(0, until).findLastIndex(({ values }) => values.step === 'withdrawn');
      const [first, again] = own.slice(withdrawn + 1).filter(({ values }) => values.step === 'submitted');
      const at = first?.values.at;
      const day = at === undefined ? undefined : utcToLocal(at.utc, at.zone)?.date;
      return report === undefined || again === undefined || day === undefined ? [] : [[report, day] as const];
    }),
  );
}

function calendarPeriods(year: number): readonly Pick<CalendarEntry, 'kind' | 'from' | 'to'>[] {
  const span = (kind: ReportKind, first: number, last: number) => {
    const from = isoDate(year, first, 1);
    const to = isoDate(year, last, daysInMonth(year, last));
    return from === null || to === null ? [] : [{ kind, from, to }];
  };
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return [
    ...months.flatMap((month) => span('monthly', month, month)),
    ...[1, 4, 7, 10].flatMap((month) => span('quarterly', month, month + 2)),
    ...span('annual', 1, 12),
  ];
}
