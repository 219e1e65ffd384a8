/** A part of a file that is built of boxes (ISO base media file format), by offsets from the start of the view. */
export interface Box {
  readonly type: string;
  readonly start: number;
  /** Behind size and type. */
  readonly content: number;
  readonly end: number;
}

/** More than any camera writes on one level: a phone's picture is of some 50 tiles, each of them an item. */
const mostBoxes = 20_000;

/**
 * The boxes that fill a stretch of a file from its first byte to its last; null where they do not: a box that is
 * shorter than its own head or longer than what holds it, bytes that are left over, or too many of them. A size of
 * zero means “to the end”.
 */
export function boxesIn(view: DataView, from: number, to: number): readonly Box[] | null {
  const boxes: Box[] = [];
  for (let start = from; start < to; ) {
    if (to - start < 8 || boxes.length === mostBoxes) return null;
    const short = view.getUint32(start);
    if (short === 1 && to - start < 16) return null;
    const content = start + (short === 1 ? 16 : 8);
    const size = short === 0 ? to - start : short === 1 ? Number(view.getBigUint64(start + 8)) : short;
    const end = start + size;
    if (end < content || end > to) return null;
    boxes.push({ type: fourLetters(view, start + 4), start, content, end });
    start = end;
  }
  return boxes;
}

/** What is inside a box alone, so that whoever reads beyond its end fails instead of reading its neighbour. */
export function contentOf(view: DataView, { content, end }: Box): DataView {
  return new DataView(view.buffer, view.byteOffset + content, end - content);
}

/** A four-letter code as it stands in a file. */
export function fourLetters(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}
