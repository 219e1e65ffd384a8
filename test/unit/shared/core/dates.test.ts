import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addYears,
  dateInZone,
  daysBetween,
  daysInMonth,
  isIsoDate,
  isoDate,
  isoDateToSerial,
  serialToIsoDate,
} from '../../../../shared/core/dates.ts';
import { isoDateArbitrary } from '../../../support/recordGenerators.ts';

describe('isoDate', () => {
  it('makes only days of the calendar', () => {
    expect(isoDate(2024, 2, 29)).toBe('2024-02-29');
    expect(isoDate(2000, 2, 29)).toBe('2000-02-29');
    expect(isoDate(1900, 2, 29)).toBeNull();
    expect(isoDate(2025, 2, 29)).toBeNull();
    expect(isoDate(2025, 4, 31)).toBeNull();
    expect(isoDate(2025, 0, 1)).toBeNull();
    expect(isoDate(2025, 13, 1)).toBeNull();
    expect(isoDate(2025, 1, 1.5)).toBeNull();
    expect(isoDate(0, 1, 1)).toBeNull();
    expect(isoDate(99, 1, 1)).toBe('0099-01-01');
  });

  it('is what isIsoDate accepts', () => {
    expect(isIsoDate('2026-11-23')).toBe(true);
    for (const value of ['2026-11-31', '2026-1-1', '2026-11-23T00:00', '', null, 20261123]) {
      expect(isIsoDate(value)).toBe(false);
    }
  });
});

describe('serials', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45_000, '2023-03-15'],
    [46_349, '2026-11-23'],
    [2_958_465, '9999-12-31'],
  ])('of the 1900 system: %d is %s', (serial, date) => {
    expect(serialToIsoDate(serial)).toBe(date);
    expect(isoDateToSerial(date)).toBe(serial);
  });

  it.each([
    [0, '1904-01-01'],
    [1462, '1908-01-02'],
    [44_887, '2026-11-23'],
  ])('of the 1904 system: %d is %s', (serial, date) => {
    expect(serialToIsoDate(serial, '1904')).toBe(date);
    expect(isoDateToSerial(date, '1904')).toBe(serial);
  });

  it('know no 29 February 1900, which Excel believes in', () => {
    expect(serialToIsoDate(60)).toBeNull();
    expect(serialToIsoDate(60.5)).toBeNull();
  });

  it('refuse what is no day', () => {
    for (const serial of [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 0.5, 2_958_466]) {
      expect(serialToIsoDate(serial)).toBeNull();
    }
    expect(isoDateToSerial('1899-12-31')).toBeNull();
    expect(isoDateToSerial('1903-12-31', '1904')).toBeNull();
  });

  it('cut a time of day off', () => {
    expect(serialToIsoDate(46_349.999)).toBe('2026-11-23');
  });

  it('give every day back in both systems', () => {
    fc.assert(
      fc.property(isoDateArbitrary, fc.constantFrom('1900' as const, '1904' as const), (date, system) => {
        const serial = isoDateToSerial(date, system);
        if (serial !== null) expect(serialToIsoDate(serial, system)).toBe(date);
        else expect(system === '1904' && date < '1904-01-01').toBe(true);
      }),
    );
  });
});

describe('counting days', () => {
  it('undoes itself', () => {
    fc.assert(
      fc.property(isoDateArbitrary, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(addDays(other, -days)).toBe(date);
      }),
    );
  });

  it('knows leap years', () => {
    expect(daysInMonth(2024, 2)).toBe(29);
    expect(daysInMonth(2100, 2)).toBe(28);
    expect(daysInMonth(2000, 2)).toBe(29);
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });
});

describe('dateInZone', () => {
  it('is the date on the wall there', () => {
    const instant = Date.UTC(2026, 10, 23, 16, 0, 0);
    expect(dateInZone(instant, 'Asia/Seoul')).toBe('2026-11-24');
    expect(dateInZone(instant, 'America/Lima')).toBe('2026-11-23');
  });
});

describe('in whatever time zone the computer is', () => {
  const script = fileURLToPath(new URL('../../../support/dateProbe.ts', import.meta.url));
  const runIn = (zone: string) =>
    execFileSync(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });

  it('dates, serials and parsed texts are the same', () => {
    const [utc, ...others] = ['UTC', 'Asia/Seoul', 'America/Lima'].map((zone) => ({
      zone,
      out: runIn(zone),
    }));
    expect(utc?.out).toContain('"serial":46349');
    for (const { zone, out } of others) {
      expect({ zone, out: out.replace(`"zone":"${zone}"`, '') }).toEqual({
        zone,
        out: utc?.out.replace('"zone":"UTC"', ''),
      });
    }
  });
});
