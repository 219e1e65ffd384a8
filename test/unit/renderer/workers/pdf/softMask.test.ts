import { expect, test } from 'vitest';
import { maskPixels } from '../../../../../renderer/workers/pdf/softMask.ts';

const black = [0, 0, 0, 255];
const white = [255, 255, 255, 255];
const green = [0, 255, 0, 128];

function alphas(by: 'brightness' | 'alpha', map: ArrayLike<number> | null): readonly number[] {
  const data = Uint8ClampedArray.from([black, white, green].flat());
  maskPixels(data, by, map);
  return [...data].filter((_, index) => index % 4 === 3);
}

test('the brightness of a mask is how much is seen through it', () => {
  expect(alphas('brightness', null)).toEqual([0, 255, 150]);
});

test('a mask of transparency keeps it', () => {
  expect(alphas('alpha', null)).toEqual([255, 255, 128]);
});

test('a map changes each step', () => {
  const reversed = Uint8Array.from({ length: 256 }, (_, step) => 255 - step);
  expect(alphas('brightness', reversed)).toEqual([255, 0, 105]);
  expect(alphas('alpha', reversed)).toEqual([0, 0, 127]);
});
