import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxCanvasArea, maxCanvasSide, pageSize } from '../../../../../renderer/workers/pdf/pageSize.ts';

const a4 = { width: 595, height: 842 };

test('a page is as wide as its place, with a pixel of its canvas for each of the screen', () => {
  expect(pageSize(a4, { width: 1190, zoom: 1, density: 1 })).toEqual({
    width: 1190,
    height: 1684,
    canvasWidth: 1190,
    canvasHeight: 1684,
    scale: 2,
  });
  expect(pageSize(a4, { width: 595, zoom: 1.5, density: 2 })).toMatchObject({
    width: 892,
    canvasWidth: 1785,
    canvasHeight: 2526,
  });
});

test('a large zoom makes a page larger than its canvas, which stays within bounds', () => {
  const size = pageSize(a4, { width: 900, zoom: 4, density: 3 });
  expect(size).toMatchObject({ width: 3600, height: 5094 });
  expect((size?.canvasWidth ?? 0) * (size?.canvasHeight ?? 0)).toBeLessThanOrEqual(maxCanvasArea);
  expect(size?.canvasHeight).toBeLessThanOrEqual(maxCanvasSide);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a page %d wide has no size', (width) => {
  expect(pageSize({ width, height: 842 }, { width: 900, zoom: 1, density: 1 })).toBeNull();
});

test('no page and no screen asks for a canvas beyond the bounds or of nothing', () => {
  const length = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
  const wish = fc.record({
    width: fc.integer({ min: 1, max: 4000 }),
    zoom: fc.constantFrom(0.5, 1, 4),
    density: fc.constantFrom(0.5, 1, 2, 3.5),
  });
  fc.assert(
    fc.property(length, length, wish, (width, height, given) => {
      const size = pageSize({ width, height }, given);
      if (size === null) return;
      expect(size.canvasWidth).toBeGreaterThanOrEqual(1);
      expect(size.canvasHeight).toBeGreaterThanOrEqual(1);
      expect(Math.max(size.canvasWidth, size.canvasHeight)).toBeLessThanOrEqual(maxCanvasSide);
      expect(size.canvasWidth * size.canvasHeight).toBeLessThanOrEqual(maxCanvasArea);
      expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(20_000);
    }),
  );
});
