import type { IsoDate } from '../../../shared/core/dates.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { AnyValues, FieldSpec, FieldValue } from '../../../shared/schema/fieldSpec.ts';

/** What a list is narrowed to, by field. */
export type ListFilter =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  /** Both ends included; null is open. */
  | { readonly kind: 'period'; readonly from: IsoDate | null; readonly to: IsoDate | null };
export type ListFilters = Readonly<Record<string, ListFilter>>;

/** Stands for records without a value in the field. */
export const emptyValue = '';

/** The fields by which a list of the type can be narrowed, in declared order. */
export function filterFields(definition: AnyRecordDefinition): readonly (readonly [string, FieldSpec])[] {
  return definition.fieldKeys.flatMap((key): readonly (readonly [string, FieldSpec])[] => {
    const spec = definition.spec(key);
    return spec !== null && isFilterable(spec) ? [[key, spec]] : [];
  });
}

function isFilterable({ kind }: FieldSpec): boolean {
  return ['choice', 'multiChoice', 'boolean', 'country', 'ref', 'refs', 'date'].includes(kind);
}

/** Whether a record passes all filters. */
export function passesFilters(values: AnyValues, filters: ListFilters): boolean {
  return Object.entries(filters).every(([key, filter]) =>
    filter.kind === 'period'
      ? isInside(values[key], filter.from, filter.to)
      : filterValues(values[key]).some((value) => filter.values.includes(value)),
  );
}

/** A value as the filter lists it; a set has several, no value is `emptyValue`. */
export function filterValues(value: FieldValue | undefined): readonly string[] {
  if (value === undefined) return [emptyValue];
  if (typeof value === 'string') return [value];
  if (typeof value === 'boolean') return [String(value)];
  const elements: readonly unknown[] = Array.isArray(value) ? value : [];
  return elements.filter((element): element is string => typeof element === 'string');
}

/** How many records have each value of a field. */
export function countValues(
  records: Iterable<{ readonly values: AnyValues }>,
  field: string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { values } of records) {
    for (const value of filterValues(values[field])) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function isInside(value: FieldValue | undefined, from: IsoDate | null, to: IsoDate | null): boolean {
  if (typeof value !== 'string') return false;
  return (from === null || value >= from) && (to === null || value <= to);
}
