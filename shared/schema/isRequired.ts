import type { AnyValues, FieldSpec } from './fieldSpec.ts';

/**
 * Whether a record of these values must have the field. Without values: whether every record of its type must, which
 * is what a column's header can say.
 */
export function isRequired({ required, requiredUnless: other }: FieldSpec, values?: AnyValues): boolean {
  if (required !== true) return false;
  return other === undefined || (values !== undefined && values[other.field] !== other.is);
}
