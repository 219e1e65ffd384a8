import { addDays, daysBetween, daysInMonth, type IsoDate, isoDate, yearOf } from '../core/dates.ts';
import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { Stay } from './stays.ts';

/** By what person-months are added up. */
export type MonthsBy = 'person' | 'role' | 'center';

export interface MonthsCell {
  readonly months: number;
  /** The assignments or exchanges behind the number. */
  readonly ids: readonly RecordId[];
}

export interface MonthsRow {
  /** A person, a role (or direction), a center; '' where it is not known. */
  readonly key: string;
  readonly byYear: ReadonlyMap<number, MonthsCell>;
  /** Served until today, leave taken off. */
  readonly total: MonthsCell;
  /** Days of leave that were taken off. */
  readonly leaveDays: number;
  /** From tomorrow until the ends that are known. */
  readonly planned: number;
}

export interface MonthsTable {
  /** Ascending, without gaps. */
  readonly years: readonly number[];
  /** The most months first. */
  readonly rows: readonly MonthsRow[];
  readonly sum: Omit<MonthsRow, 'key'>;
}

/**
 * Months of service between two days, both included: each calendar month by the share of its days, so that a whole one
 * is 1 and the first half of April 0.5. 0 where the last day lies before the first.
 */
export function monthsBetween(first: IsoDate, last: IsoDate): number {
  let months = 0;
  for (let from = first; from <= last; ) {
    const [year, month] = [yearOf(from), Number(from.slice(5, 7))];
    const length = daysInMonth(year, month);
    const end = isoDate(year, month, length) ?? last;
    const to = end < last ? end : last;
    months += (daysBetween(from, to) + 1) / length;
    from = addDays(to, 1);
  }
  return months;
}

/**
 * Months that somebody served in a year until today. Leave is a number of days of the whole stay, without dates, so it
 * is spread evenly over the days that were served: 9 days of leave in 90 take a tenth off every month.
 */
export function monthsServed(stay: Stay, year: number, today: IsoDate): number {
  const last = earlier(stay.end ?? today, today);
  if (stay.start > last) return 0;
  const days = daysBetween(stay.start, last) + 1;
  const present = 1 - Math.min(stay.leaveDays, days) / days;
  return monthsBetween(later(stay.start, `${year}-01-01`), earlier(last, `${year}-12-31`)) * present;
}

/** Person-months by person, role or center and year; what has not begun yet counts as planned only. */
export function personMonths(stays: readonly Stay[], by: MonthsBy, today: IsoDate): MonthsTable {
  const years = yearsOf(stays, today);
  const rows = [...groupBy(stays, (stay) => keyOf(stay, by))].map(([key, members]) => ({
    key,
    ...figuresOf(members, years, today),
  }));
  return {
    years,
    rows: rows.sort((a, b) => b.total.months - a.total.months || (a.key < b.key ? -1 : 1)),
    sum: figuresOf(stays, years, today),
  };
}

function figuresOf(stays: readonly Stay[], years: readonly number[], today: IsoDate): Omit<MonthsRow, 'key'> {
  const cell = (months: (stay: Stay) => number): MonthsCell => {
    const counted = stays.map((stay) => ({ id: stay.id, months: months(stay) }));
    const present = counted.filter((one) => one.months > 0);
    return { months: sum(present.map((one) => one.months)), ids: present.map(({ id }) => id) };
  };
  const begun = stays.filter(({ start }) => start <= today);
  return {
    byYear: new Map(years.map((year) => [year, cell((stay) => monthsServed(stay, year, today))])),
    total: cell((stay) => sum(years.map((year) => monthsServed(stay, year, today)))),
    leaveDays: sum(begun.map(({ leaveDays }) => leaveDays)),
    planned: sum(
      stays.map(({ start, end }) => (end === null ? 0 : monthsBetween(later(start, addDays(today, 1)), end))),
    ),
  };
}

function yearsOf(stays: readonly Stay[], today: IsoDate): readonly number[] {
  const begun = stays.filter(({ start }) => start <= today);
  if (begun.length === 0) return [];
  const first = Math.min(...begun.map(({ start }) => yearOf(start)));
  const last = Math.max(...begun.map(({ end }) => yearOf(earlier(end ?? today, today))));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function keyOf(stay: Stay, by: MonthsBy): string {
  switch (by) {
    case 'person':
      return stay.person;
    case 'role':
      return stay.role;
    case 'center':
      return stay.centerId ?? '';
  }
}

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
