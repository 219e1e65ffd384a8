import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../../../shared/core/parsePeriod.ts';

/** `start..end` in each order, alike ones once. */
function meanings(text: string, year = 2026): readonly string[] {
  const read = readPeriod(text, year);
  return [...new Set((read?.readings ?? []).map(({ period }) => `${period.start}..${period.end}`))];
}

describe('a period in one cell', () => {
  it.each([
    ['2026-03-02 ~ 03-06', '2026-03-02..2026-03-06'],
    ['2026-03-02 ~ 2026-03-06', '2026-03-02..2026-03-06'],
    ['2026-03-02~06', '2026-03-02..2026-03-06'],
    ['2026.3.2.~3.6.', '2026-03-02..2026-03-06'],
    ['2026-03-02 - 2026-03-06', '2026-03-02..2026-03-06'],
    ['2026. 3. 2.(월) ～ 2026. 3. 6.(금)', '2026-03-02..2026-03-06'],
    ['20260302∼20260306', '2026-03-02..2026-03-06'],
    ['2026년 3월 2일 ~ 3월 6일', '2026-03-02..2026-03-06'],
    ['2026년 3월 2일부터 6일까지', '2026-03-02..2026-03-06'],
    ['2 - 6 March 2026', '2026-03-02..2026-03-06'],
    ['2–6 Mar 2026', '2026-03-02..2026-03-06'],
    ['28 February – 3 March 2026', '2026-02-28..2026-03-03'],
    ['March 2 - March 6, 2026', '2026-03-02..2026-03-06'],
    ['from 2 March 2026 to 6 March 2026', '2026-03-02..2026-03-06'],
    ['25.03.2026 - 27.03.2026', '2026-03-25..2026-03-27'],
    ['25.-27.3.2026', '2026-03-25..2026-03-27'],
    ['2025-12-28 ~ 01-03', '2025-12-28..2026-01-03'],
    ['28 Dec - 3 Jan 2026', '2025-12-28..2026-01-03'],
    ['2026-03-02 09:00 ~ 2026-03-06 18:00', '2026-03-02..2026-03-06'],
    // Times of day, which may be a range as well.
    ['2026-03-02 09:00~18:00', '2026-03-02..2026-03-02'],
    ['2026.3.2. 10:00~12:00', '2026-03-02..2026-03-02'],
    ['2026.3.2.(10:00 ~ 12:00)', '2026-03-02..2026-03-02'],
    ['2026-03-02 (월) 14:00-16:00', '2026-03-02..2026-03-02'],
    ['2026. 3. 2.(월, 14:00∼16:00)', '2026-03-02..2026-03-02'],
    ['2026년 3월 2일(월) 10시~12시 30분', '2026-03-02..2026-03-02'],
    ['2026년 3월 2일 오전 10시부터 오후 2시까지', '2026-03-02..2026-03-02'],
    ['2026.3.2. 10~12시', '2026-03-02..2026-03-02'],
    ['2 March 2026, 2-4 pm', '2026-03-02..2026-03-02'],
    ['2 March 2026 (Mon), 10:00 a.m. to 12:00 p.m.', '2026-03-02..2026-03-02'],
    ['10:00-12:00, 2 March 2026', '2026-03-02..2026-03-02'],
    ['2026.3.2. 10:00~3.6. 18:00', '2026-03-02..2026-03-06'],
    ['2026-03-02 ~ 03-06 10:00~12:00', '2026-03-02..2026-03-06'],
    ['2026년 3월 2일 10시 ~ 3월 6일 18시', '2026-03-02..2026-03-06'],
    // A single day.
    ['2026-03-02', '2026-03-02..2026-03-02'],
    ['2 March 2026', '2026-03-02..2026-03-02'],
    // As written; that it ends before it begins is told by the record's own rule.
    ['2026-03-06 ~ 2026-03-02', '2026-03-06..2026-03-02'],
  ])('%s', (text, meaning) => {
    expect(meanings(text)).toEqual([meaning]);
    expect(readPeriod(text, 2026)?.isYearless).toBe(false);
  });

  it('means two things where day and month could be exchanged', () => {
    expect(meanings('02/03/2026 - 04/03/2026')).toEqual(['2026-03-02..2026-03-04', '2026-02-03..2026-04-03']);
  });

  it.each([
    ['3.2.~3.6.', '2026-03-02..2026-03-06'],
    ['3/2~6', '2026-03-02..2026-03-06'],
    ['3월 2일~6일', '2026-03-02..2026-03-06'],
    ['12.28 ~ 1.3', '2026-12-28..2027-01-03'],
    ['3/2(월) 14:00~16:00', '2026-03-02..2026-03-02'],
  ])('%s is of the year that is given', (text, meaning) => {
    const read = readPeriod(text, 2026);
    expect(read?.isYearless).toBe(true);
    expect(read?.readings.map(({ period }) => `${period.start}..${period.end}`)).toContain(meaning);
  });

  it.each([
    '',
    '~',
    'soon',
    '3 ~',
    'March',
    '2026',
    '2026-02-30 ~ 03-02',
    '1 ~ 2 ~ 3',
    '6 ~ 2 March 2026',
    '12-15명',
    '10:00~12:00',
    '2시간',
    '2026-03-02 10:00~12:00 ~',
  ])('%j is none', (text) => {
    expect(readPeriod(text, 2026)).toBeNull();
  });

  it('is read back from any two days in the usual forms', () => {
    const day = fc.date({ min: new Date('1995-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.nat(200), fc.constantFrom(' ~ ', '~', ' – ', ' - '), (from, days, mark) => {
        const start = from.toISOString().slice(0, 10);
        const end = new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
        expect(meanings(`${start}${mark}${end}`)).toEqual([`${start}..${end}`]);
        const short = start.slice(0, 4) === end.slice(0, 4) ? end.slice(5) : end;
        expect(meanings(`${start}${mark}${short}`)).toContain(`${start}..${end}`);
      }),
    );
  });
});
