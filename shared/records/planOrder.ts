import { compareTexts } from '../core/compareTexts.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import type { StoredRecord } from '../sync/record.ts';

/** Sorts plans by year and version, the newest first; by id last, so that every computer has the same order. */
export function newestPlanFirst(
  one: Pick<StoredRecord, 'id' | 'values'>,
  other: Pick<StoredRecord, 'id' | 'values'>,
): number {
  return (
    numberOf(other, 'year') - numberOf(one, 'year') ||
    numberOf(other, 'version') - numberOf(one, 'version') ||
    compareTexts(one.id, other.id)
  );
}

const numberOf = ({ values }: { readonly values: AnyValues }, key: 'year' | 'version'): number =>
  typeof values[key] === 'number' ? values[key] : 0;
