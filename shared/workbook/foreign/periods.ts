import type { DateSystem } from '../../core/dates.ts';
import { type DateOrder, dateOrders } from '../../core/parseDate.ts';
import { type Period, readPeriod } from '../../core/parsePeriod.ts';
import type { ValueProblemCode } from '../../messages/valueProblems.ts';
import { cellText } from '../../schema/codecs/cells.ts';
import type { GridCell, SheetGrid } from '../grid.ts';
import type { Convention, Found } from './conventions.ts';
import { foreignDate } from './foreignDate.ts';

export type ReadPeriod =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly code: ValueProblemCode };

/** A leap year, so that every day of a calendar is one. */
const anyYear = 2000;

/** The days that a cell of a column of periods means; a single day is a period too. */
export function foreignPeriod(cell: GridCell, convention: Convention, dateSystem: DateSystem): ReadPeriod {
  if (typeof cell !== 'string' || /^\s*\d{5}(\.\d+)?\s*$/u.test(cell)) {
    const date = foreignDate(cell, convention.dateOrder, dateSystem);
    return date === null || date === 'ambiguous'
      ? { ok: false, code: 'BAD_PERIOD' }
      : { ok: true, period: { start: date, end: date } };
  }
  const read = readPeriod(cell, convention.year ?? anyYear);
  if (read === null) return { ok: false, code: 'BAD_PERIOD' };
  const inOrder = read.readings.filter(({ order }) => order === convention.dateOrder);
  const readings = inOrder.length > 0 ? inOrder : read.readings;
  const [first] = readings;
  if (first === undefined) return { ok: false, code: 'BAD_PERIOD' };
  const { period } = first;
  if (readings.some((one) => one.period.start !== period.start || one.period.end !== period.end)) {
    return { ok: false, code: 'AMBIGUOUS_DATE' };
  }
  if (read.isYearless && convention.year === undefined) return { ok: false, code: 'YEAR_MISSING' };
  return { ok: true, period };
}

/** The day of a date that names no year, such as “3월 2일” or “3/2”; null for any other text. */
export function yearlessDay(cell: GridCell, convention: Convention): ReadPeriod | null {
  if (typeof cell !== 'string' || readPeriod(cell, anyYear)?.isYearless !== true) return null;
  // “2.5” is a number rather than a day; whoever means a day writes 2.5. or 2/5.
  if (/^\s*\d+\.\d+\s*$/u.test(cell)) return null;
  const read = foreignPeriod(cell, convention, '1900');
  return read.ok && read.period.start !== read.period.end ? null : read;
}

/**
 * The order of day and month in a column of periods, or of days without a year. Who writes Korean or puts the year
 * first puts the month before the day.
 */
export function findPeriodOrder(cells: readonly GridCell[], isKorean: boolean): Found<DateOrder> {
  const proven = new Set<DateOrder>();
  const asked = new Set<DateOrder>();
  let example = '';
  let monthFirst = isKorean;
  let onlyYearless = true;
  for (const cell of cells) {
    const read = typeof cell === 'string' ? readPeriod(cell, anyYear) : null;
    if (typeof cell !== 'string' || read === null) continue;
    const firstOrders = ordersByMeaning(read.readings);
    const [only] = read.readings;
    if (read.readings.length === 1 && only !== undefined) proven.add(only.order);
    if (/^\s*\d{4}\D/u.test(cell)) monthFirst = true;
    if (firstOrders.length < 2) continue;
    if (example === '') example = cell.trim();
    onlyYearless &&= read.isYearless;
    for (const order of firstOrders) asked.add(order);
  }
  if (example === '') return { form: null, open: [], example: '' };
  const [form] = proven;
  if (proven.size === 1 && form !== undefined) return { form, open: [], example: '' };
  const open = dateOrders.filter((order) => asked.has(order));
  return { form: monthFirst && onlyYearless ? 'mdy' : null, open, example };
}

/** The first order of each meaning that a text has. */
function ordersByMeaning(
  readings: readonly { readonly order: DateOrder; readonly period: Period }[],
): readonly DateOrder[] {
  const orders = new Map<string, DateOrder>();
  for (const { order, period } of readings) {
    const meaning = `${period.start} ${period.end}`;
    if (!orders.has(meaning)) orders.set(meaning, order);
  }
  return [...orders.values()];
}

/** What the days of a column leave out, and what the table says of it; null where every day names its year. */
export interface YearGap {
  readonly example: string;
  /** Null where the table names none, or several. */
  readonly year: number | null;
}

/** Years stand in the table's title, in the sheet's name, or in other cells of the column. */
export function yearGap(cells: readonly GridCell[], sheet: SheetGrid, headerRow: number): YearGap | null {
  const example = cells.find(isYearless);
  if (example === undefined) return null;
  const above = sheet.rows.slice(0, headerRow).flatMap((row) => row.map(cellText));
  const year = onlyYear([sheet.name, ...above]) ?? onlyYear(cells.map(cellText));
  return { example: cellText(example).trim(), year };
}

const isYearless = (cell: GridCell): boolean =>
  typeof cell === 'string' && readPeriod(cell, anyYear)?.isYearless === true;

function onlyYear(texts: readonly string[]): number | null {
  const years = new Set(texts.flatMap((text) => text.match(/(?<!\d)(?:19[89]|20\d)\d(?!\d)/gu) ?? []));
  const [year] = years;
  return years.size === 1 && year !== undefined ? Number(year) : null;
}
