import type { Language } from '../core/language.ts';
import { fillMessage } from '../messages/message.ts';
import { rowProblemText } from '../messages/rowProblemText.ts';
import type { CellContext } from '../schema/codec.ts';
import { codecOf } from '../schema/codecByKind.ts';
import { cellText, isEmptyCell } from '../schema/codecs/cells.ts';
import { isRequired } from '../schema/isRequired.ts';
import { splitPath } from '../schema/migrations.ts';
import { columnAddress, columnHeader, columnLetters, idColumnKey, type SheetColumn } from './columns.ts';
import type { CorrectionLine } from './correctionSheet.ts';
import type { ColumnLayout, GridCell, GridRow, SheetGrid, TableSheet } from './grid.ts';
import type { RowProblem } from './importPlan.ts';
import { cellAt, type IncomingSheet } from './incomingRows.ts';
import { reasonColumnOf, reasonHeader } from './reasonColumn.ts';
import { columnLayout } from './recordSheet.ts';
import type { ReturnedRow } from './returnedRows.ts';
import { maxCellText } from './write/cellText.ts';

export interface ReturnedSheetOptions {
  /** The reader's. */
  readonly language: Language;
  /** How the workbook's cells are read. */
  readonly cells: CellContext;
  readonly blankClears: boolean;
  /** The cells that name the records of a type; null when there are none. */
  nameRange(type: string): string | null;
}

export interface ReturnedSheet {
  readonly table: TableSheet;
  readonly lines: readonly CorrectionLine[];
}

const texts = {
  waits: {
    en: 'Conflict at “{header}”: “{value}” counts, “{other}” waits for a decision.',
    ko: '“{header}” 충돌: 우선 “{value}”을(를) 사용하며 “{other}”은(는) 결정을 기다립니다.',
  },
} as const;

/** A sheet of records as it came, with a column of reasons, the ids of its rows, and its bad cells marked. */
export function returnedSheet(
  grid: SheetGrid,
  name: string,
  sheet: IncomingSheet,
  rows: readonly ReturnedRow[],
  options: ReturnedSheetOptions,
): ReturnedSheet {
  const places = placesOf(grid, sheet);
  const returned = new Map(rows.map((row) => [row.row.row, row]));
  const first = sheet.headerRow + 1;
  const data = grid.rows.slice(first);
  const corrections = rows.flatMap((row) => correctionsOf(row, places, options.language));
  const idIsWrong = corrections.some(({ column }) => column === places.id);
  return {
    table: {
      kind: 'table',
      name,
      visibility: grid.visibility,
      columns: columnsOf(grid, sheet, places, idIsWrong, options),
      header: headerOf(sheet, places, options),
      above: grid.rows.slice(0, sheet.headerRow).map((row) => shifted(row, places)),
      ownHeader: true,
      rows: data.map((cells, index) => {
        const row = returned.get(first + index + 1);
        return row === undefined ? shifted(cells, places) : returnedCells(row, places, options);
      }),
      marks: marksOf(corrections, first, places),
      frozenColumns: places.reason === 0 ? 2 : 1,
      spareRows: 200,
      landscape: true,
    },
    lines: corrections.map(({ row, column, problem, reason }) => ({
      place: `${name}!${columnLetters(column ?? places.reason)}${row.row.row}`,
      title: row.title,
      header: problem.header[options.language],
      value: problem.value,
      reason,
    })),
  };
}

/** Where things stand in the sheet that goes back. */
interface Places {
  readonly reason: number;
  /** How far the columns that came in are moved to the right. */
  readonly shift: number;
  readonly id: number;
  readonly width: number;
}

function placesOf(grid: SheetGrid, { positions }: IncomingSheet): Places {
  // A workbook that went back once has its column already.
  const known = reasonColumnOf(grid);
  const shift = known === null ? 1 : 0;
  const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0) + shift;
  const id = positions.get(idColumnKey);
  return {
    reason: known ?? 0,
    shift,
    id: id === undefined ? width : id + shift,
    width: id === undefined ? width + 1 : width,
  };
}

function shifted(cells: GridRow, { shift, reason }: Places): GridCell[] {
  const row = shift === 0 ? [...cells] : [null, ...cells];
  if (shift === 0 && reason < row.length) row[reason] = null;
  return row;
}

function headerOf(
  sheet: IncomingSheet,
  places: Places,
  { language, cells }: ReturnedSheetOptions,
): TableSheet['header'] {
  const written = shifted(sheet.header, places);
  const columns = columnByPlace(sheet, places);
  return Array.from({ length: places.width }, (_, place) => {
    if (place === places.reason) return { text: reasonHeader[language], required: false };
    const column = columns.get(place);
    const own = cellText(written[place] ?? null);
    if (column === undefined) return { text: own, required: false };
    const help = column.spec?.help?.[cells.language];
    return {
      text: own.trim() === '' ? columnHeader(column, 'en') : own,
      required: column.spec !== null && isRequired(column.spec),
      ...(help === undefined ? {} : { help }),
    };
  });
}

function columnByPlace(sheet: IncomingSheet, places: Places): ReadonlyMap<number, SheetColumn> {
  const columns = new Map<number, SheetColumn>();
  for (const column of sheet.layout.columns) {
    const position = sheet.positions.get(columnAddress(column));
    if (position !== undefined) columns.set(position + places.shift, column);
    else if (column.key === idColumnKey) columns.set(places.id, column);
  }
  return columns;
}

function columnsOf(
  grid: SheetGrid,
  sheet: IncomingSheet,
  places: Places,
  idIsWrong: boolean,
  { cells, nameRange }: ReturnedSheetOptions,
): readonly ColumnLayout[] {
  const columns = columnByPlace(sheet, places);
  const widths = textWidths(grid.rows);
  return Array.from({ length: places.width }, (_, place): ColumnLayout => {
    if (place === places.reason) return { width: 52, format: 'text', wrap: true };
    const column = columns.get(place);
    const width = widths[place - places.shift] ?? narrowest;
    if (column === undefined) return { width, format: 'general' };
    const layout = columnLayout(column, { context: cells, nameRange });
    return column.key === idColumnKey && idIsWrong ? { ...layout, hidden: false } : layout;
  });
}

const narrowest = 10;
const widest = 40;
const sampledRows = 200;

/** Widths that fit the texts of a sheet's columns. */
export function textWidths(rows: readonly GridRow[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows.slice(0, sampledRows)) {
    row.forEach((cell, column) => {
      const needed = Math.min(widest, cellText(cell).length + 2);
      widths[column] = Math.max(widths[column] ?? narrowest, needed);
    });
  }
  return widths;
}

/**
 * The cells of a row. What was read goes back as Fieldbook writes it, so that it is known again as what it was however
 * it was typed; what could not be read goes back as it was typed.
 */
function returnedCells(
  { sheet, row, isRejected, errors, conflicts, record, badFields }: ReturnedRow,
  places: Places,
  { cells: context, blankClears, language }: ReturnedSheetOptions,
): GridRow {
  const out = shifted(row.cells, places).map(fitting);
  while (out.length < places.width) out.push(null);
  const told = new Set(Object.keys(record?.stamps ?? {}).map((path) => splitPath(path).field));
  for (const field of sheet.layout.fields) {
    const value = record?.values[field.key];
    if (!told.has(field.key) || badFields.has(field.key) || (isRejected && value === undefined)) continue;
    const canonical = codecOf(field.spec).toCells(value, context);
    for (let part = 0; part < field.columnCount; part++) {
      const column = sheet.layout.columns[field.firstColumn + part];
      const address = column === undefined ? '' : columnAddress(column);
      const position = sheet.positions.get(address);
      if (position === undefined || !row.edited.has(address)) continue;
      // An emptied cell that changed nothing stays what it is.
      if (!blankClears && isEmptyCell(cellAt(sheet, row, address))) continue;
      out[position + places.shift] = canonical[part] ?? null;
    }
  }
  if (row.badId === null) out[places.id] = row.isNew || sheet.positions.has(idColumnKey) ? row.id : null;
  const reasons = [
    ...errors.map((problem) => reasonLine(problem, language)),
    ...conflicts.map(({ header, value, other }) =>
      fillMessage(texts.waits, language, { header: header[language], value, other }),
    ),
  ];
  out[places.reason] = reasons.length === 0 ? null : fitting(reasons.join('\n'));
  return out;
}

/** A text that came from elsewhere may be longer than Excel's cells are; such a cell is bad anyway. */
function fitting(cell: GridCell): GridCell {
  return typeof cell === 'string' && cell.length > maxCellText ? `${cell.slice(0, maxCellText - 1)}…` : cell;
}

interface Correction {
  readonly row: ReturnedRow;
  /** Where the bad cell is; null where no one cell is to blame. */
  readonly column: number | null;
  readonly problem: RowProblem;
  readonly reason: string;
}

function correctionsOf(row: ReturnedRow, places: Places, language: Language): readonly Correction[] {
  return row.errors.map((problem) => ({
    row,
    column: placeOf(problem, row.sheet, places),
    problem,
    reason: rowProblemText(problem, language),
  }));
}

/** The column that a problem is about: by its letters, else by its header. */
function placeOf({ column, header }: RowProblem, sheet: IncomingSheet, places: Places): number | null {
  for (const [place, known] of columnByPlace(sheet, places)) {
    const isIt =
      column === null
        ? columnHeader(known, 'en') === header.en
        : columnLetters(place - places.shift) === column;
    if (isIt) return place;
  }
  return null;
}

function marksOf(
  corrections: readonly Correction[],
  first: number,
  { reason: reasonPlace }: Places,
): NonNullable<TableSheet['marks']> {
  return corrections.flatMap(({ row, column, reason }) => {
    const at = row.row.row - first - 1;
    const own = { row: at, column: reasonPlace, comment: '' };
    return column === null || column === reasonPlace ? [own] : [own, { row: at, column, comment: reason }];
  });
}

function reasonLine(problem: RowProblem, language: Language): string {
  const header = problem.header[language];
  const reason = rowProblemText(problem, language);
  return header === '' ? reason : `${header}: ${reason}`;
}
