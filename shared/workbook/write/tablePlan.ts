import type { ColumnLayout, TableSheet, WorkbookDocument } from '../grid.ts';
import { type ListStore, planDropDowns } from './dropDowns.ts';
import { dataStyle, lookStyle, markedStyle } from './looks.ts';
import { cleanTableHeaders, cleanTableName } from './names.ts';
import { pageFooter } from './pagePlan.ts';
import { plannedCell } from './plannedCells.ts';
import { lineHeight, linesOf } from './rowHeights.ts';
import {
  cellAddress,
  type PlannedCell,
  type SheetPlan,
  type StylePlan,
  type TablePlan,
} from './sheetPlan.ts';

export interface TableContext {
  readonly name: string;
  /** The names that sheets got, by the names that they were given. */
  readonly names: ReadonlyMap<string, string>;
  readonly document: WorkbookDocument;
  readonly store: ListStore;
  readonly tableNames: Set<string>;
}

/**
 * Comments are shapes with numbers of their own, 1,024 to a sheet; marks beyond keep their colour without a
 * comment (a table of rejected rows gives the reasons in a column as well).
 */
const maxComments = 1000;
const headerHeight = 36;
const maxColumnWidth = 120;
/** Long minutes must not make a row taller than the screen; the whole text is in the cell. */
const maxLines = 12;

/** With more rows above the header than this, holding them in sight would leave little room for the others. */
const mostFrozen = 6;

/** Characters across a page that can still be read in print. */
const readableWidth = 190;

/** A table sheet: header, data, spare rows with the columns' formats and drop-downs, filter or Excel table. */
export function planTable(sheet: TableSheet, context: TableContext): SheetPlan {
  const texts = sheet.header.map((column) => column.text);
  const headers = sheet.ownHeader === true ? texts : cleanTableHeaders(texts);
  const above = sheet.above ?? [];
  const top = above.length;
  const width = headers.length;
  // A template has no rows yet: its table has one empty row, which Excel extends as people type.
  const tableRows = sheet.tableName === undefined ? sheet.rows.length : Math.max(1, sheet.rows.length);
  const allRows = Math.max(tableRows, sheet.rows.length + sheet.spareRows);
  const range = `A${top + 1}:${cellAddress(top + tableRows, Math.max(0, width - 1))}`;
  const table: TablePlan | null =
    sheet.tableName === undefined || width === 0
      ? null
      : { name: cleanTableName(sheet.tableName, context.tableNames), range, columns: headers };
  return {
    name: context.name,
    visibility: sheet.visibility,
    columns: sheet.columns.map((column) => ({
      width: Math.min(maxColumnWidth, Math.max(4, column.width)),
      hidden: column.hidden === true,
    })),
    rows: [
      ...above.map((row) => row.map((cell) => plannedCell(cell, plainStyle))),
      headerRow(sheet, headers),
      ...dataRows(sheet, allRows),
    ],
    rowHeights: new Map([[top, headerHeight], ...wrappedRows(sheet, top + 1)]),
    merges: [],
    frozen: top > mostFrozen || width === 0 ? null : { rows: top + 1, columns: sheet.frozenColumns },
    filter: table === null && width > 0 ? range : null,
    table,
    validations: planDropDowns(
      sheet,
      { first: top + 2, last: top + allRows + 1 },
      context.document.language,
      context.names,
      context.store,
    ),
    gridLines: true,
    tabColor: null,
    print: {
      landscape: sheet.landscape,
      repeatFirstRow: top === 0,
      ...pagesOf(sheet),
      footer: pageFooter(context.document),
    },
  };
}

function pagesOf(sheet: TableSheet): { readonly pagesWide: number; readonly repeatColumns: number } {
  const visible = sheet.columns.filter(({ hidden }) => hidden !== true);
  const width = visible.reduce((sum, column) => sum + Math.min(maxColumnWidth, column.width), 0);
  const pagesWide = Math.max(1, Math.ceil(width / readableWidth));
  return { pagesWide, repeatColumns: pagesWide > 1 ? sheet.frozenColumns : 0 };
}

function headerRow(sheet: TableSheet, headers: readonly string[]): readonly PlannedCell[] {
  return sheet.header.map((column, index) => ({
    value: headers[index] ?? column.text,
    style: lookStyle(column.required ? 'requiredHeader' : 'header'),
    ...(column.help === undefined || column.help === '' ? {} : { comment: column.help }),
  }));
}

function dataRows(sheet: TableSheet, count: number): readonly (readonly (PlannedCell | null)[])[] {
  const styles = sheet.columns.map((column) => dataStyle(column.format, wraps(column), false));
  const spareStyles = sheet.columns.map((column) => dataStyle(column.format, wraps(column), true));
  const marks = marksByCell(sheet);
  const emptyCells = styles.map((style): PlannedCell => ({ value: null, style }));
  const spareRow = spareStyles.map((style): PlannedCell => ({ value: null, style }));
  const rows: (readonly (PlannedCell | null)[])[] = [];
  for (const [r, row] of sheet.rows.entries()) {
    const cells: PlannedCell[] = [];
    const width = Math.max(row.length, styles.length);
    for (let c = 0; c < width; c++) {
      const value = row[c] ?? null;
      const cell =
        (value === null ? emptyCells[c] : undefined) ?? plannedCell(value, styles[c] ?? plainStyle);
      const mark = marks.size === 0 ? undefined : marks.get(`${r},${c}`);
      cells.push(mark === undefined ? cell : markedCell(cell, mark.comment));
    }
    rows.push(cells);
  }
  while (rows.length < count) rows.push(spareRow);
  return rows;
}

/** Text wraps unless the column says otherwise. */
function wraps({ format, wrap }: ColumnLayout): boolean {
  return wrap ?? format === 'text';
}

/**
 * Heights of rows whose text needs more than one line. Excel would find them by itself; LibreOffice and Hancom
 * cut the text at a row's default height.
 */
function wrappedRows(sheet: TableSheet, first: number): [number, number][] {
  const heights: [number, number][] = [];
  for (const [r, row] of sheet.rows.entries()) {
    let lines = 1;
    for (const [c, column] of sheet.columns.entries()) {
      const value = row[c];
      if (typeof value !== 'string' || column.hidden === true || !wraps(column)) continue;
      lines = Math.max(lines, linesOf(value, column.width));
    }
    if (lines > 1) heights.push([r + first, Math.min(lines, maxLines) * lineHeight + 2]);
  }
  return heights;
}

const plainStyle: StylePlan = {};
const markedStyles = new WeakMap<StylePlan, StylePlan>();

function markedCell(cell: PlannedCell, comment: string | undefined): PlannedCell {
  const base = cell.style ?? plainStyle;
  const style = markedStyles.get(base) ?? markedStyle(base);
  markedStyles.set(base, style);
  return { ...cell, style, ...(comment === undefined || comment === '' ? {} : { comment }) };
}

function marksByCell(sheet: TableSheet): ReadonlyMap<string, { readonly comment: string | undefined }> {
  const helps = sheet.header.filter((column) => column.help !== undefined).length;
  const marks = new Map<string, { comment: string | undefined }>();
  for (const { row, column, comment } of sheet.marks ?? []) {
    const key = `${row},${column}`;
    const known = marks.get(key);
    // Two reasons for one cell are one comment.
    if (known !== undefined) known.comment = [known.comment, comment].filter(Boolean).join('\n');
    else marks.set(key, { comment: marks.size + helps < maxComments ? comment : undefined });
  }
  return marks;
}
