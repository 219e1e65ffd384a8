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

export type DecimalMark = '.' | ',';

/**
 * Which decimal mark a number's text shows: `either` where one mark stands before exactly three digits (1.234), so
 * that it can be a decimal mark or a thousands mark; null where it shows none or is no number.
 */
export function shownDecimalMark(text: string): DecimalMark | 'either' | null {
  const plain = plainNumber(text);
  if (/^\d{1,3}[.,]\d{3}$/.test(plain) && !plain.startsWith('0')) return 'either';
  const fits = (['.', ','] as const).filter((mark) => parseNumberWithMark(text, mark) !== null);
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

const formByMark: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(\d+|\d{1,3}(?:([, '])\d{3})(?:\2\d{3})*)(?:\.(\d*))?$/,
  ',': /^(\d+|\d{1,3}(?:([. '])\d{3})(?:\2\d{3})*)(?:,(\d*))?$/,
};

/** Reads a number of a column whose decimal mark is known; the other mark, blanks and ' part thousands. */
export function parseNumberWithMark(text: string, mark: DecimalMark): number | null {
  const isPercent = /%\s*$/.test(text);
  const sign = /^\s*[-\u2212\u2013]/.test(text) ? -1 : 1;
  const match = formByMark[mark].exec(plainNumber(text));
  if (match === null) return null;
  const value =
    sign *
    Number(`${match[1]?.replace(/\D/g, '')}.${match[3] === undefined || match[3] === '' ? '0' : match[3]}`);
  return isPercent ? value / 100 : value;
}

function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^[-+\u2212\u2013]\s*/, '')
    .replace(/\s*%$/, '')
    .replace(/\s/g, ' ')
    .trim();
}
