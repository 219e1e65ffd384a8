import { type DateSystem, type IsoDate, serialToIsoDate } from '../../core/dates.ts';
import { type DateOrder, parseDateInOrder, parseDateText } from '../../core/parseDate.ts';
import type { GridCell } from '../grid.ts';

// A number in a date column is a day's serial whose format was lost; 1927 to 2173 keeps counts and years out.
const plausibleSerials = { min: 10_000, max: 100_000 };

/** The day that a cell of a date column means. */
export function foreignDate(
  cell: GridCell,
  order: DateOrder | null,
  dateSystem: DateSystem,
): IsoDate | 'ambiguous' | null {
  const text = typeof cell === 'string' ? cell.trim() : '';
  const number = typeof cell === 'number' ? cell : /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : null;
  if (number !== null && number >= plausibleSerials.min && number <= plausibleSerials.max) {
    return serialToIsoDate(number, dateSystem);
  }
  // 20261123 typed into an unformatted cell.
  if (number !== null) return parseDateText(String(number));
  if (typeof cell === 'string') return order === null ? parseDateText(cell) : parseDateInOrder(cell, order);
  return typeof cell === 'object' && cell?.kind === 'date' ? cell.date : null;
}
