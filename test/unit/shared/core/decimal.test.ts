import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  convertedToCent,
  decimalOf,
  decimalText,
  decimalToNumber,
  sumOfDecimals,
} from '../../../../shared/core/decimal.ts';

describe('a decimal', () => {
  it('adds cents without an error, however many there are', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(decimalToNumber(sumOfDecimals([0.1, 0.2].map(decimalOf)))).toBe(0.3);
    const cents = Array.from({ length: 100_000 }, () => 0.01);
    expect(cents.reduce((sum, value) => sum + value, 0)).not.toBe(1000);
    expect(decimalToNumber(sumOfDecimals(cents.map(decimalOf)))).toBe(1000);
  });

  it('is what the number is written as', () => {
    expect([1.005, -0.0001, 1e21, 1e-7, -1.5e-4, 0].map(decimalOf)).toEqual([
      10_050n,
      -1n,
      10n ** 25n,
      0n,
      -2n,
      0n,
    ]);
    expect([10_050n, -1n, 0n, -125_000n].map(decimalText)).toEqual(['1.005', '-0.0001', '0', '-12.5']);
  });

  it('comes back from every amount with four decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (units) => {
        expect(decimalOf(units / 10_000)).toBe(BigInt(units));
        expect(decimalToNumber(BigInt(units))).toBe(units / 10_000);
      }),
    );
  });
});

describe('conversion at a rate', () => {
  it('gives cents, halves away from zero', () => {
    expect(decimalText(convertedToCent(decimalOf(1_380_000), 1380))).toBe('1000');
    expect(decimalText(convertedToCent(decimalOf(1), 3))).toBe('0.33');
    expect(decimalText(convertedToCent(decimalOf(1), 8))).toBe('0.13');
    expect(decimalText(convertedToCent(decimalOf(-1), 8))).toBe('-0.13');
    expect(decimalText(convertedToCent(decimalOf(100), 0.5))).toBe('200');
    expect(decimalText(convertedToCent(decimalOf(100), 1.7932))).toBe('55.77');
  });

  it('is never more than half a cent from the quotient', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }).map((rate) => rate / 1000),
        (amount, rate) => {
          const converted = decimalToNumber(convertedToCent(decimalOf(amount), rate));
          expect(Math.abs(converted - amount / rate)).toBeLessThanOrEqual(
            0.005 + Math.abs(amount / rate) * 1e-12,
          );
        },
      ),
    );
  });
});
