import { describe, expect, it } from 'vitest';
import {
  isApproximate,
  isNoAmount,
  writtenAmount,
} from '../../../../../shared/workbook/foreign/writtenAmount.ts';
import { processorTime } from '../../../../support/processorTime.ts';

describe('an amount', () => {
  it.each([
    ['USD 40', '40', 'USD', null],
    ['€ 12.50', '12.50', 'EUR', null],
    ['1.234,00 EUR', '1.234,00', 'EUR', null],
    ['₩1,200', '1,200', 'KRW', null],
    ['500만원', '500', 'KRW', 1e4],
    ['-$5', '-5', 'USD', null],
    ['$-5', '-5', 'USD', null],
    ['1.2 million', '1.2', null, 1e6],
    ['USD 1.2m', '1.2', 'USD', 1e6],
    ['1,200', '1,200', null, null],
    ['40 eur', '40', 'EUR', null],
    ['about 12', 'about 12', null, null],
    ['12 persons', '12 persons', null, null],
    ['40 all', '40 all', null, null],
    ['USD 40 EUR', 'USD 40 EUR', null, null],
    ['none', 'none', null, null],
  ])('%s', (text, number, currency, factor) => {
    expect(writtenAmount(text)).toEqual({ number, currency, factor });
  });

  it.each([
    ['(1,200)', '-1,200', null, null],
    ['（1,200）', '-1,200', null, null],
    ['△1,200', '-1,200', null, null],
    ['▲ 1,200.5', '-1,200.5', null, null],
    ['($1,200)', '-1,200', 'USD', null],
    ['USD (40)', '-40', 'USD', null],
    ['△500만원', '-500', 'KRW', 1e4],
    ['(3억 5천만원)', '-350000000', 'KRW', 1],
    ['1,200 (원)', '1,200', 'KRW', null],
    ['(-1,200)', '(-1,200)', null, null],
    ['△(1,200)', '△(1,200)', null, null],
    ['1,200-', '1,200-', null, null],
    ['1,200 ▲', '1,200 ▲', null, null],
    ['1,200원 (부가세 별도)', '1,200원 (부가세 별도)', null, null],
  ])('with the sign of accounts: %s', (text, number, currency, factor) => {
    expect(writtenAmount(text)).toEqual({ number, currency, factor });
  });

  it.each([
    ['3억 5천만원', '350000000', 'KRW', 1],
    ['12만3천 달러', '123000', 'USD', 1],
    ['1조', '1', null, 1e12],
    ['1,200원정', '1,200', 'KRW', null],
    ['금 1,200원정', '1,200', 'KRW', null],
    ['일금 500만원', '500', 'KRW', 1e4],
    ['3만 5억원', '3만 5억원', null, null],
    ['천만원', '천만원', null, null],
  ])('with Korean units: %s', (text, number, currency, factor) => {
    expect(writtenAmount(text)).toEqual({ number, currency, factor });
  });

  it.each(['-', ' – ', '−', '--', '₩ -', '- 원', '$-'])('%j is none', (text) => {
    expect(isNoAmount(text)).toBe(true);
  });

  it.each(['', '0', '-5', 'none', 'n-a', '원'])('%j is no dash', (text) => {
    expect(isNoAmount(text)).toBe(false);
  });

  it.each(['약 1,200만원', '약1,200', 'about 12', 'approx. 500', '~500', '500만원 내외'])(
    '%s is approximate',
    (text) => {
      expect(isApproximate(text)).toBe(true);
    },
  );

  it.each(['1,200만원', '약품비', 'about', '-5'])('%s is not', (text) => {
    expect(isApproximate(text)).toBe(false);
  });

  it.each(['(1', '1 ', '천', '- ', '△'])('is given up at once in a cell full of %j', (part) => {
    const text = part.repeat(15_000);
    const before = processorTime();
    expect(writtenAmount(text)).toMatchObject({ currency: null, factor: null });
    expect(isNoAmount(text)).toBe(false);
    expect(processorTime() - before).toBeLessThan(1000);
  });
});
