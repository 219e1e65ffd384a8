import { compareTexts } from '../../core/compareTexts.ts';
import { addDays, type IsoDate, yearOf } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import { operatingPeriodIn } from '../../records/operatingPeriod.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { recordsOf } from '../../records/recordsOf.ts';
import { type CalendarEntry, type CalendarState, reportCalendar } from './reportCalendar.ts';
import type { ReportKind } from './reportContent.ts';

/** A report of a center's calendar. */
export interface CenterReport extends CalendarEntry {
  readonly centerId: RecordId;
}

export interface ReportsAtWorkOptions {
  readonly today: IsoDate;
  /** Default: all centers. */
  readonly centerId?: RecordId | null;
  /** How far ahead of its due day a report is named; default 30. */
  readonly daysAhead?: number;
}

// What needs somebody first.
const order: readonly CalendarState[] = ['returned', 'late', 'submitted', 'submittedLate', 'due', 'ahead'];

/**
 * The reports that somebody has to do something about: returned, late, waiting to be accepted, and those that are due
 * soon; the longest overdue first within each state.
 */
export function reportsAtWork(set: RecordSet, options: ReportsAtWorkOptions): readonly CenterReport[] {
  const { today, centerId = null, daysAhead = 30 } = options;
  const soon = addDays(today, daysAhead);
  const ids = centerId === null ? recordsOf(set, 'center').map(({ id }) => id) : [centerId];
  return ids
    .flatMap((id) =>
      yearsAtWork(set, id, today).flatMap((year) =>
        reportCalendar(set, { centerId: id, year, today })
          .filter(
            ({ kind, report, to }) =>
              report !== null || kind === 'final' || yearOf(to) >= firstOwed(set, id, today),
          )
          .map((entry) => ({ ...entry, centerId: id })),
      ),
    )
    .filter(({ state, dueOn }) => order.includes(state) && (state !== 'ahead' || dueOn <= soon))
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        compareTexts(`${a.dueOn} ${a.from} ${a.centerId}`, `${b.dueOn} ${b.from} ${b.centerId}`),
    );
}

/**
 * Last year and this, and every year from that of the center's first report on: whoever reports here owes what is missing
 * since, and nobody what was reported on paper before.
 */
function yearsAtWork(set: RecordSet, centerId: RecordId, today: IsoDate): readonly number[] {
  const last = yearOf(today);
  const reported = recordsOf(set, 'report').flatMap(({ values: { center, to } }) =>
    center === centerId && to !== undefined ? [yearOf(to)] : [],
  );
  const first = Math.min(last - 1, ...reported);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * The first year of which a report that nobody began is asked for: of a center whose operation has been over for longer
 * than last year, nobody is left who would write another than the final one.
 */
function firstOwed(set: RecordSet, centerId: RecordId, today: IsoDate): number {
  const { end } = operatingPeriodIn(set, centerId);
  const lastYear = yearOf(today) - 1;
  return end !== null && yearOf(end) < lastYear ? lastYear : 0;
}

export interface PeriodRequest {
  readonly kind: ReportKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly today: IsoDate;
}

/**
 * Where every center's report of one period stands, in the order of the centers; null where none is expected. Final
 * reports each have a period of their own: asked for are those that end in the period, of several of one center the one
 * that was begun.
 */
export function reportsOfPeriod(
  set: RecordSet,
  { kind, from, to, today }: PeriodRequest,
): readonly { readonly centerId: RecordId; readonly entry: CalendarEntry | null }[] {
  return recordsOf(set, 'center')
    .toSorted((a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999) || compareTexts(a.id, b.id))
    .map(({ id }) => {
      const entries = reportCalendar(set, { centerId: id, year: yearOf(to), today }).filter(
        (one) =>
          one.kind === kind &&
          (kind === 'final' ? one.to >= from && one.to <= to : one.from === from && one.to === to),
      );
      return { centerId: id, entry: entries.find(({ report }) => report !== null) ?? entries[0] ?? null };
    });
}
