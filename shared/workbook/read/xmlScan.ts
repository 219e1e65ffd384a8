import { decodeLatin1 } from './textDecoding.ts';

export interface XmlFlaw {
  readonly code: 'BROKEN' | 'UNSAFE';
  readonly detail: string;
}

/** Longer than anything looked for, so that nothing hides on the border of two pieces. */
const overlap = 32;
const headLength = 256;
/** Longer than any tag of a row or column. */
const tagLength = 1024;
/** More separate groups of hidden columns than this nobody has. */
const mostColumnGroups = 200;

/**
 * Looks through an XML part piece by piece: it must be UTF-8, must not declare a document type (entities are how
 * small XML becomes large or reads other files) and must end with a tag; in a worksheet the lines that a person does not
 * see are noted. It reads bytes, because making texts of hundreds of megabytes takes longer than looking at them.
 */
export class XmlScan {
  hiddenRows = 0;
  /** First and last of each group of hidden columns, from 1. */
  readonly hiddenColumns: (readonly [number, number])[] = [];
  /** The end of the piece before, and this piece behind it; one array for all, or there would be much to collect. */
  private window = new Uint8Array();
  private length = 0;
  /** Where what is left to the next piece begins. */
  private restAt = 0;
  private head: string | null = '';

  constructor(private readonly isWorksheet: boolean) {}

  /** Null while nothing is wrong. */
  add(piece: Uint8Array): XmlFlaw | null {
    if (this.head !== null) {
      this.head += decodeLatin1(piece.subarray(0, headLength));
      if (this.head.length >= headLength) {
        const flaw = startFlaw(this.head);
        this.head = null;
        if (flaw !== null) return flaw;
      }
    }
    const before = this.window.subarray(this.restAt, this.length);
    const length = before.length + piece.length;
    if (this.window.length < length) this.window = new Uint8Array(length);
    this.window.set(before);
    this.window.set(piece, before.length);
    const bytes = this.window.subarray(0, length);
    // A tag that is not complete yet is left to the next piece.
    const opened = bytes.lastIndexOf(lessThan);
    const limit = Math.max(Math.min(length - overlap, opened), length - tagLength);
    this.length = length;
    this.restAt = Math.max(limit, 0);
    return this.look(bytes, limit);
  }

  /** To be called after the last piece. */
  end(): XmlFlaw | null {
    const rest = this.window.subarray(this.restAt, this.length);
    const flaw = (this.head === null ? null : startFlaw(this.head)) ?? this.look(rest, rest.length);
    if (flaw !== null) return flaw;
    return /(^|>)\s*$/.test(decodeLatin1(rest)) ? null : { code: 'BROKEN', detail: 'cut short' };
  }

  /** Notes what starts before `limit`; what starts later is in the next piece again. */
  private look(bytes: Uint8Array, limit: number): XmlFlaw | null {
    for (let at = bytes.indexOf(lessThan); at >= 0; at = bytes.indexOf(lessThan, at + 1)) {
      if (bytes[at + 1] === exclamation) {
        if (isDocumentType(bytes, at + 2)) return { code: 'UNSAFE', detail: 'document type' };
      } else if (this.isWorksheet && at < limit) this.lookAtTag(bytes, at);
    }
    return null;
  }

  private lookAtTag(bytes: Uint8Array, at: number): void {
    let start = at + 1;
    // Most tags are cells and values, of one letter.
    if (!isWord(bytes[start + 1]) && bytes[start + 1] !== colon) return;
    let end = start;
    while (isWord(bytes[end])) end++;
    if (bytes[end] === colon && end > start) {
      start = end + 1;
      end = start;
      while (isWord(bytes[end])) end++;
    }
    if (end - start !== 3 || !isSpace(bytes[end]) || bytes[start + 1] !== letterO) return;
    const isRow = bytes[start] === letterR && bytes[start + 2] === letterW;
    if (isRow || (bytes[start] === letterC && bytes[start + 2] === letterL))
      this.lookAtHidden(bytes, end, isRow);
  }

  /** The attributes of a row or of a group of columns, which begin at `start`. */
  private lookAtHidden(bytes: Uint8Array, start: number, isRow: boolean): void {
    const tag = bytes.subarray(start, start + tagLength);
    const end = tag.indexOf(greaterThan);
    if (!mayBeHidden(tag, end)) return;
    const attributes = decodeLatin1(tag.subarray(0, end));
    if (!/\bhidden=["'](?:1|true)["']/.test(attributes)) return;
    if (isRow) this.hiddenRows++;
    else if (this.hiddenColumns.length < mostColumnGroups) this.hiddenColumns.push(columnsOf(attributes));
  }
}

/** Hardly any has the attribute, and no text has to be made of the others. */
function mayBeHidden(tag: Uint8Array, end: number): boolean {
  for (let at = 0; at < end; at++)
    if (tag[at] === equals && tag[at - 1] === letterN && tag[at - 6] === letterH) return true;
  return false;
}

function columnsOf(attributes: string): readonly [number, number] {
  const numberOf = (name: string): number =>
    Number(new RegExp(`\\s${name}=["'](\\d{1,5})["']`).exec(attributes)?.[1] ?? 0);
  return [numberOf('min'), numberOf('max')];
}

const [lessThan, greaterThan, exclamation, equals, colon] = [0x3c, 0x3e, 0x21, 0x3d, 0x3a];
const [letterR, letterO, letterW, letterH] = [0x72, 0x6f, 0x77, 0x68];
const [letterC, letterL, letterN] = [0x63, 0x6c, 0x6e];
const declarations = ['doctype', 'entity'].map((word) => Uint8Array.from(word, (c) => c.charCodeAt(0)));

/** Whatever the case: XML would not take another, a lenient reader might. */
function isDocumentType(bytes: Uint8Array, at: number): boolean {
  return declarations.some((word) =>
    word.every((letter, index) => ((bytes[at + index] ?? 0) | 0x20) === letter),
  );
}

function isWord(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f
  );
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d) || byte === 0xa0;
}

function startFlaw(start: string): XmlFlaw | null {
  const text = start.replace(/^\xef\xbb\xbf/, '');
  if (!/^\s*(<|$)/.test(text) || text.slice(0, 4).includes('\0'))
    return { code: 'UNSAFE', detail: 'no UTF-8' };
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/i.exec(text)?.[1];
  return declared === undefined || /^(utf-?8|us-ascii)$/i.test(declared)
    ? null
    : { code: 'UNSAFE', detail: 'encoding other than UTF-8' };
}
