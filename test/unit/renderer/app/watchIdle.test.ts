// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchIdle } from '../../../../renderer/app/watchIdle.ts';

const lock = vi.fn();
let stop: () => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  lock.mockReset();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const move = (): boolean => document.dispatchEvent(new Event('pointermove'));
const press = (keys: KeyboardEventInit): boolean =>
  document.dispatchEvent(new KeyboardEvent('keydown', { cancelable: true, ...keys }));

test('a pause locks once, and each sign of life begins it anew', () => {
  stop = watchIdle(document, { minutes: 5, lock });
  vi.advanceTimersByTime(4.9 * 60_000);
  move();
  vi.advanceTimersByTime(4.9 * 60_000);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(lock).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60 * 60_000);
  expect(lock).toHaveBeenCalledOnce();
});

test('a laptop that slept is locked by the first movement after it, not woken by it', () => {
  stop = watchIdle(document, { minutes: 5, lock });
  // No timer fires while it sleeps.
  vi.setSystemTime(Date.now() + 8 * 3_600_000);
  move();
  expect(lock).toHaveBeenCalledOnce();
});

test('Ctrl+L locks at once, on any keyboard; other keys do not', () => {
  stop = watchIdle(document, { minutes: 0, lock });
  press({ key: 'l' });
  press({ key: 'l', ctrlKey: true, shiftKey: true });
  press({ key: 'k', code: 'KeyK', ctrlKey: true });
  expect(lock).not.toHaveBeenCalled();
  expect(press({ key: 'ㅣ', code: 'KeyL', ctrlKey: true })).toBe(false);
  expect(lock).toHaveBeenCalledOnce();
});

test('without a pause nothing is locked by itself, and nothing once it is stopped', () => {
  stop = watchIdle(document, { minutes: 0, lock });
  vi.advanceTimersByTime(24 * 3_600_000);
  move();
  stop();
  press({ key: 'l', ctrlKey: true });
  expect(lock).not.toHaveBeenCalled();
});
