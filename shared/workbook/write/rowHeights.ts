/** In points, for the fonts of 10 and 11 points that the writer uses. */
export const lineHeight = 16;

/** Lines that a text needs in a column of so many characters; Excel counts in digits:
 * letters are narrower on the whole, Hangul and other wide letters nearly double. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - 2);
  if (text.length * widestLetter <= room && !text.includes('\n')) return 1;
  let count = 0;
  for (const line of text.split('\n')) {
    count += Math.max(1, Math.ceil((line.length * usualLetter + wideLetters(line)) / room));
  }
  return count;
}

const usualLetter = 0.85;
const widestLetter = usualLetter + 1;

/** Hangul, other East Asian letters and full-width forms. */
function wideLetters(line: string): number {
  let count = 0;
  for (let index = 0; index < line.length; index++) {
    const unit = line.charCodeAt(index);
    if (unit < 0x1100) continue;
    if (unit <= 0x11ff || (unit >= 0x2e80 && unit <= 0x9fff)) count++;
    else if ((unit >= 0xac00 && unit <= 0xd7af) || (unit >= 0xff00 && unit <= 0xff60)) count++;
  }
  return count;
}
