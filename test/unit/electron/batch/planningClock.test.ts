import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { planningClock, planningSeconds } from '../../../../electron/batch/planningClock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('each file has its own time, and between them there is no clock', () => {
  const late: string[] = [];
  const clock = planningClock(120, (name) => late.push(name));
  clock.planning('a.xlsx');
  vi.advanceTimersByTime(119_000);
  clock.planning('b.xlsx');
  vi.advanceTimersByTime(119_000);
  clock.planning(null);
  vi.advanceTimersByTime(600_000);
  expect(late).toEqual([]);
  clock.planning('c.xlsx');
  vi.advanceTimersByTime(120_000);
  expect(late).toEqual(['c.xlsx']);
});

test('the bound can be lowered, never raised', () => {
  expect([undefined, '', 'x', '-1', '0.5', '7', '600'].map(planningSeconds)).toEqual([
    120, 120, 120, 120, 0.5, 7, 120,
  ]);
});
