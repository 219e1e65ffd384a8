/** For comparing what people typed: composed (NFC), lower case, white space runs as one blank, ends cut. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

export const isBlank = (text: string): boolean => text.trim() === '';
