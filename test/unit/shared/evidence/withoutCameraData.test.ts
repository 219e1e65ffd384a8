import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCameraData } from '../../../../shared/evidence/withoutCameraData.ts';
import { box, heicFile, longBox, type MadeHeic, type MadeItem } from '../../../support/heicFile.ts';
import { cameraMark, exifBlock } from '../../../support/photos.ts';

const letters = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')];
const place = '42.6977 N, 23.3219 E';
/** The picture's own bytes are told apart from zeros and from each other. */
const coded = (length: number, seed: number): readonly number[] =>
  Array.from({ length }, (_, index) => 1 + ((index * 7 + seed) % 255));

const tile: MadeItem = { id: 1, type: 'hvc1', bytes: coded(400, 3) };
const grid: MadeItem = { id: 2, type: 'grid', bytes: [0, 0, 0, 0, 2, 128, 1, 224], inDescription: true };
const exif: MadeItem = { id: 3, type: 'Exif', bytes: [0, 0, 0, 0, ...exifBlock()] };
const xmp: MadeItem = {
  id: 4,
  type: 'mime',
  mediaType: 'application/rdf+xml',
  bytes: letters(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>${place}</exif:GPSLatitude></x:xmpmeta>`,
  ),
};
const later: MadeItem = { id: 5, type: 'hvc1', bytes: coded(300, 11) };
const phone: MadeHeic = { items: [tile, grid, exif, xmp, later] };

const latitude = Buffer.from([42, 0, 0, 0, 1, 0, 0, 0, 41, 0, 0, 0, 1, 0, 0, 0]);
const tellsPlace = (bytes: Uint8Array): boolean =>
  [Buffer.from(cameraMark), Buffer.from(place), latitude].some((mark) => Buffer.from(bytes).includes(mark));
const cleaned = (made: MadeHeic): Uint8Array => {
  const bytes = heicFile(made);
  expect(tellsPlace(bytes)).toBe(true);
  const result = withoutCameraData(bytes);
  if (result === null) throw new Error('it was not followed');
  return result;
};

/** What is the same in both, wherever a picture's bytes lie. */
const keepsPicture = (made: MadeHeic, result: Uint8Array): void => {
  const before = Buffer.from(heicFile(made));
  expect(result.length).toBe(before.length);
  for (const { bytes } of made.items.filter(({ type }) => type === 'hvc1' || type === 'grid'))
    expect(Buffer.from(result).indexOf(Buffer.from(bytes))).toBe(before.indexOf(Buffer.from(bytes)));
};

describe('what a camera wrote into a picture of boxes', () => {
  it.each<readonly [string, MadeHeic]>([
    ['as phones write it', phone],
    ['with the oldest table of places', { items: [tile, exif, xmp, later], ilocVersion: 0 }],
    ['with wide ids', { ...phone, ilocVersion: 2, infeVersion: 3 }],
    ['with numbers of 64 bits', { ...phone, numberBytes: 8, isLong: true }],
    ['in pieces', { items: [tile, grid, { ...exif, pieces: 7 }, { ...xmp, pieces: 3 }, later] }],
    ['in the description', { items: [tile, { ...exif, inDescription: true }, grid, later] }],
    [
      'behind thousands of tiles',
      {
        items: [
          ...Array.from({ length: 5000 }, (_, index) => ({
            ...tile,
            id: index + 10,
            bytes: coded(8, index),
          })),
          exif,
        ],
      },
    ],
  ])('is blanked, and the picture stays where it was: %s', (_how, made) => {
    const result = cleaned(made);
    expect(tellsPlace(result)).toBe(false);
    keepsPicture(made, result);
    expect(withoutCameraData(result)).toEqual(result);
  });

  it('leaves an Exif block and an XMP packet that say nothing', () => {
    const result = Buffer.from(cleaned(phone));
    const at = result.indexOf(Buffer.from(tile.bytes)) + tile.bytes.length;
    expect(result.subarray(at, at + 18).toString('hex')).toBe('000000004d4d002a00000008000000000000');
    expect(result.subarray(at + 18, at + exif.bytes.length).every((byte) => byte === 0)).toBe(true);
    const packet = result.subarray(at + exif.bytes.length, at + exif.bytes.length + xmp.bytes.length);
    expect(packet.toString('latin1').trim()).toBe('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>');
  });

  it.each<readonly [string, Partial<MadeHeic>]>([
    ['a video that goes with it', { more: box('mpvd', letters(place)) }],
    ['a box of its maker, its size in 64 bits', { more: longBox('uuid', letters(place)) }],
    ['a box for nothing', { more: box('free', letters(place)) }],
    ['words in the description', { moreDescription: box('xml ', letters(place)) }],
    ['words among the properties', { moreProperties: box('udes', letters(place)) }],
    ['what no item names', { unnamed: letters(place) }],
  ])('is blanked where no item holds it: %s', (_where, more) => {
    const made: MadeHeic = { items: [tile, grid, later], ...more };
    const result = cleaned(made);
    expect(tellsPlace(result)).toBe(false);
    keepsPicture(made, result);
  });
});

describe('a picture whose boxes cannot be followed is not called clean', () => {
  const moved = (id: number, extent: { offset: number; length: number }): MadeHeic => ({
    ...phone,
    forge: (item, extents) => ({ extents: item.id === id ? [extent] : extents }),
  });
  const told = (id: number, method: number, reference = 0): MadeHeic => ({
    ...phone,
    forge: (item, extents) =>
      item.id === id ? { extents, method, reference } : { extents, method: item.inDescription ? 1 : 0 },
  });
  const dataAt = Buffer.from(heicFile(phone)).indexOf(Buffer.from(tile.bytes));
  it.each<readonly [string, MadeHeic]>([
    ['the place lies inside the picture', moved(3, { offset: dataAt + 10, length: 50 })],
    ['the place lies in the table of places', moved(3, { offset: 40, length: 50 })],
    ['it is longer than the file', moved(3, { offset: dataAt, length: 0xffffffff })],
    ['it begins behind the file', moved(3, { offset: 0xfffffff0, length: 4 })],
    ['a number has more than 53 bits', { ...moved(3, { offset: 2 ** 60, length: 9 }), numberBytes: 8 }],
    ['it goes to the end, over the picture', moved(3, { offset: dataAt + 1, length: 0 })],
    ['the picture lies in a box that is blanked', moved(1, { offset: 8, length: 4 })],
    ['it is made of other items', told(3, 2)],
    ['it lies in another file', told(3, 0, 1)],
    [
      'it lies in a description that is not there',
      { items: [tile, exif], forge: (_item, extents) => ({ extents, method: 1 }) },
    ],
    [
      'an item is of a kind that is not known',
      { items: [...phone.items, { id: 9, type: 'jpeg', bytes: letters(place) }] },
    ],
    [
      'a whole picture is wrapped',
      { items: [...phone.items, { id: 9, type: 'mime', mediaType: 'image/jpeg', bytes: letters(place) }] },
    ],
    ['two items have one number', { items: [...phone.items, { ...exif, id: 1 }] }],
    ['there are two descriptions', { ...phone, more: box('meta', [0, 0, 0, 0]) }],
    ['it is a film', { ...phone, more: box('moov', letters(place)) }],
    ['something is left over', { ...phone, more: letters('SEFT') }],
    ['a box is longer than the file', { ...phone, more: [0, 0, 1, 0, ...letters('free')] }],
    ['a box is shorter than its head', { ...phone, more: [0, 0, 0, 4, ...letters('free')] }],
    [
      'a long box is shorter than its head',
      { ...phone, more: [0, 0, 0, 1, ...letters('free'), 0, 0, 0, 0, 0, 0, 0, 9] },
    ],
    [
      'a long box is longer than any file',
      { ...phone, more: [0, 0, 0, 1, ...letters('free'), ...Array<number>(8).fill(255)] },
    ],
  ])('%s', (_why, made) => {
    expect(withoutCameraData(heicFile(made))).toBeNull();
  });

  it('nothing but its type', () => {
    expect(withoutCameraData(Uint8Array.from(letters('\0\0\0\x18ftypheic....')))).toBeNull();
  });

  it('cut off anywhere before its last byte', () => {
    const whole = heicFile(phone);
    for (let length = 0; length < whole.length; length++)
      expect(withoutCameraData(whole.subarray(0, length))).toBeNull();
  });
});

it('whatever byte is changed, what is called clean is as long, and clean a second time', () => {
  const whole = heicFile(phone);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const bytes = whole.slice();
      for (const [at, value] of changes) bytes[at] = value;
      const result = withoutCameraData(bytes);
      if (result === null) return;
      expect(result.length).toBe(bytes.length);
      expect(withoutCameraData(result)).toEqual(result);
    }),
    { numRuns: 1000 },
  );
});

it('many boxes and many items end in good time', () => {
  const manyBoxes = { ...phone, more: Array.from({ length: 60_000 }, () => box('free')).flat() };
  expect(withoutCameraData(heicFile(manyBoxes))).toBeNull();
  const pieces = Array.from({ length: 60_000 }, () => ({ offset: 8, length: 4 }));
  const items = [1, 2, 3].map((id) => ({ ...tile, id }));
  expect(withoutCameraData(heicFile({ items, forge: () => ({ extents: pieces }) }))).toBeNull();
});
