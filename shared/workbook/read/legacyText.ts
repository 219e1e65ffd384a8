/** What every host has globally; the compiler is not told, because `shared` knows no host's types. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

/**
 * Text in Windows' Western code page. Node takes the label for ISO 8859-1, which has control characters where Windows
 * has quotation marks, dashes and the euro; so these 27 are put in here.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (unit) => windows1252[unit.charCodeAt(0) - 0x80] ?? unit);
}

// 0x80 to 0x9F; the five places that the code page leaves empty keep their control characters.
const windows1252 = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'];

/**
 * Text in CP949, what Korean Windows calls ANSI; null where a byte fits no character. Node knows EUC-KR alone, with its
 * 2,350 syllables of Hangul. CP949 puts the other 8,822, in their order in Unicode, where EUC-KR has nothing, so they
 * follow from the ones that every host knows.
 */
export function decodeCp949(bytes: Uint8Array): string | null {
  let text = '';
  let plainFrom = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const added = addedCharacter(lead, bytes[at + 1] ?? 0);
    at += 1;
    if (added === null) continue;
    const plain = decodeEucKr(bytes.subarray(plainFrom, at - 1));
    if (plain === null || added === '') return null;
    text += plain + added;
    plainFrom = at + 1;
  }
  const rest = decodeEucKr(bytes.subarray(plainFrom));
  return rest === null ? null : text + rest;
}

function decodeEucKr(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('euc-kr', { fatal: true }).decode(bytes);
    // Node does not refuse what it does not know.
    return /[\x80-\x9f\ufffd]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** What CP949 has for a pair of bytes and EUC-KR has not: null for any other pair, '' for no character. */
function addedCharacter(lead: number, trail: number): string | null {
  if (lead === 0xa2 && (trail === 0xe6 || trail === 0xe7)) return trail === 0xe6 ? '€' : '®';
  const column = trailIndex(trail);
  if (column === null || lead < 0x81 || lead > 0xc6) return null;
  if (lead <= 0xa0) return addedSyllables()[(lead - 0x81) * 178 + column] ?? '';
  // Beside the rows of EUC-KR only the trails below its own are free.
  return column < 84 ? (addedSyllables()[32 * 178 + (lead - 0xa1) * 84 + column] ?? '') : null;
}

/** Trails are A to Z, a to z, and from 0x81 on. */
function trailIndex(trail: number): number | null {
  if (trail >= 0x41 && trail <= 0x5a) return trail - 0x41;
  if (trail >= 0x61 && trail <= 0x7a) return trail - 0x61 + 26;
  return trail >= 0x81 && trail <= 0xfe ? trail - 0x81 + 52 : null;
}

let syllables: readonly string[] | null = null;

function addedSyllables(): readonly string[] {
  if (syllables !== null) return syllables;
  const rows: number[] = [];
  for (let lead = 0xb0; lead <= 0xc8; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) rows.push(lead, trail);
  const known = new Set(new TextDecoder('euc-kr').decode(Uint8Array.from(rows)));
  const all = Array.from({ length: 0xd7a4 - 0xac00 }, (_, index) => String.fromCharCode(0xac00 + index));
  syllables = all.filter((syllable) => !known.has(syllable));
  return syllables;
}
