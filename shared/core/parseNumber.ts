/**
 * Reads a number as people write it: 1234.5, 1,234.50, 1.234,50, 1 234,5, −3, 12 %. Where both marks stand, the
 * last is the decimal mark; groups of exactly three digits behind commas or blanks are thousands. Null otherwise.
 */
export function parseNumberText(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  const percent = plain.endsWith('%');
  const body = (percent ? plain.slice(0, -1) : plain).trim();
  const digits = withPlainMarks(body);
  if (digits === null) return null;
  const value = Number(digits);
  if (!Number.isFinite(value)) return null;
  return percent ? value / 100 : value;
}

function withPlainMarks(text: string): string | null {
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) return text;
  if (/^[+-]?\d{1,3}([, ']\d{3})+(\.\d+)?$/.test(text)) return text.replace(/[, ']/g, '');
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(text)) return text.replaceAll('.', '');
  if (/^[+-]?\d{1,3}( \d{3})+(,\d+)$/.test(text)) return text.replaceAll(' ', '').replace(',', '.');
  if (/^[+-]?\d+,\d+$/.test(text)) return text.replace(',', '.');
  return null;
}
