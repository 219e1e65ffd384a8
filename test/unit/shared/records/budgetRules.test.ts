import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../../shared/core/decimal.ts';
import { lookupOf, recordSetOf } from '../../../../shared/records/recordSet.ts';
import { definitionOf, type ValuesByType } from '../../../../shared/records/registry.ts';
import { amountIn, totalIn } from '../../../../shared/records/spending.ts';
import { indicatorRules } from '../../../../shared/reports/indicatorRules.ts';
import { findingText, validateRecord } from '../../../../shared/schema/validate.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';
import { broken, centerId, idOf, other, otherCenterId, ownId } from './brokenRules.ts';

type Entry = ValuesByType['budgetEntry'];
const usd = (amount: number) => ({ amount, currency: 'USD' });
const krw = (amount: number) => ({ amount, currency: 'KRW' });

describe('a plan', () => {
  it('that is approved says by which meeting', () => {
    expect(broken('plan', { year: 2026, status: 'approved' })).toEqual(['warning APPROVAL_UNKNOWN']);
    expect(broken('plan', { year: 2026, status: 'approved', approvedBy: idOf('meeting') })).toEqual([]);
    expect(broken('plan', { year: 2026, status: 'draft' })).toEqual([]);
  });

  it('has no sample among its versions', () => {
    const practised = {
      ...other('plan', 'practised', { year: 2026, version: 1, status: 'approved' }),
      sample: true,
    };
    const values = { center: centerId, year: 2026, version: 1, status: 'approved' } as const;
    expect(broken('plan', { ...values, approvedBy: idOf('meeting') }, [practised])).toEqual([]);
  });

  it('is approved in one version for each year and center', () => {
    const first = other('plan', 'first', { year: 2026, version: 1, status: 'approved' });
    const second = (values: ValuesByType['plan']) =>
      broken(
        'plan',
        { center: centerId, year: 2026, version: 2, status: 'approved', approvedBy: idOf('m'), ...values },
        [first],
      );
    expect(second({})).toEqual(['warning APPROVED_TWICE']);
    expect(second({ status: 'proposed' })).toEqual([]);
    expect(second({ year: 2027 })).toEqual([]);
    expect(second({ center: otherCenterId })).toEqual([]);
    expect(second({ version: 1 })).toEqual(['warning APPROVED_TWICE', 'warning VERSION_TWICE']);
    const rule = definitionOf('plan').rules.find(({ code }) => code === 'APPROVED_TWICE');
    expect([rule?.message.en, rule?.message.ko]).toEqual([
      expect.stringContaining('only the latest one counts'),
      expect.stringContaining('가장 최근 판만 집계됩니다'),
    ]);
  });
});

describe('a target', () => {
  it('can be set for every indicator that reports count, under the same name', () => {
    const spec = definitionOf('planLine').spec('indicator');
    if (spec?.kind !== 'choice') throw new Error('no choice');
    expect(spec.choices.map(({ value, label }) => ({ value, label }))).toEqual(
      indicatorRules.map(({ key, label }) => ({ value: key, label })),
    );
  });

  it('stands once in its plan for an indicator and a time', () => {
    const plan = other('plan', 'plan', { year: 2026 });
    const line = other('planLine', 'line', { plan: plan.id, indicator: 'trainings' });
    const second = (values: ValuesByType['planLine']) =>
      broken('planLine', { center: centerId, plan: plan.id, indicator: 'trainings', ...values }, [
        plan,
        line,
      ]);
    expect(second({})).toEqual(['warning TARGET_TWICE']);
    expect(second({ quarter: 'q1' })).toEqual([]);
    expect(second({ indicator: 'events' })).toEqual([]);
    expect(second({ quarter: 'q1', center: otherCenterId })).toEqual(['warning OF_OTHER_CENTER']);
  });

  it('is not to cost more than planned', () => {
    const spent = (amount: number) =>
      other('budgetEntry', 'spent', { planLine: ownId, date: '2026-01-01', amount: usd(amount) });
    expect(broken('planLine', { budget: usd(100) }, [spent(100)])).toEqual([]);
    expect(broken('planLine', { budget: usd(100) }, [spent(100.01)])).toEqual(['warning SPENT_OVER_BUDGET']);
    expect(broken('planLine', {}, [spent(1000)])).toEqual([]);
  });
});

describe('the rate of a budget entry', () => {
  const rated = { amount: krw(1_380_000), fxRate: 1380, fxDate: '2026-05-01' };
  const cases: readonly [string, Entry, readonly string[]][] = [
    ['is not needed for dollars', { amount: usd(1) }, []],
    ['is needed for anything else', { amount: krw(1000) }, ['error RATE_MISSING']],
    [
      'is of its day, or of one near',
      { ...rated, date: '2026-05-01', fxDate: '2026-04-23' },
      ['warning RATE_OF_ANOTHER_DAY'],
    ],
    [
      'is of its day, or of one near',
      { ...rated, date: '2026-05-01', fxDate: '2026-05-09' },
      ['warning RATE_OF_ANOTHER_DAY'],
    ],
    ['may be of the days before a holiday', { ...rated, date: '2026-05-01', fxDate: '2026-04-24' }, []],
    ['has a day', { amount: krw(1000), fxRate: 1380 }, ['warning RATE_UNDATED']],
    ['is complete', rated, []],
    ['is greater than nothing', { ...rated, fxRate: 0 }, ['error RATE_NOT_POSITIVE']],
    ['is of today or earlier', { ...rated, fxDate: '2026-11-24' }, ['warning DATE_IN_FUTURE']],
    ['of the dollar is one', { amount: usd(1), fxRate: 1380 }, ['warning RATE_OF_DOLLAR']],
  ];
  it.each(cases)('%s', (_name, values, expected) => {
    expect(broken('budgetEntry', values)).toEqual(expected);
  });

  it('is one for a currency and a day', () => {
    const others = (values: Entry) => [other('budgetEntry', 'other', { ...rated, ...values })];
    const differ = ['warning RATES_DIFFER'];
    expect(broken('budgetEntry', { center: centerId, ...rated }, others({ fxRate: 1375 }))).toEqual(differ);
    for (const same of [
      {},
      { fxRate: 1375, fxDate: '2026-05-02' },
      { fxRate: 1375, center: otherCenterId },
      { fxRate: 0.9, amount: { amount: 5, currency: 'EUR' } },
    ])
      expect(broken('budgetEntry', { center: centerId, ...rated }, others(same))).toEqual([]);
  });

  it('turns an amount into dollars', () => {
    expect(amountIn('USD', rated)).toBe(decimalOf(1000));
    expect(amountIn('KRW', rated)).toBe(decimalOf(1_380_000));
    expect(amountIn('EUR', rated)).toBeNull();
    expect(amountIn('USD', { amount: krw(5) })).toBeNull();
    expect(totalIn('USD', [{ values: rated }, { values: { amount: usd(5) } }, { values: {} }])).toBe(
      decimalOf(1005),
    );
  });
});

describe('the amount of a budget entry', () => {
  it('is something, and explains itself when it gives money back', () => {
    expect(broken('budgetEntry', { amount: usd(0) })).toEqual(['warning AMOUNT_ZERO']);
    expect(broken('budgetEntry', { amount: usd(-5) })).toEqual(['warning NEGATIVE_UNEXPLAINED']);
    expect(broken('budgetEntry', { amount: usd(-5), description: 'Refund of a flight' })).toEqual([]);
  });
});

describe('spending over the budget of a center', () => {
  const center = storedRecordOf('center', centerId, { koreaBudget: usd(1000), partnerBudget: usd(10) });
  const entry = (name: string, date: string, amount: Entry['amount'], values: Entry = {}) =>
    other('budgetEntry', name, { source: 'korea', date, amount, ...values });
  const before = entry('before', '2026-01-01', usd(600));
  const own = (values: Entry) =>
    broken('budgetEntry', { center: centerId, source: 'korea', date: '2026-02-01', ...values }, [
      center,
      before,
      entry('later', '2026-03-01', usd(500)),
      entry('partner', '2026-01-01', usd(5000), { source: 'partner' }),
    ]);

  it('is told where the entry goes beyond, counting what was spent until its day', () => {
    expect(own({ amount: usd(400) })).toEqual([]);
    expect(own({ amount: usd(400.01) })).toEqual(['warning OVER_CENTER_BUDGET']);
    expect(own({ amount: krw(600_000), fxRate: 1000, fxDate: '2026-02-01' })).toEqual([
      'warning OVER_CENTER_BUDGET',
    ]);
  });

  it('is exact to the cent, however many entries there are', () => {
    const cents = Array.from({ length: 1000 }, (_, index) => entry(`cent ${index}`, '2026-01-01', usd(0.1)));
    const limit = storedRecordOf('center', centerId, { koreaBudget: usd(100.1) });
    const next = (amount: number) =>
      broken('budgetEntry', { center: centerId, source: 'korea', date: '2026-02-01', amount: usd(amount) }, [
        limit,
        ...cents,
      ]);
    expect(next(0.1)).toEqual([]);
    expect(next(0.1001)).toEqual(['warning OVER_CENTER_BUDGET']);
  });

  it('is measured by the budget of the side that pays', () => {
    expect(own({ source: 'partner', amount: usd(11) })).toEqual(['warning OVER_CENTER_BUDGET']);
    expect(own({ source: 'oda', amount: usd(100_000) })).toEqual([]);
  });

  it('is not measured by a contribution that is still to be discussed', () => {
    const open = storedRecordOf('center', centerId, {
      partnerBudget: usd(10),
      partnerBudgetStatus: 'toBeDiscussed',
    });
    const values: Entry = { center: centerId, source: 'partner', date: '2026-02-01', amount: usd(11) };
    expect(broken('budgetEntry', values, [open])).toEqual([]);
  });

  it('is silent for a reason, and for money that comes back', () => {
    expect(own({ amount: usd(5000), overspendReason: 'Agreed on by the committee' })).toEqual([]);
    expect(own({ amount: usd(-5000), description: 'Refund' })).toEqual([]);
  });

  it('says both amounts in the reader’s language', () => {
    const lookup = lookupOf(recordSetOf([center, before]), '2026-11-23');
    const values: Entry = { center: centerId, source: 'korea', date: '2026-02-01', amount: usd(1400) };
    const finding = validateRecord(definitionOf('budgetEntry'), values, lookup, null).find(
      ({ code }) => code === 'OVER_CENTER_BUDGET',
    );
    if (finding === undefined) throw new Error('not told');
    expect(findingText(finding, 'en')).toContain(
      'USD 2,000 is spent, more than this side’s budget of USD 1,000',
    );
    expect(findingText(finding, 'ko')).toContain('USD 2,000');
  });

  it('is told of the target’s budget too', () => {
    const line = other('planLine', 'line', { budget: usd(50) });
    const values: Entry = { center: centerId, planLine: line.id, date: '2026-01-01' };
    expect(broken('budgetEntry', { ...values, amount: usd(50) }, [line])).toEqual([]);
    expect(broken('budgetEntry', { ...values, amount: usd(51) }, [line])).toEqual([
      'warning OVER_PLANNED_BUDGET',
    ]);
  });
});

describe('money received', () => {
  const received = { flow: 'received', amount: usd(5000) } as const;

  it('needs no category, which spending does, whether it says that it is spending or not', () => {
    const codes = (values: Entry) =>
      validateRecord(
        definitionOf('budgetEntry'),
        { center: centerId, date: '2026-01-01', source: 'korea', form: 'cash', ...values },
        lookupOf(recordSetOf([]), '2026-11-23'),
        null,
      ).map(({ code }) => code);
    expect(codes(received)).toEqual([]);
    expect(codes({ amount: usd(1) })).toEqual(['REQUIRED']);
    expect(codes({ flow: 'spent', amount: usd(1) })).toEqual(['REQUIRED']);
    expect(codes({ amount: usd(1), category: 'travel' })).toEqual([]);
  });

  it('is cash, and charged to no target', () => {
    expect(broken('budgetEntry', { ...received, form: 'inKind' })).toEqual(['error RECEIVED_IN_KIND']);
    expect(broken('budgetEntry', { ...received, planLine: idOf('line') })).toEqual([
      'warning RECEIVED_FOR_TARGET',
    ]);
    expect(broken('budgetEntry', { flow: 'spent', form: 'inKind', planLine: idOf('line') })).toEqual([]);
  });

  it('uses up no budget, of a side or of a target', () => {
    const center = storedRecordOf('center', centerId, { koreaBudget: usd(1000) });
    const line = other('planLine', 'line', { budget: usd(50) });
    const arrived = other('budgetEntry', 'arrived', {
      ...received,
      source: 'korea',
      date: '2026-01-01',
      planLine: line.id,
    });
    const own: Entry = { center: centerId, source: 'korea', date: '2026-02-01', planLine: line.id };
    expect(broken('budgetEntry', { ...own, amount: usd(50) }, [center, line, arrived])).toEqual([]);
    expect(broken('budgetEntry', { ...own, ...received }, [center, line])).toEqual([
      'warning RECEIVED_FOR_TARGET',
    ]);
    const charged = other('budgetEntry', 'charged', { ...received, planLine: ownId });
    expect(broken('planLine', { budget: usd(100) }, [charged])).toEqual([]);
  });
});

describe('a budget that is agreed on in another currency', () => {
  const share = { amount: 100_000_000, currency: 'VND' };
  const agreed = { partnerBudgetStatus: 'agreed', partnerBudget: share } as const;
  const rated = { ...agreed, partnerBudgetRate: 25_000, partnerBudgetRateDate: '2025-12-01' };
  const paid = (center: ValuesByType['center'], values: Entry, others: readonly Entry[] = []) =>
    broken(
      'budgetEntry',
      { center: centerId, source: 'partner', date: '2026-02-01', fxDate: '2026-02-01', ...values },
      [
        storedRecordOf('center', centerId, center),
        ...others.map((one, index) =>
          other('budgetEntry', `before ${index}`, { source: 'partner', date: '2026-01-01', ...one }),
        ),
      ],
    );

  it('is compared with what was paid in dollars and in a third currency', () => {
    expect(paid(rated, { amount: usd(4000) })).toEqual([]);
    expect(paid(rated, { amount: usd(5_000_000) })).toEqual(['warning OVER_CENTER_BUDGET']);
    expect(paid(rated, { amount: krw(5_000_000), fxRate: 1250 })).toEqual([]);
    expect(paid(rated, { amount: krw(5_000_000), fxRate: 1250 }, [{ amount: usd(0.01) }])).toEqual([
      'warning OVER_CENTER_BUDGET',
    ]);
  });

  it('is kept in its own currency to the last unit, whatever the rate of an entry', () => {
    const own = (amount: number) => ({ amount: { amount, currency: 'VND' }, fxRate: 20_000 });
    expect(paid(rated, own(1), [own(99_999_999)])).toEqual([]);
    expect(paid(rated, own(2), [own(99_999_999)])).toEqual(['warning OVER_CENTER_BUDGET']);
  });

  it('tells that it cannot be compared while its rate is missing', () => {
    expect(paid(agreed, { amount: usd(5_000_000) })).toEqual(['warning CENTER_BUDGET_NOT_COMPARED']);
    expect(paid(agreed, { amount: share, fxRate: 25_000 })).toEqual([]);
    expect(paid(agreed, { amount: krw(5) })).toEqual(['error RATE_MISSING']);
    const line = other('planLine', 'line', { budget: krw(1_000_000) });
    const charged = (values: ValuesByType['planLine'], amount: number) =>
      broken(
        'budgetEntry',
        { center: centerId, planLine: line.id, date: '2026-01-01', amount: usd(amount) },
        [{ ...line, values: { ...line.values, ...values } }],
      );
    expect(charged({}, 1)).toEqual(['warning PLANNED_BUDGET_NOT_COMPARED']);
    expect(charged({ budgetRate: 1000 }, 1000)).toEqual([]);
    expect(charged({ budgetRate: 1000 }, 1001)).toEqual(['warning OVER_PLANNED_BUDGET']);
  });

  it('asks the center for its rate and the day of it', () => {
    const center = (values: ValuesByType['center']) => broken('center', { ...agreed, ...values });
    expect(center({})).toEqual(['warning BUDGET_RATE_MISSING']);
    expect(center({ partnerBudget: usd(5), koreaBudget: usd(1_000_000) })).toEqual([]);
    expect(center({ koreaBudget: krw(5), partnerBudgetRate: 25_000 })).toEqual([
      'warning BUDGET_RATE_MISSING',
      'warning BUDGET_RATE_UNDATED',
    ]);
    expect(center({ ...rated, partnerBudgetRate: 0 })).toEqual(['error BUDGET_RATE_NOT_POSITIVE']);
    expect(center({ ...rated, partnerBudgetRateDate: '2026-11-24' })).toEqual(['warning DATE_IN_FUTURE']);
    expect(center(rated)).toEqual([]);
  });
});

describe('spending on a target of a plan that was revised', () => {
  const events = { indicator: 'events', target: 1 } as const;
  const plan = (name: string, version: number, status: ValuesByType['plan']['status']) =>
    other('plan', name, { year: 2026, version, status });
  const line = (name: string, values: ValuesByType['planLine']) =>
    other('planLine', name, { ...events, ...values });
  const entry = (name: string, at: string, date: string, amount: number) =>
    other('budgetEntry', name, { planLine: idOf(at), date, amount: usd(amount) });
  const revised = [
    plan('old', 1, 'superseded'),
    plan('new', 2, 'approved'),
    line('old line', { plan: idOf('old'), budget: usd(50) }),
    line('new line', { plan: idOf('new'), budget: usd(100) }),
    line('other time', { plan: idOf('old'), quarter: 'q1' }),
    entry('before', 'old line', '2026-02-01', 70),
    entry('elsewhere', 'other time', '2026-02-01', 1000),
  ];
  const charged = (at: string, amount: number, others = revised) =>
    broken(
      'budgetEntry',
      { center: centerId, planLine: idOf(at), date: '2026-03-01', amount: usd(amount) },
      others,
    );

  it('is told of an entry that goes beyond with what was charged to the earlier version', () => {
    expect(charged('new line', 30)).toEqual([]);
    expect(charged('new line', 30.01)).toEqual(['warning OVER_PLANNED_BUDGET']);
  });

  it('is measured by the version that was approved, whichever version the entry names', () => {
    expect(charged('old line', 30)).toEqual([]);
    expect(charged('old line', 30.01)).toEqual(['warning OVER_PLANNED_BUDGET']);
    const dropped = revised.filter(({ id }) => id !== idOf('new line'));
    expect(charged('old line', 1, dropped)).toEqual([
      'warning OVER_PLANNED_BUDGET',
      'warning CHARGED_TO_REPLACED',
    ]);
    expect(charged('other time', 1)).toEqual(['warning CHARGED_TO_REPLACED']);
  });

  it('is told at the target of the version in force, and not at the one that it replaced', () => {
    const own = (budget: number, of: string) =>
      broken('planLine', { ...events, center: centerId, plan: idOf(of), budget: usd(budget) }, [
        ...revised.filter(({ id }) => id !== idOf(`${of} line`)),
        other('budgetEntry', 'own', { planLine: ownId, date: '2026-03-01', amount: usd(20) }),
      ]);
    expect(own(90, 'new')).toEqual([]);
    expect(own(89.99, 'new')).toEqual(['warning SPENT_OVER_BUDGET']);
    expect(own(1, 'old')).toEqual([]);
  });

  it('is told of a target that is about to be made', () => {
    const draft = plan('draft', 3, 'draft');
    const codes = (budget: number) =>
      validateRecord(
        definitionOf('planLine'),
        { ...events, center: centerId, plan: draft.id, budget: usd(budget) },
        lookupOf(recordSetOf([...revised, draft]), '2026-11-23'),
        null,
      ).map(({ code }) => code);
    expect(codes(70)).toEqual([]);
    expect(codes(69)).toEqual(['SPENT_OVER_BUDGET']);
  });
});
