/** What one Excel cell holds, in UTF-16 units. */
export const maxCellText = 32_767;

/**
 * A text as the file format stores it: a unit that XML cannot carry is written `_xHHHH_`, and a text that already
 * looks like that gets its underscore written so, or Excel would take it for an escape. Control characters that
 * the library escapes by itself (below 32, carriage returns included) are left to it. A line break is one line
 * feed, as in Excel.
 */
export function escapeCellText(text: string): string {
  // Nearly every text passes, and one look is much quicker than three.
  if (!mayNeedEscape.test(text)) return text;
  return text
    .replaceAll('\r\n', '\n')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(
      /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      escapeUnit,
    );
}

const mayNeedEscape = /\r|_x|_X|[\ud800-\udfff\ufffe\uffff]/;

/** Whether Excel would make a formula of the text as soon as somebody edits the cell. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n\0]/.test(text);
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
