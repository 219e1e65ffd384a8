import { type Decimal, shareOf, sumOfDecimals, zero } from '../core/decimal.ts';
import type { RecordId } from '../core/ids.ts';
import { budgetEntryFields } from '../records/budgetEntryFields.ts';
import { isApproved, planInForce, plansOf } from '../records/planVersions.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordsOf } from '../records/recordsOf.ts';
import { amountIn } from '../records/spending.ts';
import type { BudgetCategory, BudgetExecution, ExecutionRow, LedgerSum } from './budgetLedger.ts';

export interface CategoryBudgetOptions {
  readonly centerId: RecordId;
  readonly year: number;
  /** Default true. */
  readonly includeSample?: boolean;
}

/** What the plan of a year sets aside, in US dollars. */
export type CategoryBudgets = ReadonlyMap<BudgetCategory, Decimal>;

/**
 * The budgets of the targets of a year's approved plan, by category; those without a category or without a rate to
 * dollars are in none. A draft sets nothing aside yet.
 */
export function categoryBudgets(set: RecordSet, options: CategoryBudgetOptions): CategoryBudgets {
  const { centerId, year, includeSample = true } = options;
  const isWanted = ({ sample }: { readonly sample: boolean }): boolean => includeSample || !sample;
  const plans = plansOf(set, centerId).filter(isWanted);
  const plan = planInForce(plans.filter(isApproved), year);
  const budgets = new Map<BudgetCategory, Decimal>();
  for (const { values, sample } of recordsOf(set, 'planLine')) {
    const { category, budget, budgetRate } = values;
    if (plan === null || values.plan !== plan.id || category === undefined || !isWanted({ sample })) continue;
    const dollars = amountIn('USD', { amount: budget, fxRate: budgetRate });
    if (dollars !== null) budgets.set(category, (budgets.get(category) ?? zero) + dollars);
  }
  return budgets;
}

/** A category with what was spent under it, and beside it what is planned, in US dollars. */
export interface CategoryRow extends ExecutionRow {
  readonly category: BudgetCategory;
  readonly plan: PlannedSpending | null;
}

export interface PlannedSpending {
  readonly planned: Decimal;
  /** Negative when more was spent. */
  readonly left: Decimal;
  /** What was spent as a share of what is planned: 0.5 for half; null where nothing is. */
  readonly share: number | null;
}

/** The categories under which something was spent or planned, in the order of the form. */
export function categoryRows(
  { byCategory }: Pick<BudgetExecution, 'byCategory'>,
  budgets: CategoryBudgets,
): readonly CategoryRow[] {
  return budgetEntryFields.category.choices.flatMap(({ value: category }) => {
    const row = byCategory.get(category);
    const planned = budgets.get(category);
    if (row === undefined && planned === undefined) return [];
    const { total, bySource } = row ?? nothingSpent;
    return [{ category, total, bySource, plan: planned === undefined ? null : against(planned, total) }];
  });
}

/** All that is planned against all that was spent, also where nothing was planned; null where nothing is at all. */
export function planOfAll(rows: readonly CategoryRow[]): PlannedSpending | null {
  const planned = rows.flatMap(({ plan }) => plan?.planned ?? []);
  if (planned.length === 0) return null;
  const dollars = sumOfDecimals(rows.map(({ total }) => total.dollars));
  return against(sumOfDecimals(planned), { dollars });
}

function against(planned: Decimal, { dollars }: Pick<LedgerSum, 'dollars'>): PlannedSpending {
  return { planned, left: planned - dollars, share: planned === zero ? null : shareOf(dollars, planned) };
}

const nothingSpent: ExecutionRow = {
  total: { dollars: zero, unconverted: [], entryIds: [] },
  bySource: new Map(),
};
