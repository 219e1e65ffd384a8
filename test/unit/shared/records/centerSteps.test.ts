import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import type { CenterValues } from '../../../../shared/records/center.ts';
import { extendedValues, extensionProblem, nextPhaseValues } from '../../../../shared/records/centerSteps.ts';
import { broken } from './brokenRules.ts';

const today = '2026-11-23';
const lead = derivedRecordId('lead');
const first: CenterValues = {
  code: 'BG10',
  programme: 'egcc',
  country: 'BG',
  phase: 1,
  status: 'operating',
  operationStart: '2024-01-01',
  operationEnd: '2026-12-31',
  koreaBudget: { amount: 1_000_000, currency: 'USD' },
  koreaLead: lead,
  city: 'Sofia',
};

describe('a further center in the same country', () => {
  it('takes over country, organizations and place, and agrees dates and budgets anew', () => {
    expect(nextPhaseValues(first, [first], today)).toEqual({
      code: 'BG26',
      programme: 'dgcc',
      country: 'BG',
      phase: 2,
      status: 'selection',
      koreaLead: lead,
      city: 'Sofia',
    });
  });

  it('has the country’s next phase and a code that is free', () => {
    const second = { ...first, code: 'BG26', phase: 2 };
    const other: CenterValues = { code: 'PE17', country: 'PE', phase: 4 };
    expect(nextPhaseValues(first, [first, second, other], today)).toMatchObject({ phase: 3, code: 'BG26-2' });
  });
});

describe('an extension', () => {
  it('has a day after the present end and a reason', () => {
    expect(extensionProblem(first, '2027-12-31', 'Agreed')).toBeNull();
    expect(extensionProblem(first, null, 'Agreed')).toBe('NO_DATE');
    expect(extensionProblem(first, '2026-12-31', 'Agreed')).toBe('NOT_LATER');
    expect(extensionProblem({ ...first, extendedUntil: '2027-12-31' }, '2027-06-30', 'x')).toBe('NOT_LATER');
    expect(extensionProblem(first, '2027-12-31', '  ')).toBe('NO_REASON');
    expect(extensionProblem({}, '2027-12-31', 'x')).toBe('NO_PERIOD');
  });

  it('keeps earlier reasons and breaks no rule of the center', () => {
    const once = { ...first, ...extendedValues(first, '2027-12-31', 'Exchange of letters', today) };
    expect(once).toMatchObject({
      status: 'extended',
      extendedUntil: '2027-12-31',
      extensions: '2026-11-23: → 2027-12-31. Exchange of letters',
    });
    const twice = { ...once, ...extendedValues(once, '2028-12-31', ' Committee ', '2027-11-01') };
    expect(twice.extensions?.split('\n')).toEqual([
      '2026-11-23: → 2027-12-31. Exchange of letters',
      '2027-11-01: → 2028-12-31. Committee',
    ]);
    expect(broken('center', twice)).toEqual([]);
  });
});
