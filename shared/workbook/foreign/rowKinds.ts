import { parseDateText } from '../../core/parseDate.ts';
import { foldText } from '../../core/text.ts';
import { cellText, isEmptyCell } from '../../schema/codecs/cells.ts';
import type { GridCell, GridRow, SheetGrid } from '../grid.ts';
import { dataCells, type TableColumn } from './headerRows.ts';
import { isAccountForm } from './writtenAmount.ts';

/**
 * What a row below the header is: `header` repeats it, as on each printed page; `total` sums up; `section` holds one
 * text only, a heading within the table or a note below it.
 */
export type RowKind = 'record' | 'blank' | 'header' | 'total' | 'section';

export interface TableRow {
  /** As Excel numbers it. */
  readonly row: number;
  readonly kind: RowKind;
  /** By position in the sheet; areas over several rows say the same of each. */
  readonly cells: GridRow;
}

/** The rows below a header, each with what it is. Only `record` is taken in unless a person says otherwise. */
export function tableRows(
  sheet: SheetGrid,
  firstRow: number,
  columns: readonly TableColumn[],
  lastHeaderRow: number,
): readonly TableRow[] {
  const headers = [headerLine(sheet, lastHeaderRow, columns), headerLine(sheet, lastHeaderRow - 1, columns)];
  const rows: TableRow[] = [];
  for (let index = firstRow; index < sheet.rows.length; index++) {
    const own = sheet.rows[index] ?? [];
    rows.push({ row: index + 1, kind: kindOf(own, columns, headers), cells: dataCells(sheet, index) });
  }
  return rows;
}

type HeaderLine = ReadonlyMap<number, string>;

function headerLine(sheet: SheetGrid, row: number, columns: readonly TableColumn[]): HeaderLine {
  const cells = sheet.rows[row] ?? [];
  return new Map(
    columns.flatMap(({ position }) => {
      const text = foldText(cellText(cells[position] ?? null));
      return text === '' ? [] : [[position, text] as const];
    }),
  );
}

function kindOf(own: GridRow, columns: readonly TableColumn[], headers: readonly HeaderLine[]): RowKind {
  const filled = own.filter((cell) => !isEmptyCell(cell));
  if (filled.length === 0) return 'blank';
  if (headers.some((header) => repeats(own, header))) return 'header';
  if (isTotal(filled)) return 'total';
  // A table of one or two columns has rows of one cell.
  if (filled.length === 1 && columns.length > 2 && typeof filled[0] === 'string') return 'section';
  return 'record';
}

function repeats(own: GridRow, header: HeaderLine): boolean {
  if (header.size < 2) return false;
  let same = 0;
  for (const [position, text] of header) if (foldText(cellText(own[position] ?? null)) === text) same += 1;
  const filled = own.filter((cell) => !isEmptyCell(cell)).length;
  return same >= 2 && same * 3 >= filled * 2;
}

const totalWords =
  /^(?:(?:grand |sub[-\s]?|annual |monthly |overall )?totals?|sub-?sum|합\s*계|총\s*계|소\s*계|누\s*계|총\s*합(?:계)?|총\s*인?원|총(?=\s*\d+\s*명)|итого|всего)(?=$|[\s:：(（\d])/iu;
/** Words for a sum that are family names too, in Cambodia and in Korea. */
const totalNames = /^(?:sum|계)(?=\s*(?:$|[:：(（\d]))/iu;

/** Begins with a word for a sum, or with a period and one, and besides holds hardly anything but numbers. */
export function isTotal(filled: readonly GridCell[]): boolean {
  const texts = filled.filter((cell) => typeof cell === 'string');
  const [first = ''] = texts;
  const word = foldText(first);
  const isName = totalNames.test(word);
  const isSum = isName || totalWords.test(word) || /(?:^|\s)(?:total|합계|소계|총계|누계)$/u.test(word);
  if (!isSum || word.length > 40) return false;
  const hasDate = filled.some(
    (cell) => typeof cell === 'object' || (typeof cell === 'string' && parseDateText(cell) !== null),
  );
  const others = texts.slice(1).filter((text) => !isWrittenNumber(text) && !isCountOfOneGender(text));
  // “Total cost” with no number anywhere sums up nothing.
  const hasNumber = /\d/u.test(word) || filled.length - 1 > others.length;
  const goesOn = /\p{L}{2}/u.test(word.replace(totalWords, ''));
  return !hasDate && (hasNumber || !goesOn) && others.length <= (isName ? 0 : 1);
}

/** “남 3명”, “Female: 4”. */
const isCountOfOneGender = (text: string): boolean =>
  /^(?:[남여][자성]?|(?:fe)?male|[mf]|(?:wo)?m[ae]n)\s*[:：]?\s*\d+\s*명?$/iu.test(
    text.normalize('NFKC').trim(),
  );

/** Many tables, and every CSV file, have their numbers as texts: “5,600”, “47명”, “€ 12.50”, “(1,200)”, “-”. */
const isWrittenNumber = (text: string): boolean =>
  isAccountForm(text) ||
  /^[-\u2212+]?\s*\p{Sc}?\s*\d[\d.,'\s]*%?\s*\p{L}{0,3}$/u.test(text.normalize('NFKC').trim());
