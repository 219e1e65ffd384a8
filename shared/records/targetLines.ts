import { isRecordId, type RecordId } from '../core/ids.ts';
import type { RecordLookup } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import type { StoredRecord } from '../sync/record.ts';
import { newestPlanFirst } from './planOrder.ts';

/**
 * The lines that are one target, to which spending on it was charged: the line itself, and those of other versions of
 * the year's plan in whose place it stands (see targetInPlaceOf), since a plan that was revised has not spent less.
 * `id` null is a line that is not stored yet, after all others.
 */
export function targetLines(
  lookup: RecordLookup,
  values: AnyValues,
  id: RecordId | null,
): readonly RecordId[] {
  const own = id === null ? [] : [id];
  const plan = planOf(lookup, values);
  if (plan === null) return own;
  const self: Target = { id, values };
  const targets = [...linesOf(lookup, plan).filter((other) => other.id !== id), self];
  const elsewhere = otherVersions(lookup, plan)
    .map((version) => linesOf(lookup, version))
    .flatMap((lines) => lines.filter((line) => targetInPlaceOf(line, lines, targets) === self));
  return [...own, ...elsewhere.map((other) => other.id)];
}

/** The lines of other versions of a plan in whose place none of its own stands. */
export function linesWithoutTarget(lookup: RecordLookup, plan: StoredRecord): readonly StoredRecord[] {
  const targets = linesOf(lookup, plan);
  return otherVersions(lookup, plan)
    .map((version) => linesOf(lookup, version))
    .flatMap((lines) => lines.filter((line) => targetInPlaceOf(line, lines, targets) === null));
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
 * plan was not replaced, or no single target took its place.
 */
export function targetInsteadOf(lookup: RecordLookup, values: AnyValues): StoredRecord | null {
  const approved = approvedInsteadOf(lookup, values);
  const plan = planOf(lookup, values);
  if (approved === null || plan === null) return null;
  return targetInPlaceOf({ values }, linesOf(lookup, plan), linesOf(lookup, approved));
}

/** Whether a line's plan was replaced by another that has no single target in its place. */
export const lostItsTarget = (lookup: RecordLookup, values: AnyValues): boolean =>
  approvedInsteadOf(lookup, values) !== null && targetInsteadOf(lookup, values) === null;

/** The approved version of a plan that was replaced. */
function approvedInsteadOf(lookup: RecordLookup, values: AnyValues): StoredRecord | null {
  const plan = planOf(lookup, values);
  if (plan?.values.status !== 'superseded') return null;
  const [approved = null] = otherVersions(lookup, plan)
    .filter((version) => version.values.status === 'approved')
    .toSorted(newestPlanFirst);
  return approved;
}

function planOf(lookup: RecordLookup, { plan }: AnyValues): StoredRecord | null {
  return isRecordId(plan) ? lookup.get('plan', plan) : null;
}

/** A line, or what is to become one. */
interface Target extends Pick<StoredRecord, 'values'> {
  readonly id: RecordId | null;
}

/**
 * Which of a version's targets stands in the place of a line of another one: that for the same indicator and time (the
 * first, where a plan says it twice, so that nothing is counted twice), else the only one for the same indicator, if it
 * was not there before (see `lines`, all of the line's own version). Where a target was split into several or dropped,
 * none does.
 */
function targetInPlaceOf<Line extends Target>(
  { values: { indicator, quarter } }: Pick<StoredRecord, 'values'>,
  lines: readonly StoredRecord[],
  targets: readonly Line[],
): Line | null {
  if (indicator === undefined) return null;
  const same = targets.filter(({ values }) => values.indicator === indicator);
  const [first, ...others] = same.filter(({ values }) => values.quarter === quarter);
  if (first !== undefined) return others.reduce((one, other) => (isBefore(other, one) ? other : one), first);
  const [only = null, ...more] = same;
  const wasThere = lines.some(
    ({ values }) => values.indicator === indicator && values.quarter === only?.values.quarter,
  );
  return more.length > 0 || wasThere ? null : only;
}

const isBefore = ({ id }: Target, other: Target): boolean =>
  id !== null && (other.id === null || id < other.id);

const linesOf = (lookup: RecordLookup, plan: StoredRecord): readonly StoredRecord[] =>
  lookup.where('planLine', 'plan', plan.id);

/** The other plans of the same center and year; a sample is no version of what a center planned. */
function otherVersions(lookup: RecordLookup, { id, sample, values }: StoredRecord): readonly StoredRecord[] {
  const { center, year } = values;
  if (!isRecordId(center) || year === undefined) return [];
  return lookup
    .where('plan', 'center', center)
    .filter((other) => other.id !== id && other.sample === sample && other.values.year === year);
}
