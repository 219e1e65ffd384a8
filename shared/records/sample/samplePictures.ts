import { concatBytes } from '@noble/hashes/utils.js';
import { zlibSync } from 'fflate';
import { sha256Hex } from '../../core/hashing.ts';
import { crc32 } from '../../workbook/read/crc32.ts';
import { seededRandom } from './seededRandom.ts';

/** A drawn picture that stands for a photo and says SAMPLE on its face. */
export interface SamplePicture {
  /** A PNG of some kilobytes. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

const [width, height] = [480, 300];
const pictureCount = 8;
let drawn: readonly SamplePicture[] | null = null;

/** The same eight pictures on every computer: hills under a sun, in different colours. */
export function samplePictures(): readonly SamplePicture[] {
  drawn ??= Array.from({ length: pictureCount }, (_, index) => {
    const bytes = pngOf(drawing(index), paletteOf(index));
    return { bytes, sha256: sha256Hex(bytes) };
  });
  return drawn;
}

/** What the numbers of a drawing stand for; the two hills and the ground get darker towards the front. */
const ink = { sky: 0, sun: 1, far: 2, near: 3, ground: 4, letters: 5 } as const;

type Rgb = readonly [number, number, number];

function paletteOf(index: number): readonly Rgb[] {
  const hue = (index * 360) / pictureCount;
  return [
    rgbOf(hue, 0.45, 0.86),
    rgbOf(hue + 180, 0.6, 0.8),
    rgbOf(hue, 0.32, 0.66),
    rgbOf(hue, 0.36, 0.48),
    rgbOf(hue, 0.4, 0.3),
    [255, 255, 255],
  ];
}

/** Hue in degrees, saturation and lightness from 0 to 1. */
function rgbOf(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const place = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

function drawing(index: number): Uint8Array {
  const random = seededRandom(`picture ${index}`);
  const [sunX, sunY, sunRadius] = [random.between(70, 410), random.between(50, 100), random.between(24, 40)];
  const [far, near] = [random.fraction() * 6, random.fraction() * 6];
  const pixels = new Uint8Array(width * height);
  for (let x = 0; x < width; x++) {
    // Triangles and a whole number of steps: the same on every machine, which sines need not be.
    const farTop = 150 - hill(x / 150 + far, 50);
    const nearTop = 205 - hill(x / 210 + near, 60);
    for (let y = 0; y < height; y++) {
      const inSun = (x - sunX) ** 2 + (y - sunY) ** 2 < sunRadius ** 2;
      pixels[y * width + x] =
        y >= 240 ? ink.ground : y >= nearTop ? ink.near : y >= farTop ? ink.far : inSun ? ink.sun : ink.sky;
    }
  }
  writeSample(pixels);
  return pixels;
}

const hill = (place: number, rise: number): number => Math.floor(rise * Math.abs((place % 2) - 1));

/** Five columns of each letter, the top row in the lowest bit. */
const letters: readonly (readonly number[])[] = [
  [0x46, 0x49, 0x49, 0x49, 0x31],
  [0x7e, 0x11, 0x11, 0x11, 0x7e],
  [0x7f, 0x02, 0x0c, 0x02, 0x7f],
  [0x7f, 0x09, 0x09, 0x09, 0x06],
  [0x7f, 0x40, 0x40, 0x40, 0x40],
  [0x7f, 0x49, 0x49, 0x49, 0x41],
];

function writeSample(pixels: Uint8Array): void {
  const [scale, top] = [5, 253];
  const left = (width - letters.length * 6 * scale) / 2;
  letters.forEach((columns, letter) => {
    columns.forEach((bits, column) => {
      for (let row = 0; row < 7; row++) {
        if (((bits >> row) & 1) === 0) continue;
        for (let dy = 0; dy < scale; dy++) {
          const start = (top + row * scale + dy) * width + left + (letter * 6 + column) * scale;
          pixels.fill(ink.letters, start, start + scale);
        }
      }
    });
  });
}

/** An indexed PNG (ISO/IEC 15948), a byte for each pixel. */
function pngOf(pixels: Uint8Array, palette: readonly Rgb[]): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits, palette, and the only compression, filter method and order in lines.
  header.set([8, 3, 0, 0, 0], 8);
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++)
    lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return concatBytes(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', zlibSync(lines, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  );
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = concatBytes(
    Uint8Array.from(name, (letter) => letter.charCodeAt(0)),
    data,
  );
  const [length, check] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, data.length);
  new DataView(check.buffer).setUint32(0, crc32(named));
  return concatBytes(length, named, check);
}
