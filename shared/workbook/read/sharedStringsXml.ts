import { cellText } from './xmlText.ts';

/**
 * The table of texts of an xlsx workbook, in its order: plain texts and texts of several runs, without their phonetic
 * runs. Null for anything that it does not know to the letter (a prefix, CDATA, a comment, a tag of another kind).
 */
export function readSharedStrings(xml: string): readonly string[] | null {
  const texts: string[] = [];
  const first = xml.indexOf('<sst');
  if (first < 0) return null;
  let at = xml.indexOf('>', first) + 1;
  if (at === 0) return null;
  if (xml[at - 2] === '/') return texts;
  while (true) {
    const open = xml.indexOf('<', at);
    if (open < 0 || !isBlank(xml, at, open)) return null;
    if (xml.startsWith('</sst>', open)) return texts;
    if (xml.startsWith('<si/>', open)) {
      texts.push('');
      at = open + 5;
      continue;
    }
    if (!xml.startsWith('<si>', open)) return null;
    if (xml.startsWith('<t>', open + 4)) {
      // Most items are this and nothing else.
      const close = xml.indexOf('<', open + 7);
      if (xml.startsWith('</t></si>', close)) {
        texts.push(cellText(xml.slice(open + 7, close)));
        at = close + 9;
        continue;
      }
    }
    const item = readStringItem(xml, open + 4, '</si>');
    if (item === null) return null;
    texts.push(item.text);
    at = item.end;
  }
}

export interface StringItem {
  readonly text: string;
  /** Where its closing tag ends. */
  readonly end: number;
}

/** The texts of an item (of the table, or inline in a cell) from `start` to its closing tag, and where that ends. */
export function readStringItem(xml: string, start: number, closing: string): StringItem | null {
  let text = '';
  let at = start;
  while (true) {
    const open = xml.indexOf('<', at);
    if (open < 0 || !isBlank(xml, at, open)) return null;
    if (xml.startsWith(closing, open)) return { text, end: open + closing.length };
    const end = xml.indexOf('>', open);
    if (end < 0) return null;
    at = end + 1;
    if (isTag(xml, open, 't')) {
      if (xml[end - 1] === '/') continue;
      const close = xml.indexOf('<', at);
      if (close < 0 || !xml.startsWith('</t>', close)) return null;
      text += cellText(xml.slice(at, close));
      at = close + 4;
    } else if (isTag(xml, open, 'rPh')) {
      // How a text is pronounced is no part of it.
      const close = xml.indexOf('</rPh>', at);
      if (close < 0) return null;
      at = close + 6;
    } else if (isTag(xml, open, 'rPr')) {
      if (xml[end - 1] === '/') continue;
      const close = xml.indexOf('</rPr>', at);
      if (close < 0) return null;
      at = close + 6;
    } else if (!isRun(xml, open) && !isTag(xml, open, 'phoneticPr')) return null;
  }
}

const isRun = (xml: string, open: number): boolean =>
  xml.startsWith('<r>', open) || xml.startsWith('</r>', open) || xml.startsWith('</phoneticPr>', open);

/** Whether the tag that opens at `open` has this very name. */
function isTag(xml: string, open: number, name: string): boolean {
  if (!xml.startsWith(name, open + 1)) return false;
  const next = xml.charCodeAt(open + 1 + name.length);
  return next === greaterThan || next === slash || isSpace(next);
}

/** Whether there is nothing but white space between two tags. */
function isBlank(xml: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(xml.charCodeAt(at))) return false;
  return true;
}

export const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const greaterThan = 0x3e;
const slash = 0x2f;
