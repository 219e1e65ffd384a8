import * as XLSX from 'xlsx';
import type { DateSystem } from '../../core/dates.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { GridCell, GridRow, MergedArea, SavedBy, SheetGrid } from '../grid.ts';
import { serialToCell, textToCell, trimRows } from './gridCells.ts';
import { decodeCodePage } from './textDecoding.ts';

export interface SheetJsWorkbook {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetGrid[];
  readonly saved: SavedBy | null;
}

export type SheetJsError =
  | { readonly code: 'UNREADABLE'; readonly detail: string }
  | { readonly code: 'TOO_MANY_ROWS'; readonly sheet: string };

/**
 * Reads a workbook that has passed the checks before it: bytes for binary formats, text for HTML and XML. Values
 * only: formulas are their stored results, nothing is evaluated or followed. Dates come from serials and number
 * formats and so pass through no time zone (the library's own conversion to Date is not used for that reason).
 * `codePage` is that of the texts of an .xls older than Unicode.
 * `UNREADABLE` when the library throws or leaves a sheet out; `TOO_MANY_ROWS` names the sheet.
 */
export function readWithSheetJs(
  source: Uint8Array | string,
  rowLimit: number,
  codePage: number | null = null,
): Result<SheetJsWorkbook, SheetJsError> {
  try {
    const book = toGrids(parse(source), rowLimit);
    return codePage === null || !book.ok ? book : ok(inCodePage(book.value, codePage));
  } catch (error) {
    return err({ code: 'UNREADABLE', detail: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Before Excel 97 a letter was a byte of the code page that the file states. The library gives the bytes, since its
 * tables of code pages are larger than all the rest of it.
 */
function inCodePage(book: SheetJsWorkbook, codePage: number): SheetJsWorkbook {
  const decoded = (text: string): string => {
    // Bytes, and not of ASCII alone.
    if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    return decodeCodePage(codePage, bytes) ?? text;
  };
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    name: decoded(sheet.name),
    rows: sheet.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? decoded(cell) : cell))),
  }));
  return { ...book, sheets };
}

function parse(source: Uint8Array | string): XLSX.WorkBook {
  const text = typeof source === 'string';
  return XLSX.read(source, {
    type: text ? 'string' : 'array',
    dense: true,
    cellDates: false,
    UTC: true,
    // The formats tell dates from numbers.
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    bookVBA: false,
    // The library guesses numbers and dates from the text of HTML cells ("1-2" becomes a day of 2001).
    raw: text,
  });
}

function toGrids(book: XLSX.WorkBook, rowLimit: number): Result<SheetJsWorkbook, SheetJsError> {
  const dateSystem: DateSystem = book.Workbook?.WBProps?.date1904 === true ? '1904' : '1900';
  const sheets: SheetGrid[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    // The library believes the lengths in binary files and takes what lies there for text.
    if (!isSheetName(name)) return err({ code: 'UNREADABLE', detail: `no name of sheet ${index + 1}` });
    const sheet = book.Sheets[name];
    // A sheet that failed to parse is left out by the library without a word.
    if (!isRecord(sheet)) return err({ code: 'UNREADABLE', detail: `sheet ${index + 1} could not be read` });
    // A chart, dialog or macro sheet has a type and no cells.
    if (typeof sheet['!type'] === 'string' && sheet['!type'] !== 'sheet') continue;
    const rows = trimRows(toRows(sheet['!data'], dateSystem));
    if (rows.length > rowLimit) return err({ code: 'TOO_MANY_ROWS', sheet: name });
    const merges = mergesOf(sheet['!merges'], rows.length);
    sheets.push({
      name,
      visibility: visibilityOf(book.Workbook?.Sheets?.[index]?.Hidden),
      rows,
      ...(merges.length === 0 ? {} : { merges }),
    });
  }
  return ok({ dateSystem, sheets, saved: savedBy(book.Props) });
}

function savedBy(properties: XLSX.FullProperties | undefined): SavedBy | null {
  const { LastAuthor: by, ModifiedDate: at }: { LastAuthor?: unknown; ModifiedDate?: unknown } =
    properties ?? {};
  if (!(at instanceof Date) || Number.isNaN(at.getTime())) return null;
  return { by: typeof by === 'string' ? by.trim() : '', at: at.getTime() };
}

/** Excel allows 31 letters, OpenDocument more; none has control characters. */
function isSheetName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return name.length <= 255 && !/[\0-\x1f]/.test(name);
}

function toRows(data: unknown, system: DateSystem): (GridRow | undefined)[] {
  if (!Array.isArray(data)) return [];
  const rows: (GridRow | undefined)[] = [];
  for (let r = 0; r < data.length; r++) {
    const source: unknown = data[r];
    if (!Array.isArray(source)) {
      rows.push(undefined);
      continue;
    }
    const row: GridCell[] = [];
    for (let c = 0; c < source.length; c++) row.push(toCell(source[c], system));
    rows.push(row);
  }
  return rows;
}

/** A forged file can have any number of them; more than this no person has made. */
const mostMerges = 20_000;

function mergesOf(source: unknown, rowCount: number): readonly MergedArea[] {
  if (!Array.isArray(source)) return [];
  const areas: MergedArea[] = [];
  for (let index = 0; index < Math.min(source.length, mostMerges); index++) {
    const range: unknown = source[index];
    if (!isRecord(range) || !isRecord(range.s) || !isRecord(range.e)) continue;
    const { r: row, c: column } = range.s;
    const { r: lastRow, c: lastColumn } = range.e;
    if (typeof row !== 'number' || typeof column !== 'number') continue;
    if (typeof lastRow !== 'number' || typeof lastColumn !== 'number') continue;
    const area = { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
    if (area.row < rowCount && area.rows * area.columns > 1) areas.push(area);
  }
  return areas;
}

function toCell(cell: unknown, system: DateSystem): GridCell {
  if (!isRecord(cell)) return null;
  const value = cell.v;
  if (cell.t === 'e') return { kind: 'error', text: errorText(value) };
  if (typeof value === 'string') return textToCell(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : '';
    return isDateFormat(format) ? serialToCell(value, format, system) : value;
  }
  return null;
}

/** Whether a number format shows a number as a date or a time. */
export const isDateFormat = (code: string): boolean => XLSX.SSF.is_date(code);

function errorText(value: unknown): string {
  const texts: Readonly<Record<number, string>> = {
    0: '#NULL!',
    7: '#DIV/0!',
    15: '#VALUE!',
    23: '#REF!',
    29: '#NAME?',
    36: '#NUM!',
    42: '#N/A',
    43: '#GETTING_DATA',
  };
  return (typeof value === 'number' ? texts[value] : undefined) ?? '#VALUE!';
}

function visibilityOf(hidden: number | undefined): SheetGrid['visibility'] {
  if (hidden === 1) return 'hidden';
  return hidden === 2 ? 'veryHidden' : 'visible';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
