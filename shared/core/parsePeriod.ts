import { withoutTimes } from './clockTimes.ts';
import { type IsoDate, isoDate } from './dates.ts';
import { type DateOrder, dateOrders } from './parseDate.ts';

/** Both days included; one day begins and ends a period of its own. */
export interface Period {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

export interface PeriodReading {
  readonly order: DateOrder;
  readonly period: Period;
}

export interface PeriodReadings {
  /** What the text can mean in each order that its form allows; orders that mean the same all stand here. */
  readonly readings: readonly PeriodReading[];
  /** It names no year, and the readings are in the one that was given. */
  readonly isYearless: boolean;
}

/**
 * Reads two days in one cell as people write them: 2026-03-02 ~ 03-06, 2026.3.2.~3.6., 3.2~6, 2-6 March 2026,
 * 28.2.-3.3.2026, 2026년 3월 2일부터 6일까지; also a single day. Times of day are passed over. What one side leaves out
 * the other one says; a period that would end before it begins passes the turn of the year. A period without a year is
 * read in `year`. Null where it is no period.
 */
export function readPeriod(text: string, year: number): PeriodReadings | null {
  const sides = sidesOf(plainPeriod(text));
  if (sides === null) return null;
  let isYearless = false;
  const readings: PeriodReading[] = [];
  for (const order of dateOrders) {
    const left = partialDate(sides[0], order);
    // Who writes the year first goes on with the month: 2026.3.2.~3.6.
    const right = partialDate(sides[1], /^\d{4}\D/u.test(sides[0]) ? 'ymd' : order);
    if (left === null || right === null) continue;
    const period = periodOf(left, right, year);
    if (period === null) continue;
    isYearless ||= left.year === null && right.year === null;
    readings.push({ order, period });
  }
  return readings.length === 0 ? null : { readings, isYearless };
}

/** A day of which the text leaves out what is null. */
interface PartialDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number;
}

function periodOf(left: PartialDate, right: PartialDate, year: number): Period | null {
  const month = left.month ?? right.month;
  if (month === null) return null;
  const endMonth = right.month ?? month;
  const startYear = left.year ?? right.year ?? year;
  const endYear = right.year ?? startYear;
  const start = isoDate(startYear, month, left.day);
  const end = isoDate(endYear, endMonth, right.day);
  if (start === null || end === null) return null;
  if (end >= start || (left.year !== null && right.year !== null)) return { start, end };
  // Over the turn of the year: which side names the year says on which side the other one is.
  const [first, last] =
    right.year === null
      ? [start, isoDate(endYear + 1, endMonth, right.day)]
      : [isoDate(startYear - 1, month, left.day), end];
  // Within one month that would be a year without a day or two: a slip, and not a period.
  return first === null || last === null || month === endMonth ? null : { start: first, end: last };
}

function plainPeriod(text: string): string {
  return withoutTimes(text.normalize('NFKC'))
    .replace(/[∼〜]/gu, '~')
    .replace(/\((?:[월화수목금토일]|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\)/giu, '')
    .replace(/까지\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const separators: readonly RegExp[] = [
  /\s*~\s*/u,
  /\s*부터\s*/u,
  /\s*[–—→]\s*/u,
  /\s-\s/u,
  /\s+(?:to|until|till|through)\s+/iu,
];

function sidesOf(text: string): readonly [string, string] | null {
  for (const separator of separators) {
    const sides = text.split(separator);
    if (sides.length < 2) continue;
    return sides.length === 2 ? pairOf(sides) : null;
  }
  // A single hyphen between days that are not written with hyphens: 2026.3.2-3.6, 2-6 March 2026.
  const sides = text.split('-');
  if (sides.length === 2 && /[./\p{L}]/u.test(text) && !/^\d{1,2}-[a-z]+/iu.test(text)) return pairOf(sides);
  return [text, text];
}

function pairOf([left = '', right = '']: readonly string[]): readonly [string, string] | null {
  const pair = [left.replace(/^from\s+/iu, '').trim(), right.trim()] as const;
  return pair[0] === '' || pair[1] === '' ? null : pair;
}

function partialDate(side: string, order: DateOrder): PartialDate | null {
  const text = side.replace(/[.,]\s*$/u, '').trim();
  return named(text) ?? spelled(text) ?? numbered(text, order);
}

/** With Korean or other words for the parts, which leave no doubt. */
function spelled(text: string): PartialDate | null {
  const match = /^(?:['’‘]?(\d{2}|\d{4})년\s*)?(?:(\d{1,2})월\s*)?(\d{1,2})일$/u.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  return {
    year: year === undefined ? null : fullYear(year),
    month: month === undefined ? null : Number(month),
    day: Number(day),
  };
}

function named(text: string): PartialDate | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?(?:[\s,-]+(\d{4}|\d{2}))?$/iu.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/iu.exec(text);
  const name = (dayFirst?.[2] ?? monthFirst?.[1] ?? '').toLowerCase();
  const month = name === '' ? 0 : months.findIndex((full) => full.startsWith(name)) + 1;
  if (month === 0) return null;
  const year = dayFirst?.[3] ?? monthFirst?.[3];
  return {
    year: year === undefined ? null : fullYear(year),
    month,
    day: Number(dayFirst?.[1] ?? monthFirst?.[2]),
  };
}

function numbered(text: string, order: DateOrder): PartialDate | null {
  if (/^\d{8}$/u.test(text)) return dated(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  const match = /^['’‘]?(\d{1,4})(?:\s*([-./])\s*(\d{1,2})(?:\s*\2\s*(\d{1,4}))?)?$/u.exec(text);
  if (match === null) return null;
  const [, first = '', mark, second, third] = match;
  if (second === undefined) return first.length > 2 ? null : { year: null, month: null, day: Number(first) };
  if (third === undefined) {
    if (first.length > 2) return null;
    return order === 'dmy' ? dated(null, second, first) : dated(null, first, second);
  }
  if (first.length === 4) return third.length > 2 ? null : dated(first, second, third);
  if (first.length > 2 || third.length === 1 || third.length === 3) return null;
  switch (order) {
    case 'dmy':
      return dated(third, second, first);
    case 'mdy':
      // Where dots are written the day stands first.
      return mark === '.' ? null : dated(third, first, second);
    case 'ymd':
      return third.length === 4 ? null : dated(first, second, third);
  }
}

const dated = (year: string | null, month: string, day: string): PartialDate => ({
  year: year === null ? null : fullYear(year),
  month: Number(month),
  day: Number(day),
});

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 : 0) + Number(digits);

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
