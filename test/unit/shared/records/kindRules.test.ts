import { describe, expect, it } from 'vitest';
import { decimalToNumber } from '../../../../shared/core/decimal.ts';
import { lookupOf, recordSetOf } from '../../../../shared/records/recordSet.ts';
import { definitionOf, type RecordType, type ValuesByType } from '../../../../shared/records/registry.ts';
import { dataQuality } from '../../../../shared/reports/dataQuality.ts';
import { chargedElsewhere, planAchievement } from '../../../../shared/reports/planAchievement.ts';
import { findingText, validateRecord } from '../../../../shared/schema/validate.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { centerId, idOf, other, today } from './brokenRules.ts';

type Kind = 'real' | 'sample';

/** A record of the center, a sample or not. */
function made<Type extends RecordType>(
  kind: Kind,
  type: Type,
  name: string,
  values: ValuesByType[Type],
): StoredRecord {
  return { ...other(type, `${kind} ${name}`, values), sample: kind === 'sample' };
}

const usd = (amount: number) => ({ amount, currency: 'USD' });
const spent = (date: string, amount: number): ValuesByType['budgetEntry'] => ({
  source: 'korea',
  category: 'travel',
  form: 'cash',
  date,
  amount: usd(amount),
});
const center = other('center', 'center', { koreaBudget: usd(100_000) });
const ownCenter = { ...center, id: centerId };

const codesOf = (record: StoredRecord, records: readonly StoredRecord[]): readonly string[] =>
  dataQuality(recordSetOf([ownCenter, ...records]), { today }).flatMap(({ id, finding }) =>
    id === record.id ? [finding.code] : [],
  );

interface Pair {
  readonly code: string;
  pair(kind: Kind, otherKind: Kind): readonly [StoredRecord, StoredRecord];
}

const pairOf = <Type extends RecordType>(
  code: string,
  type: Type,
  first: ValuesByType[Type],
  second: ValuesByType[Type],
): Pair => ({
  code,
  pair: (kind, otherKind) => [made(otherKind, type, 'first', first), made(kind, type, 'second', second)],
});

const won = { source: 'korea', amount: { amount: 1000, currency: 'KRW' }, fxDate: '2026-05-01' } as const;
const report = { kind: 'quarterly', from: '2026-01-01', to: '2026-03-31' } as const;
const pairs: readonly Pair[] = [
  pairOf('OVER_CENTER_BUDGET', 'budgetEntry', spent('2026-05-01', 98_100), spent('2026-05-02', 5000)),
  pairOf('RATES_DIFFER', 'budgetEntry', { ...won, fxRate: 1300 }, { ...won, fxRate: 1400 }),
  pairOf(
    'OUTCOME_TWICE',
    'outcome',
    { name: 'Index', year: 2025, value: 1 },
    { name: 'Index', year: 2025, value: 2 },
  ),
  pairOf(
    'ASSIGNMENTS_OVERLAP',
    'assignment',
    { person: idOf('person'), start: '2026-01-01', end: '2026-03-31' },
    { person: idOf('person'), start: '2026-03-01', end: '2026-05-31' },
  ),
  pairOf('NUMBER_TWICE', 'meeting', { kind: 'committee', number: 1 }, { kind: 'committee', number: 1 }),
  pairOf('REPORT_TWICE', 'report', report, report),
  pairOf('VERSION_TWICE', 'plan', { year: 2026, version: 1 }, { year: 2026, version: 1 }),
  pairOf('FILE_TWICE', 'evidence', { sha256: 'a'.repeat(64) }, { sha256: 'a'.repeat(64) }),
];

describe('rules that compare records', () => {
  it.each(pairs)('compare samples with samples and others with others: $code', ({ code, pair }) => {
    for (const kind of ['real', 'sample'] as const) {
      const [, alike] = pair(kind, kind);
      expect(codesOf(alike, pair(kind, kind))).toContain(code);
      const apart = pair(kind, kind === 'real' ? 'sample' : 'real');
      expect(codesOf(apart[1], apart)).not.toContain(code);
    }
  });

  it('take what is not stored yet for no sample', () => {
    const stored = [ownCenter, made('sample', 'budgetEntry', 'first', spent('2026-05-01', 98_100))];
    const definition = definitionOf('budgetEntry');
    const values = { center: centerId, ...spent('2026-05-02', 5000) };
    const told = (records: readonly StoredRecord[]) =>
      validateRecord(definition, values, lookupOf(recordSetOf(records), today), null)
        .filter(({ code }) => code === 'OVER_CENTER_BUDGET')
        .map((finding) => findingText(finding, 'en'));
    expect(told(stored)).toEqual([]);
    const real = made('real', 'budgetEntry', 'first', spent('2026-05-01', 98_100));
    expect(told([...stored, real])).toEqual([expect.stringContaining('USD 103,100 is spent')]);
  });
});

describe('a sample of a plan', () => {
  it('is no version of the plan of its year: spending on one is not spent on the other', () => {
    const plan = made('real', 'plan', 'plan', { year: 2026, version: 1, status: 'approved' });
    const sample = made('sample', 'plan', 'plan', { year: 2026, version: 2, status: 'superseded' });
    const line = (kind: Kind, of: StoredRecord, values: ValuesByType['planLine']) =>
      made(kind, 'planLine', `line ${values.indicator}`, { plan: of.id, target: 1, ...values });
    const own = line('real', plan, { indicator: 'events', budget: usd(100) });
    const practised = line('sample', sample, { indicator: 'events' });
    const lost = line('sample', sample, { indicator: 'trainings' });
    const charge = (of: StoredRecord, amount: number) =>
      made('sample', 'budgetEntry', of.id, { ...spent('2026-05-01', amount), planLine: of.id });
    const set = recordSetOf([
      ...[ownCenter, plan, sample, own, practised, lost],
      ...[charge(practised, 40), charge(lost, 70)],
    ]);
    const [target] = planAchievement(set, { planId: plan.id, today });
    expect(decimalToNumber(target?.spending?.spent ?? 1n)).toBe(0);
    expect(chargedElsewhere(set, { planId: plan.id, today })).toBeNull();
    const entry = made('real', 'budgetEntry', 'charged', {
      ...spent('2026-05-02', 5),
      planLine: practised.id,
    });
    expect(codesOf(entry, [plan, sample, own, practised, entry])).not.toContain('CHARGED_TO_REPLACED');
  });
});
