import type { Language } from '../../core/language.ts';
import { parseNumberText } from '../../core/parseNumber.ts';
import { err, ok } from '../../core/result.ts';
import type { ValueProblem } from '../../messages/valueProblems.ts';
import type { GridCell } from '../../workbook/grid.ts';
import type { FieldCodec } from '../codec.ts';
import type { IntegerSpec, NumberSpec } from '../fieldSpec.ts';
import { cellProblem, isEmptyCell, noValue, oneColumn } from './cells.ts';

export const numberCodec: FieldCodec<'number'> = {
  kind: 'number',
  merge: 'whole',
  columns: (spec) => oneColumn('decimal', spec.width ?? 12),
  toCells: (value) => [value ?? null],
  fromCells: (cells) => {
    const cell = cells[0] ?? null;
    if (isEmptyCell(cell)) return noValue;
    const value = cellNumber(cell);
    return value === null ? err([cellProblem(cell, 'BAD_NUMBER')]) : ok(value);
  },
  fromJson: (json) => (typeof json === 'number' && Number.isFinite(json) ? positiveZero(json) : null),
  check: outOfRange,
  toText: (value, spec, { language }) => withUnit(formatNumber(value, language), spec, language),
};

export const integerCodec: FieldCodec<'integer'> = {
  kind: 'integer',
  merge: 'whole',
  columns: (spec) => oneColumn(spec.year === true ? 'general' : 'integer', spec.width ?? 10),
  toCells: (value) => [value ?? null],
  fromCells: (cells) => {
    const cell = cells[0] ?? null;
    if (isEmptyCell(cell)) return noValue;
    const value = cellNumber(cell);
    return value === null || !Number.isSafeInteger(value)
      ? err([cellProblem(cell, 'BAD_INTEGER')])
      : ok(value);
  },
  fromJson: (json) => (typeof json === 'number' && Number.isSafeInteger(json) ? positiveZero(json) : null),
  check: outOfRange,
  toText: (value, spec, { language }) =>
    spec.year === true ? String(value) : withUnit(formatNumber(value, language), spec, language),
};

/** The number that a cell holds or spells; null when it does neither. */
export function cellNumber(cell: GridCell): number | null {
  const value = typeof cell === 'string' ? parseNumberText(cell) : cell;
  return typeof value === 'number' && Number.isFinite(value) ? positiveZero(value) : null;
}

const formats = new Map<Language, Intl.NumberFormat>();

/** Groups of three digits and up to four decimals, in the language's form. */
export function formatNumber(value: number, language: Language): string {
  let format = formats.get(language);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
    formats.set(language, format);
  }
  return format.format(value);
}

function withUnit(text: string, spec: NumberSpec | IntegerSpec, language: Language): string {
  return spec.unit === undefined ? text : `${text} ${spec.unit[language]}`;
}

function outOfRange(value: number, spec: NumberSpec | IntegerSpec): readonly ValueProblem[] {
  if (spec.min !== undefined && value < spec.min) {
    return [{ code: 'TOO_SMALL', params: { value, min: spec.min } }];
  }
  if (spec.max !== undefined && value > spec.max) {
    return [{ code: 'TOO_LARGE', params: { value, max: spec.max } }];
  }
  return [];
}

// -0 and 0 are the same number to people and to Excel but not to a hash.
function positiveZero(value: number): number {
  return value === 0 ? 0 : value;
}
