import { expect, test } from 'vitest';
import { placeOnScreens, readWindowPlace, sizeOnScreen } from '../../../../electron/services/windowPlace.ts';

const screen = { x: 0, y: 0, width: 1366, height: 728 };
const beamer = { x: 1366, y: 0, width: 1920, height: 1080 };
const bounds = { x: 1500, y: 50, width: 1280, height: 800 };

test('a place that was remembered is taken as it was', () => {
  expect(readWindowPlace({ bounds, maximized: true })).toEqual({ bounds, maximized: true });
});

test('what cannot be a place is left out', () => {
  for (const odd of [
    {},
    { bounds: null },
    { bounds: { ...bounds, x: '1' } },
    { bounds: { ...bounds, y: 1.5 } },
  ]) {
    expect(readWindowPlace(odd)).toEqual({ bounds: null, maximized: false });
  }
  expect(readWindowPlace({ bounds: { ...bounds, width: 10 } }).bounds?.width).toBe(960);
});

test('a window whose screen is gone opens where the system puts it', () => {
  const place = { bounds, maximized: false };
  expect(placeOnScreens(place, [screen, beamer])).toEqual(place);
  expect(placeOnScreens(place, [screen])).toEqual({ bounds: null, maximized: false });
});

test('a title bar above or below every screen counts as gone', () => {
  for (const y of [-40, 720]) {
    const place = { bounds: { ...bounds, x: 0, y }, maximized: true };
    expect(placeOnScreens(place, [screen])).toEqual({ bounds: null, maximized: true });
  }
});

test('a window that is larger than its screen has become is cut to it, so that its foot can be reached', () => {
  const enlarged = { x: 0, y: 0, width: 910, height: 480 };
  const place = { bounds: { ...bounds, x: 0, y: 0 }, maximized: false };
  expect(placeOnScreens(place, [enlarged]).bounds).toEqual(enlarged);
  expect(placeOnScreens({ ...place, bounds }, [screen, beamer]).bounds).toEqual(bounds);
  const wide = { ...bounds, width: 2500 };
  expect(placeOnScreens({ ...place, bounds: wide }, [screen, beamer]).bounds).toEqual({
    ...wide,
    width: 1920,
  });
});

test('no size is asked for that a screen has no room for', () => {
  const enlarged = { x: 0, y: 0, width: 910, height: 480 };
  expect(sizeOnScreen({ width: 960, height: 640 }, enlarged)).toEqual({ width: 910, height: 480 });
  expect(sizeOnScreen({ width: 960, height: 640 }, beamer)).toEqual({ width: 960, height: 640 });
});
