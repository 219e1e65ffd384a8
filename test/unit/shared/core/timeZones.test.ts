import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, localToUtc, utcToLocal } from '../../../../shared/core/timeZones.ts';

const zones = [
  'Asia/Seoul',
  'Europe/Sofia',
  'America/Lima',
  'Asia/Tashkent',
  'Africa/Nairobi',
  'Asia/Kolkata',
  'UTC',
];

describe('time zones', () => {
  it('are those that the runtime knows', () => {
    expect(isTimeZone('Asia/Seoul')).toBe(true);
    expect(isTimeZone('Asia/Exampleville')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });

  it('turn an instant into what the clock on the wall shows', () => {
    expect(utcToLocal('2026-11-23T16:00:00Z', 'Asia/Seoul')).toEqual({
      date: '2026-11-24',
      time: '01:00:00',
    });
    expect(utcToLocal('2026-01-01T00:00:00Z', 'America/Lima')).toEqual({
      date: '2025-12-31',
      time: '19:00:00',
    });
    expect(utcToLocal('2026-11-23T00:00:00Z', 'UTC')).toEqual({ date: '2026-11-23', time: '00:00:00' });
    expect(utcToLocal('nonsense', 'UTC')).toBeNull();
    expect(utcToLocal('2026-11-23T00:00:00Z', 'nowhere')).toBeNull();
  });

  it('take the hour that Sofia skips in spring as the hour after it', () => {
    const utc = localToUtc('2026-03-29', '03:30:00', 'Europe/Sofia');
    expect(utc).toBe('2026-03-29T01:30:00Z');
    expect(utcToLocal(utc, 'Europe/Sofia')).toEqual({ date: '2026-03-29', time: '04:30:00' });
  });

  it('take the hour that Sofia shows twice in autumn as the first of the two', () => {
    expect(localToUtc('2026-10-25', '03:30:00', 'Europe/Sofia')).toBe('2026-10-25T00:30:00Z');
  });

  it('give the wall clock back wherever no hour is skipped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.constantFrom(...zones), (seconds, zone) => {
        const utc = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
        const local = utcToLocal(utc, zone);
        expect(local).not.toBeNull();
        if (local === null) return;
        // The instant itself may be the second of a repeated hour; its wall clock is the same.
        expect(utcToLocal(localToUtc(local.date, local.time, zone), zone)).toEqual(local);
      }),
    );
  });
});
