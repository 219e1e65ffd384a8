import { isRecordId, type RecordId } from '../core/ids.ts';
import type { RecordLookup } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import type { StoredRecord } from '../sync/record.ts';
import { newestPlanFirst } from './planOrder.ts';

/**
 * The lines that are one target, to which spending on it was charged: the line itself, and those of other versions of
 * the year's plan for the same indicator and time, since a plan that was revised has not spent less. Where a plan says
 * a target twice, those of other versions belong to its first line, so that nothing is counted twice. `id` null is a
 * line that is not stored yet, after all others.
 */
export function targetLines(
  lookup: RecordLookup,
  values: AnyValues,
  id: RecordId | null,
): readonly RecordId[] {
  const own = id === null ? [] : [id];
  const plan = planOf(lookup, values);
  if (plan === null) return own;
  const doubles = sameTargets(lookup, plan, values).filter((other) => other.id !== id);
  if (doubles.some((other) => id === null || other.id < id)) return own;
  const elsewhere = otherVersions(lookup, plan).flatMap((version) => sameTargets(lookup, version, values));
  return [...own, ...elsewhere.map((other) => other.id)];
}

/** The entries charged to a target, by the line that they name. */
export function targetLedgers(
  lookup: RecordLookup,
  values: AnyValues,
  id: RecordId | null,
): readonly (readonly StoredRecord[])[] {
  return targetLines(lookup, values, id).map((line) => lookup.where('budgetEntry', 'planLine', line));
}

/**
 * The line of the approved version that stands in the place of one of a replaced version; null where the line's own
 * plan was not replaced, or has the target alone.
 */
export function targetInsteadOf(lookup: RecordLookup, values: AnyValues): StoredRecord | null {
  const plan = planOf(lookup, values);
  if (plan?.values.status !== 'superseded') return null;
  const [approved] = otherVersions(lookup, plan)
    .filter((version) => version.values.status === 'approved')
    .toSorted(newestPlanFirst);
  if (approved === undefined) return null;
  const [first = null] = sameTargets(lookup, approved, values).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return first;
}

function planOf(lookup: RecordLookup, { plan }: AnyValues): StoredRecord | null {
  return isRecordId(plan) ? lookup.get('plan', plan) : null;
}

/** Lines of a plan for the indicator and time that the values name. */
function sameTargets(
  lookup: RecordLookup,
  plan: StoredRecord,
  { indicator, quarter }: AnyValues,
): readonly StoredRecord[] {
  if (indicator === undefined) return [];
  return lookup
    .where('planLine', 'plan', plan.id)
    .filter(({ values }) => values.indicator === indicator && values.quarter === quarter);
}

/** The other plans of the same center and year. */
function otherVersions(lookup: RecordLookup, { id, values }: StoredRecord): readonly StoredRecord[] {
  const { center, year } = values;
  if (!isRecordId(center) || year === undefined) return [];
  return lookup
    .where('plan', 'center', center)
    .filter((other) => other.id !== id && other.values.year === year);
}
