import { decodeCp949, decodeWindows1252 } from './legacyText.ts';

/** What every host has globally; the compiler is not told, because `shared` knows no host's types. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

/** One character per byte, for looking at a file's structure. */
export function decodeLatin1(bytes: Uint8Array): string {
  return latin1.decode(bytes);
}
// The label means windows-1252 in the Encoding standard: one character per byte as well.
const latin1 = new TextDecoder('latin1');

/** Null for bytes that are no UTF-8; a byte order mark is no part of the text. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  return decode('utf-8', bytes);
}

/**
 * A text file's text: by byte order mark, else UTF-8 if it is valid, else UTF-16 without mark when every other
 * byte is 0, else as HTML or XML declares, else the first of CP949 (Korean), windows-1251 (Cyrillic) and
 * windows-1252 (Western) whose letters make words of that script. Null when it is no text: control characters, or
 * no encoding fits.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [b0, b1, b2] = bytes;
  if (b0 === 0xff && b1 === 0xfe) return printable(decode('utf-16le', bytes));
  if (b0 === 0xfe && b1 === 0xff) return printable(decode('utf-16be', bytes));
  if (b0 === 0xef && b1 === 0xbb && b2 === 0xbf) return printable(decode('utf-8', bytes));
  if (looksLikeUtf16(bytes)) return printable(decode('utf-16le', bytes));
  return printable(decode('utf-8', bytes) ?? decodeDeclared(bytes) ?? decodeLegacy(bytes));
}

/** Text of a file that states a code page of Windows by its number; null where that is unknown or does not fit. */
export function decodeCodePage(codePage: number, bytes: Uint8Array): string | null {
  // Excel's own number for windows-1252 on other systems.
  if (codePage === 1252 || codePage === 0x8001) return decodeWindows1252(bytes);
  if (codePage === 949) return decodeCp949(bytes);
  const label = codePage === 932 ? 'shift_jis' : codePage === 936 ? 'gbk' : `windows-${codePage}`;
  return decode(label, bytes);
}

function decodeDeclared(bytes: Uint8Array): string | null {
  const start = decodeLatin1(bytes.subarray(0, 2048));
  if (!/^\s*</.test(start)) return null;
  const label = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  return label === undefined ? null : decode(label, bytes);
}

function decodeLegacy(bytes: Uint8Array): string | null {
  const korean = decodeCp949(bytes);
  if (korean !== null && shareOf(korean, hangul) > 0.5 && isUsualHangul(bytes)) return korean;
  const cyrillic = decode('windows-1251', bytes);
  if (
    cyrillic !== null &&
    shareOf(cyrillic, /[\u0400-\u04ff\u2116«»–—]/g) > 0.6 &&
    hasCyrillicWords(cyrillic)
  )
    return cyrillic;
  const western = decodeWindows1252(bytes);
  return shareOf(western, /[\u00c0-\u024f«»‘’“”–—…€°§ºª¿¡]/g) > 0.6 ? western : null;
}

const hangul = /[\uac00-\ud7a3\u3130-\u318f]/g;

/**
 * Whether most Hangul is that of KS X 1001. CP949 gives the 8,822 rare syllables to pairs of which one byte is a plain
 * letter or below 0xA1, and so finds some in Western words ("Área").
 */
function isUsualHangul(bytes: Uint8Array): boolean {
  let usual = 0;
  let rare = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    at += 1;
    if (lead >= 0xa1 && (bytes[at] ?? 0) >= 0xa1) usual++;
    else rare++;
  }
  return usual > rare;
}

/**
 * Whether the letters beyond ASCII make up words of their own. In windows-1251 every accented Western letter is a
 * Cyrillic one, but stands among plain letters.
 */
function hasCyrillicWords(text: string): boolean {
  let own = 0;
  let mixed = 0;
  for (const [word] of text.matchAll(/[A-Za-z\u0400-\u04ff]+/g)) {
    const letters = word.match(/[\u0400-\u04ff]/g)?.length ?? 0;
    if (letters < word.length) mixed += letters;
    else if (letters > 1) own += letters;
  }
  return own > mixed;
}

/** The share of a pattern's characters among those beyond ASCII. */
function shareOf(text: string, pattern: RegExp): number {
  const beyond = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return beyond === 0 ? 0 : (text.match(pattern)?.length ?? 0) / beyond;
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 2000) & ~1;
  if (bytes.length % 2 !== 0 || length < 4) return false;
  let zeros = 0;
  for (let index = 1; index < length; index += 2) if (bytes[index] === 0) zeros++;
  return zeros > length / 2 / 2;
}

function decode(label: string, bytes: Uint8Array): string | null {
  if (/^(euc-?kr|ks_?c_?5601.*|korean|uhc|(x-)?(windows|cp|ms)-?949)$/i.test(label))
    return decodeCp949(bytes);
  if (/^(iso-?8859-?1|latin-?1|(x-)?(windows|cp)-?1252|us-ascii|ascii)$/i.test(label))
    return decodeWindows1252(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function printable(text: string | null): string | null {
  if (text === null) return null;
  // DOS editors end a file with Ctrl+Z.
  const end = text.endsWith('\u001a') ? text.length - 1 : text.length;
  for (let index = 0; index < end; index++) {
    const unit = text.charCodeAt(index);
    // Tab, line ends and form feed are what text has; the other three come with cells pasted from Word.
    if (unit < 32 && (unit < 9 || unit > 13) && unit !== 30 && unit !== 31) return null;
  }
  return text.slice(0, end);
}
