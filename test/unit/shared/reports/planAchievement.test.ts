import { describe, expect, it } from 'vitest';
import { decimalText } from '../../../../shared/core/decimal.ts';
import {
  isFixedPlan,
  nextPlanVersion,
  planApproval,
  planInForce,
  plansOf,
} from '../../../../shared/records/planVersions.ts';
import { lookupOf, recordSetOf } from '../../../../shared/records/recordSet.ts';
import { definitionOf, type ValuesByType } from '../../../../shared/records/registry.ts';
import { figureTable } from '../../../../shared/reports/figures.ts';
import {
  chargedElsewhere,
  planAchievement,
  planTotals,
  targetPeriod,
} from '../../../../shared/reports/planAchievement.ts';
import { validateRecord } from '../../../../shared/schema/validate.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { sampleProgramme, sampleToday } from '../../../support/sampleProgramme.ts';
import { centerId, idOf, other } from '../records/brokenRules.ts';

const plan = (name: string, values: ValuesByType['plan'] = {}) =>
  other('plan', name, { year: 2026, version: 1, status: 'approved', ...values });
const line = (name: string, values: ValuesByType['planLine']) =>
  other('planLine', name, { plan: idOf('plan'), ...values });
const consultation = (name: string, date: string, result: 'adopted' | 'planned' = 'planned') =>
  other('consultation', name, { date, result });

function achieved(today: string, ...records: readonly StoredRecord[]) {
  const set = recordSetOf([plan('plan'), ...records]);
  return planAchievement(set, { planId: idOf('plan'), today }).map(
    ({ target, actual, share, state, records: behind }) => ({
      target,
      actual,
      share,
      state,
      behind: behind.length,
    }),
  );
}

describe('a target', () => {
  const two = [consultation('a', '2026-02-01'), consultation('b', '2026-03-31')];

  it('is compared with what was done in its quarter, or in the year', () => {
    const records = [
      line('year', { indicator: 'consultations', target: 4 }),
      line('q1', { indicator: 'consultations', target: 2, quarter: 'q1' }),
      line('q2', { indicator: 'consultations', target: 2, quarter: 'q2' }),
      line('q4', { indicator: 'consultations', target: 2, quarter: 'q4' }),
      ...two,
      consultation('before', '2025-12-31'),
    ];
    expect(achieved('2026-07-02', ...records)).toEqual([
      { target: 4, actual: 2, share: 0.5, state: 'behind', behind: 2 },
      { target: 2, actual: 2, share: 1, state: 'reached', behind: 2 },
      { target: 2, actual: 0, share: 0, state: 'missed', behind: 0 },
      { target: 2, actual: 0, share: 0, state: 'notBegun', behind: 0 },
    ]);
    // Day 182 of 365: two of four are just enough.
    expect(achieved('2026-07-01', ...records)[0]?.state).toBe('onTrack');
  });

  it('that is a share is a percentage, and is there at any time or behind', () => {
    const share = line('share', { indicator: 'adoptionRate', target: 60 });
    const half = [consultation('a', '2026-02-01', 'adopted'), consultation('b', '2026-03-31')];
    expect(achieved('2026-04-01', share, ...half)).toEqual([
      { target: 60, actual: 50, share: 50 / 60, state: 'behind', behind: 2 },
    ]);
    expect(achieved('2026-04-01', share)[0]).toMatchObject({
      actual: null,
      share: null,
      state: 'notCounted',
    });
  });

  it('of projects under way is there at any time or behind: those of a year do not add up over its months', () => {
    const running = line('running', { indicator: 'runningProjects', target: 4 });
    const projects = ['a', 'b'].map((name) =>
      other('project', name, { status: 'running', start: '2026-01-01', end: '2026-12-31' }),
    );
    expect(achieved('2026-03-01', running, ...projects)).toMatchObject([{ actual: 2, state: 'behind' }]);
  });

  it('counts what was spent on it under every version of the year’s plan', () => {
    const set = recordSetOf([
      plan('old', { status: 'superseded' }),
      plan('plan', { version: 2 }),
      plan('last year', { year: 2025 }),
      line('old line', {
        plan: idOf('old'),
        indicator: 'events',
        target: 1,
        budget: { amount: 10, currency: 'USD' },
      }),
      line('new line', { indicator: 'events', target: 1, budget: { amount: 25.5, currency: 'USD' } }),
      line('other year', { plan: idOf('last year'), indicator: 'events', target: 1 }),
      other('budgetEntry', 'a', { planLine: idOf('old line'), amount: { amount: 20, currency: 'USD' } }),
      other('budgetEntry', 'b', { planLine: idOf('new line'), amount: { amount: 10, currency: 'USD' } }),
      other('budgetEntry', 'c', { planLine: idOf('new line'), amount: { amount: 10, currency: 'EUR' } }),
      other('budgetEntry', 'received', {
        flow: 'received',
        planLine: idOf('new line'),
        amount: { amount: 10, currency: 'USD' },
      }),
      other('budgetEntry', 'd', { planLine: idOf('other year'), amount: { amount: 10, currency: 'USD' } }),
    ]);
    const spending = planAchievement(set, { planId: idOf('plan'), today: '2026-07-01' })[0]?.spending;
    expect(spending).toMatchObject({ currency: 'USD', uncounted: 1 });
    expect([spending?.spent, spending?.remaining].map((amount) => decimalText(amount ?? 0n))).toEqual([
      '30',
      '-4.5',
    ]);
    expect(spending?.entryIds.toSorted()).toEqual(['a', 'b', 'c'].map(idOf).sort());
  });

  it('that a plan says twice counts no entry twice, and those of other versions at its first line', () => {
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    const events = { indicator: 'events', target: 1 } as const;
    const entry = (name: string, at: string, amount: number) =>
      other('budgetEntry', name, { planLine: idOf(at), amount: usd(amount) });
    const spentBy = (...entries: readonly StoredRecord[]) => {
      const set = recordSetOf([
        plan('old', { status: 'superseded' }),
        plan('plan', { version: 2 }),
        line('old line', { plan: idOf('old'), ...events }),
        line('one', { ...events, budget: usd(100) }),
        line('two', { ...events, budget: usd(100) }),
        line('q1', { ...events, quarter: 'q1' }),
        ...entries,
      ]);
      return planAchievement(set, { planId: idOf('plan'), today: '2026-07-01' }).map(
        ({ line: { id }, spending }) => [id, decimalText(spending?.spent ?? 0n)],
      );
    };
    const [first, second] = [idOf('one'), idOf('two')].sort();
    expect(Object.fromEntries(spentBy(entry('a', 'one', 7), entry('b', 'two', 5)))).toEqual({
      [idOf('one')]: '7',
      [idOf('two')]: '5',
      [idOf('q1')]: '0',
    });
    const [one, two] = spentBy(entry('a', 'one', 7), entry('b', 'two', 5), entry('c', 'old line', 20));
    expect([one?.[0], two?.[0]]).toEqual([first, second]);
    expect([one?.[1], two?.[1]]).toEqual(first === idOf('one') ? ['27', '5'] : ['25', '7']);
  });

  it('that a new version splits keeps what was spent on it in a row of its own, to be charged anew', () => {
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    const events = { indicator: 'events', target: 1 } as const;
    const spent = other('budgetEntry', 'spent', { planLine: idOf('year'), amount: usd(9000) });
    const set = recordSetOf([
      plan('old', { status: 'superseded' }),
      line('year', { plan: idOf('old'), ...events, budget: usd(10_000) }),
      plan('plan', { version: 2 }),
      line('q1', { ...events, quarter: 'q1', budget: usd(5000) }),
      line('q2', { ...events, quarter: 'q2', budget: usd(5000) }),
      spent,
    ]);
    const at = (name: string) => ({ planId: idOf(name), today: '2026-07-01' });
    const targets = planAchievement(set, at('plan'));
    expect(targets.map(({ spending }) => decimalText(spending?.spent ?? 0n))).toEqual(['0', '0']);
    const elsewhere = chargedElsewhere(set, at('plan'));
    expect(elsewhere?.entryIds).toEqual([idOf('spent')]);
    const [total] = planTotals(targets, elsewhere);
    expect([total?.budget, total?.spent, total?.remaining].map((sum) => decimalText(sum ?? 0n))).toEqual([
      '10000',
      '9000',
      '1000',
    ]);
    const execution = figureTable(set, {
      breakdown: 'year',
      centerIds: [centerId],
      years: [2026],
      today: '2026-07-01',
    }).rows.find(({ key }) => key === 'budgetExecution')?.values[0];
    expect(execution).toEqual({ value: 0.9, records: [{ type: 'budgetEntry', id: idOf('spent') }] });
    const codesOf = (planLine: string) =>
      validateRecord(
        definitionOf('budgetEntry'),
        { ...spent.values, planLine: idOf(planLine) },
        lookupOf(set, sampleToday),
        spent.id,
      ).map(({ code }) => code);
    expect(codesOf('year')).toContain('CHARGED_TO_REPLACED');
    expect(codesOf('q1')).not.toContain('CHARGED_TO_REPLACED');
    // The version that it was charged to still shows it, and so would one that brings the quarters together again.
    expect(chargedElsewhere(set, at('old'))).toBeNull();
  });

  it('that a new version brings together from quarters has all that was spent on them', () => {
    const events = { indicator: 'events', target: 1 } as const;
    const entry = (name: string, at: string, amount: number) =>
      other('budgetEntry', name, { planLine: idOf(at), amount: { amount, currency: 'USD' } });
    const set = recordSetOf([
      plan('old', { status: 'superseded' }),
      line('q1', { plan: idOf('old'), ...events, quarter: 'q1' }),
      line('q2', { plan: idOf('old'), ...events, quarter: 'q2' }),
      plan('plan', { version: 2 }),
      line('year', events),
      entry('a', 'q1', 3),
      entry('b', 'q2', 4),
    ]);
    const options = { planId: idOf('plan'), today: '2026-07-01' };
    expect(decimalText(planAchievement(set, options)[0]?.spending?.spent ?? 0n)).toBe('7');
    expect(chargedElsewhere(set, options)).toBeNull();
  });

  it('lies in a quarter or a year', () => {
    expect(targetPeriod(2026, 'q4')).toMatchObject({ from: '2026-10-01', to: '2026-12-31' });
    expect(targetPeriod(2026, undefined)).toMatchObject({ from: '2026-01-01', to: '2026-12-31' });
  });
});

describe('the targets of the sample programme', () => {
  it('are reached by as much as another count says', () => {
    const { set, centerIds } = sampleProgramme();
    let compared = 0;
    for (const center of centerIds) {
      for (const { id, values } of plansOf(set, center)) {
        for (const { line: own, period, actual } of planAchievement(set, {
          planId: id,
          today: sampleToday,
        })) {
          const inPeriod = (type: string, field: string) =>
            set
              .all(type)
              .filter((record) => record.centerId === center)
              .filter(({ values: { [field]: day } }) => `${day}` >= period.from && `${day}` <= period.to);
          const expected: Readonly<Record<string, () => number>> = {
            consultations: () => inPeriod('consultation', 'date').length,
            trainings: () => inPeriod('training', 'start').length,
            events: () => inPeriod('event', 'date').length,
            adoptionRate: () => {
              const all = inPeriod('consultation', 'date');
              const adopted = all.filter(({ values: { result } }) => result === 'adopted');
              return Math.round((adopted.length / all.length) * 1e6) / 1e4;
            },
          };
          const count = expected[own.values.indicator ?? ''];
          if (count === undefined) continue;
          const naive = count();
          if (Number.isNaN(naive)) expect(actual).toBeNull();
          else expect(actual).toBeCloseTo(naive, 9);
          expect(period.from.slice(0, 4)).toBe(String(values.year));
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(60);
  });
});

describe('the plans of the sample', () => {
  it('set targets that a center can reach: some are behind, some reached, none overshot several times', () => {
    const { set, centerIds } = sampleProgramme();
    const shares = centerIds.flatMap((center) =>
      plansOf(set, center).flatMap(({ id, values }) =>
        planAchievement(set, { planId: id, today: sampleToday })
          // Of this year the part that has gone by.
          .filter(() => values.year !== Number(sampleToday.slice(0, 4)))
          .flatMap(({ share }) => (share === null || share === 0 ? [] : [share])),
      ),
    );
    expect(shares.length).toBeGreaterThan(40);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1.5);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.5);
    const usual = shares.filter((share) => share >= 0.7 && share <= 1.25);
    expect(usual.length / shares.length).toBeGreaterThan(0.9);
    const reached = shares.filter((share) => share >= 1).length / shares.length;
    expect(reached).toBeGreaterThan(0.3);
    expect(reached).toBeLessThan(0.7);
  });
});

describe('a new version of a plan', () => {
  const approved = plan('plan', { approvedBy: idOf('meeting'), notes: 'Aims' });
  const set = recordSetOf([
    approved,
    plan('draft', { version: 3, status: 'draft' }),
    line('one', { code: '2026-01', indicator: 'events', target: 5 }),
    line('two', { code: '2026-02 v1', indicator: 'trainings', target: 2, quarter: 'q1' }),
    line('elsewhere', { plan: idOf('draft'), indicator: 'trainings', target: 9 }),
  ]);
  let next = 0;
  const made = nextPlanVersion(set, approved.id, () => idOf(`new ${next++}`));

  it('is a draft with the next number and copies of the targets, and leaves the plan as it is', () => {
    expect(made.map(({ type, values }) => [type, values])).toEqual([
      ['plan', { center: centerId, year: 2026, version: 4, status: 'draft', notes: 'Aims' }],
      [
        'planLine',
        { center: centerId, plan: made[0]?.id, code: '2026-01 v4', indicator: 'events', target: 5 },
      ],
      [
        'planLine',
        {
          center: centerId,
          plan: made[0]?.id,
          code: '2026-02 v4',
          indicator: 'trainings',
          target: 2,
          quarter: 'q1',
        },
      ],
    ]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(3);
  });

  it('replaces the one approved before once a meeting approves it', () => {
    expect(planApproval(set, idOf('draft'), idOf('second meeting'))).toEqual([
      {
        id: idOf('draft'),
        values: {
          center: centerId,
          year: 2026,
          version: 3,
          status: 'approved',
          approvedBy: idOf('second meeting'),
        },
      },
      { id: approved.id, values: { ...approved.values, status: 'superseded' } },
    ]);
  });

  it('of somebody’s work and that of a sample neither replace each other nor share their numbers', () => {
    const practised = { ...plan('practised', { version: 7 }), sample: true };
    const aim = { ...line('aim', { plan: idOf('practised'), indicator: 'events', target: 3 }), sample: true };
    const both = recordSetOf([approved, plan('draft', { version: 3, status: 'draft' }), practised, aim]);
    const replacedBy = (name: string) => planApproval(both, idOf(name), idOf('meeting')).map(({ id }) => id);
    expect(replacedBy('draft')).toEqual([idOf('draft'), approved.id]);
    expect(replacedBy('practised')).toEqual([idOf('practised')]);
    const next = (name: string) => nextPlanVersion(both, idOf(name), () => idOf('next'));
    expect(next('draft').map(({ values, sample }) => [values.version, sample])).toEqual([[4, false]]);
    expect(next('practised').map(({ type, values, sample }) => [type, values.version, sample])).toEqual([
      ['plan', 8, true],
      ['planLine', undefined, true],
    ]);
  });

  it('comes into force with the approval', () => {
    expect(planInForce(plansOf(set, centerId), 2026)?.id).toBe(approved.id);
    expect(planInForce(plansOf(recordSetOf([plan('draft', { status: 'draft' })]), centerId), 2026)?.id).toBe(
      idOf('draft'),
    );
    expect(planInForce([], 2026)).toBeNull();
  });

  it('is the only way to change what was approved', () => {
    expect(isFixedPlan(set, 'plan', approved.values)).toBe(true);
    expect(isFixedPlan(set, 'planLine', { plan: approved.id })).toBe(true);
    expect(isFixedPlan(set, 'planLine', { plan: idOf('draft') })).toBe(false);
    expect(isFixedPlan(set, 'consultation', { plan: approved.id, status: 'approved' })).toBe(false);
    const codes = (values: ValuesByType['planLine'], id: ReturnType<typeof idOf> | null) =>
      validateRecord(definitionOf('planLine'), values, lookupOf(set, sampleToday), id).map(
        ({ code }) => code,
      );
    const target = { center: centerId, indicator: 'satisfaction', target: 4 } as const;
    expect(codes({ ...target, plan: approved.id }, null)).toEqual(['PLAN_FIXED']);
    expect(codes({ ...target, plan: approved.id }, idOf('one'))).toEqual([]);
    expect(codes({ ...target, plan: idOf('draft') }, null)).toEqual([]);
    expect(codes({ ...target, plan: approved.id }, idOf('elsewhere'))).toEqual(['PLAN_FIXED']);
    expect(codes({ ...target, plan: idOf('draft') }, idOf('elsewhere'))).not.toContain('PLAN_FIXED');
  });
});
