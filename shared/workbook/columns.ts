import type { Language } from '../core/language.ts';
import type { FieldColumn } from '../schema/codec.ts';
import { codecOf } from '../schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { FieldSpec } from '../schema/fieldSpec.ts';

/** One Excel column of a record sheet. */
export interface SheetColumn {
  /** The field, or `id`. */
  readonly key: string;
  readonly part: string;
  readonly spec: FieldSpec | null;
  readonly layout: FieldColumn;
}

/** The fields that a sheet holds, with the first of their columns. */
export interface SheetField {
  readonly key: string;
  readonly spec: FieldSpec;
  readonly firstColumn: number;
  readonly columnCount: number;
}

export interface SheetLayout {
  readonly fields: readonly SheetField[];
  readonly columns: readonly SheetColumn[];
}

export const idColumnKey = 'id';

const idLabel = { en: 'ID', ko: 'ID' };
const idLayout: FieldColumn = { part: '', partLabel: null, format: 'text', width: 38, wrap: false };

/**
 * The columns of a type's sheet in order: fields as declared, the record's id last, so that people meet their own
 * data first and sorting carries the id along. `redact` leaves personal fields out.
 */
export function sheetLayout(definition: AnyRecordDefinition, redact: boolean): SheetLayout {
  const fields: SheetField[] = [];
  const columns: SheetColumn[] = [];
  for (const key of definition.fieldKeys) {
    const spec = definition.spec(key);
    if (spec === null || (redact && spec.sensitivity === 'personal')) continue;
    const layouts = codecOf(spec).columns;
    fields.push({ key, spec, firstColumn: columns.length, columnCount: layouts.length });
    for (const layout of layouts) columns.push({ key, part: layout.part, spec, layout });
  }
  columns.push({ key: idColumnKey, part: '', spec: null, layout: idLayout });
  return { fields, columns };
}

/** The text of a column's header: `Cost (amount)`. */
export function columnHeader(
  { spec, layout }: Pick<SheetColumn, 'spec' | 'layout'>,
  language: Language,
): string {
  const label = spec === null ? idLabel[language] : spec.label[language];
  return layout.partLabel === null ? label : `${label} (${layout.partLabel[language]})`;
}

/** A column's address in the hidden state: `title/ko`. */
export const columnAddress = ({ key, part }: Pick<SheetColumn, 'key' | 'part'>): string =>
  part === '' ? key : `${key}/${part}`;

/** 0 is `A`, 26 is `AA`. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  const last = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? last : columnLetters(rest - 1) + last;
}
