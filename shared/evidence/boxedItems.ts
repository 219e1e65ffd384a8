import { type Box, boxesIn, contentOf, fourLetters } from './boxes.ts';

/** What an item of a HEIC or AVIF file is: a part of the picture, what the camera wrote about it, or not known here. */
export type ItemRole = 'picture' | 'exif' | 'text' | 'unknown';

/** A stretch of the file, in bytes from its start; `end` is the first byte behind it. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Where the bytes of an item lie; null for one that is made of other items or lies in another file. */
export interface ItemPlace {
  readonly id: number;
  readonly extents: readonly Extent[] | null;
}

/** Coded pictures, and how tiles, layers and tones are put together. Others could hold a whole file of their own. */
const pictureTypes: ReadonlySet<string> = new Set([
  ...['hvc1', 'hev1', 'lhv1', 'av01', 'avc1', 'vvc1', 'evc1'],
  ...['grid', 'iovl', 'iden', 'tmap'],
]);

/** A picture can be wrapped as “mime”, with all that its own format writes about it. */
const wrappedPicture = /^(image|video|audio)\//i;

/** The role of each item by its id, from the box “iinf”; null where it cannot be followed. */
export function itemRoles(view: DataView, iinf: Box): ReadonlyMap<number, ItemRole> | null {
  const head = contentOf(view, iinf).getUint8(0) === 0 ? 6 : 8;
  const entries = boxesIn(view, iinf.content + head, iinf.end);
  if (entries === null || entries.some(({ type }) => type !== 'infe')) return null;
  const roles = new Map<number, ItemRole>();
  for (const entry of entries) {
    const item = itemIn(contentOf(view, entry));
    if (roles.has(item.id)) return null;
    roles.set(item.id, item.role);
  }
  return roles;
}

function itemIn(entry: DataView): { readonly id: number; readonly role: ItemRole } {
  const version = entry.getUint8(0);
  if (version > 3) return { id: 0, role: 'unknown' };
  const id = version < 3 ? entry.getUint16(4) : entry.getUint32(4);
  // Before version 2 an item has no type of its own, only a name and a media type.
  if (version < 2) return { id, role: textRole(entry, afterName(entry, 8)) };
  const typeAt = version < 3 ? 8 : 10;
  const type = fourLetters(entry, typeAt);
  if (type === 'Exif') return { id, role: 'exif' };
  if (type === 'mime') return { id, role: textRole(entry, afterName(entry, typeAt + 4)) };
  if (type === 'uri ') return { id, role: 'text' };
  return { id, role: pictureTypes.has(type) ? 'picture' : 'unknown' };
}

function textRole(entry: DataView, mediaTypeAt: number): ItemRole {
  let mediaType = '';
  for (let at = mediaTypeAt; at < Math.min(mediaTypeAt + 6, entry.byteLength); at++)
    mediaType += String.fromCharCode(entry.getUint8(at));
  return wrappedPicture.test(mediaType) ? 'unknown' : 'text';
}

function afterName(entry: DataView, nameAt: number): number {
  let at = nameAt;
  while (entry.getUint8(at) !== 0) at += 1;
  return at + 1;
}

/** More pieces than any camera writes; a hostile file could name millions. */
const mostExtents = 100_000;

/** Where each item lies, from the box “iloc”; null where that cannot be followed. */
export function itemPlaces(view: DataView, iloc: Box, idat: Box | null): readonly ItemPlace[] | null {
  const reader = new FieldReader(contentOf(view, iloc));
  const version = reader.take(1);
  if (version > 2) return null;
  reader.take(3);
  const [sizes, moreSizes] = [reader.take(1), reader.take(1)];
  const form: ItemForm = {
    version,
    offset: sizes >>> 4,
    length: sizes & 15,
    base: moreSizes >>> 4,
    index: version === 0 ? 0 : moreSizes & 15,
  };
  if (![form.offset, form.length, form.base, form.index].every((size) => [0, 4, 8].includes(size)))
    return null;
  const places: ItemPlace[] = [];
  let extents = 0;
  for (let left = reader.take(version < 2 ? 2 : 4); left > 0; left--) {
    const place = placeOf(reader, form, { file: view.byteLength, idat });
    if (place === null) return null;
    extents += 1 + (place.extents?.length ?? 0);
    if (extents > mostExtents) return null;
    places.push(place);
  }
  return places;
}

interface ItemForm {
  readonly version: number;
  /** Bytes that each number takes; 0 where it is left out. */
  readonly offset: number;
  readonly length: number;
  readonly base: number;
  readonly index: number;
}

function placeOf(
  reader: FieldReader,
  { version, offset, length, base, index }: ItemForm,
  { file, idat }: { readonly file: number; readonly idat: Box | null },
): ItemPlace | null {
  const id = reader.take(version < 2 ? 2 : 4);
  const method = version === 0 ? 0 : reader.take(2) & 15;
  const isElsewhere = reader.take(2) !== 0 || method > 1;
  if (method === 1 && idat === null) return null;
  const origin = method === 1 && idat !== null ? idat.content : 0;
  const limit = method === 1 && idat !== null ? idat.end : file;
  const start = origin + reader.take(base);
  const extents: Extent[] = [];
  for (let left = reader.take(2); left > 0; left--) {
    reader.take(index);
    const from = start + reader.take(offset);
    // A length of zero means “to the end”.
    const bytes = reader.take(length);
    const end = bytes === 0 ? limit : from + bytes;
    if (!isElsewhere && (from > end || end > limit)) return null;
    extents.push({ start: from, end });
  }
  return { id, extents: isElsewhere ? null : extents };
}

/** Reads numbers one after the other; fails at the end of the box, and at a number that no file is large enough for. */
class FieldReader {
  readonly #view: DataView;
  #at = 0;

  constructor(view: DataView) {
    this.#view = view;
  }

  take(bytes: number): number {
    let value = 0;
    for (let index = 0; index < bytes; index++) value = value * 256 + this.#view.getUint8(this.#at + index);
    if (!Number.isSafeInteger(value)) throw new RangeError('a number beyond any file');
    this.#at += bytes;
    return value;
  }
}
