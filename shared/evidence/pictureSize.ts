export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * How many pixels a picture may have: `alone`, drawn one after the other; `together`, where a screen shows several.
 * Cameras write 12 to 108 million; a few phones 200, when told to. Drawing takes four bytes for each, and ten while a
 * JPEG is decoded that comes in passes: 0.5 to 1 GB for 108 million, which a computer of 4 GB still has to spare.
 */
export const mostPixels = { alone: 110_000_000, together: 50_000_000 } as const;

/**
 * Whether a picture says of itself that drawing it takes more memory than there is: a file of some kilobytes can
 * unpack to gigabytes. False where the file does not tell its size; then no browser draws it either.
 */
export function hasTooManyPixels(
  bytes: Uint8Array,
  mediaType: string,
  drawn: keyof typeof mostPixels = 'alone',
): boolean {
  const size = pictureSize(bytes, mediaType);
  return size !== null && size.width * size.height > mostPixels[drawn];
}

/** Width and height in pixels, from a picture's header and without decoding it; null where it does not tell them. */
export function pictureSize(bytes: Uint8Array, mediaType: string): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readers[mediaType];
  try {
    return read?.(view) ?? null;
  } catch {
    // A header that is cut off: reading beyond the end of a DataView throws.
    return null;
  }
}

const readers: Readonly<Record<string, (view: DataView) => PictureSize | null>> = {
  'image/png': pngSize,
  'image/jpeg': jpegSize,
  'image/gif': gifSize,
  'image/webp': webpSize,
  'image/avif': boxedSize,
  'image/heic': boxedSize,
};

/** The header chunk comes first. */
function pngSize(view: DataView): PictureSize {
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The frame header (SOF) is one of the segments before the picture's data. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (marker === 0xda || marker === 0xd9) return null;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else at += 2 + view.getUint16(at + 2);
  }
}

/** The screen, or the first picture on it, which browsers let grow the screen. */
function gifSize(view: DataView): PictureSize {
  const width = view.getUint16(6, true);
  const height = view.getUint16(8, true);
  const first = firstGifFrame(view);
  return { width: Math.max(width, first?.width ?? 0), height: Math.max(height, first?.height ?? 0) };
}

function firstGifFrame(view: DataView): PictureSize | null {
  const flags = view.getUint8(10);
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  while (at + 9 < view.byteLength) {
    const block = view.getUint8(at);
    if (block === 0x2c) {
      const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)];
      return { width: left + view.getUint16(at + 5, true), height: top + view.getUint16(at + 7, true) };
    }
    if (block !== 0x21) return null;
    for (at += 2; view.getUint8(at) !== 0; ) at += 1 + view.getUint8(at);
    at += 1;
  }
  return null;
}

function webpSize(view: DataView): PictureSize | null {
  switch (view.getUint32(12)) {
    case fourLetters('VP8 '):
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case fourLetters('VP8L'): {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case fourLetters('VP8X'):
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint8(at) + view.getUint8(at + 1) * 256 + view.getUint8(at + 2) * 65_536;

/** Descriptions stand before the pictures themselves. */
const boxSearchBytes = 1024 * 1024;

/** The largest of the pictures that a file of boxes describes ("ispe"), tiles and thumbnails among them. */
function boxedSize(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  const wanted = fourLetters('ispe');
  const end = Math.min(view.byteLength - 16, boxSearchBytes);
  for (let at = 0; at <= end; at++) {
    if (view.getUint8(at) !== 0x69 || view.getUint32(at) !== wanted) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

const fourLetters = (text: string): number =>
  [...text].reduce((number, letter) => number * 256 + letter.charCodeAt(0), 0);
