import { type Extent, type ItemPlace, type ItemRole, itemPlaces, itemRoles } from './boxedItems.ts';
import { type Box, boxesIn } from './boxes.ts';

/** Whether a picture is built of boxes, so that what the camera wrote can be blanked without drawing it anew. */
export function isOfBoxes(mediaType: string): boolean {
  return mediaType === 'image/heic' || mediaType === 'image/avif';
}

/**
 * A HEIC or AVIF picture without what the camera wrote into it about place, time and itself, as a copy of the same
 * length in which the picture's own bytes stay where they were. All that no part of the picture claims is blanked,
 * named or not: Exif, XMP, descriptions, a video that goes with the picture. Null where the file cannot be followed
 * to the end, so that nothing can be said of what is in it.
 */
export function withoutCameraData(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const blanks = blanksIn(view);
    if (blanks === null) return null;
    const result = bytes.slice();
    for (const blank of blanks) fill(result, blank);
    return result;
  } catch (error) {
    // Something that says to be longer than it is: reading beyond the end of a DataView throws.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Blank extends Extent {
  readonly put: 'zeros' | 'exif' | 'text' | 'freeBox';
}

interface Layout {
  /** Boxes that hold bytes of items: “mdat”, and “idat” within “meta”. */
  readonly stores: readonly Box[];
  /** Boxes that no picture needs. */
  readonly others: readonly Box[];
  readonly roles: ReadonlyMap<number, ItemRole>;
  readonly places: readonly ItemPlace[];
}

function blanksIn(view: DataView): readonly Blank[] | null {
  const layout = layoutOf(view);
  if (layout === null) return null;
  const { stores, others, roles, places } = layout;
  if ([...roles.values()].includes('unknown')) return null;
  const claimed: Extent[] = [];
  const told: Blank[] = [];
  for (const { id, extents } of places) {
    const role = roles.get(id);
    if (role === 'picture') claimed.push(...(extents ?? []));
    // What is said about a picture lies in this file, or it cannot be blanked.
    else if (extents === null) return null;
    else if (role === 'exif' || role === 'text')
      told.push(
        ...extents.map((extent, index) => ({ ...extent, put: index === 0 ? role : 'zeros' }) as const),
      );
  }
  const kept = joined(claimed);
  if (![...claimed, ...told].every((extent) => isInside(extent, stores))) return null;
  // Blanking would take away a part of the picture.
  if (overlaps(kept, joined(told))) return null;
  const gaps = stores.flatMap((store) => gapsIn(store, kept));
  return [
    ...gaps.map((gap) => ({ ...gap, put: 'zeros' }) as const),
    ...told,
    ...others.map(({ start, end }) => ({ start, end, put: 'freeBox' }) as const),
  ];
}

/** Of the file and of “meta”, what a still picture is made of. Sequences (“moov”) are not followed. */
const ofFile: ReadonlySet<string> = new Set(['ftyp', 'meta', 'mdat']);
const ofMeta: ReadonlySet<string> = new Set([
  ...['hdlr', 'dinf', 'pitm', 'iinf', 'iloc', 'iprp', 'iref', 'idat', 'grpl'],
]);
const moving: ReadonlySet<string> = new Set(['moov', 'moof']);
/** Properties that describe in words or say when; size, turn and colour are the others. */
const describing: ReadonlySet<string> = new Set(['udes', 'uuid', 'crtt', 'mdft', 'cmex', 'free', 'skip']);

/** A camera writes one; each item is looked for in all of them. */
const mostStores = 64;

function layoutOf(view: DataView): Layout | null {
  const boxes = boxesIn(view, 0, view.byteLength);
  const meta = onlyOne(boxes ?? [], 'meta');
  if (boxes === null || meta === null || boxes.some(({ type }) => moving.has(type))) return null;
  const parts = boxesIn(view, meta.content + 4, meta.end);
  if (parts === null) return null;
  const [iinf, iloc, iprp] = [onlyOne(parts, 'iinf'), onlyOne(parts, 'iloc'), onlyOne(parts, 'iprp')];
  const idats = parts.filter(({ type }) => type === 'idat');
  const properties = iprp === null ? null : propertiesIn(view, iprp);
  if (iinf === null || iloc === null || properties === null || idats.length > 1) return null;
  const stores = [...boxes.filter(({ type }) => type === 'mdat'), ...idats];
  if (stores.length > mostStores) return null;
  const roles = itemRoles(view, iinf);
  const places = itemPlaces(view, iloc, idats[0] ?? null);
  if (roles === null || places === null) return null;
  return {
    stores,
    others: [
      ...boxes.filter(({ type }) => !ofFile.has(type)),
      ...parts.filter(({ type }) => !ofMeta.has(type)),
      ...properties.filter(({ type }) => describing.has(type)),
    ],
    roles,
    places,
  };
}

function propertiesIn(view: DataView, iprp: Box): readonly Box[] | null {
  const parts = boxesIn(view, iprp.content, iprp.end);
  const ipco = onlyOne(parts ?? [], 'ipco');
  return ipco === null ? null : boxesIn(view, ipco.content, ipco.end);
}

/** Which of two is read is up to each reader; so there must be no second one. */
function onlyOne(boxes: readonly Box[], type: string): Box | null {
  const found = boxes.filter((box) => box.type === type);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** In order, with what touches or overlaps put together. */
function joined(extents: readonly Extent[]): readonly Extent[] {
  const result: Extent[] = [];
  for (const extent of extents.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || extent.start > last.end) result.push(extent);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, extent.end) };
  }
  return result;
}

const isInside = ({ start, end }: Extent, boxes: readonly Box[]): boolean =>
  boxes.some((box) => start >= box.content && end <= box.end);

/** Both in order and joined. */
function overlaps(these: readonly Extent[], those: readonly Extent[]): boolean {
  let next = 0;
  for (const { start, end } of those) {
    while (next < these.length && (these[next]?.end ?? 0) <= start) next += 1;
    if ((these[next]?.start ?? Number.POSITIVE_INFINITY) < end) return true;
  }
  return false;
}

function gapsIn({ content, end }: Box, kept: readonly Extent[]): readonly Extent[] {
  const gaps: Extent[] = [];
  let at = content;
  for (const extent of kept) {
    if (extent.end <= at) continue;
    if (extent.start >= end) break;
    if (extent.start > at) gaps.push({ start: at, end: extent.start });
    at = extent.end;
  }
  if (at < end) gaps.push({ start: at, end });
  return gaps;
}

/** An Exif block that says nothing: where it begins, the head of a TIFF file, and a directory without entries. */
const emptyExif = Uint8Array.from([0, 0, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]);
const emptyXmp = Uint8Array.from('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>', (char) => char.charCodeAt(0));
const [space, sizeBytes] = [0x20, 4];
const free = Uint8Array.from('free', (char) => char.charCodeAt(0));

function fill(bytes: Uint8Array, { start, end, put }: Blank): void {
  const length = end - start;
  switch (put) {
    case 'zeros':
      bytes.fill(0, start, end);
      return;
    case 'exif':
      bytes.fill(0, start, end);
      if (length >= emptyExif.length) bytes.set(emptyExif, start);
      return;
    case 'text':
      bytes.fill(space, start, end);
      if (length >= emptyXmp.length) bytes.set(emptyXmp, start);
      return;
    case 'freeBox': {
      const isLong =
        bytes[start] === 0 && bytes[start + 1] === 0 && bytes[start + 2] === 0 && bytes[start + 3] === 1;
      bytes.fill(0, start + (isLong ? 16 : 8), end);
      bytes.set(free, start + sizeBytes);
      return;
    }
  }
}
