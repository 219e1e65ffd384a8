import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import type { FieldSpec } from '../../schema/fieldSpec.ts';
import { columnAddress, idColumnKey, sheetLayout } from '../columns.ts';

/** One part of a field, as a column of a foreign table can hold it. */
export interface FieldPart {
  readonly address: string;
  readonly key: string;
  readonly part: string;
  readonly spec: FieldSpec;
  /** A column of periods gives two days at once. */
  readonly period?: { readonly start: FieldPart; readonly end: FieldPart };
}

const partsByType = new Map<string, ReadonlyMap<string, FieldPart>>();

/** All parts of a type's fields in the order of its sheet, by address; the record's id is none. */
export function fieldParts(definition: AnyRecordDefinition): ReadonlyMap<string, FieldPart> {
  let parts = partsByType.get(definition.type);
  if (parts === undefined) {
    parts = new Map(
      sheetLayout(definition, false).columns.flatMap((column) => {
        const { key, part, spec } = column;
        const address = columnAddress(column);
        return key === idColumnKey || spec === null ? [] : [[address, { address, key, part, spec }] as const];
      }),
    );
    partsByType.set(definition.type, parts);
  }
  return parts;
}

const columnPartsByType = new Map<string, ReadonlyMap<string, FieldPart>>();

/** What a column of a foreign table can be: a part of a field, or the period between two of the type's days. */
export function columnParts(definition: AnyRecordDefinition): ReadonlyMap<string, FieldPart> {
  let parts = columnPartsByType.get(definition.type);
  if (parts === undefined) {
    const period = periodPart(definition);
    parts = new Map(
      [...fieldParts(definition)].flatMap(([address, part]) =>
        period !== null && part === period.period?.start
          ? [[period.address, period] as const, [address, part] as const]
          : [[address, part] as const],
      ),
    );
    columnPartsByType.set(definition.type, parts);
  }
  return parts;
}

function periodPart(definition: AnyRecordDefinition): FieldPart | null {
  const { dateField, endField } = definition;
  const parts = fieldParts(definition);
  const start = dateField === undefined ? undefined : parts.get(dateField);
  const end = endField === undefined ? undefined : parts.get(endField);
  if (start?.spec.kind !== 'date' || end?.spec.kind !== 'date') return null;
  return { ...start, address: `${start.address}~${end.address}`, period: { start, end } };
}

export const fieldPartOf = (definition: AnyRecordDefinition, address: string): FieldPart | null =>
  columnParts(definition).get(address) ?? null;

/** The addresses that a column of this part gives. */
export const addressesGiven = ({ address, period }: FieldPart): readonly string[] =>
  period === undefined ? [address] : [period.start.address, period.end.address];
