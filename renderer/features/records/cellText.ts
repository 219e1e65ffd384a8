import type { Language } from '../../../shared/core/language.ts';
import type { ReferenceBook } from '../../../shared/schema/codec.ts';
import { codecOf } from '../../../shared/schema/codecByKind.ts';
import { attendanceTotal } from '../../../shared/schema/codecs/attendance.ts';
import type { FieldSpec, FieldValue } from '../../../shared/schema/fieldSpec.ts';
import type { Format } from '../../i18n/useFormat.ts';

export interface CellTextContext {
  readonly language: Language;
  readonly references: ReferenceBook;
  readonly format: Pick<Format, 'date'>;
}

/** A value as lists show it: dates in the language's form, all else as the codec says it. */
export function cellText(spec: FieldSpec, value: FieldValue, context: CellTextContext): string {
  if (spec.kind === 'date' && typeof value === 'string') return context.format.date(value);
  return codecOf(spec).toText(value, context);
}

/** What a column is sorted by: figures by size, dates by time, all else by the shown text. */
export function sortValue(
  spec: FieldSpec,
  value: FieldValue | undefined,
  context: CellTextContext,
): string | number | undefined {
  if (value === undefined) return undefined;
  const figure = figureOf(value);
  if (figure !== null) return figure;
  if (spec.kind === 'choice') return spec.choices.findIndex((choice) => choice.value === value);
  if (spec.kind === 'date' && typeof value === 'string') return value;
  if (spec.kind === 'dateTime' && typeof value === 'object' && 'utc' in value) return value.utc;
  return codecOf(spec).toText(value, context);
}

/** The figure that a value stands for in sums; null for what is no figure. */
export function figureOf(value: FieldValue): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object') return null;
  if ('amount' in value) return value.amount;
  return 'undisclosed' in value ? attendanceTotal(value) : null;
}

/** Figures stand at the right, under each other. */
export const isFigure = ({ kind }: FieldSpec): boolean =>
  kind === 'number' || kind === 'integer' || kind === 'money' || kind === 'attendance';
