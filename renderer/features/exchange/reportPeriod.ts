import { daysInMonth, type IsoDate, isoDate } from '../../../shared/core/dates.ts';

/** A calendar period that a report covers. `index` counts from 1: the month, or the quarter. */
export type ReportPeriod =
  | { readonly kind: 'month'; readonly year: number; readonly index: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly index: number }
  | { readonly kind: 'year'; readonly year: number };
export type PeriodKind = ReportPeriod['kind'];

export const periodKinds: readonly PeriodKind[] = ['month', 'quarter', 'year'];

/** First and last day. */
export function periodBounds(period: ReportPeriod): { readonly from: IsoDate; readonly to: IsoDate } {
  const first = firstMonth(period);
  const last = first + monthsOf(period.kind) - 1;
  return {
    from: dayOf(period.year, first, 1),
    to: dayOf(period.year, last, daysInMonth(period.year, last)),
  };
}

/** As it stands in a file name: `2026-11`, `2026-Q4`, `2026`. */
export function periodCode(period: ReportPeriod): string {
  switch (period.kind) {
    case 'month':
      return `${period.year}-${String(period.index).padStart(2, '0')}`;
    case 'quarter':
      return `${period.year}-Q${period.index}`;
    case 'year':
      return String(period.year);
  }
}

/** The period of a kind that holds the day. */
export function periodOf(kind: PeriodKind, day: IsoDate): ReportPeriod {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  switch (kind) {
    case 'month':
      return { kind, year, index: month };
    case 'quarter':
      return { kind, year, index: Math.ceil(month / 3) };
    case 'year':
      return { kind, year };
  }
}

/** `steps` periods later; earlier when negative. */
export function shiftPeriod(period: ReportPeriod, steps: number): ReportPeriod {
  if (period.kind === 'year') return { kind: 'year', year: period.year + steps };
  const perYear = 12 / monthsOf(period.kind);
  const ordinal = period.year * perYear + (period.index - 1) + steps;
  return { kind: period.kind, year: Math.floor(ordinal / perYear), index: (ordinal % perYear) + 1 };
}

function monthsOf(kind: PeriodKind): number {
  return kind === 'month' ? 1 : kind === 'quarter' ? 3 : 12;
}

function firstMonth(period: ReportPeriod): number {
  return period.kind === 'year' ? 1 : (period.index - 1) * monthsOf(period.kind) + 1;
}

function dayOf(year: number, month: number, day: number): IsoDate {
  const date = isoDate(year, month, day);
  if (date === null) throw new Error(`No such day: ${year}-${month}-${day}`);
  return date;
}
