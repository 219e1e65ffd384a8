import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumberText } from '../../../../shared/core/parseNumber.ts';

describe('parseNumberText', () => {
  it.each([
    ['1234.5', 1234.5],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1 234,50', 1234.5],
    ['1\u00a0234,50', 1234.5],
    ["1'234.5", 1234.5],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1,5', 1.5],
    ['.5', 0.5],
    ['12.', 12],
    ['-3', -3],
    ['\u22123', -3],
    ['+7', 7],
    ['１２', 12],
    ['1e3', 1000],
    ['12 %', 0.12],
    ['12.5%', 0.125],
    [' 42 ', 42],
  ])('reads “%s” as %d', (text, value) => {
    expect(parseNumberText(text)).toBeCloseTo(value, 10);
  });

  it.each([
    '',
    'about 12',
    '12 persons',
    '1,23,456',
    '1.2.3',
    '12-13',
    '0x10',
    'Infinity',
    'NaN',
    '1e999',
    '--1',
  ])('does not take “%s” for a number', (text) => {
    expect(parseNumberText(text)).toBeNull();
  });

  it('reads every number that it is shown', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumberText(String(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
