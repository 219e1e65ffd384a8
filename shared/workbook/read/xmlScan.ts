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
const rowPattern = /<(?:\w+:)?row[\s/>]/g;
const hiddenPattern = /<(?:\w+:)?(row|col)\s[^>]*?\bhidden=["'](?:1|true)["'][^>]*>/g;
/** More separate groups of hidden columns than this nobody has. */
const mostColumnGroups = 200;

/**
 * Looks through an XML part piece by piece: it must be UTF-8, must not declare a document type (entities are how
 * small XML becomes large or reads other files) and must end with a tag; in a worksheet the rows are counted.
 */
export class XmlScan {
  rows = 0;
  hiddenRows = 0;
  /** First and last of each group of hidden columns, from 1. */
  readonly hiddenColumns: (readonly [number, number])[] = [];
  hasIsoDates = false;
  hasPhonetics = false;
  private rest = '';
  private head: string | null = '';

  constructor(private readonly isWorksheet: boolean) {}

  /** Null while nothing is wrong. */
  add(piece: Uint8Array): XmlFlaw | null {
    const latin1 = decodeLatin1(piece);
    if (this.head !== null) {
      this.head += latin1;
      if (this.head.length >= headLength) {
        const flaw = startFlaw(this.head);
        this.head = null;
        if (flaw !== null) return flaw;
      }
    }
    const text = this.rest + latin1;
    // A tag that is not complete yet is left to the next piece.
    const opened = text.lastIndexOf('<');
    const limit = Math.max(Math.min(text.length - overlap, opened), text.length - tagLength);
    this.rest = text.slice(Math.max(limit, 0));
    return this.look(text, limit);
  }

  /** To be called after the last piece. */
  end(): XmlFlaw | null {
    const flaw = (this.head === null ? null : startFlaw(this.head)) ?? this.look(this.rest, this.rest.length);
    if (flaw !== null) return flaw;
    return /(^|>)\s*$/.test(this.rest) ? null : { code: 'BROKEN', detail: 'cut short' };
  }

  /** Counts what starts before `limit`; what starts later is in the next piece again. */
  private look(text: string, limit: number): XmlFlaw | null {
    // Plain searches are far quicker than patterns, and what they find is rare.
    if (text.includes('<!') && /<!(?:DOCTYPE|ENTITY)/i.test(text))
      return { code: 'UNSAFE', detail: 'document type' };
    this.hasPhonetics ||= text.includes('rPh') && /<(?:\w+:)?rPh[\s>]/.test(text);
    if (!this.isWorksheet) return null;
    rowPattern.lastIndex = 0;
    for (
      let match = rowPattern.exec(text);
      match !== null && match.index < limit;
      match = rowPattern.exec(text)
    )
      this.rows++;
    if (text.includes('hidden=')) this.countHidden(text, limit);
    const mayHaveDates = text.includes('="d"') || text.includes("='d'");
    this.hasIsoDates ||= mayHaveDates && /\st=["']d["']/.test(text);
    return null;
  }

  private countHidden(text: string, limit: number): void {
    for (const match of text.matchAll(hiddenPattern)) {
      if (match.index >= limit) return;
      if (match[1] === 'row') this.hiddenRows++;
      else if (this.hiddenColumns.length < mostColumnGroups) this.hiddenColumns.push(columnsOfTag(match[0]));
    }
  }
}

function columnsOfTag(tag: string): readonly [number, number] {
  const numberOf = (name: string): number =>
    Number(new RegExp(`\\s${name}=["'](\\d{1,5})["']`).exec(tag)?.[1] ?? 0);
  return [numberOf('min'), numberOf('max')];
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
