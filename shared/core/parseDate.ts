import { type IsoDate, isoDate } from './dates.ts';

/**
 * Reads a date as people write it: 2026-11-23, 2026.11.23, 2026/11/23, 2026년 11월 23일, 20261123, 23.11.2026,
 * 23/11/2026, 23-Nov-2026, Nov 23, 2026; a time behind it is cut off. `ambiguous` where day and month could be
 * exchanged (03/04/2026); null where it is no date. A dot between day and month always means day first, as it
 * does wherever dots are written.
 */
export function parseDateText(text: string): IsoDate | 'ambiguous' | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?(AM|PM|Z|[+-]\d{2}:?\d{2}))?$/iu, '');
  return yearFirst(plain) ?? dayOrMonthFirst(plain) ?? withMonthName(plain);
}

function yearFirst(text: string): IsoDate | null {
  const match =
    /^(\d{4})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?(?:\s*\([월화수목금토일]\))?$/u.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})\s*(년)\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일(?:\s*\([월화수목금토일]\))?$/u.exec(text);
  return match === null ? null : isoDate(Number(match[1]), Number(match[3]), Number(match[4]));
}

function dayOrMonthFirst(text: string): IsoDate | 'ambiguous' | null {
  const match = /^(\d{1,2})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})\.?$/.exec(text);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = match[4]?.length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
  const dayFirst = isoDate(year, second, first);
  if (match[2] === '.') return dayFirst;
  const monthFirst = isoDate(year, first, second);
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return 'ambiguous';
  return dayFirst ?? monthFirst;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function withMonthName(text: string): IsoDate | null {
  const dayFirst = /^(\d{1,2})[\s.-]+([a-z]{3,9})\.?[\s,-]+(\d{4})$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text);
  const name = (dayFirst?.[2] ?? monthFirst?.[1] ?? '').slice(0, 3).toLowerCase();
  const month = monthNames.indexOf(name) + 1;
  if (month === 0) return null;
  return isoDate(Number(dayFirst?.[3] ?? monthFirst?.[3]), month, Number(dayFirst?.[1] ?? monthFirst?.[2]));
}
