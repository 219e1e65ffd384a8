/** In points, for the fonts of 10 and 11 points that the writer uses. */
export const lineHeight = 16;

/** Lines that a text needs in a column of so many characters; Excel counts in digits:
 * letters are narrower on the whole, Hangul and other wide letters nearly double. */
export function linesOf(text: string, width: number): number {
  let count = 0;
  for (const line of text.split('\n')) {
    const wide = line.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/g)?.length ?? 0;
    count += Math.max(1, Math.ceil((line.length * 0.85 + wide) / Math.max(1, width - 2)));
  }
  return count;
}
