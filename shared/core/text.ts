/**
 * For comparing what people typed: composed (NFC), lower case, white space runs as one blank, ends cut; marks without
 * width, which pasting brings along, are left out, and the apostrophes that stand for one Uzbek letter are one.
 */
export function foldText(text: string): string {
  const composed = text.normalize('NFC').toLowerCase();
  const plain = isPlain.test(composed)
    ? composed
    : composed.replace(withoutWidth, '').replace(/[ʻʼ‘’`´′]/g, "'");
  return plain.replace(/\s+/gu, ' ').trim();
}

/** By far the most texts have neither. */
const isPlain = /^[^\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeffʻʼ‘’`´′]*$/;
const withoutWidth = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

export const isBlank = (text: string): boolean => text.trim() === '';
