import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../../shared/core/dates.ts';
import {
  customPeriod,
  isInPeriod,
  overlapsPeriod,
  periodKinds,
  periodLabel,
  periodOf,
  shiftPeriod,
} from '../../../../shared/reports/period.ts';
import { isoDateArbitrary } from '../../../support/recordGenerators.ts';

const kinds = periodKinds.filter((kind) => kind !== 'custom');

describe('a period', () => {
  it.each([
    ['month', '2024-02-10', '2024-02-01', '2024-02-29', 'February 2024', '2024년 2월'],
    ['quarter', '2026-11-23', '2026-10-01', '2026-12-31', 'Q4 2026', '2026년 4분기'],
    ['halfYear', '2026-06-30', '2026-01-01', '2026-06-30', 'First half of 2026', '2026년 상반기'],
    ['halfYear', '2026-07-01', '2026-07-01', '2026-12-31', 'Second half of 2026', '2026년 하반기'],
    ['year', '2026-11-23', '2026-01-01', '2026-12-31', '2026', '2026년'],
  ] as const)('%s of %s is %s to %s, called %s', (kind, day, from, to, en, ko) => {
    const period = periodOf(kind, day);
    expect(period).toEqual({ kind, from, to });
    expect(periodLabel(period, 'en')).toBe(en);
    expect(periodLabel(period, 'ko')).toBe(ko);
  });

  it('of two days takes them in either order', () => {
    expect(customPeriod('2026-03-05', '2026-02-01')).toEqual(customPeriod('2026-02-01', '2026-03-05'));
    expect(periodLabel(customPeriod('2026-02-01', '2026-03-05'), 'ko')).toBe('2026-02-01 ~ 2026-03-05');
  });

  it('holds its day, begins after the one before and moves back and forth', () => {
    fc.assert(
      fc.property(
        isoDateArbitrary,
        fc.constantFrom(...kinds),
        fc.integer({ min: -40, max: 40 }),
        (day, kind, steps) => {
          const period = periodOf(kind, day);
          expect(isInPeriod(day, period)).toBe(true);
          expect(shiftPeriod(period, -1).to).toBe(addDays(period.from, -1));
          expect(shiftPeriod(period, 1).from).toBe(addDays(period.to, 1));
          expect(shiftPeriod(shiftPeriod(period, steps), -steps)).toEqual(period);
        },
      ),
    );
  });

  it('of any days moves by its own length', () => {
    fc.assert(
      fc.property(
        isoDateArbitrary,
        fc.nat({ max: 500 }),
        fc.integer({ min: -5, max: 5 }),
        (from, length, steps) => {
          const period = customPeriod(from, addDays(from, length));
          const moved = shiftPeriod(period, steps);
          expect(daysBetween(moved.from, moved.to)).toBe(length);
          expect(shiftPeriod(moved, -steps)).toEqual(period);
        },
      ),
    );
  });

  it('shares a day with what begins before its end and ends after its start', () => {
    const period = periodOf('month', '2026-11-23');
    expect(overlapsPeriod('2026-11-30', null, period)).toBe(true);
    expect(overlapsPeriod('2026-12-01', null, period)).toBe(false);
    expect(overlapsPeriod('2020-01-01', '2026-11-01', period)).toBe(true);
    expect(overlapsPeriod('2020-01-01', '2026-10-31', period)).toBe(false);
    expect(overlapsPeriod('2020-01-01', null, period)).toBe(true);
  });
});
