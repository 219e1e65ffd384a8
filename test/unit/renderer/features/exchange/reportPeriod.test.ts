import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  periodBounds,
  periodCode,
  periodKinds,
  periodOf,
  shiftPeriod,
} from '../../../../../renderer/features/exchange/reportPeriod.ts';
import { addDays } from '../../../../../shared/core/dates.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const kind = fc.constantFrom(...periodKinds);

describe('a report period', () => {
  it('is bounded by its first and last day', () => {
    expect(periodBounds({ kind: 'month', year: 2028, index: 2 })).toEqual({
      from: '2028-02-01',
      to: '2028-02-29',
    });
    expect(periodBounds({ kind: 'quarter', year: 2026, index: 4 })).toEqual({
      from: '2026-10-01',
      to: '2026-12-31',
    });
    expect(periodBounds({ kind: 'year', year: 2026 })).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });

  it('is written so that names sort in time order', () => {
    expect(periodCode({ kind: 'month', year: 2026, index: 3 })).toBe('2026-03');
    expect(periodCode({ kind: 'quarter', year: 2026, index: 4 })).toBe('2026-Q4');
    expect(periodCode({ kind: 'year', year: 2026 })).toBe('2026');
  });

  it('holds the day it was made for, and the next one begins the day after its last', () => {
    fc.assert(
      fc.property(kind, day, (of, within) => {
        const period = periodOf(of, within);
        const { from, to } = periodBounds(period);
        expect(from <= within && within <= to).toBe(true);
        expect(periodBounds(shiftPeriod(period, 1)).from).toBe(addDays(to, 1));
      }),
    );
  });

  it('comes back when it is shifted there and back', () => {
    fc.assert(
      fc.property(kind, day, fc.integer({ min: -50, max: 50 }), (of, within, steps) => {
        const period = periodOf(of, within);
        expect(shiftPeriod(shiftPeriod(period, steps), -steps)).toEqual(period);
      }),
    );
  });
});
