import { describe, expect, it } from 'vitest';
import { addUp, columnTotals } from '../../../../../renderer/features/records/columnTotals.ts';
import { fitColumns, listColumns } from '../../../../../renderer/features/records/listColumns.ts';
import {
  countValues,
  emptyValue,
  filterFields,
  passesFilters,
} from '../../../../../renderer/features/records/listFilters.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { attendance, integer, money } from '../../../../../shared/schema/fields.ts';

const label = { en: 'x', ko: 'x' };

describe('filters', () => {
  it('pass records that have one of the values, also in a set', () => {
    const filters = { mode: { kind: 'values', values: ['visit', 'phone'] } } as const;
    expect(passesFilters({ mode: 'phone' }, filters)).toBe(true);
    expect(passesFilters({ mode: 'online' }, filters)).toBe(false);
    expect(passesFilters({ topics: ['a', 'b'] }, { topics: { kind: 'values', values: ['b'] } })).toBe(true);
  });

  it('find records without a value', () => {
    const filters = { mode: { kind: 'values', values: [emptyValue] } } as const;
    expect(passesFilters({}, filters)).toBe(true);
    expect(passesFilters({ mode: 'phone' }, filters)).toBe(false);
  });

  it('include both ends of a period, and leave out what has no date', () => {
    const filters = { date: { kind: 'period', from: '2026-01-01', to: '2026-01-31' } } as const;
    const dates = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'];
    expect(dates.map((date) => passesFilters({ date }, filters))).toEqual([false, true, true, false]);
    expect(passesFilters({}, filters)).toBe(false);
  });

  it('all have to pass', () => {
    const filters = {
      mode: { kind: 'values', values: ['visit'] },
      paid: { kind: 'values', values: ['false'] },
    } as const;
    expect(passesFilters({ mode: 'visit', paid: false }, filters)).toBe(true);
    expect(passesFilters({ mode: 'visit', paid: true }, filters)).toBe(false);
  });

  it('count each value of a set once per record', () => {
    const records = [{ values: { topics: ['a', 'b'] } }, { values: { topics: ['a'] } }, { values: {} }];
    expect([...countValues(records, 'topics')]).toEqual([
      ['a', 2],
      ['b', 1],
      [emptyValue, 1],
    ]);
  });

  it('are offered for choices, references and dates of a type', () => {
    const fields = filterFields(definitionOf('consultation')).map(([key]) => key);
    expect(fields).toEqual(expect.arrayContaining(['date', 'client', 'experts', 'mode', 'result']));
    expect(fields).not.toContain('advice');
  });
});

describe('totals', () => {
  it('add up persons, units, and money by currency', () => {
    const rows = [
      { values: { cost: { amount: 0.1, currency: 'USD' }, people: counts(3), hours: 2 } },
      { values: { cost: { amount: 0.2, currency: 'USD' }, people: counts(4) } },
      { values: { cost: { amount: 5, currency: 'EUR' } } },
    ];
    expect(columnTotals(money({ label }), 'cost', rows)).toEqual([
      { currency: 'USD', sum: 0.3 },
      { currency: 'EUR', sum: 5 },
    ]);
    expect(columnTotals(attendance({ label }), 'people', rows)).toEqual([{ currency: null, sum: 7 }]);
    expect(columnTotals(integer({ label, unit: label }), 'hours', rows)).toEqual([
      { currency: null, sum: 2 },
    ]);
  });

  it('are given of money that was spent, or that was received, and not of both together', () => {
    const entry = definitionOf('budgetEntry');
    const [spent, unsaid, received] = [{ flow: 'spent' }, {}, { flow: 'received' }].map((values) => ({
      values,
    }));
    if (spent === undefined || unsaid === undefined || received === undefined) throw new Error('three rows');
    expect(addUp(entry, [spent, unsaid])).toBe(true);
    expect(addUp(entry, [received, received])).toBe(true);
    expect(addUp(entry, [spent, received])).toBe(false);
    expect(addUp(definitionOf('training'), [unsaid, received])).toBe(true);
  });

  it('leave out figures whose sum would say nothing', () => {
    expect(columnTotals(integer({ label }), 'year', [{ values: { year: 2026 } }])).toEqual([]);
  });
});

describe('columns', () => {
  it('are those of the type, or those chosen, without the center that is given', () => {
    const definition = definitionOf('consultation');
    const isGiven = (field: string): boolean => field === 'center';
    expect(listColumns(definition, undefined, isGiven).map(({ key }) => key)).toEqual(definition.listFields);
    expect(listColumns(definition, ['center', 'topic', 'gone'], isGiven).map(({ key }) => key)).toEqual([
      'topic',
    ]);
  });

  it('are left out from the end where they do not fit, but two always stay', () => {
    const columns = listColumns(definitionOf('consultation'), undefined, () => false);
    expect(fitColumns(columns, 0)).toHaveLength(2);
    expect(fitColumns(columns, 10_000)).toEqual(columns);
    const fitting = fitColumns(columns, 600);
    expect(fitting.reduce((sum, { minWidth }) => sum + minWidth, 0)).toBeLessThanOrEqual(600);
  });

  it('tell on the narrowest screen what the record is about, beside its first day', () => {
    const columns = listColumns(definitionOf('exchange'), undefined, (field) => field === 'center');
    expect(fitColumns(columns, 350).map(({ key }) => key)).toEqual(['start', 'person']);
  });
});

function counts(female: number) {
  return { female, male: 0, other: 0, undisclosed: 0 };
}
