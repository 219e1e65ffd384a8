import type { DateSystem } from '../../core/dates.ts';
import { type DateOrder, dateOrders, dateReadings } from '../../core/parseDate.ts';
import {
  type DecimalMark,
  parseNumberText,
  parseNumberWithMark,
  shownDecimalMark,
} from '../../core/parseNumber.ts';
import type { ValueProblemCode } from '../../messages/valueProblems.ts';
import { isEmptyCell } from '../../schema/codecs/cells.ts';
import type { FieldSpec } from '../../schema/fieldSpec.ts';
import type { GridCell } from '../grid.ts';
import { foreignDate } from './foreignDate.ts';
import type { ColumnMapping } from './mapping.ts';
import { yearlessDay } from './periods.ts';
import { isApproximate, isNoAmount, writtenAmount } from './writtenAmount.ts';

/** What a column's own values say of the form that they are written in. */
export interface Found<Form> {
  /** Null where nothing tells, or where values contradict each other. */
  readonly form: Form | null;
  /** The forms that a person is to choose from; empty where no value depends on it. */
  readonly open: readonly Form[];
  /** The first value that depends on the answer; '' when none does. */
  readonly example: string;
}

/** The order of day, month and year in a column of dates. */
export function findDateOrder(cells: readonly GridCell[]): Found<DateOrder> {
  const proven = new Set<DateOrder>();
  const possible = new Set<DateOrder>(dateOrders);
  const asked = new Set<DateOrder>();
  let example = '';
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const readings = dateReadings(cell);
    if (readings.length < 2) continue;
    const real = readings.filter(({ date }) => date !== null);
    const [only] = real;
    if (real.length === 1 && only !== undefined) proven.add(only.order);
    else if (new Set(real.map(({ date }) => date)).size > 1) {
      if (example === '') example = cell.trim();
      for (const { order } of real) asked.add(order);
    }
    if (real.length > 0) {
      for (const { order, date } of readings) if (date === null) possible.delete(order);
    }
  }
  const open = dateOrders.filter((order) => asked.has(order) && possible.has(order));
  return decided(proven, open, [...asked], example);
}

/** The decimal mark in a column of numbers that are written as texts. */
export function findDecimalMark(cells: readonly GridCell[], unitsOf: FieldSpec): Found<DecimalMark> {
  const proven = new Set<DecimalMark>();
  let example = '';
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const shown = shownDecimalMark(withoutUnit(cell, unitsOf));
    if (shown === 'either' && example === '') example = cell.trim();
    else if (shown === '.' || shown === ',') proven.add(shown);
  }
  return decided(proven, example === '' ? [] : ['.', ','], ['.', ','], example);
}

function decided<Form>(
  proven: ReadonlySet<Form>,
  open: readonly Form[],
  all: readonly Form[],
  example: string,
): Found<Form> {
  const [only] = proven;
  if (proven.size === 1 && only !== undefined) return { form: only, open: [], example: '' };
  if (example === '') return { form: null, open: [], example: '' };
  const [left] = open;
  if (open.length === 1 && left !== undefined) return { form: left, open: [], example: '' };
  return { form: null, open: open.length === 0 ? all : open, example };
}

/** The form of a column's values, and what they leave out. */
export type Convention = Pick<
  ColumnMapping,
  'dateOrder' | 'decimalMark' | 'year' | 'currency' | 'factor' | 'ownCurrency'
>;

export type ReadCell =
  | { readonly ok: true; readonly cell: GridCell }
  | { readonly ok: false; readonly code: ValueProblemCode };

/**
 * A cell as the field's codec is to read it: dates and numbers that a column's convention makes plain are real dates
 * and numbers then. What the convention contradicts is refused with the reason; whatever else a cell holds is left to
 * the codec, which has its own reasons.
 */
export function readForeignCell(
  cell: GridCell,
  spec: FieldSpec,
  part: string,
  convention: Convention,
  dateSystem: DateSystem,
): ReadCell {
  if (isEmptyCell(cell)) return { ok: true, cell: null };
  switch (contentOf(spec, part)) {
    case 'date':
      return dateCell(cell, convention, dateSystem);
    case 'number':
      return spec.kind === 'money'
        ? amountCell(cell, spec, convention)
        : numberCell(cell, spec, convention.decimalMark);
    case 'other':
      return { ok: true, cell };
  }
}

/** What a field part's cells are, as far as conventions go. */
export function contentOf(spec: FieldSpec, part: string): 'date' | 'number' | 'other' {
  switch (spec.kind) {
    case 'date':
      return 'date';
    case 'number':
    case 'integer':
    case 'attendance':
      return 'number';
    case 'money':
      return part === 'amount' ? 'number' : 'other';
    default:
      return 'other';
  }
}

function dateCell(cell: GridCell, convention: Convention, dateSystem: DateSystem): ReadCell {
  const date = foreignDate(cell, convention.dateOrder, dateSystem);
  const yearless = date === null ? yearlessDay(cell, convention) : null;
  if (yearless !== null) {
    if (!yearless.ok) return yearless;
    return { ok: true, cell: { kind: 'date', date: yearless.period.start, time: null } };
  }
  if (date === 'ambiguous') return { ok: false, code: 'AMBIGUOUS_DATE' };
  if (date !== null) return { ok: true, cell: { kind: 'date', date, time: null } };
  // An error cell is named as such by the codec.
  return typeof cell === 'object' ? { ok: true, cell } : { ok: false, code: 'BAD_DATE' };
}

function numberCell(cell: GridCell, spec: FieldSpec, mark: DecimalMark | null): ReadCell {
  if (typeof cell !== 'string') return { ok: true, cell };
  const text = withoutUnit(cell, spec);
  const shown = shownDecimalMark(text);
  if (shown === 'either' && !isWhole(spec) && mark === null) return { ok: false, code: 'AMBIGUOUS_NUMBER' };
  const value =
    shown === 'either' && isWhole(spec)
      ? Number(text.replace(/\D/g, '')) * (/^\s*[-\u2212\u2013]/.test(text) ? -1 : 1)
      : mark === null
        ? parseNumberText(text)
        : parseNumberWithMark(text, mark);
  if (value !== null) return { ok: true, cell: value };
  return {
    ok: false,
    code: spec.kind === 'attendance' ? 'NOT_A_COUNT' : spec.kind === 'integer' ? 'BAD_INTEGER' : 'BAD_NUMBER',
  };
}

/** An amount in whole units of its currency, whatever the column or the cell counts in. */
function amountCell(cell: GridCell, spec: FieldSpec, convention: Convention): ReadCell {
  if (typeof cell === 'string' && isNoAmount(cell)) return { ok: true, cell: null };
  const factor = factorOf(cell, convention);
  const read = numberCell(cell, spec, convention.decimalMark);
  if (!read.ok && typeof cell === 'string' && isApproximate(cell))
    return { ok: false, code: 'APPROXIMATE_AMOUNT' };
  if (!read.ok || typeof read.cell !== 'number' || factor === 1) return read;
  if (factor === null) return { ok: false, code: 'UNIT_MISSING' };
  // 1.1 thousand is 1100 and not 1100.0000000000002.
  return { ok: true, cell: Number((read.cell * factor).toPrecision(15)) };
}

/** How many times as much an amount stands for; null where a person has to say it. */
function factorOf(
  cell: GridCell,
  { currency: ofColumn, factor: times = 1, ownCurrency }: Convention,
): number | null {
  if (typeof cell !== 'string') return times;
  const { currency, factor } = writtenAmount(cell);
  if (factor !== null) return factor;
  if (currency === null || times === 1) return times;
  // Thousands of won are no thousands of dollars; “₩1,200” among thousands of won can be either.
  if (ofColumn !== undefined && currency !== ofColumn) return 1;
  if (ownCurrency === undefined) return null;
  return ownCurrency === 'whole' ? 1 : times;
}

/** Whether an amount names the currency of a column that counts in thousands, and no factor. */
export const isOwnCurrencyOpen = (cell: GridCell, convention: Convention): boolean =>
  (convention.factor ?? 1) !== 1 && factorOf(cell, { ...convention, ownCurrency: undefined }) === null;

/** Counts have no decimals, so a mark before three digits can only part thousands. */
export const isWhole = (spec: FieldSpec): boolean => spec.kind === 'integer' || spec.kind === 'attendance';

const personUnits = ['명', '인', 'persons', 'people', 'pax', 'participants'];
const hourUnits = ['시간', 'h', 'hr', 'hrs', 'hour', 'hours'];

/** “3시간”, “12명” and “USD 40” are numbers with their unit, where the field counts just that. */
function withoutUnit(text: string, spec: FieldSpec): string {
  if (spec.kind === 'money') return writtenAmount(text).number;
  const plain = text.normalize('NFKC').trim();
  const units =
    spec.kind === 'attendance'
      ? personUnits
      : spec.kind === 'number' && spec.unit?.en === 'h'
        ? hourUnits
        : [];
  const lower = plain.toLowerCase();
  const unit = units.find((one) => lower.endsWith(one) && /[\d\s]$/.test(lower.slice(0, -one.length)));
  return unit === undefined ? plain : plain.slice(0, -unit.length).trim();
}
