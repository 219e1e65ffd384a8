import { describe, expect, it } from 'vitest';
import { decimalText } from '../../../../shared/core/decimal.ts';
import type { RecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import {
  budgetExecution,
  type LedgerSum,
  ledgerEntries,
  ledgerSum,
  ledgerYears,
} from '../../../../shared/reports/budgetLedger.ts';
import { categoryBudgets, planOfAll } from '../../../../shared/reports/categoryBudgets.ts';
import { contributions } from '../../../../shared/reports/contributions.ts';
import { type Period, periodOf } from '../../../../shared/reports/period.ts';
import { type Balance, settlement } from '../../../../shared/reports/settlement.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';
import { sampleProgramme } from '../../../support/sampleProgramme.ts';
import { centerId, idOf, other } from '../records/brokenRules.ts';

type Entry = ValuesByType['budgetEntry'];
const usd = (amount: number) => ({ amount, currency: 'USD' });
const year = (number: number): Period => periodOf('year', `${number}-01-01`);
const entry = (name: string, date: string, values: Entry) =>
  other('budgetEntry', name, { date, source: 'korea', form: 'cash', category: 'travel', ...values });
const center = (values: ValuesByType['center']) =>
  storedRecordOf('center', centerId, {
    koreaBudget: usd(1_000_000),
    operationStart: '2025-03-01',
    partnerBudgetStatus: 'toBeDiscussed',
    ...values,
  });
const text = ({ opening, income, spending, closing }: Balance): readonly string[] =>
  [opening, income, spending, closing].map(decimalText);

describe('amounts without a rate', () => {
  const set = recordSetOf([
    center({}),
    entry('dollars', '2026-01-05', { amount: usd(10.1) }),
    entry('rated', '2026-01-06', { amount: { amount: 100, currency: 'EUR' }, fxRate: 0.9 }),
    entry('yen', '2026-01-07', { amount: { amount: 500, currency: 'JPY' } }),
    entry('more yen', '2026-01-08', { amount: { amount: 0.5, currency: 'JPY' } }),
    entry('won', '2026-01-09', { amount: { amount: 9, currency: 'KRW' } }),
  ]);

  it('are never added to others, and stand apart by currency', () => {
    const sum = ledgerSum(ledgerEntries(set, { centerId, period: year(2026) }));
    expect(decimalText(sum.dollars)).toBe('121.21');
    expect(sum.unconverted.map(({ currency, amount }) => [currency, decimalText(amount)])).toEqual([
      ['JPY', '500.5'],
      ['KRW', '9'],
    ]);
    expect(sum.entryIds).toHaveLength(5);
    expect(settlement(set, { centerId, period: year(2026) })?.unconverted).toEqual(sum.unconverted);
  });
});

describe('what is left of a contribution', () => {
  const left = (values: ValuesByType['center'], ...entries: readonly ReturnType<typeof entry>[]) =>
    (contributions(recordSetOf([center(values), ...entries]), centerId) ?? []).map(
      ({ state, currency, spent, remaining, unconverted }) => [
        state,
        currency,
        decimalText(spent),
        remaining === null ? null : decimalText(remaining),
        unconverted.length,
      ],
    );
  const paid = [
    entry('a', '2025-04-01', { amount: usd(250_000.25) }),
    entry('b', '2026-04-01', {
      source: 'partner',
      form: 'inKind',
      amount: { amount: 300, currency: 'EUR' },
      fxRate: 0.9,
    }),
    entry('c', '2026-05-01', { source: 'partner', amount: usd(5) }),
  ];

  it('of Korea is the budget less what was spent in all years', () => {
    expect(left({}, ...paid)[0]).toEqual(['agreed', 'USD', '250000.25', '749999.75', 0]);
    expect(left({ koreaBudget: undefined }, ...paid)[0]).toEqual(['notEntered', 'USD', '250000.25', null, 0]);
  });

  it('of the partner is open while it is to be discussed, and not nothing', () => {
    expect(left({ partnerBudget: usd(100) }, ...paid)[1]).toEqual([
      'toBeDiscussed',
      'USD',
      '338.33',
      null,
      0,
    ]);
  });

  it('is reckoned in the currency that is agreed, without dollars that no rate leads there', () => {
    const agreed = {
      partnerBudgetStatus: 'agreed',
      partnerBudget: { amount: 1000, currency: 'EUR' },
    } as const;
    expect(left(agreed, ...paid)[1]).toEqual(['agreed', 'EUR', '300', '700', 1]);
  });

  it('is used up by dollars and third currencies at the rate of the agreed sum', () => {
    const agreed = {
      partnerBudgetStatus: 'agreed',
      partnerBudget: { amount: 100_000_000, currency: 'VND' },
      partnerBudgetRate: 25_000,
    } as const;
    const spent = [
      entry('dollars', '2026-04-01', { source: 'partner', amount: usd(5_000_000) }),
      entry('won', '2026-04-02', {
        source: 'partner',
        amount: { amount: 5_000_000, currency: 'KRW' },
        fxRate: 1250,
      }),
    ];
    expect(left(agreed, ...spent)[1]).toEqual(['agreed', 'VND', '125100000000', '-125000000000', 0]);
    const set = recordSetOf([center(agreed), ...spent]);
    expect(settlement(set, { centerId, period: year(2026) })?.accounts.map(text)[1]).toEqual([
      '4000',
      '0',
      '5004000',
      '-5000000',
    ]);
  });

  it('is negative where more was spent', () => {
    expect(left({ koreaBudget: usd(250_000) }, ...paid)[0]?.[3]).toBe('-0.25');
  });
});

describe('a settlement', () => {
  const set = recordSetOf([
    center({}),
    other('evidence', 'receipt', { fileName: 'receipt.pdf', kind: 'receipt' }),
    other('evidence', 'letter', { fileName: 'letter.pdf', kind: 'letter' }),
    entry('first', '2025-06-01', { amount: usd(100_000) }),
    entry('second', '2026-02-01', {
      amount: { amount: 1_380_000, currency: 'KRW' },
      fxRate: 1380,
      fxDate: '2026-02-01',
      evidenceFiles: [idOf('letter'), idOf('receipt')],
    }),
    entry('third', '2026-01-01', { amount: usd(50), evidenceFiles: [idOf('receipt')] }),
    entry('goods', '2026-03-01', { source: 'partner', form: 'inKind', amount: usd(700) }),
    entry('donor', '2026-03-02', { source: 'oda', amount: usd(30) }),
    entry('undated', '2026-03-02', { date: undefined, amount: usd(1) }),
  ]);
  const of = (number: number) => settlement(set, { centerId, period: year(number) });

  it('opens with what is left, and closes with it less what was spent', () => {
    expect(of(2024)?.accounts.map(text)[0]).toEqual(['0', '0', '0', '0']);
    expect(of(2025)?.accounts.map(text)[0]).toEqual(['0', '1000000', '100000', '900000']);
    expect(of(2026)?.accounts.map(text)).toEqual([
      ['900000', '0', '1050', '898950'],
      ['0', '700', '700', '0'],
      ['0', '30', '30', '0'],
    ]);
    const total = of(2026)?.total;
    expect(total === undefined ? [] : text(total)).toEqual(['900000', '730', '1780', '898950']);
  });

  it('lists every entry by day with the numbers of its evidence', () => {
    const settled = of(2026);
    expect(settled?.entries.map(({ number, id, evidenceNumbers }) => [number, id, evidenceNumbers])).toEqual([
      [1, idOf('third'), [1]],
      [2, idOf('second'), [1, 2]],
      [3, idOf('goods'), []],
      [4, idOf('donor'), []],
    ]);
    expect(settled?.evidence).toEqual([idOf('receipt'), idOf('letter')]);
  });

  it('names the rates that were used', () => {
    expect(of(2026)?.rates).toEqual([
      { currency: 'KRW', rate: 1380, date: '2026-02-01', entryIds: [idOf('second')] },
    ]);
  });

  it('is of a center that is known', () => {
    expect(settlement(set, { centerId: idOf('nobody'), period: year(2026) })).toBeNull();
  });
});

describe('money received', () => {
  const tranche = (name: string, date: string, values: Entry) =>
    entry(name, date, { category: undefined, flow: 'received', ...values });
  const won = (amount: number) => ({
    amount: { amount, currency: 'KRW' },
    fxRate: 1250,
    fxDate: '2025-03-01',
  });
  const set = recordSetOf([
    center({ partnerBudgetStatus: 'agreed', partnerBudget: usd(500) }),
    other('evidence', 'receipt', { fileName: 'receipt.pdf', kind: 'receipt' }),
    tranche('first', '2025-03-05', won(125_000_000)),
    entry('spent', '2025-06-01', { amount: usd(60_000) }),
    entry('flat', '2025-06-02', { amount: usd(900), form: 'inKind' }),
    tranche('second', '2026-04-01', { amount: usd(20_000), evidenceFiles: [idOf('receipt')] }),
    entry('later', '2026-05-01', { amount: usd(70_000) }),
    entry('goods', '2026-05-02', { amount: usd(800), form: 'inKind' }),
    tranche('donor', '2026-06-01', { source: 'oda', amount: usd(50) }),
    tranche('no rate', '2026-06-02', { source: 'oda', amount: { amount: 7, currency: 'JPY' } }),
    entry('partner', '2026-07-01', { source: 'partner', amount: usd(30) }),
  ]);
  const of = (number: number) => settlement(set, { centerId, period: year(number) });

  it('is what a source had, on its day and at its rate, and what was given in kind is used at once', () => {
    expect(of(2025)?.accounts.map(text)[0]).toEqual(['0', '100900', '60900', '40000']);
    expect(of(2026)?.accounts.map((account) => [account.basis, ...text(account)])).toEqual([
      ['received', '40000', '20800', '70800', '-10000'],
      ['agreed', '500', '0', '30', '470'],
      ['received', '0', '50', '0', '50'],
    ]);
  });

  it('changes no year that ended before the first of it, and the next one says what it brings forward', () => {
    const late = recordSetOf([
      center({ operationStart: '2026-01-01' }),
      entry('spent', '2026-05-01', { amount: usd(300_000) }),
      entry('flat', '2026-06-01', { amount: usd(900), form: 'inKind' }),
      tranche('first', '2027-03-15', { amount: usd(400_000) }),
      entry('later', '2027-04-01', { amount: usd(50_000) }),
    ]);
    const korea = (period: Period, set = late) => {
      const account = settlement(set, { centerId, period })?.accounts[0];
      if (account === undefined) throw new Error('no account');
      const { basis, advanced } = account;
      return [basis, text(account), advanced && [decimalText(advanced.amount), advanced.receivedOn]];
    };
    const as2026 = ['agreed', ['0', '1000000', '300900', '699100'], null];
    expect(korea(year(2026))).toEqual(as2026);
    expect(korea(periodOf('month', '2027-02-01'))[0]).toBe('agreed');
    expect(korea(year(2027))).toEqual([
      'received',
      ['-300000', '400000', '50000', '50000'],
      ['300000', '2027-03-15'],
    ]);
    expect(korea(year(2028))).toEqual(['received', ['50000', '0', '0', '50000'], null]);
    const entered = recordSetOf([
      ...['center', 'budgetEntry'].flatMap((type) => late.all(type)),
      tranche('earlier', '2026-01-10', { amount: usd(500_000) }),
    ]);
    expect(korea(year(2027), entered)).toEqual(['received', ['200000', '400000', '50000', '550000'], null]);
  });

  it('is listed after the spending with its rates and evidence, and is no spending', () => {
    const settled = of(2026);
    expect(settled?.entries.map(({ number, id }) => [number, id])).toEqual([
      [1, idOf('later')],
      [2, idOf('goods')],
      [3, idOf('partner')],
    ]);
    expect(settled?.receipts.map(({ number, id, evidenceNumbers }) => [number, id, evidenceNumbers])).toEqual(
      [
        [4, idOf('second'), [1]],
        [5, idOf('donor'), []],
        [6, idOf('no rate'), []],
      ],
    );
    expect(settled?.unconverted.map(({ currency }) => currency)).toEqual(['JPY']);
    expect(of(2025)?.rates.map(({ entryIds }) => entryIds)).toEqual([[idOf('first')]]);
    expect(settled?.execution.total.entryIds).toHaveLength(3);
  });

  it('stands beside what is agreed and spent, in the currency that is agreed', () => {
    const [korea, partner, oda] = contributions(set, centerId) ?? [];
    expect(decimalText(korea?.received?.amount ?? 0n)).toBe('120000');
    expect(decimalText(korea?.spent ?? 0n)).toBe('131700');
    expect(decimalText(korea?.remaining ?? 0n)).toBe('868300');
    expect(partner?.received).toBeNull();
    expect(oda?.received?.unconverted.map(({ currency }) => currency)).toEqual(['JPY']);
    expect(oda?.received?.entryIds).toHaveLength(2);
  });
});

describe('what is planned by category', () => {
  const line = (name: string, plan: string, values: ValuesByType['planLine']) =>
    other('planLine', name, { plan: idOf(plan), indicator: 'events', ...values });
  const won = (amount: number) => ({ amount, currency: 'KRW' });
  const set = recordSetOf([
    center({}),
    other('plan', 'old', { year: 2026, version: 1, status: 'superseded' }),
    other('plan', 'plan', { year: 2026, version: 2, status: 'approved' }),
    other('plan', 'draft', { year: 2026, version: 3, status: 'draft' }),
    line('of old', 'old', { category: 'travel', budget: usd(9999) }),
    line('of draft', 'draft', { category: 'travel', budget: usd(9999) }),
    line('trips', 'plan', { category: 'travel', budget: usd(100) }),
    line('more trips', 'plan', { category: 'travel', budget: won(125_000), budgetRate: 1250 }),
    line('no rate', 'plan', { category: 'travel', budget: won(5) }),
    line('no category', 'plan', { budget: usd(7) }),
    line('courses', 'plan', { category: 'training', budget: usd(50) }),
    entry('flight', '2026-02-01', { amount: usd(220) }),
    entry('rent', '2026-02-02', { category: 'operation', amount: usd(30) }),
  ]);
  const rowsOf = (period: Period) =>
    settlement(set, { centerId, period })?.categories.map(({ category, total, plan }) => [
      category,
      decimalText(total.dollars),
      plan === null ? null : [decimalText(plan.planned), decimalText(plan.left), plan.share],
    ]);

  it('stands beside what was spent, with what is left, by the plan in force', () => {
    expect(rowsOf(year(2026))).toEqual([
      ['training', '0', ['50', '50', 0]],
      ['operation', '30', null],
      ['travel', '220', ['200', '-20', 1.1]],
    ]);
    const whole = planOfAll(settlement(set, { centerId, period: year(2026) })?.categories ?? []);
    expect([decimalText(whole?.planned ?? 0n), decimalText(whole?.left ?? 0n), whole?.share]).toEqual([
      '250',
      '0',
      1,
    ]);
  });

  it('is that of an approved plan alone', () => {
    const draft = recordSetOf([
      center({}),
      other('plan', 'draft', { year: 2026, version: 1, status: 'draft' }),
      line('of draft', 'draft', { category: 'travel', budget: usd(9999) }),
      entry('flight', '2026-02-01', { amount: usd(220) }),
    ]);
    const { categories = [] } = settlement(draft, { centerId, period: year(2026) }) ?? {};
    expect(categories.map(({ plan }) => plan)).toEqual([null]);
    expect([...categoryBudgets(draft, { centerId, year: 2026 })]).toEqual([]);
  });

  it('is of a whole year, as the plan is, and of its year alone', () => {
    expect(rowsOf(periodOf('quarter', '2026-02-01'))?.map(([, , plan]) => plan)).toEqual([null, null]);
    expect(rowsOf(year(2025))).toEqual([]);
  });
});

describe('the money of the sample programme', () => {
  const { set, centerIds } = sampleProgramme();

  // Counted again in whole cents, without anything that the ledger is made of.
  function naive(
    center: RecordId,
    prefix: string,
    keep: (values: Readonly<Record<string, unknown>>) => boolean,
  ) {
    let cents = 0;
    for (const { centerId: own, deleted, values } of set.all('budgetEntry')) {
      const { date, amount, fxRate } = values;
      if (own !== center || deleted || typeof date !== 'string' || !date.startsWith(prefix)) continue;
      if (!keep(values)) continue;
      const [, number = '', currency] =
        /"amount":([-.\d]+),"currency":"(\w+)"/.exec(JSON.stringify(amount)) ?? [];
      if (currency === 'USD') cents += Math.round(Number(number) * 100);
      else if (typeof fxRate === 'number') cents += Math.round((Number(number) / fxRate) * 100);
    }
    return cents;
  }
  const cents = (sum: LedgerSum | undefined): number => Number((sum?.dollars ?? 0n) / 100n);

  it('is the same when counted another way: in all, by source, form, category and quarter', () => {
    let compared = 0;
    for (const center of centerIds) {
      for (const one of ledgerYears(set, center)) {
        const execution = budgetExecution(ledgerEntries(set, { centerId: center, period: year(one) }));
        expect(cents(execution.total)).toBe(naive(center, `${one}`, () => true));
        for (const [source, sum] of execution.bySource)
          expect(cents(sum)).toBe(naive(center, `${one}`, (values) => values.source === source));
        for (const [form, sum] of execution.byForm)
          expect(cents(sum)).toBe(naive(center, `${one}`, (values) => values.form === form));
        for (const [category, { total, bySource }] of execution.byCategory) {
          expect(cents(total)).toBe(naive(center, `${one}`, (values) => values.category === category));
          for (const [source, sum] of bySource)
            expect(cents(sum)).toBe(
              naive(center, `${one}`, (values) => values.category === category && values.source === source),
            );
        }
        const quarters = ['01 02 03', '04 05 06', '07 08 09', '10 11 12'].map((months) =>
          months.split(' ').reduce((sum, month) => sum + naive(center, `${one}-${month}`, () => true), 0),
        );
        expect([1, 2, 3, 4].map((quarter) => cents(execution.byQuarter.get(quarter)?.total))).toEqual(
          quarters,
        );
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(15);
  });

  it('balances in every settlement', () => {
    for (const center of centerIds) {
      const settled = ledgerYears(set, center).flatMap(
        (one) => settlement(set, { centerId: center, period: year(one) }) ?? [],
      );
      for (const { total, entries, execution } of settled) {
        expect(total.opening + total.income - total.spending).toBe(total.closing);
        expect(execution.total.entryIds).toHaveLength(entries.length);
      }
    }
  });
});
