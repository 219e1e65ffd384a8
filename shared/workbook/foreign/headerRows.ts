import { foldText } from '../../core/text.ts';
import { cellText, isEmptyCell } from '../../schema/codecs/cells.ts';
import type { GridCell, GridRow, MergedArea, SheetGrid } from '../grid.ts';

/** One column of a foreign table, as its header names it. */
export interface TableColumn {
  readonly position: number;
  /** Both lines of a header of two, with ` / ` between; '' for a column without one. */
  readonly header: string;
  /** Tells columns of one header apart, from 0. */
  readonly nth: number;
  readonly group: string;
  readonly name: string;
}

/** A cell with what its merged area shows: the value of the area's first cell. */
export function shownCell(sheet: SheetGrid, row: number, column: number): GridCell {
  const own = sheet.rows[row]?.[column] ?? null;
  if (!isEmptyCell(own) || sheet.merges === undefined) return own;
  const area = areasOf(sheet)
    .get(row)
    ?.find((merge) => column >= merge.column && column < merge.column + merge.columns);
  return area === undefined ? null : (sheet.rows[area.row]?.[area.column] ?? null);
}

const areasBySheet = new WeakMap<SheetGrid, ReadonlyMap<number, readonly MergedArea[]>>();
/** An area over more rows than this is a frame and no heading; a forged one could have a million. */
const tallestArea = 2000;
/** Areas do not overlap, so that a row has no more of them than columns; forged ones could all lie on one row. */
const mostAreasOfRow = 1000;
/** So many rows of areas no person has merged. */
const mostAreaRows = 1_000_000;

function areasOf(sheet: SheetGrid): ReadonlyMap<number, readonly MergedArea[]> {
  let areas = areasBySheet.get(sheet);
  if (areas === undefined) {
    const byRow = new Map<number, MergedArea[]>();
    let count = 0;
    for (const area of sheet.merges ?? []) {
      const last = Math.min(area.row + Math.min(area.rows, tallestArea), sheet.rows.length);
      for (let row = area.row; row < last && count < mostAreaRows; row++, count++) {
        const known = byRow.get(row);
        if (known === undefined) byRow.set(row, [area]);
        else if (known.length < mostAreasOfRow) known.push(area);
      }
    }
    areas = byRow;
    areasBySheet.set(sheet, areas);
  }
  return areas;
}

/** The cells of a data row: an area over several rows of one column says the same of each of them. */
export function dataCells(sheet: SheetGrid, row: number): GridRow {
  const own = sheet.rows[row] ?? [];
  const areas = sheet.merges === undefined ? [] : (areasOf(sheet).get(row) ?? []);
  let cells: GridCell[] | null = null;
  for (const { columns, column, row: first } of areas) {
    if (columns !== 1 || first === row || !isEmptyCell((cells ?? own)[column] ?? null)) continue;
    const shown = sheet.rows[first]?.[column] ?? null;
    if (isEmptyCell(shown)) continue;
    cells ??= [...own];
    while (cells.length < column) cells.push(null);
    cells[column] = shown;
  }
  return cells ?? own;
}

const columnsBySheet = new WeakMap<SheetGrid, Map<string, readonly TableColumn[]>>();
/** Rows that a header is looked for in, with one line and with two, and some that a person tries. */
const mostHeaders = 64;

/** The columns that a header of one or two rows names; columns that are empty from top to bottom are left out. */
export function tableColumns(sheet: SheetGrid, headerRow: number, headerRows: 1 | 2): readonly TableColumn[] {
  const known = columnsBySheet.get(sheet) ?? new Map<string, readonly TableColumn[]>();
  const key = `${headerRow} ${headerRows}`;
  let columns = known.get(key);
  if (columns === undefined) {
    if (known.size >= mostHeaders) known.clear();
    columns = findColumns(sheet, headerRow, headerRows);
    known.set(key, columns);
    columnsBySheet.set(sheet, known);
  }
  return columns;
}

function findColumns(sheet: SheetGrid, headerRow: number, headerRows: 1 | 2): readonly TableColumn[] {
  const width = sheet.rows.slice(headerRow).reduce((most, row) => Math.max(most, row.length), 0);
  const uses = new Map<string, number>();
  const columns: TableColumn[] = [];
  for (let position = 0; position < width; position++) {
    const top = plainHeader(shownCell(sheet, headerRow, position));
    const low = headerRows === 1 ? '' : plainHeader(shownCell(sheet, headerRow + 1, position));
    const [group, name] = low === '' || low === top ? ['', top] : [top || groupBefore(columns), low];
    const header = group === '' ? name : `${group} / ${name}`;
    if (header === '' && isEmptyColumn(sheet, headerRow + headerRows, position)) continue;
    const folded = foldText(header);
    const nth = uses.get(folded) ?? 0;
    uses.set(folded, nth + 1);
    columns.push({ position, header, nth, group, name });
  }
  return columns;
}

/** Whether a row and the one below it are one header: a cell of the first spans several of the second. */
export function isTwoRowHeader(sheet: SheetGrid, headerRow: number): boolean {
  const { rows, merges = [] } = sheet;
  const below = rows[headerRow + 1] ?? [];
  // One text over the whole width is the table's title.
  if ((rows[headerRow] ?? []).filter((cell) => !isEmptyCell(cell)).length < 2) return false;
  const spans = merges.filter(
    (merge) => merge.row === headerRow && merge.rows === 1 && merge.columns > 1 && merge.columns < 12,
  );
  if (spans.length > 0) {
    return spans.some(
      ({ column, columns }) => below.slice(column, column + columns).filter(isHeaderCell).length > 1,
    );
  }
  return isUnmergedGroup(rows[headerRow] ?? [], below);
}

/** The two-line header of a file whose merges are unknown: below a header and the gap behind it stand two names. */
function isUnmergedGroup(top: readonly GridCell[], below: readonly GridCell[]): boolean {
  const named = below.flatMap((cell, column) => (isEmptyCell(cell) ? [] : [column]));
  if (named.length < 2 || !named.every((column) => isHeaderCell(below[column] ?? null))) return false;
  const gaps = named.filter((column) => isEmptyCell(top[column] ?? null));
  const filled = top.filter((cell) => !isEmptyCell(cell)).length;
  return gaps.length > 0 && filled > named.length - gaps.length && gaps.every((column) => column > 0);
}

const isHeaderCell = (cell: GridCell): boolean =>
  typeof cell === 'string' && cell.trim() !== '' && !/^\d/.test(cell.trim()) && cell.length < 60;

function groupBefore(columns: readonly TableColumn[]): string {
  return columns.at(-1)?.group ?? '';
}

// People mark required headers with a star and break long ones over lines.
function plainHeader(cell: GridCell): string {
  return cellText(cell).replace(/[*＊]/gu, ' ').replace(/\s+/gu, ' ').trim();
}

const isEmptyColumn = (sheet: SheetGrid, from: number, position: number): boolean =>
  (lastFilledRows(sheet)[position] ?? -1) < from;

const lastFilledBySheet = new WeakMap<SheetGrid, readonly number[]>();

/** The last row of each column that has something in it; a column that is never filled may be absent. */
function lastFilledRows(sheet: SheetGrid): readonly number[] {
  let last = lastFilledBySheet.get(sheet);
  if (last === undefined) {
    const found: number[] = [];
    for (const [row, cells] of sheet.rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        while (found.length <= column) found.push(-1);
        if (!isEmptyCell(cell)) found[column] = row;
      }
    }
    last = found;
    lastFilledBySheet.set(sheet, last);
  }
  return last;
}
