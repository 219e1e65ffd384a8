import { parseCountry } from '../../core/countries.ts';
import type { DateSystem } from '../../core/dates.ts';
import { parseNumberText } from '../../core/parseNumber.ts';
import { readPeriod } from '../../core/parsePeriod.ts';
import type { CellContext } from '../../schema/codec.ts';
import { codecOf } from '../../schema/codecByKind.ts';
import { cellText } from '../../schema/codecs/cells.ts';
import type { FieldSpec } from '../../schema/fieldSpec.ts';
import type { GridCell } from '../grid.ts';
import { foreignDate } from './foreignDate.ts';
import { nameElements } from './names.ts';
import { yearlessDay } from './periods.ts';
import { isNoAmount, writtenAmount } from './writtenAmount.ts';

/** How well cells fit a field part, 0 to 1: the share of them that can be read as its values. */
export function contentFit(
  cells: readonly GridCell[],
  spec: FieldSpec,
  key: string,
  part: string,
  context: CellContext,
  dateSystem: DateSystem,
): number {
  if (cells.length === 0) return 0;
  const fits = fitOf(spec, key, part, context, dateSystem);
  return cells.filter(fits).length / cells.length;
}

/** The share of cells that hold two days. */
export function periodFit(cells: readonly GridCell[]): number {
  const isRange = (cell: GridCell): boolean => {
    const read = typeof cell === 'string' ? readPeriod(cell, noForm.year) : null;
    return read?.readings.some(({ period }) => period.start !== period.end) === true;
  };
  return cells.length === 0 ? 0 : cells.filter(isRange).length / cells.length;
}

/** Any year will do to see whether a text is a day. */
const noForm = { dateOrder: null, decimalMark: null, year: 2000 };

/** Field parts that are known by their cells alone; any text fits a text. */
export function isTelling(spec: FieldSpec, key: string): boolean {
  switch (spec.kind) {
    case 'text':
      return textForms[key] !== undefined;
    case 'longText':
    case 'localizedText':
    case 'dateTime':
    case 'evidence':
      return false;
    default:
      return true;
  }
}

const textForms: Readonly<Record<string, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  phone: /^\+?[\d\s()./-]{7,25}$/,
};

type Fits = (cell: GridCell) => boolean;

function fitOf(
  spec: FieldSpec,
  key: string,
  part: string,
  context: CellContext,
  dateSystem: DateSystem,
): Fits {
  const isPlainText: Fits = (cell) => typeof cell === 'string';
  switch (spec.kind) {
    case 'date':
      return (cell) => foreignDate(cell, null, dateSystem) !== null || yearlessDay(cell, noForm) !== null;
    case 'integer':
      return (cell) => Number.isInteger(numberOf(cell)) && (spec.year !== true || isYear(cell));
    case 'number':
    case 'attendance':
      return (cell) => numberOf(cell) !== null;
    case 'money':
      return part === 'amount'
        ? (cell) =>
            typeof cell === 'string'
              ? isNoAmount(cell) || numberOf(writtenAmount(cell).number) !== null
              : numberOf(cell) !== null
        : (cell) => /^[A-Z]{3}$/i.test(cellText(cell));
    case 'country':
      return (cell) => typeof cell === 'string' && parseCountry(cell) !== null;
    case 'choice':
    case 'multiChoice':
    case 'boolean':
      return (cell) => codecOf(spec).fromCells([cell], context).ok;
    case 'ref':
    case 'refs':
      return (cell) =>
        typeof cell === 'string' &&
        nameElements(cell, spec, context).some((name) => context.references.find(spec.to, name).length > 0);
    case 'localizedText':
      return part === 'ko' ? (cell) => isHangul(cell) : (cell) => typeof cell === 'string' && !isHangul(cell);
    case 'text': {
      const form = textForms[key];
      return form === undefined ? isPlainText : (cell) => form.test(cellText(cell).trim());
    }
    default:
      return isPlainText;
  }
}

function numberOf(cell: GridCell): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? parseNumberText(cell.replace(/\s*(?:명|시간|h|hours?)$/iu, '')) : null;
}

function isYear(cell: GridCell): boolean {
  const year = numberOf(cell) ?? 0;
  return year >= 1990 && year <= 2100;
}

export const isHangul = (cell: GridCell): boolean => /\p{Script=Hangul}/u.test(cellText(cell));
