import { addDays, daysBetween, type IsoDate, isoDate, yearOf } from '../../core/dates.ts';
import type { SampleCast } from './generateSample.ts';

/** How busy each month is: trainings and visits crowd in spring and autumn, little happens around the holidays. */
const busyByMonth = [0.5, 0.5, 0.9, 1, 1, 0.9, 0.6, 0.4, 0.9, 1, 1, 0.6];

type Days = Pick<SampleCast, 'from' | 'until' | 'random'>;

/** A working day of the center's operation so far, more often than not in its last year and a half. */
export function someDay({ from, until, random }: Days): IsoDate {
  const whole = daysBetween(from, until);
  const recent = Math.min(whole, 550);
  for (;;) {
    const back = random.chance(0.6) ? random.between(0, recent) : random.between(0, whole);
    const day = addDays(until, -back);
    if (random.chance(busyByMonth[Number(day.slice(5, 7)) - 1] ?? 1)) return workingDay(day, from);
  }
}

/** A working day of a year and of the center's operation so far; null where there is none. */
export function dayOfYear({ from, until, random }: Days, year: number): IsoDate | null {
  const first = later(isoDate(year, 1, 1) ?? from, from);
  const last = earlier(isoDate(year, 12, 31) ?? until, until);
  if (first > last) return null;
  return workingDay(addDays(first, random.between(0, daysBetween(first, last))), first);
}

/** The years for which the sample plans and spends, the oldest first. */
export function sampleYears({
  from,
  until,
  extent,
}: Pick<SampleCast, 'from' | 'until' | 'extent'>): readonly number[] {
  const last = yearOf(until);
  const first = Math.max(yearOf(from), last - extent.years + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The day itself, or the Friday before it; never before `from`. */
export function workingDay(day: IsoDate, from: IsoDate): IsoDate {
  // 1970-01-05 was a Monday.
  const weekday = ((daysBetween('1970-01-05', day) % 7) + 7) % 7;
  const friday = weekday > 4 ? addDays(day, 4 - weekday) : day;
  return friday < from ? from : friday;
}

export const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
export const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
