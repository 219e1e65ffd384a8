import { describe, expect, it } from 'vitest';
import { parseKoreanNumber } from '../../../../shared/core/koreanNumber.ts';

describe('parseKoreanNumber', () => {
  it.each([
    ['3억 5천만', 350_000_000],
    ['3억5,000만', 350_000_000],
    ['1조', 1e12],
    ['1조 2,000억', 1.2e12],
    ['1억2,345만6,789', 123_456_789],
    ['12만3천', 123_000],
    ['5천3백', 5300],
    ['2백만', 2_000_000],
    ['1.5억', 150_000_000],
    ['10,000만', 100_000_000],
    ['3억 5천만 2천', 350_002_000],
    ['1억 2,345', 100_002_345],
  ])('%s', (text, value) => {
    expect(parseKoreanNumber(text)).toBe(value);
  });

  it.each([
    '',
    '1,200',
    '만',
    '3만 5억',
    '1억 20,000만',
    '1.5억 3천만',
    '1,20만',
    '백만',
    '5천만원',
    '3천5천',
    '12천',
    // What is meant by them is ten thousand or a thousand times as much.
    '3억 5천',
    '3억5천3백',
    '3억 5,000',
    '2억 3백',
    '1조 2십',
    '2억5',
    '1조 5',
    '1만5',
    '1억 2만5',
  ])('%j is none', (text) => {
    expect(parseKoreanNumber(text)).toBeNull();
  });
});
