import { describe, expect, it } from 'vitest';
import { parseMoneyUnit } from '../../../../../shared/workbook/foreign/moneyUnit.ts';

describe('a unit of money', () => {
  it.each([
    ['USD', 'USD', 1],
    ['us$', 'USD', 1],
    ['원', 'KRW', 1],
    ['천원', 'KRW', 1e3],
    ['만 원', 'KRW', 1e4],
    ['백만원', 'KRW', 1e6],
    ['억원', 'KRW', 1e8],
    ['십억원', 'KRW', 1e9],
    ['천 달러', 'USD', 1e3],
    ['천불', 'USD', 1e3],
    ['US$ thousand', 'USD', 1e3],
    ['thousand EUR', 'EUR', 1e3],
    ['thousands of US dollars', 'USD', 1e3],
    ['1,000 KRW', 'KRW', 1e3],
    ["USD '000", 'USD', 1e3],
    ['kEUR', 'EUR', 1e3],
    ['KRW', 'KRW', 1],
    ['KES', 'KES', 1],
    ['million won', 'KRW', 1e6],
    ['in USD', 'USD', 1],
    ['천', null, 1e3],
    ['조원', 'KRW', 1e12],
    ['천만원', 'KRW', 1e7],
    ['10 thousand USD', 'USD', 1e4],
    ['미화 달러', 'USD', 1],
  ])('%s', (text, currency, factor) => {
    expect(parseMoneyUnit(text)).toEqual({ currency, factor });
  });

  it.each([
    '',
    '명',
    'VAT',
    'number',
    '천원 이상',
    'net',
    'persons',
    'ABC',
    'all',
    'top',
    'm',
    '100 USD',
    'USD EUR',
  ])('%j is none', (text) => {
    expect(parseMoneyUnit(text)).toBeNull();
  });
});
