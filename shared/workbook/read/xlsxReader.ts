import type { DateSystem } from '../../core/dates.ts';
import type { GridCell, ReadLimits, SavedBy, SheetGrid } from '../grid.ts';
import { excelErrors, serialToCell, textToCell } from './gridCells.ts';
import { readSharedStrings } from './sharedStringsXml.ts';
import { isDateFormat } from './sheetJsReader.ts';
import { readSheetXml, type SheetXml } from './sheetXml.ts';
import { readNumberFormats } from './stylesXml.ts';
import { decodeUtf8 } from './textDecoding.ts';
import { readSavedBy, readWorkbookParts, type WorkbookParts } from './workbookXml.ts';
import type { PartTaker } from './zipGuard.ts';

export interface XlsxWorkbook {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetGrid[];
  readonly saved: SavedBy | null;
}

export type XlsxOutcome =
  | { readonly kind: 'workbook'; readonly workbook: XlsxWorkbook }
  | { readonly kind: 'tooManyRows'; readonly sheet: string }
  | { readonly kind: 'tooManyColumns'; readonly sheet: string; readonly row: number; readonly column: number }
  /** Written in a way that is not known here: another reader has to say what it is. */
  | { readonly kind: 'odd' };

const workbookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';
const stringsPart = 'xl/sharedStrings.xml';
const stylesPart = 'xl/styles.xml';
const propertiesPart = 'docProps/core.xml';
const bookParts: readonly string[] = [
  workbookPart,
  relationsPart,
  stringsPart,
  stylesPart,
  propertiesPart,
  '[Content_Types].xml',
];

/**
 * Reads .xlsx workbooks as Excel, LibreOffice and this application write them, part by part while the archive is being
 * checked, so that a sheet's XML is not held longer than it takes to read it. It is several times quicker than a reader
 * that knows everything, and for that it knows only the usual: at the first thing beyond, the outcome is `odd`.
 */
export class XlsxReader implements PartTaker {
  private readonly texts = new Map<string, string>();
  private readonly sheets = new Map<string, SheetXml>();
  private parts: WorkbookParts | null = null;
  private cells: readonly GridCell[] = [];
  private formats: readonly Format[] = [];
  private isOdd = false;
  private isReady = false;

  constructor(private readonly limits: Pick<ReadLimits, 'rowsPerSheet' | 'columnsPerSheet'>) {}

  wants(name: string): boolean {
    return !this.isOdd && (bookParts.includes(name) || /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  }

  take(name: string, contents: Uint8Array): void {
    const text = decodeUtf8(contents);
    if (text === null) this.isOdd = true;
    else if (bookParts.includes(name)) this.texts.set(name, text);
    else this.takeSheet(name, text);
  }

  /** To be called when the whole archive has passed the checks. */
  finish(): XlsxOutcome {
    this.makeReady();
    if (this.isOdd || this.parts === null) return { kind: 'odd' };
    const properties = this.texts.get(propertiesPart);
    const saved = properties === undefined ? null : readSavedBy(properties);
    if (saved === 'unknown') return { kind: 'odd' };
    const sheets: SheetGrid[] = [];
    for (const { name, visibility, part } of this.parts.sheets) {
      const sheet = this.sheets.get(part);
      if (sheet === undefined || sheet.kind === 'odd') return { kind: 'odd' };
      if (sheet.kind === 'tooManyRows' || sheet.kind === 'tooManyColumns') return { ...sheet, sheet: name };
      const { rows, merges } = sheet;
      sheets.push({ name, visibility, rows, ...(merges.length === 0 ? {} : { merges }) });
    }
    return { kind: 'workbook', workbook: { dateSystem: this.parts.dateSystem, sheets, saved } };
  }

  private takeSheet(name: string, text: string): void {
    this.makeReady();
    if (this.isOdd) return;
    const sheet = readSheetXml(text, {
      texts: this.cells,
      numberCell: this.numberCell,
      errorCell: (error) => (excelErrors.has(error) ? { kind: 'error', text: error } : undefined),
      rowLimit: this.limits.rowsPerSheet,
      columnLimit: this.limits.columnsPerSheet,
    });
    if (sheet.kind === 'odd') this.isOdd = true;
    this.sheets.set(name, sheet);
  }

  /** What sheets refer to, from the parts before them. */
  private makeReady(): void {
    if (this.isReady) return;
    this.isReady = true;
    const { texts } = this;
    this.parts = readWorkbookParts(texts.get(workbookPart) ?? '', texts.get(relationsPart) ?? '');
    const strings = texts.get(stringsPart);
    const cells = strings === undefined ? [] : readSharedStrings(strings);
    const styles = texts.get(stylesPart);
    const formats = styles === undefined ? [] : readNumberFormats(styles);
    const declared = /PartName="([^"]*)" ContentType="[^"]*core-properties\+xml"/.exec(
      texts.get('[Content_Types].xml') ?? '',
    )?.[1];
    if (declared !== undefined && declared !== `/${propertiesPart}`) this.isOdd = true;
    if (this.parts === null || cells === null || formats === null) this.isOdd = true;
    else {
      this.cells = cells.map(textToCell);
      this.formats = formats.map(formatOf);
    }
    for (const part of [stringsPart, stylesPart]) texts.delete(part);
  }

  private readonly numberCell = (value: number, style: number): GridCell => {
    const format = this.formats[style];
    if (format === undefined || format === 'number') return value;
    return serialToCell(value, format.code, this.parts?.dateSystem ?? '1900');
  };
}

type Format = 'number' | { readonly code: string };

/**
 * Excel's built-in formats of dates and times; 27 to 36 and 50 to 58 are those of its Korean, Japanese and Chinese
 * versions (31 is 2026년 11월 23일), which a file names by their number alone. Source: ECMA-376 part 1, 18.8.30.
 */
function formatOf(format: string | number): Format {
  if (typeof format === 'string') return isDateFormat(format) ? { code: format } : 'number';
  if (format === 46) return { code: '[h]:mm:ss' };
  const isDate =
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58);
  return isDate ? { code: 'yyyy-mm-dd' } : 'number';
}
