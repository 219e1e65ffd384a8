import { type CellValue, readXlsx, streamXlsxRows } from 'hucre';
import type { DateSystem } from '../../core/dates.ts';
import { isoDate } from '../../core/dates.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { GridCell, SheetGrid } from '../grid.ts';
import { excelErrors, isTimeOnly, textToCell, trimRows } from './gridCells.ts';

export interface HucreWorkbook {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetGrid[];
}

export type HucreError =
  | { readonly code: 'UNREADABLE'; readonly detail: string }
  | { readonly code: 'TOO_MANY_ROWS'; readonly sheet: string };

interface SheetInfo {
  readonly name: string;
  readonly visibility: SheetGrid['visibility'];
}

/**
 * Reads an xlsx workbook row by row, in memory that does not grow with a sheet's XML: for sheets with many rows.
 * The stream gives error cells as their text, so a text cell that says exactly `#N/A` becomes an error here; cells
 * of the type "ISO date" and phonetic runs must not occur (see `guardZip`).
 */
export async function readWithHucre(
  bytes: Uint8Array,
  rowLimit: number,
): Promise<Result<HucreWorkbook, HucreError>> {
  try {
    return await readSheets(bytes, rowLimit);
  } catch (error) {
    return err({ code: 'UNREADABLE', detail: error instanceof Error ? error.message : String(error) });
  }
}

async function readSheets(bytes: Uint8Array, rowLimit: number): Promise<Result<HucreWorkbook, HucreError>> {
  const infos: SheetInfo[] = [];
  const book = await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      infos.push({ name, visibility: veryHidden ? 'veryHidden' : hidden ? 'hidden' : 'visible' });
      return false;
    },
  });
  const dateSystem: DateSystem = book.dateSystem === '1904' ? '1904' : '1900';
  const sheets: SheetGrid[] = [];
  for (const info of infos) {
    const rows: GridCell[][] = [];
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: info.name })) {
      const row = values.map((value) => toCell(value, dateSystem));
      if (row.every((cell) => cell === null)) continue;
      if (index >= rowLimit) return err({ code: 'TOO_MANY_ROWS', sheet: info.name });
      rows[index] = row;
    }
    sheets.push({ ...info, rows: trimRows(rows) });
  }
  return ok({ dateSystem, sheets });
}

function toCell(value: CellValue, system: DateSystem): GridCell {
  if (typeof value === 'string')
    return excelErrors.has(value) ? { kind: 'error', text: value } : textToCell(value);
  return value instanceof Date ? dateToCell(value, system) : value;
}

/** The library keeps a cell's calendar date in the UTC parts of a Date, so no zone touches it. */
function dateToCell(value: Date, system: DateSystem): GridCell {
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000);
  const date = isoDate(rounded.getUTCFullYear(), rounded.getUTCMonth() + 1, rounded.getUTCDate());
  if (date === null) return null;
  const time = rounded.toISOString().slice(11, 19);
  const isMidnight = time === '00:00:00';
  const dayZero = system === '1904' ? '1904-01-01' : '1899-12-31';
  if (date === dayZero && isTimeOnly(0, isMidnight ? 0 : 1, system)) return time;
  return { kind: 'date', date, time: isMidnight ? null : time };
}
