import { expect, test } from 'vitest';
import { pageTyped, zoomBeside, zoomSteps } from '../../../../renderer/forms/pdfZoom.ts';

test('zooming in and out goes through the steps and stays at their ends', () => {
  expect(zoomSteps.map((zoom) => zoomBeside(zoom, 1))).toEqual([...zoomSteps.slice(1), 4]);
  expect(zoomSteps.map((zoom) => zoomBeside(zoom, -1))).toEqual([0.5, ...zoomSteps.slice(0, -1)]);
});

test.each([
  ['7', 7],
  [' 50 ', 50],
  ['0', null],
  ['51', null],
  ['-1', null],
  ['2.5', null],
  ['', null],
  ['two', null],
])('“%s” typed for one of 50 pages is %s', (typed, page) => {
  expect(pageTyped(typed, 50)).toBe(page);
});
