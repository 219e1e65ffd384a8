/** The beginnings of pictures of any size: as much of each as tells what it is and how large. */

const letters = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const big32 = (value: number): readonly number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const big16 = (value: number): readonly number[] => [value >>> 8, value & 0xff];
const little16 = (value: number): readonly number[] => [value & 0xff, value >>> 8];
const little24 = (value: number): readonly number[] => [...little16(value & 0xffff), value >>> 16];

export const png = (width: number, height: number): Uint8Array =>
  Uint8Array.from([
    ...letters('\x89PNG\r\n\x1a\n'),
    ...big32(13),
    ...letters('IHDR'),
    ...big32(width),
    ...big32(height),
    1,
    0,
    0,
    0,
    0,
  ]);

export const jpeg = (width: number, height: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, ...letters('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0],
    ...[0xff, 0xc2, 0, 17, 8, ...big16(height), ...big16(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
    ...[0xff, 0xda],
  ]);

export const gif = (width: number, height: number, frame = { width, height }): Uint8Array =>
  Uint8Array.from([
    ...[...letters('GIF89a'), ...little16(width), ...little16(height), 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    ...[0x21, 0xf9, 4, 0, 0, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, ...little16(frame.width), ...little16(frame.height), 0, 2],
  ]);

export function webp(width: number, height: number, form: 'VP8X' | 'VP8 ' | 'VP8L' = 'VP8X'): Uint8Array {
  const lossless = width - 1 + (height - 1) * 2 ** 14;
  const content = {
    VP8X: [0, 0, 0, 0, ...little24(width - 1), ...little24(height - 1)],
    'VP8 ': [0, 0, 0, 0x9d, 0x01, 0x2a, ...little16(width), ...little16(height)],
    VP8L: [0x2f, ...big32(lossless).toReversed()],
  }[form];
  return Uint8Array.from([
    ...letters('RIFF'),
    0,
    0,
    0,
    0,
    ...letters(`WEBP${form}`),
    10,
    0,
    0,
    0,
    ...content,
  ]);
}

/** The boxes of HEIC and AVIF: a thumbnail, then the picture. */
export const heic = (width: number, height: number): Uint8Array => {
  const size = (w: number, h: number) => [
    ...big32(20),
    ...letters('ispe'),
    0,
    0,
    0,
    0,
    ...big32(w),
    ...big32(h),
  ];
  return Uint8Array.from([
    ...[...big32(24), ...letters('ftypheic'), 0, 0, 0, 0, ...letters('mif1heic')],
    ...size(160, 120),
    ...size(width, height),
  ]);
};
