import type { GridCell, GridRow, MergedArea } from '../grid.ts';
import { isSpace, readStringItem, type StringItem } from './sharedStringsXml.ts';
import { cellText } from './xmlText.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  /** The workbook's table of texts, as cells. */
  readonly texts: readonly GridCell[];
  /** A number as the style of that number shows it: the number, a date, or the text of a time. */
  readonly numberCell: (value: number, style: number) => GridCell;
  readonly errorCell: (text: string) => GridCell | undefined;
  readonly rowLimit: number;
  readonly columnLimit: number;
}

export type SheetXml =
  | { readonly kind: 'sheet'; readonly rows: readonly GridRow[]; readonly merges: readonly MergedArea[] }
  | { readonly kind: 'tooManyRows' }
  | { readonly kind: 'tooManyColumns'; readonly row: number; readonly column: number }
  /** Something in it is not known here to the letter; another reader has to say what it is. */
  | { readonly kind: 'odd' };

const mostRowsOfExcel = 1_048_576;
const mostColumnsOfExcel = 16_384;
/** A forged file can have any number of them; more than this no person has made. */
const mostMerges = 20_000;

/**
 * The cells of one worksheet part as Excel, LibreOffice and this application's writer lay it out: rows and cells in
 * ascending order, each with its address. It knows the usual and nothing else, which is what makes it quick, and says
 * `odd` at the first thing beyond (prefixed names, ISO dates, comments, cells out of order), so that nothing is guessed.
 */
export function readSheetXml(xml: string, context: SheetContext): SheetXml {
  const start = xml.indexOf('<sheetData');
  if (start < 0) return odd;
  const open = start + '<sheetData'.length;
  if (xml.startsWith('/>', open)) return withMerges([], xml, open);
  const end = xml.indexOf('</sheetData>', open);
  if (xml[open] !== '>' || end < 0 || xml.includes('<sheetData', open)) return odd;
  const scan = new SheetScan(xml, end, context);
  const problem = scan.read(open + 1);
  if (problem !== null) return problem;
  return withMerges(scan.rows, xml, end);
}

const odd: Problem = { kind: 'odd' };

function withMerges(rows: readonly GridRow[], xml: string, from: number): SheetXml {
  const merges: MergedArea[] = [];
  const first = xml.indexOf('<mergeCell', from);
  if (first >= 0) {
    for (const [, area] of xml.slice(first).matchAll(/<mergeCell ref="([A-Z0-9:]+)"\s*\/?>/g)) {
      if (merges.length >= mostMerges) break;
      const merge = mergedArea(area ?? '');
      if (merge === null) return odd;
      if (merge.row < rows.length && merge.rows * merge.columns > 1) merges.push(merge);
    }
  }
  return { kind: 'sheet', rows, merges };
}

function mergedArea(text: string): MergedArea | null {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(text);
  if (found === null) return null;
  const [, firstColumn = '', firstRow = '', lastColumn = '', lastRow = ''] = found;
  const [row, column] = [Number(firstRow) - 1, columnOf(firstColumn)];
  return { row, column, rows: Number(lastRow) - row, columns: columnOf(lastColumn) - column + 1 };
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - beforeA;
  return column - 1;
}

type Problem = Exclude<SheetXml, { readonly kind: 'sheet' }>;

/** One pass over the rows of a sheet. What is read last is in fields, so that a cell makes no object of its own. */
class SheetScan {
  readonly rows: GridRow[] = [];
  private at = 0;
  private rowNumber = 0;
  private column = -1;
  private style = 0;
  private type = '';
  private isEmptyTag = false;

  constructor(
    private readonly xml: string,
    private readonly end: number,
    private readonly context: SheetContext,
  ) {}

  /** From `start` to the end of the rows; null when all was read. */
  read(start: number): Problem | null {
    this.at = start;
    while (true) {
      this.skipSpace();
      if (this.at === this.end) return null;
      if (!this.readRowTag()) return odd;
      if (this.isEmptyTag) continue;
      const row = this.readCells();
      if ('kind' in row) return row;
      if (row.length === 0) continue;
      if (this.rowNumber > this.context.rowLimit) return { kind: 'tooManyRows' };
      while (this.rows.length < this.rowNumber - 1) this.rows.push(emptyRow);
      this.rows.push(row);
    }
  }

  private readRowTag(): boolean {
    const { xml } = this;
    if (!xml.startsWith('<row', this.at)) return false;
    const close = xml.indexOf('>', this.at);
    this.isEmptyTag = xml.charCodeAt(close - 1) === slash;
    let at = this.at + 4;
    this.at = close + 1;
    // The number is the first attribute wherever this was seen.
    if (!xml.startsWith(' r="', at)) return false;
    at += 4;
    let row = 0;
    for (let digit = xml.charCodeAt(at) - zero; digit >= 0 && digit <= 9; ) {
      row = row * 10 + digit;
      digit = xml.charCodeAt(++at) - zero;
    }
    if (xml.charCodeAt(at) !== quote || row <= this.rowNumber || row > mostRowsOfExcel) return false;
    this.rowNumber = row;
    this.column = -1;
    return true;
  }

  /** The cells of a row, without empty ones at its end. */
  private readCells(): GridRow | Problem {
    const { xml } = this;
    const row: GridCell[] = [];
    while (true) {
      this.skipSpace();
      if (xml.charCodeAt(this.at) !== lessThan) return odd;
      const next = xml.charCodeAt(this.at + 1);
      if (next === slash) {
        if (!xml.startsWith('</row>', this.at)) return odd;
        this.at += 6;
        return row;
      }
      if (next !== letterC || !this.readCellTag()) return odd;
      if (this.isEmptyTag) {
        if (!emptyTypes.includes(this.type)) return odd;
        continue;
      }
      const cell = this.readCell();
      if (cell === undefined) return odd;
      if (cell === null) continue;
      if (this.column >= this.context.columnLimit)
        return { kind: 'tooManyColumns', row: this.rowNumber - 1, column: this.column };
      while (row.length < this.column) row.push(null);
      row.push(cell);
    }
  }

  /** `<c r="B7" s="3" t="s">`: address, style and type, in any order. */
  private readCellTag(): boolean {
    const { xml } = this;
    const before = this.column;
    this.style = 0;
    this.type = '';
    this.column = -1;
    let at = this.at + 2;
    while (true) {
      const code = xml.charCodeAt(at);
      if (code === greaterThan) break;
      if (code === slash && xml.charCodeAt(at + 1) === greaterThan) break;
      if (code !== space) return false;
      const equals = xml.charCodeAt(at + 2) === equalsSign ? at + 2 : xml.indexOf('=', at);
      if (equals < 0 || xml.charCodeAt(equals + 1) !== quote) return false;
      const close = xml.indexOf('"', equals + 2);
      if (close < 0) return false;
      if (equals === at + 2) {
        const name = xml.charCodeAt(at + 1);
        if (name === letterR) {
          if (!this.readAddress(equals + 2, close)) return false;
        } else if (name === letterS) this.style = this.digits(equals + 2, close);
        else if (name === letterT)
          this.type =
            close - equals === 3 ? oneLetter(xml.charCodeAt(equals + 2)) : xml.slice(equals + 2, close);
      } else if (!isAttributeName(xml, at + 1, equals)) return false;
      at = close + 1;
    }
    this.isEmptyTag = xml.charCodeAt(at) === slash;
    this.at = at + (this.isEmptyTag ? 2 : 1);
    return this.column > before && this.style >= 0;
  }

  private readAddress(start: number, end: number): boolean {
    const { xml } = this;
    let at = start;
    let column = 0;
    for (let letter = xml.charCodeAt(at) - beforeA; letter >= 1 && letter <= 26; ) {
      column = column * 26 + letter;
      letter = xml.charCodeAt(++at) - beforeA;
    }
    this.column = column - 1;
    return column <= mostColumnsOfExcel && this.digits(at, end) === this.rowNumber;
  }

  /** The value of a cell whose tag was read, up to its closing tag; undefined when something is odd. */
  private readCell(): GridCell | undefined {
    const { xml } = this;
    let from = -1;
    let to = -1;
    let inline: string | null = null;
    while (true) {
      this.skipSpace();
      const { at } = this;
      if (xml.charCodeAt(at) !== lessThan) return undefined;
      switch (xml.charCodeAt(at + 1)) {
        case letterV: {
          if (xml.charCodeAt(at + 2) === slash && xml.charCodeAt(at + 3) === greaterThan) {
            this.at += 4;
            break;
          }
          const close = xml.indexOf('<', at + 3);
          if (from >= 0 || xml.charCodeAt(at + 2) !== greaterThan || !this.closes(close, letterV))
            return undefined;
          from = at + 3;
          to = close;
          this.at = close + 4;
          break;
        }
        case slash:
          if (!this.closes(at, letterC)) return undefined;
          this.at += 4;
          return inline === null ? this.value(from, to) : inlineCell(inline, this.type);
        case letterF:
          if (!this.skipFormula()) return undefined;
          break;
        default: {
          const item: StringItem | null =
            inline === null && xml.startsWith('<is>', at) ? readStringItem(xml, at + 4, '</is>') : null;
          if (item === null) return undefined;
          inline = item.text;
          this.at = item.end;
        }
      }
    }
  }

  /** Whether the closing tag of an element of this one letter is at `at`. */
  private closes(at: number, letter: number): boolean {
    const { xml } = this;
    return (
      xml.charCodeAt(at + 1) === slash &&
      xml.charCodeAt(at + 2) === letter &&
      xml.charCodeAt(at + 3) === greaterThan
    );
  }

  /** A formula is not looked at: what it came to is the cell's value. */
  private skipFormula(): boolean {
    const { xml, at } = this;
    const next = xml.charCodeAt(at + 2);
    if (next !== greaterThan && next !== slash && !isSpace(next)) return false;
    const end = xml.indexOf('>', at);
    const close = xml.charCodeAt(end - 1) === slash ? end + 1 : xml.indexOf('</f>', end) + 4;
    if (end < 0 || close < end) return false;
    this.at = close;
    return true;
  }

  private value(from: number, to: number): GridCell | undefined {
    if (from < 0 || from === to) return emptyTypes.includes(this.type) ? null : undefined;
    const { xml, context } = this;
    switch (this.type) {
      case 's': {
        const index = this.digits(from, to);
        return index < 0 ? undefined : context.texts[index];
      }
      case '':
      case 'n': {
        const value = this.number(from, to);
        return value === null ? undefined : context.numberCell(value, this.style);
      }
      case 'str': {
        const text = cellText(xml.slice(from, to));
        return text === '' ? null : text;
      }
      case 'b': {
        const text = xml.slice(from, to);
        return text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : undefined;
      }
      case 'e':
        return context.errorCell(cellText(xml.slice(from, to)));
      default:
        return undefined;
    }
  }

  private number(from: number, to: number): number | null {
    // Below ten digits the number is made here, without a text of it.
    const whole = to - from < 10 ? this.digits(from, to) : -1;
    if (whole >= 0) return whole;
    const text = this.xml.slice(from, to);
    return /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : null;
  }

  /** A whole number of digits alone; -1 for anything else. */
  private digits(from: number, to: number): number {
    const { xml } = this;
    if (from >= to || to - from > 10) return -1;
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = xml.charCodeAt(at) - zero;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  private skipSpace(): void {
    while (isSpace(this.xml.charCodeAt(this.at))) this.at++;
  }
}

/** Nearly all types are one of these; no text is made for them. */
function oneLetter(code: number): string {
  return code === letterS ? 's' : String.fromCharCode(code);
}

function inlineCell(text: string, type: string): GridCell | undefined {
  if (type !== 'inlineStr') return undefined;
  return text === '' ? null : text;
}

/** A name of Latin letters, perhaps with a prefix. */
function isAttributeName(xml: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = xml.charCodeAt(at);
    const letter = code | 0x20;
    if ((letter < 0x61 || letter > 0x7a) && code !== colon) return false;
  }
  return to > from;
}

/** Types of which a cell without a value is an empty cell. */
const emptyTypes: readonly string[] = ['', 'n', 's', 'str'];
const emptyRow: GridRow = [];
const [lessThan, greaterThan, slash, quote, space] = [0x3c, 0x3e, 0x2f, 0x22, 0x20];
const [colon, equalsSign] = [0x3a, 0x3d];
const [letterC, letterF, letterR, letterS, letterT, letterV] = [0x63, 0x66, 0x72, 0x73, 0x74, 0x76];
const [zero, beforeA] = [0x30, 0x40];
