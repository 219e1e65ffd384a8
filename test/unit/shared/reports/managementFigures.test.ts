import { describe, expect, it } from 'vitest';
import { decimalToNumber } from '../../../../shared/core/decimal.ts';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import type { RecordType, ValuesByType } from '../../../../shared/records/registry.ts';
import { figureTable } from '../../../../shared/reports/figures.ts';
import { planAchievement, planTotals } from '../../../../shared/reports/planAchievement.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

const today = '2026-11-26';
const idOf = (name: string) => derivedRecordId('management figures', name);
const center = idOf('center');
const at = <Type extends RecordType>(type: Type, name: string, values: ValuesByType[Type]) =>
  storedRecordOf(type, idOf(name), { center, ...values });
const usd = (amount: number) => ({ amount, currency: 'USD' });

const plan = at('plan', 'plan', { year: 2026, version: 1, status: 'approved' });
const funded = at('planLine', 'funded', { plan: plan.id, indicator: 'events', target: 1, budget: usd(100) });
const unfunded = at('planLine', 'unfunded', { plan: plan.id, indicator: 'trainings', target: 1 });
const spent = (name: string, line: typeof funded, amount: number) =>
  at('budgetEntry', name, { planLine: line.id, date: '2026-05-01', amount: usd(amount) });

function execution(...records: readonly (typeof funded)[]) {
  const options = { breakdown: 'year', centerIds: [center], years: [2026], today } as const;
  const table = figureTable(recordSetOf([plan, ...records]), options);
  return table.rows.find(({ key }) => key === 'budgetExecution')?.values[0];
}

describe('budget execution', () => {
  it('counts what was spent on a target without a budget, as the page of the plan does', () => {
    const records = [funded, unfunded, spent('one', funded, 50), spent('other', unfunded, 80)];
    const told = execution(...records);
    expect(told?.value).toBe(1.3);
    expect(told?.records.map(({ id }) => id).toSorted()).toEqual([idOf('one'), idOf('other')].sort());
    const targets = planAchievement(recordSetOf([plan, ...records]), { planId: plan.id, today });
    const [total, ...others] = planTotals(targets, null);
    expect(others).toEqual([]);
    if (total === undefined) throw new Error('no total');
    expect([decimalToNumber(total.spent), decimalToNumber(total.budget)]).toEqual([130, 100]);
  });

  it('has nothing to compare with where no target has a budget, and leaves other currencies out', () => {
    expect(execution(unfunded, spent('other', unfunded, 80))?.value).toBeNull();
    const inWon = at('planLine', 'won', {
      plan: plan.id,
      indicator: 'consultations',
      budget: { amount: 1000, currency: 'KRW' },
    });
    const ofWon = at('budgetEntry', 'of won', {
      planLine: inWon.id,
      date: '2026-05-01',
      amount: { amount: 500, currency: 'KRW' },
    });
    expect(execution(funded, inWon, spent('one', funded, 50), ofWon)?.value).toBe(0.5);
  });
});
