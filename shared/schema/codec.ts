import type { RecordId } from '../core/ids.ts';
import type { Label, Language } from '../core/language.ts';
import type { Result } from '../core/result.ts';
import type { ValueProblem } from '../messages/valueProblems.ts';
import type { GridCell, NumberFormat } from '../workbook/grid.ts';
import type { FieldKind, SpecOf, ValueByKind } from './fieldSpec.ts';

/** One Excel column of a field; most fields have one, a money has two, an attendance four. */
export interface FieldColumn {
  /** '' for a field's only column, else what the column holds: `ko`, `amount`, `female`. */
  readonly part: string;
  /** Stands in brackets behind the field's label; null for a field's only column. */
  readonly partLabel: Label | null;
  readonly format: NumberFormat;
  readonly width: number;
  readonly wrap: boolean;
}

/** What a codec needs to know to turn a value into cells and back. */
export interface CellContext {
  readonly language: Language;
  readonly references: ReferenceBook;
}

/** Names of records, for cells that refer to them. */
export interface ReferenceBook {
  /** A text that is unique among the type's records; null when there is no such record. */
  titleOf(type: string, id: RecordId): string | null;
  /** The records of a type that a text may mean; a text that is an id means that record. */
  find(type: string, text: string): readonly RecordId[];
  /** What one record of the type is called: “organization”. */
  labelOf(type: string): Label;
}

/** A problem with one of a field's columns, by its index in `columns`. */
export interface CellProblem extends ValueProblem {
  readonly column: number;
}

/**
 * Everything that depends on a field's kind, in one place: cells, stored form, limits, text.
 * `fromCells(toCells(v))` is `v`, except for references that the workbook cannot name (see workbook/state).
 */
export interface FieldCodec<Kind extends FieldKind> {
  readonly kind: Kind;
  /** How it is merged: as one value, text by text (`localizedText`), or element by element (sets). */
  readonly merge: 'whole' | 'texts' | 'elements';
  columns(spec: SpecOf<Kind>): readonly FieldColumn[];
  /** As many cells as `columns`; all null for no value. */
  toCells(
    value: ValueByKind[Kind] | undefined,
    spec: SpecOf<Kind>,
    context: CellContext,
  ): readonly GridCell[];
  /** Undefined when all cells are empty. Reports every bad cell. */
  fromCells(
    cells: readonly GridCell[],
    spec: SpecOf<Kind>,
    context: CellContext,
  ): Result<ValueByKind[Kind] | undefined, readonly CellProblem[]>;
  /** Accepts stored or received JSON that has the kind's shape, in canonical form; null when it has not. */
  fromJson(json: unknown): ValueByKind[Kind] | null;
  /** All limits of the declaration that the value breaks. */
  check(value: ValueByKind[Kind], spec: SpecOf<Kind>): readonly ValueProblem[];
  /** For lists, search and messages. */
  toText(value: ValueByKind[Kind], spec: SpecOf<Kind>, context: CellContext): string;
}
