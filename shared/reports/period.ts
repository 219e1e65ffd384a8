import { addDays, daysBetween, daysInMonth, type IsoDate, isoDate, yearOf } from '../core/dates.ts';
import type { Language } from '../core/language.ts';

export const periodKinds = ['month', 'quarter', 'halfYear', 'year', 'custom'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A stretch of days, both ends included. */
export interface Period {
  readonly kind: PeriodKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const monthsByKind = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

/** The calendar month, quarter, half-year or year that holds a day. */
export function periodOf(kind: Exclude<PeriodKind, 'custom'>, day: IsoDate): Period {
  const length = monthsByKind[kind];
  const first = Math.floor((monthOf(day) - 1) / length) * length + 1;
  return monthSpan(kind, yearOf(day), first, length);
}

/** Any two days, in either order. */
export function customPeriod(one: IsoDate, other: IsoDate): Period {
  return one <= other ? { kind: 'custom', from: one, to: other } : { kind: 'custom', from: other, to: one };
}

/** The period of the same kind before (`steps` < 0) or after; a custom one moves by its own length. */
export function shiftPeriod(period: Period, steps: number): Period {
  if (period.kind === 'custom') {
    const days = (daysBetween(period.from, period.to) + 1) * steps;
    return { kind: 'custom', from: addDays(period.from, days), to: addDays(period.to, days) };
  }
  const length = monthsByKind[period.kind];
  const months = yearOf(period.from) * 12 + monthOf(period.from) - 1 + steps * length;
  return monthSpan(period.kind, Math.floor(months / 12), (months % 12) + 1, length);
}

export const isInPeriod = (day: IsoDate, { from, to }: Period): boolean => from <= day && day <= to;

/** The days of a period up to a day; null before it begins. What is planned for later is no activity yet. */
export function periodUntil(period: Period, day: IsoDate): Period | null {
  if (day < period.from) return null;
  return day < period.to ? { ...period, to: day } : period;
}

/** Whether a stretch of days (an open end is null) shares a day with the period. */
export const overlapsPeriod = (start: IsoDate, end: IsoDate | null, { from, to }: Period): boolean =>
  start <= to && (end === null || end >= from);

/** `March 2026`, `Q1 2026`, `2026년 1분기`; both days for a custom period. */
export function periodLabel({ kind, from, to }: Period, language: Language): string {
  const [year, month] = [yearOf(from), monthOf(from)];
  const korean = language === 'ko';
  switch (kind) {
    case 'month':
      return korean ? `${year}년 ${month}월` : `${englishMonths[month - 1] ?? ''} ${year}`;
    case 'quarter':
      return korean ? `${year}년 ${Math.ceil(month / 3)}분기` : `Q${Math.ceil(month / 3)} ${year}`;
    case 'halfYear':
      if (korean) return `${year}년 ${month < 7 ? '상반기' : '하반기'}`;
      return `${month < 7 ? 'First' : 'Second'} half of ${year}`;
    case 'year':
      return korean ? `${year}년` : String(year);
    case 'custom':
      return korean ? `${from} ~ ${to}` : `${from} – ${to}`;
  }
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function monthSpan(kind: Period['kind'], year: number, month: number, length: number): Period {
  const last = month + length - 1;
  const from = isoDate(year, month, 1);
  const to = isoDate(year, last, daysInMonth(year, last));
  if (from === null || to === null) throw new Error(`No month ${month} of the year ${year}`);
  return { kind, from, to };
}

function monthOf(day: IsoDate): number {
  return Number(day.slice(5, 7));
}
