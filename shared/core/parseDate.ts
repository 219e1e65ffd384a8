import { withoutTimes } from './clockTimes.ts';
import { type IsoDate, isoDate } from './dates.ts';

/**
 * Reads a date as people write it: 2026-11-23, 2026.11.23, '26.11.23, 2026/11/23, 2026년 11월 23일, 20261123, 23.11.2026,
 * 23/11/2026, 23-Nov-2026, 23-Nov-26, Nov 23, 2026; times of day behind it are cut off. `ambiguous` where day and month
 * could be exchanged (03/04/2026) or a year of two digits could stand first, as in Korea, or last (26.11.23); null
 * where it is no date. Before a year of four digits a dot always means day first, as it does wherever dots are
 * written.
 */
export function parseDateText(text: string): IsoDate | 'ambiguous' | null {
  const plain = plainDate(text);
  return yearFirst(plain) ?? dayOrMonthFirst(plain) ?? withMonthName(plain);
}

/** Which part of a date stands first: 23/11/2026, 11/23/2026 or 26.11.23. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

export interface DateReading {
  readonly order: DateOrder;
  /** Null where the calendar has no such day. */
  readonly date: IsoDate | null;
}

/**
 * What a date of three numbers can mean in each order that its form allows; empty for any other form, a date with the
 * year of four digits in front among them.
 */
export function dateReadings(text: string): readonly DateReading[] {
  return readingsOf(plainDate(text));
}

/**
 * Reads a date as `parseDateText` does, in a column that is known to be written in one order: null where the form
 * allows the order and the calendar has no such day, though another order would give one.
 */
export function parseDateInOrder(text: string, order: DateOrder): IsoDate | 'ambiguous' | null {
  const reading = dateReadings(text).find((one) => one.order === order);
  return reading === undefined ? parseDateText(text) : reading.date;
}

function plainDate(text: string): string {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^['’‘](?=\d{2}[-./])/u, '20')
    // A zone is no other time of day.
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})$/iu, '')
    .replace(/T(?=\d{1,2}:\d{2})/iu, ' ');
  return withoutTimes(plain);
}

function yearFirst(text: string): IsoDate | null {
  const match =
    /^(\d{4})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?(?:\s*\([월화수목금토일]\))?$/u.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})\s*(년)\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일(?:\s*\([월화수목금토일]\))?$/u.exec(text);
  if (match !== null) return isoDate(Number(match[1]), Number(match[3]), Number(match[4]));
  const short = /^(\d{2})년\s*(\d{1,2})월\s*(\d{1,2})일(?:\s*\([월화수목금토일]\))?$/u.exec(text);
  return short === null ? null : isoDate(2000 + Number(short[1]), Number(short[2]), Number(short[3]));
}

function dayOrMonthFirst(text: string): IsoDate | 'ambiguous' | null {
  const dates = new Set(readingsOf(text).flatMap(({ date }) => (date === null ? [] : [date])));
  return dates.size > 1 ? 'ambiguous' : ([...dates][0] ?? null);
}

function readingsOf(text: string): readonly DateReading[] {
  const match = /^(\d{1,2})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})\.?(?:\s*\([월화수목금토일]\))?$/u.exec(
    text,
  );
  if (match === null) return [];
  const [first, second, last] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const isShort = match[4]?.length === 2;
  const year = isShort ? 2000 + last : last;
  const readings: DateReading[] = [{ order: 'dmy', date: isoDate(year, second, first) }];
  if (match[2] !== '.') readings.push({ order: 'mdy', date: isoDate(year, first, second) });
  if (isShort) readings.push({ order: 'ymd', date: isoDate(2000 + first, second, last) });
  return readings;
}

const monthNames = [
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

function withMonthName(text: string): IsoDate | null {
  const dayFirst = /^(\d{1,2})[\s.-]+([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text);
  const name = (dayFirst?.[2] ?? monthFirst?.[1] ?? '').toLowerCase();
  const month = name === '' ? 0 : monthNames.findIndex((full) => full.startsWith(name)) + 1;
  if (month === 0) return null;
  const year = dayFirst?.[3] ?? monthFirst?.[3] ?? '';
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  return isoDate(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
}
