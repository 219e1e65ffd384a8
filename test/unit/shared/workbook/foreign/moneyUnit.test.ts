import { describe, expect, it } from 'vitest';
import {
  headerUnit,
  parseMoneyUnit,
  sheetUnit,
  writtenAmount,
} from '../../../../../shared/workbook/foreign/moneyUnit.ts';

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
  ])('%s', (text, currency, factor) => {
    expect(parseMoneyUnit(text)).toEqual({ currency, factor });
  });

  it.each(['', '명', 'VAT', 'number', '천원 이상', 'net', 'persons', 'ABC'])('%j is none', (text) => {
    expect(parseMoneyUnit(text)).toBeNull();
  });
});

describe('a header', () => {
  it.each([
    ['Cost (USD)', 'USD', 1],
    ['비용(천원)', 'KRW', 1e3],
    ['금액 [백만원]', 'KRW', 1e6],
    ['예산（단위: 천원）', 'KRW', 1e3],
    ['Budget, EUR', 'EUR', 1],
    ['Amount in thousand USD', 'USD', 1e3],
    ['Cost USD', 'USD', 1],
    ['Cost / USD', 'USD', 1],
    ['총액(VAT 포함, 천원)', 'KRW', 1e3],
  ])('%s names its unit', (header, currency, factor) => {
    expect(headerUnit(header)).toEqual({ currency, factor });
  });

  it.each(['Cost', '비용', 'Cost (net)', 'Hours (h)', '참가자(명)', 'Cost per thousand', 'Training cost'])(
    '%s names none',
    (header) => {
      expect(headerUnit(header)).toBeNull();
    },
  );
});

describe('a table', () => {
  it('names its unit above the header', () => {
    const rows = [['2026년 예산'], [null, null, '(단위: 명, 천원)'], ['항목', '인원', '금액']];
    const sheet = { name: '예산', visibility: 'visible', rows } as const;
    expect(sheetUnit(sheet, 2)).toEqual({ currency: 'KRW', factor: 1e3 });
    expect(sheetUnit(sheet, 0)).toBeNull();
  });
});

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
    ['1,200', '1,200', null, null],
    ['about 12', 'about 12', null, null],
    ['12 persons', '12 persons', null, null],
    ['USD 40 EUR', 'USD 40 EUR', null, null],
    ['none', 'none', null, null],
  ])('%s', (text, number, currency, factor) => {
    expect(writtenAmount(text)).toEqual({ number, currency, factor });
  });
});
