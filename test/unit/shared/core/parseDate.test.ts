import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateText } from '../../../../shared/core/parseDate.ts';
import { isoDateArbitrary } from '../../../support/recordGenerators.ts';

describe('parseDateText', () => {
  it.each([
    '2026-11-23',
    '2026.11.23',
    '2026. 11. 23.',
    '2026.11.23(월)',
    '2026/11/23',
    '2026년 11월 23일',
    '2026년 11월 23일 (월)',
    '20261123',
    '23.11.2026',
    '23. 11. 2026',
    '23/11/2026',
    '11/23/2026',
    '23-11-2026',
    '11/23/26',
    '23-Nov-2026',
    '23-Nov-26',
    '23 November 2026',
    'Nov 23, 2026',
    'November 23 2026',
    "'26.11.23",
    ' 2026-11-23 ',
    '２０２６-11-23',
    '2026-11-23 14:30',
    '2026-11-23T14:30:00Z',
    '2026-11-23T14:30:00.000+09:00',
    '2026-11-23 2:30 PM',
    '2026.11.23. 10:00~12:00',
    '2026-11-23 (월) 14:00-16:00',
    '2026년 11월 23일 오후 2시',
    '23.11.2026, 10:00 – 12:00',
    '11/23/2026 2-4 pm',
    '23 Nov 2026 (Mon) 2 pm',
  ])('reads “%s” as the same day', (text) => {
    expect(parseDateText(text)).toBe('2026-11-23');
  });

  it.each(['03/04/2026', '3-4-2026', '26.11.23', '26/11/23', '11-12-26'])(
    'asks about “%s”, which can be two days',
    (text) => {
      expect(parseDateText(text)).toBe('ambiguous');
    },
  );

  it('needs no question where both readings are one day', () => {
    expect(parseDateText('05/05/2026')).toBe('2026-05-05');
    expect(parseDateText('11.11.11')).toBe('2011-11-11');
  });

  it.each([
    '',
    'soon',
    '2026-02-30',
    '2026-13-01',
    '2025.02.29',
    '31.04.2026',
    '2026',
    '2026-11',
    '2026-11/23',
    '23 Marzipan 2026',
    '12345',
    '0000-01-01',
    '23-Nov-2026 or later',
  ])('does not take “%s” for a date', (text) => {
    expect(parseDateText(text)).toBeNull();
  });

  it('reads every day in every form that has a year of four digits', () => {
    fc.assert(
      fc.property(isoDateArbitrary, (date) => {
        const [year = '', month = '', day = ''] = date.split('-');
        expect(parseDateText(date)).toBe(date);
        expect(parseDateText(`${year}년 ${Number(month)}월 ${Number(day)}일`)).toBe(date);
        expect(parseDateText(`${Number(day)}.${Number(month)}.${year}`)).toBe(date);
        expect([date, 'ambiguous']).toContain(parseDateText(`${day}/${month}/${year}`));
        expect([date, 'ambiguous']).toContain(parseDateText(`${month}/${day}/${year}`));
      }),
    );
  });

  it('never throws and gives a real day or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseDateText(text);
        if (read !== null && read !== 'ambiguous') expect(parseDateText(read)).toBe(read);
      }),
    );
  });
});
