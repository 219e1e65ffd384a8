import { expect, it } from 'vitest';
import { hasTooManyPixels, pictureSize } from '../../../../shared/evidence/pictureSize.ts';
import { gif, heic, jpeg, png, webp } from '../../../support/pictures.ts';

it.each([
  ['image/png', png],
  ['image/jpeg', jpeg],
  ['image/gif', gif],
  ['image/webp', webp],
  ['image/avif', heic],
  ['image/heic', heic],
])('the header of %s tells its size', (mediaType, make) => {
  expect(pictureSize(make(640, 481), mediaType)).toEqual({ width: 640, height: 481 });
  // The largest of cameras of 50 and of 108 million pixels.
  expect(hasTooManyPixels(make(8192, 6144), mediaType)).toBe(false);
  expect(hasTooManyPixels(make(12_000, 9000), mediaType)).toBe(false);
  expect(hasTooManyPixels(make(8000, 6000), mediaType, 'together')).toBe(false);
  expect(hasTooManyPixels(make(8192, 6144), mediaType, 'together')).toBe(true);
  expect(hasTooManyPixels(make(16_000, 12_500), mediaType)).toBe(true);
});

it('a small screen does not hide a large first picture of a GIF', () => {
  const bytes = gif(1, 1, { width: 60_000, height: 60_000 });
  expect(pictureSize(bytes, 'image/gif')).toEqual({ width: 60_000, height: 60_000 });
});

it('the other forms of WebP tell it in other places', () => {
  expect(pictureSize(webp(640, 481, 'VP8 '), 'image/webp')).toEqual({ width: 640, height: 481 });
  expect(pictureSize(webp(640, 481, 'VP8L'), 'image/webp')).toEqual({ width: 640, height: 481 });
});

it('a thumbnail that a JPEG carries in a segment is not taken for it', () => {
  const thumbnail = [...jpeg(160, 120)];
  const segment = [0xff, 0xe1, 0, thumbnail.length + 2, ...thumbnail];
  const whole = jpeg(640, 481);
  const bytes = Uint8Array.from([...whole.subarray(0, 2), ...segment, ...whole.subarray(2)]);
  expect(pictureSize(bytes, 'image/jpeg')).toEqual({ width: 640, height: 481 });
});

it('what is cut off or no picture tells nothing', () => {
  for (const [make, mediaType] of [
    [png, 'image/png'],
    [jpeg, 'image/jpeg'],
    [gif, 'image/gif'],
    [webp, 'image/webp'],
    [heic, 'image/heic'],
  ] as const) {
    const whole = make(640, 480);
    for (let length = 0; length < 10; length++)
      expect(pictureSize(whole.subarray(0, length), mediaType)).toBeNull();
  }
  expect(pictureSize(png(640, 480), 'application/pdf')).toBeNull();
});
