import {
  type Cell,
  type CellStyle,
  type CellValue,
  type NamedRange,
  type WriteOptions,
  type WriteSheet,
  writeXlsx,
} from 'hucre';
import { escapeCellText } from './cellText.ts';
import { quoteSheetName } from './names.ts';
import {
  columnLetters,
  type PlannedCell,
  type SheetPlan,
  type StylePlan,
  type WorkbookPlan,
} from './sheetPlan.ts';

/**
 * The bytes of an .xlsx workbook. The same plan gives the same bytes (entries carry a fixed time, the properties
 * the plan's), but not with a password: encryption draws fresh salts.
 */
export async function writeWithHucre(plan: WorkbookPlan): Promise<Uint8Array> {
  return await writeXlsx(hucreInput(plan));
}

/** A plan in the library's own terms. */
export function hucreInput(plan: WorkbookPlan): WriteOptions {
  const when = new Date(plan.createdAt);
  const styles = new Map<StylePlan, CellStyle>();
  return {
    sheets: plan.sheets.map((sheet) => toSheet(sheet, plan, styles)),
    namedRanges: plan.sheets.flatMap(printTitles),
    defaultFont: { name: plan.fontName, size: plan.fontSize },
    activeSheet: Math.max(
      0,
      plan.sheets.findIndex((sheet) => sheet.visibility === 'visible'),
    ),
    properties: {
      title: plan.title,
      creator: plan.author,
      lastModifiedBy: plan.author,
      company: 'eGCC Fieldbook',
      created: when,
      modified: when,
    },
    ...(plan.password === undefined ? {} : { encryption: { password: plan.password } }),
  };
}

function toSheet(sheet: SheetPlan, plan: WorkbookPlan, styles: Map<StylePlan, CellStyle>): WriteSheet {
  const usual = usualStyles(sheet);
  const styleOf = (style: StylePlan | null | undefined) =>
    style === null || style === undefined ? {} : { style: cachedStyle(style, plan, styles) };
  return {
    name: sheet.name,
    ...(sheet.visibility === 'hidden' ? { hidden: true } : {}),
    ...(sheet.visibility === 'veryHidden' ? { veryHidden: true } : {}),
    columns: sheet.columns.map(({ width, hidden }, index) => ({ width, hidden, ...styleOf(usual[index]) })),
    ...toCells(sheet, usual, plan, styles),
    rowDefs: new Map([...sheet.rowHeights].map(([row, height]) => [row, { height }])),
    merges: sheet.merges.map(({ row, column, span }) => ({
      startRow: row,
      startCol: column,
      endRow: row,
      endCol: column + span - 1,
    })),
    ...(sheet.frozen === null ? {} : { freezePane: { ...sheet.frozen } }),
    ...(sheet.filter === null ? {} : { autoFilter: { range: sheet.filter } }),
    ...(sheet.table === null ? {} : { tables: [toTable(sheet.table)] }),
    dataValidations: sheet.validations.map((validation) => ({
      type: 'list',
      formula1: validation.formula,
      range: validation.range,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: validation.strict ? 'stop' : 'warning',
      errorTitle: validation.title,
      errorMessage: validation.message,
    })),
    view: {
      showGridLines: sheet.gridLines,
      ...(sheet.tabColor === null ? {} : { tabColor: { rgb: sheet.tabColor } }),
    },
    ...printSetUp(sheet),
  };
}

function toTable(table: NonNullable<SheetPlan['table']>) {
  return {
    name: table.name,
    range: table.range,
    columns: table.columns.map((name) => ({ name })),
    style: 'TableStyleMedium2',
  };
}

/** Written here, because the library does not quote sheet names in the print titles that it makes. */
function printTitles(sheet: SheetPlan): NamedRange[] {
  if (sheet.print?.repeatFirstRow !== true) return [];
  const name = quoteSheetName(sheet.name);
  const { repeatColumns } = sheet.print;
  const columns = repeatColumns === 0 ? '' : `${name}!$A:$${columnLetters(repeatColumns - 1)},`;
  return [{ name: '_xlnm.Print_Titles', range: `${columns}${name}!$1:$1`, scope: sheet.name }];
}

function printSetUp({ print }: SheetPlan): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  if (print === null) return {};
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: print.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: print.pagesWide,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
    },
    headerFooter: { oddFooter: print.footer },
  };
}

/**
 * The style that most cells of each column have: those are handed over as bare values, at a fraction of the cost of a
 * cell with an address. Null where it would also reach cells that have none.
 */
function usualStyles({ columns, rows }: SheetPlan): readonly (StylePlan | null)[] {
  return columns.map((_, column) => {
    const uses = new Map<StylePlan | null, number>();
    // Cells below each other mostly have one style, so it is counted by runs of rows.
    let style: StylePlan | null | undefined;
    let first = 0;
    for (let r = 0; r <= rows.length; r++) {
      const next = r === rows.length ? undefined : (rows[r]?.[column]?.style ?? null);
      if (next === style) continue;
      if (style !== undefined) uses.set(style, (uses.get(style) ?? 0) + r - first);
      style = next;
      first = r;
    }
    if (uses.has(null)) return null;
    return [...uses].reduce((most, use) => (use[1] > most[1] ? use : most), [null, 0])[0];
  });
}

function toCells(
  sheet: SheetPlan,
  usual: readonly (StylePlan | null)[],
  plan: WorkbookPlan,
  styles: Map<StylePlan, CellStyle>,
): { rows: CellValue[][]; cells: Map<string, Partial<Cell>> } {
  const cells = new Map<string, Partial<Cell>>();
  const rows: CellValue[][] = [];
  for (let r = 0; r < sheet.rows.length; r++) {
    const row = sheet.rows[r] ?? [];
    const values: CellValue[] = [];
    for (let c = 0; c < row.length; c++) {
      const cell = row[c] ?? null;
      if (cell === null) values.push(null);
      else if (isUsual(cell, usual[c] ?? null)) values.push(bareValue(cell));
      else {
        values.push(null);
        cells.set(`${r},${c}`, toCell(cell, plan, styles));
      }
    }
    rows.push(values);
  }
  return { rows, cells };
}

function isUsual(cell: PlannedCell, style: StylePlan | null): boolean {
  const { value, isError } = cell;
  if ((cell.style ?? null) !== style || cell.comment !== undefined || cell.link !== undefined) return false;
  return typeof value !== 'string' || isError === true || !looksLikeError(value);
}

function bareValue({ value, isError }: PlannedCell): CellValue {
  return typeof value === 'string' && isError !== true ? escapeCellText(value) : value;
}

function toCell(cell: PlannedCell, plan: WorkbookPlan, styles: Map<StylePlan, CellStyle>): Partial<Cell> {
  const result: Partial<Cell> = toValue(cell);
  if (cell.style !== undefined) result.style = cachedStyle(cell.style, plan, styles);
  if (cell.comment !== undefined)
    result.comment = { author: plan.author, text: escapeCellText(cell.comment) };
  if (cell.link !== undefined) result.hyperlink = { target: '', location: cell.link };
  return result;
}

function toValue({ value, isError }: PlannedCell): Partial<Cell> {
  if (typeof value !== 'string' || isError === true) return { value };
  if (looksLikeError(value)) return { value, richText: [{ text: escapeCellText(value) }] };
  return { value: escapeCellText(value) };
}

/** The library takes such a text for an error value, except in rich text. */
function looksLikeError(text: string): boolean {
  return text.startsWith('#') && /^#[A-Z0-9/_]+[!?A]?$/.test(text);
}

function cachedStyle(style: StylePlan, plan: WorkbookPlan, styles: Map<StylePlan, CellStyle>): CellStyle {
  const known = styles.get(style);
  if (known !== undefined) return known;
  const made = toStyle(style, plan);
  styles.set(style, made);
  return made;
}

function toStyle(style: StylePlan, plan: WorkbookPlan): CellStyle {
  const { font, fill, border, numberFormat, horizontal, vertical, wrap, indent } = style;
  return {
    font: {
      name: plan.fontName,
      size: font?.size ?? plan.fontSize,
      ...(font?.bold === true ? { bold: true } : {}),
      ...(font?.italic === true ? { italic: true } : {}),
      ...(font?.underline === true ? { underline: true } : {}),
      ...(font?.color === undefined ? {} : { color: { rgb: font.color } }),
    },
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(border === undefined ? {} : { border: bordersOf[border] }),
    alignment: {
      ...(horizontal === undefined ? {} : { horizontal }),
      ...(vertical === undefined ? {} : { vertical }),
      ...(wrap === true ? { wrapText: true } : {}),
      ...(indent === undefined ? {} : { indent }),
    },
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
  };
}

const line = (rgb: string, style: 'thin' | 'hair' | 'medium' = 'thin') => ({ style, color: { rgb } });
const box = (rgb: string) => ({ top: line(rgb), right: line(rgb), bottom: line(rgb), left: line(rgb) });
const bordersOf: Readonly<Record<NonNullable<StylePlan['border']>, NonNullable<CellStyle['border']>>> = {
  hairline: box('D5DBE3'),
  header: box('FFFFFF'),
  total: { ...box('D5DBE3'), top: line('1F4E8C', 'medium') },
};
