export type TextCell = string | number;

/**
 * Rows as aligned lines: texts to the left, numbers to the right, two blanks between columns. Characters that a
 * terminal shows double (Hangul, Han, kana, emoji) count as two.
 */
export function textTable(rows: readonly (readonly TextCell[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, textWidth(String(cell)));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
// Unicode's East Asian Wide and Fullwidth blocks, as far as anybody writes them in a log.
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}/u;

/** How many columns of a terminal a text takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

function padded(cell: TextCell, width: number): string {
  const text = String(cell);
  const blanks = ' '.repeat(width - textWidth(text));
  return typeof cell === 'number' ? blanks + text : text + blanks;
}
