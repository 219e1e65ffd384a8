/** A workbook as it is to be written, in terms of cells and styles; the writer's library is behind it. */
export interface WorkbookPlan {
  readonly title: string;
  readonly author: string;
  readonly createdAt: number;
  readonly fontName: string;
  readonly fontSize: number;
  readonly password: string | undefined;
  readonly sheets: readonly SheetPlan[];
}

export interface SheetPlan {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly columns: readonly { readonly width: number; readonly hidden: boolean }[];
  readonly rows: readonly (readonly (PlannedCell | null)[])[];
  /** In points, by zero-based row; other rows fit their text. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly merges: readonly { readonly row: number; readonly column: number; readonly span: number }[];
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  /** `A1:D9`; a table brings its own. */
  readonly filter: string | null;
  readonly table: TablePlan | null;
  readonly validations: readonly ValidationPlan[];
  readonly gridLines: boolean;
  readonly tabColor: string | null;
  readonly print: PrintPlan | null;
}

export interface TablePlan {
  readonly name: string;
  readonly range: string;
  readonly columns: readonly string[];
}

export interface ValidationPlan {
  readonly range: string;
  /** A list in quotes or a reference, as Excel's file format has it. */
  readonly formula: string;
  readonly strict: boolean;
  readonly title: string;
  readonly message: string;
}

export interface PrintPlan {
  readonly landscape: boolean;
  readonly repeatFirstRow: boolean;
  /** Columns that stand again on each page of a sheet that is wider than one. */
  readonly repeatColumns: number;
  /** Pages side by side; small print helps nobody. */
  readonly pagesWide: number;
  readonly footer: string;
}

export interface PlannedCell {
  readonly value: string | number | boolean | null;
  readonly style: StylePlan | undefined;
  /** An error value (`#N/A`); any other string is text. */
  readonly isError?: boolean;
  readonly comment?: string;
  /** `'Sheet name'!A1`. */
  readonly link?: string;
}

export interface StylePlan {
  readonly font?: FontPlan;
  readonly fill?: string;
  readonly border?: 'hairline' | 'total' | 'header';
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
}

export interface FontPlan {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
}

/** `A`, `Z`, `AA` … for a zero-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `A1` for the zero-based row 0 and column 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}
