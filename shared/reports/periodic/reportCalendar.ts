import { addDays, daysInMonth, type IsoDate, isoDate, yearOf } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import { operatingPeriodOf } from '../../records/operatingPeriod.ts';
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

export interface CalendarEntry {
  readonly kind: ReportKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly dueOn: IsoDate;
  /** Null where nobody began it. */
  readonly report: RecordOf<'report'> | null;
  readonly state: CalendarState;
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
 * the year in which the center operates, and a final one at its end. Where the start of its operation is not known, all
 * are listed, and none is late unless a due day is written in it. Kinds that the center does not owe are not expected. Reports that exist are always listed; a due day
 * written in one counts before the rule. Of two reports of one period the one that got furthest stands there.
 */
export function reportCalendar(
  set: RecordSet,
  { centerId, year, today }: { readonly centerId: RecordId; readonly year: number; readonly today: IsoDate },
): readonly CalendarEntry[] {
  const center = recordOf(set, 'center', centerId)?.values ?? {};
  const { start, end } = operatingPeriodOf(center);
  const owed = owedKinds[center.reportDuty ?? 'all'];
  const own = recordsOf(set, 'report').filter(
    ({ values: { center, to } }) => center === centerId && to !== undefined && yearOf(to) === year,
  );
  const expected = [
    ...calendarPeriods(year).filter(
      ({ kind, from, to }) =>
        owed.includes(kind) && (start === null || to >= start) && (end === null || from <= end),
    ),
    ...(start !== null && end !== null && yearOf(end) === year
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
        state: stateOf(report, { to, dueOn, isExpected: start !== null }, today),
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

const stages: readonly (string | undefined)[] = ['draft', 'returned', 'submitted', 'accepted'];
const progressOf = ({ values }: RecordOf<'report'>): number => stages.indexOf(values.status);

function stateOf(
  report: RecordOf<'report'> | null,
  { to, dueOn, isExpected }: Pick<CalendarEntry, 'to' | 'dueOn'> & { readonly isExpected: boolean },
  today: IsoDate,
): CalendarState {
  const { status, submittedOn, dueOn: agreed } = report?.values ?? {};
  const hasDay = isExpected || agreed !== undefined;
  if (status === 'accepted') return 'accepted';
  if (status === 'submitted')
    return hasDay && submittedOn !== undefined && submittedOn > dueOn ? 'submittedLate' : 'submitted';
  if (status === 'returned') return 'returned';
  if (!hasDay) return 'unplanned';
  if (today > dueOn) return 'late';
  return today > to ? 'due' : 'ahead';
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
