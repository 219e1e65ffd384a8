/** A calendar date without time zone, `YYYY-MM-DD`. Never passes through a time-zoned Date. */
export type IsoDate = string;

export type DateSystem = '1900' | '1904';

const msPerDay = 86_400_000;
// Excel counts 1900-01-01 as 1 and believes that 1900 was a leap year, so from 1900-03-01 on day 0 is 1899-12-30.
const epochByDateSystem: Readonly<Record<DateSystem, number>> = {
  '1900': Date.UTC(1899, 11, 30),
  '1904': Date.UTC(1904, 0, 1),
};

/** `YYYY-MM-DD` for a date that exists in the proleptic Gregorian calendar (years 1 to 9999), else null. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string') return false;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

/** Whole days since the date system's day 0; null for a date before its day 1 (1900) or 0 (1904). */
export function isoDateToSerial(date: IsoDate, system: DateSystem = '1900'): number | null {
  const days = Math.round((utcOf(date) - epochByDateSystem[system]) / msPerDay);
  if (system === '1904') return days >= 0 ? days : null;
  const serial = days < 61 ? days - 1 : days;
  return serial >= 1 ? serial : null;
}

/** The calendar date of an Excel serial; a time of day is cut off; null outside 0 … 9999-12-31 and for 1900-02-29. */
export function serialToIsoDate(serial: number, system: DateSystem = '1900'): IsoDate | null {
  if (!Number.isFinite(serial)) return null;
  const whole = Math.floor(serial);
  if (system === '1900' && (whole < 1 || whole === 60)) return null;
  if (whole < 0) return null;
  const days = system === '1900' && whole < 60 ? whole + 1 : whole;
  const time = epochByDateSystem[system] + days * msPerDay;
  return time > Date.UTC(9999, 11, 31) ? null : isoOf(time);
}

/** Making one takes hundreds of times as long as asking it. */
const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/** The date in the given IANA time zone at an instant (ms since 1970). */
export function dateInZone(instant: number, timeZone: string): IsoDate {
  let format = zoneFormats.get(timeZone);
  if (format === undefined) {
    // The Swedish form is the ISO form.
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    zoneFormats.set(timeZone, format);
  }
  return format.format(instant);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoOf(utcOf(date) + days * msPerDay);
}

/** The same day years later; 29 February becomes 28 where the year has none. */
export function addYears(date: IsoDate, years: number): IsoDate {
  const year = yearOf(date) + years;
  const month = Number(date.slice(5, 7));
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return isoDate(year, month, day) ?? date;
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / msPerDay);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function utcOf(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isoOf(time: number): IsoDate {
  return new Date(time).toISOString().slice(0, 10);
}
