import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import type { FieldSpec } from '../../schema/fieldSpec.ts';
import { columnAddress, idColumnKey, sheetLayout } from '../columns.ts';

/** One part of a field, as a column of a foreign table can hold it. */
export interface FieldPart {
  readonly address: string;
  readonly key: string;
  readonly part: string;
  readonly spec: FieldSpec;
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

export const fieldPartOf = (definition: AnyRecordDefinition, address: string): FieldPart | null =>
  fieldParts(definition).get(address) ?? null;
