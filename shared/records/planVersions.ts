import { isRecordId, type RecordId } from '../core/ids.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { newestPlanFirst } from './planOrder.ts';
import type { RecordSet } from './recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from './recordsOf.ts';

/** A record that is to be made. */
export interface NewRecord {
  readonly type: 'plan' | 'planLine';
  readonly id: RecordId;
  readonly values: AnyValues;
  /** A copy of a sample is one, too: who practises makes no work of it. */
  readonly sample: boolean;
}

/** Plans of a center by year and version, the newest first. */
export function plansOf(set: RecordSet, centerId: RecordId): readonly RecordOf<'plan'>[] {
  return recordsOf(set, 'plan')
    .filter((plan) => plan.centerId === centerId)
    .toSorted(newestPlanFirst);
}

/** The plan of a year that is compared with what was done: the approved one, else the newest. */
export function planInForce(plans: readonly RecordOf<'plan'>[], year: number): RecordOf<'plan'> | null {
  const own = plans.filter(({ values }) => values.year === year);
  return own.find(isApproved) ?? own[0] ?? null;
}

export const isApproved = ({ values }: RecordOf<'plan'>): boolean => values.status === 'approved';

/**
 * The next version of a plan as a draft with copies of all its targets; the plan itself stays as it is until the new
 * version is approved. Nothing where the plan is not known.
 */
export function nextPlanVersion(
  set: RecordSet,
  planId: RecordId,
  newId: () => RecordId,
): readonly NewRecord[] {
  const plan = recordOf(set, 'plan', planId);
  if (plan === null || plan.centerId === null) return [];
  const versions = versionsOf(set, plan).map(({ values }) => values.version ?? 0);
  const version = Math.max(0, ...versions) + 1;
  const { approvedBy: _meeting, ...kept } = plan.values;
  const id = newId();
  const lines = recordsOf(set, 'planLine').filter(({ values }) => values.plan === planId);
  return [
    { type: 'plan', id, values: { ...kept, version, status: 'draft' }, sample: plan.sample },
    ...lines.map(
      ({ values, sample }): NewRecord => ({
        type: 'planLine',
        id: newId(),
        sample,
        values: {
          ...values,
          plan: id,
          ...(values.code === undefined ? {} : { code: codeInVersion(values.code, version) }),
        },
      }),
    ),
  ];
}

/** All versions of a center's plan of a year, the plan itself too: a sample is none of those that a center works with. */
function versionsOf(
  set: RecordSet,
  { centerId, sample, values }: RecordOf<'plan'>,
): readonly RecordOf<'plan'>[] {
  return recordsOf(set, 'plan').filter(
    (other) => other.centerId === centerId && other.sample === sample && other.values.year === values.year,
  );
}

/** A plan with the values that it is to get. */
export interface PlanEdit {
  readonly id: RecordId;
  readonly values: AnyValues;
}

/** A meeting approves a version: it is in force from then on, and the version approved before is replaced. */
export function planApproval(set: RecordSet, planId: RecordId, meeting: RecordId): readonly PlanEdit[] {
  const plan = recordOf(set, 'plan', planId);
  if (plan === null || plan.centerId === null) return [];
  const replaced = versionsOf(set, plan).filter((other) => other.id !== planId && isApproved(other));
  return [
    { id: planId, values: { ...plan.values, status: 'approved', approvedBy: meeting } },
    ...replaced.map(({ id, values }) => ({ id, values: { ...values, status: 'superseded' } })),
  ];
}

/**
 * Whether a plan or a target is fixed: what a meeting approved is changed by a new version only, or the approval would
 * say nothing.
 */
export function isFixedPlan(set: RecordSet, type: string, values: AnyValues): boolean {
  if (type === 'plan') return isFixed(values);
  if (type !== 'planLine' || !isRecordId(values.plan)) return false;
  const plan = recordOf(set, 'plan', values.plan);
  return plan !== null && isFixed(plan.values);
}

const isFixed = ({ status }: AnyValues): boolean => status === 'approved' || status === 'superseded';

const longestCode = 20;

/** A code that tells the target from those of other versions, where there is room for it. */
function codeInVersion(code: string, version: number): string {
  const next = `${code.replace(/ v\d+$/, '')} v${version}`;
  return next.length <= longestCode ? next : code;
}
