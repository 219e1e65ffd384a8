import type { DateSystem, IsoDate } from '../core/dates.ts';

/**
 * A cell as every reader and the writer see it. A date has no time zone: it is what Excel shows. Formulas are
 * their stored values. Empty and absent cells are null.
 */
export type GridCell = string | number | boolean | null | DateCell | ErrorCell;

export interface DateCell {
  readonly kind: 'date';
  readonly date: IsoDate;
  /** `HH:MM:SS`, or null for midnight. */
  readonly time: string | null;
}

/** `#DIV/0!`, `#REF!` … as the text that the sheet shows. */
export interface ErrorCell {
  readonly kind: 'error';
  readonly text: string;
}

export type GridRow = readonly GridCell[];

export interface SheetGrid {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Row 0 is the sheet's row 1; rows may be shorter than others; trailing empty rows are cut. */
  readonly rows: readonly GridRow[];
  /** How many rows a person does not see, filtered out or hidden; absent for none or where it is not known. */
  readonly hiddenRows?: number;
  /** Positions of columns that a person does not see, from 0; absent for none or where it is not known. */
  readonly hiddenColumns?: readonly number[];
  /** Areas of several cells that are shown as one, in which only the first has a value; absent where none is known. */
  readonly merges?: readonly MergedArea[];
}

export interface MergedArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export type WorkbookKind = 'xlsx' | 'xlsm' | 'xlsb' | 'xls' | 'ods' | 'csv' | 'html' | 'xml';

/** Whom and when the file itself names as the last who saved it. */
export interface SavedBy {
  /** As the spreadsheet program calls its user; '' when it does not. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface WorkbookGrid {
  readonly kind: WorkbookKind;
  /** Absent where the file says nothing of it. */
  readonly saved?: SavedBy;
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetGrid[];
}

/** Limits on what is read; the defaults are in readWorkbook. */
export interface ReadLimits {
  readonly fileBytes: number;
  readonly zipEntries: number;
  readonly inflatedBytes: number;
  readonly ratio: number;
  readonly rowsPerSheet: number;
  /** Columns beyond count only where a cell of theirs is filled. */
  readonly columnsPerSheet: number;
  /** In all sheets together. */
  readonly columnsInAll: number;
  /** In UTF-16 code units, as Excel counts them. */
  readonly cellLength: number;
}

export type NumberFormat = 'text' | 'general' | 'integer' | 'decimal' | 'date' | 'dateTime' | 'percent';

/** How a cell looks; each stands for one style that the writer knows. */
export type CellLook =
  | 'title'
  | 'subtitle'
  | 'label'
  | 'body'
  | 'number'
  | 'header'
  | 'requiredHeader'
  | 'total'
  | 'note'
  | 'warning'
  | 'error'
  | 'link';

export interface StyledCell {
  readonly value: GridCell;
  readonly look: CellLook;
  readonly format?: NumberFormat;
  /** `Sheet name!A1` inside the workbook. */
  readonly linkTo?: string;
}

export interface ColumnLayout {
  /** In characters, as Excel counts them. */
  readonly width: number;
  readonly format: NumberFormat;
  readonly hidden?: boolean;
  readonly wrap?: boolean;
  /** A drop-down: literal values, or the cells of a column of another sheet (`Sheet!$A$2:$A$500`). */
  readonly dropDown?: { readonly values: readonly string[] } | { readonly range: string };
  /** False lets other values in after a warning (for lists that a person may extend). */
  readonly strictDropDown?: boolean;
}

/** A sheet that is one table: a styled header row, then data rows in the columns' formats. */
export interface TableSheet {
  readonly kind: 'table';
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly columns: readonly ColumnLayout[];
  readonly header: readonly { readonly text: string; readonly required: boolean; readonly help?: string }[];
  /** Titles and notes that stand above the header of somebody's own table. */
  readonly above?: readonly GridRow[];
  /** The headers are somebody's own: they stay as they are, also where one is empty or stands there twice. */
  readonly ownHeader?: boolean;
  readonly rows: readonly GridRow[];
  /** Cells to be marked, by zero-based row (of `rows`) and column, with the comment that says why. */
  readonly marks?: readonly { readonly row: number; readonly column: number; readonly comment: string }[];
  /** Excel table name, unique in the workbook, letters and digits; absent: no table, as for zero rows. */
  readonly tableName?: string;
  readonly frozenColumns: number;
  /** Rows beyond the data to which drop-downs and formats reach, so that people can add lines. */
  readonly spareRows: number;
  readonly landscape: boolean;
}

/** A sheet that is laid out cell by cell: cover, history, indicators. */
export interface PageSheet {
  readonly kind: 'page';
  readonly name: string;
  readonly visibility: 'visible';
  readonly columnWidths: readonly number[];
  readonly rows: readonly (readonly (StyledCell | null)[])[];
  readonly merges: readonly { readonly row: number; readonly column: number; readonly span: number }[];
  readonly landscape: boolean;
}

/** A sheet for programs: unstyled cells, very hidden. */
export interface DataSheet {
  readonly kind: 'data';
  readonly name: string;
  readonly visibility: 'veryHidden';
  readonly rows: readonly GridRow[];
}

export interface WorkbookDocument {
  readonly title: string;
  readonly author: string;
  readonly language: 'en' | 'ko';
  /** Milliseconds since 1970; the same document gives the same bytes. */
  readonly createdAt: number;
  readonly sheets: readonly (TableSheet | PageSheet | DataSheet)[];
  readonly password?: string;
}
