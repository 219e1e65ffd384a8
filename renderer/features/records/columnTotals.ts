import { attendanceTotal } from '../../../shared/schema/codecs/attendance.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { AnyValues, FieldSpec } from '../../../shared/schema/fieldSpec.ts';

/** Whether the figures of these records may be added to each other. */
export const addUp = (
  definition: AnyRecordDefinition,
  rows: readonly { readonly values: AnyValues }[],
): boolean => new Set(rows.map(({ values }) => definition.sumsApart?.(values))).size <= 1;

/** The sum of a column of figures, one for each currency where it holds money; empty for other columns. */
export function columnTotals(
  spec: FieldSpec,
  field: string,
  rows: Iterable<{ readonly values: AnyValues }>,
): readonly { readonly currency: string | null; readonly sum: number }[] {
  const sums = new Map<string | null, number>();
  const add = (currency: string | null, amount: number): void => {
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  };
  // A sum of grades or of years says nothing, so only units and counts of persons are added up.
  const isCounted =
    spec.kind === 'attendance' || spec.kind === 'money' || ('unit' in spec && spec.unit !== undefined);
  if (!isCounted) return [];
  for (const { values } of rows) {
    const value = values[field];
    if (typeof value === 'number') add(null, value);
    else if (typeof value === 'object' && 'amount' in value) add(value.currency, value.amount);
    else if (typeof value === 'object' && 'undisclosed' in value) add(null, attendanceTotal(value));
  }
  return [...sums].map(([currency, sum]) => ({ currency, sum: Math.round(sum * 10_000) / 10_000 }));
}
