import { canonicalJson, type JsonValue } from '../core/json.ts';
import type { Result } from '../core/result.ts';
import type { ValueProblem } from '../messages/valueProblems.ts';
import type { GridCell } from '../workbook/grid.ts';
import type { CellContext, CellProblem, FieldCodec, FieldColumn } from './codec.ts';
import { attendanceCodec } from './codecs/attendance.ts';
import { booleanCodec, choiceCodec, countryCodec, multiChoiceCodec } from './codecs/choices.ts';
import { dateCodec, dateTimeCodec } from './codecs/dates.ts';
import { moneyCodec } from './codecs/money.ts';
import { integerCodec, numberCodec } from './codecs/numbers.ts';
import { evidenceCodec, refCodec, refsCodec } from './codecs/references.ts';
import { localizedTextCodec, longTextCodec, textCodec } from './codecs/texts.ts';
import type { FieldKind, FieldSpec, FieldValue } from './fieldSpec.ts';

/** Total: the compiler refuses a field kind without its codec. */
export const codecByKind: { readonly [Kind in FieldKind]: FieldCodec<Kind> } = {
  text: textCodec,
  longText: longTextCodec,
  localizedText: localizedTextCodec,
  number: numberCodec,
  integer: integerCodec,
  money: moneyCodec,
  date: dateCodec,
  dateTime: dateTimeCodec,
  choice: choiceCodec,
  multiChoice: multiChoiceCodec,
  boolean: booleanCodec,
  country: countryCodec,
  ref: refCodec,
  refs: refsCodec,
  evidence: evidenceCodec,
  attendance: attendanceCodec,
};

/** A field's codec with its declaration already applied, for code that handles fields of any kind. */
export interface BoundCodec {
  readonly merge: FieldCodec<FieldKind>['merge'];
  readonly columns: readonly FieldColumn[];
  toCells(value: FieldValue | undefined, context: CellContext): readonly GridCell[];
  fromCells(
    cells: readonly GridCell[],
    context: CellContext,
  ): Result<FieldValue | undefined, readonly CellProblem[]>;
  fromJson(json: unknown): FieldValue | null;
  /** A value that does not have the kind's shape is reported as such. */
  check(value: FieldValue): readonly ValueProblem[];
  toText(value: FieldValue, context: CellContext): string;
}

const boundCodecs = new WeakMap<FieldSpec, BoundCodec>();

export function codecOf(spec: FieldSpec): BoundCodec {
  let bound = boundCodecs.get(spec);
  if (bound === undefined) {
    bound = bind(spec);
    boundCodecs.set(spec, bound);
  }
  return bound;
}

export function valuesEqual(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && canonicalJson(toJson(a)) === canonicalJson(toJson(b));
}

/** Every field value is plain data; this says so to the compiler. */
export function toJson(value: FieldValue): JsonValue {
  return value as JsonValue;
}

function bind(spec: FieldSpec): BoundCodec {
  // The boundary: the compiler cannot follow that a spec's kind selects the codec of the same kind, so the pair
  // is taken as one kind's. `fromJson` guards every value that comes in through here.
  const codec = codecByKind[spec.kind] as FieldCodec<'text'>;
  const own = spec as Extract<FieldSpec, { kind: 'text' }>;
  const cast = (value: FieldValue | undefined) => value as string | undefined;
  return {
    merge: codec.merge,
    columns: codec.columns(own),
    toCells: (value, context) => codec.toCells(cast(value), own, context),
    fromCells: (cells, context) => codec.fromCells(cells, own, context),
    fromJson: (json) => codec.fromJson(json),
    check: (value) => {
      const known = codec.fromJson(value);
      return known === null ? [{ code: 'BAD_STORED_VALUE', params: {} }] : codec.check(known, own);
    },
    toText: (value, context) => codec.toText(value as string, own, context),
  };
}
