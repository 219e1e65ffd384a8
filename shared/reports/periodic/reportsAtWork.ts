import { compareTexts } from '../../core/compareTexts.ts';
import { addDays, type IsoDate, yearOf } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
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
 * The reports of last year and this that somebody has to do something about: returned, late, waiting to be accepted,
 * and those that are due soon; the longest overdue first within each state.
 */
export function reportsAtWork(set: RecordSet, options: ReportsAtWorkOptions): readonly CenterReport[] {
  const { today, centerId = null, daysAhead = 30 } = options;
  const soon = addDays(today, daysAhead);
  const ids = centerId === null ? recordsOf(set, 'center').map(({ id }) => id) : [centerId];
  return ids
    .flatMap((id) =>
      [yearOf(today) - 1, yearOf(today)].flatMap((year) =>
        reportCalendar(set, { centerId: id, year, today }).map((entry) => ({ ...entry, centerId: id })),
      ),
    )
    .filter(({ state, dueOn }) => order.includes(state) && (state !== 'ahead' || dueOn <= soon))
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        compareTexts(`${a.dueOn} ${a.from} ${a.centerId}`, `${b.dueOn} ${b.from} ${b.centerId}`),
    );
}

export interface PeriodRequest {
  readonly kind: ReportKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly today: IsoDate;
}

/**
 * Where every center's report of one period stands, in the order of the centers; null where none is expected. Final
 * reports each have a period of their own: asked for are those that end in the period.
 */
export function reportsOfPeriod(
  set: RecordSet,
  { kind, from, to, today }: PeriodRequest,
): readonly { readonly centerId: RecordId; readonly entry: CalendarEntry | null }[] {
  return recordsOf(set, 'center')
    .toSorted((a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999) || compareTexts(a.id, b.id))
    .map(({ id }) => ({
      centerId: id,
      entry:
        reportCalendar(set, { centerId: id, year: yearOf(to), today }).find(
          (one) =>
            one.kind === kind &&
            (kind === 'final' ? one.to >= from && one.to <= to : one.from === from && one.to === to),
        ) ?? null,
    }));
}
