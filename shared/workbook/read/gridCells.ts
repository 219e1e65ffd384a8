import { type DateSystem, serialToIsoDate } from '../../core/dates.ts';
import type { GridCell, GridRow } from '../grid.ts';

const secondsPerDay = 86_400;
const elapsedTokens = /\[(?:h+|m+|s+)\]/i;

/** The error values that Excel knows; any other text is just text. */
export const excelErrors: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
]);

/**
 * The cell for a number that is shown as a date: a calendar date with its time of day, to the second. A time
 * without a date (a serial below 1) and an elapsed time (`[h]:mm`) are text, `HH:MM:SS`, because they are no
 * date; a serial that names no day (negative, 1900-02-29, after 9999) stays the number.
 */
export function serialToCell(serial: number, format: string, system: DateSystem): GridCell {
  const seconds = Math.round(serial * secondsPerDay);
  if (elapsedTokens.test(format)) return serial < 0 ? serial : clockText(seconds);
  const days = Math.floor(seconds / secondsPerDay);
  const rest = seconds - days * secondsPerDay;
  if (isTimeOnly(days, rest, system)) return clockText(rest);
  const date = serialToIsoDate(days, system);
  if (date === null) return serial;
  return { kind: 'date', date, time: rest === 0 ? null : clockText(rest) };
}

/** Day 0 is no day in the 1900 system; in the 1904 system it is one, but nobody dates a time of day to it. */
export function isTimeOnly(days: number, seconds: number, system: DateSystem): boolean {
  return days === 0 && (system === '1900' || seconds > 0);
}

/** A line break inside a cell is one line feed, as in Excel, whatever the file has. */
export function textToCell(text: string): GridCell {
  if (text === '') return null;
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
}

/** Rows as the grid wants them: no empty cells at a row's end, no empty rows at the sheet's end. */
export function trimRows(rows: readonly (GridRow | undefined)[]): readonly GridRow[] {
  const trimmed: GridRow[] = [];
  let last = -1;
  for (let index = 0; index < rows.length; index++) {
    const row = trimRow(rows[index] ?? []);
    trimmed.push(row);
    if (row.length > 0) last = index;
  }
  return trimmed.slice(0, last + 1);
}

function trimRow(row: GridRow): GridRow {
  let length = row.length;
  while (length > 0 && (row[length - 1] ?? null) === null) length--;
  if (length === 0) return emptyRow;
  return length === row.length ? row : row.slice(0, length);
}

const emptyRow: GridRow = [];

function clockText(seconds: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}
