import { type IsoDate, isIsoDate, isoDateToSerial, serialToIsoDate } from '../../core/dates.ts';
import { isJsonObject } from '../../core/json.ts';
import { parseDateText } from '../../core/parseDate.ts';
import { err, ok } from '../../core/result.ts';
import { isTimeZone, localToUtc, utcToLocal } from '../../core/timeZones.ts';
import type { GridCell } from '../../workbook/grid.ts';
import type { CellProblem, FieldCodec } from '../codec.ts';
import { cellProblem, cellText, isDateCell, isEmptyCell, noValue, oneColumn } from './cells.ts';

// A bare number in a date column is a serial whose format was lost; 1927 to 2173 keeps counts and years out.
const plausibleSerials = { min: 10_000, max: 100_000 };

export const dateCodec: FieldCodec<'date'> = {
  kind: 'date',
  merge: 'whole',
  columns: (spec) => oneColumn('date', spec.width ?? 12),
  // A date before Excel's first day has no serial; its text comes back as the same date.
  toCells: (value) => [
    value === undefined
      ? null
      : isoDateToSerial(value) === null
        ? value
        : { kind: 'date', date: value, time: null },
  ],
  fromCells: (cells) => {
    const cell = cells[0] ?? null;
    if (isEmptyCell(cell)) return noValue;
    const date = cellDate(cell);
    if (date === 'ambiguous') return err([cellProblem(cell, 'AMBIGUOUS_DATE')]);
    return date === null ? err([cellProblem(cell, 'BAD_DATE')]) : ok(date);
  },
  fromJson: (json) => (isIsoDate(json) ? json : null),
  check: () => [],
  toText: (value) => value,
};

export const dateTimeCodec: FieldCodec<'dateTime'> = {
  kind: 'dateTime',
  merge: 'whole',
  columns: () => [
    {
      part: 'time',
      partLabel: { en: 'local time', ko: '현지 시각' },
      format: 'dateTime',
      width: 18,
      wrap: false,
    },
    { part: 'zone', partLabel: { en: 'time zone', ko: '시간대' }, format: 'text', width: 18, wrap: false },
  ],
  toCells: (value) => {
    const local = value === undefined ? null : utcToLocal(value.utc, value.zone);
    return value === undefined || local === null
      ? [null, null]
      : [{ kind: 'date', date: local.date, time: local.time }, value.zone];
  },
  fromCells: (cells) => {
    const [timeCell = null, zoneCell = null] = cells;
    if (isEmptyCell(timeCell) && isEmptyCell(zoneCell)) return ok(undefined);
    const zone = cellText(zoneCell).trim();
    const date = cellDate(timeCell);
    const time = cellTime(timeCell);
    const problems: CellProblem[] = [];
    if (date === null || date === 'ambiguous' || time === null) {
      problems.push(cellProblem(timeCell, 'BAD_DATE_TIME', 0));
    }
    if (!isTimeZone(zone)) problems.push(cellProblem(zoneCell, 'BAD_DATE_TIME', 1));
    if (problems.length > 0 || date === null || time === null) return err(problems);
    return ok({ utc: localToUtc(date, time, zone), zone });
  },
  fromJson: (json) => {
    if (!isJsonObject(json)) return null;
    const { utc, zone } = json;
    if (typeof utc !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(utc)) return null;
    if (!isIsoDate(utc.slice(0, 10)) || Number.isNaN(Date.parse(utc))) return null;
    return typeof zone === 'string' && isTimeZone(zone) ? { utc, zone } : null;
  },
  check: () => [],
  toText: (value) => {
    const local = utcToLocal(value.utc, value.zone);
    return local === null ? value.utc : `${local.date} ${local.time.slice(0, 5)} (${value.zone})`;
  },
};

/** The date that a cell holds or spells, as people write dates. */
export function cellDate(cell: GridCell): IsoDate | 'ambiguous' | null {
  if (isDateCell(cell)) return cell.date;
  if (typeof cell === 'string') return parseDateText(cell);
  if (typeof cell === 'number' && cell >= plausibleSerials.min && cell <= plausibleSerials.max) {
    return serialToIsoDate(cell);
  }
  return null;
}

function cellTime(cell: GridCell): string | null {
  if (isDateCell(cell)) return cell.time ?? '00:00:00';
  if (typeof cell === 'number') return timeOfSerial(cell);
  const match = /(?:^|[ T])(\d{1,2}):(\d{2})(?::(\d{2}))?\s*$/.exec(cellText(cell));
  if (match === null) return typeof cell === 'string' && cell.includes(':') ? null : '00:00:00';
  const [hours = '', minutes = '', seconds = '00'] = match.slice(1);
  return Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60
    ? `${hours.padStart(2, '0')}:${minutes}:${seconds}`
    : null;
}

/** The part of a day behind a serial's decimal mark, to the second; never rounded up to the next day. */
function timeOfSerial(serial: number): string {
  const seconds = Math.min(Math.round((serial - Math.floor(serial)) * 86_400), 86_399);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
