import { parseKoreanNumber } from '../../core/koreanNumber.ts';
import { type MoneyUnit, parseMoneyUnit, plainMarks } from './moneyUnit.ts';

/** An amount with what stands beside its number; both null for a bare number. */
export interface WrittenAmount {
  /** Without a currency and a factor, a loss with its minus; a text that is no amount as it stands. */
  readonly number: string;
  readonly currency: string | null;
  /** Null where the cell says none. */
  readonly factor: number | null;
}

/** Longer texts are prose. */
const longestAmount = 100;

/**
 * Takes a currency and a factor off an amount, and reads its sign as accounts write it: `USD 40`, `€ 12.50`, `500만원`,
 * `3억 5천만원`, `(1,200)`, `△1,200`, `금 1,200원정`.
 */
export function writtenAmount(text: string): WrittenAmount {
  const plain = plainMarks(text);
  if (plain.length > longestAmount) return { number: plain, currency: null, factor: null };
  const loss = unsigned(withoutFormalities(plain));
  const read = loss === null ? null : numberAndUnit(loss.text);
  if (loss === null || read === null) return { number: plain, currency: null, factor: null };
  if (!loss.isLoss) return read;
  // Two signs say nothing that is certain.
  if (/^[-+\u2212\u2013]/u.test(read.number)) return { number: plain, currency: null, factor: null };
  return { ...read, number: `-${read.number}` };
}

/** A dash for no amount, as accounts print zero: `-`, `₩ -`. */
export function isNoAmount(text: string): boolean {
  const plain = plainMarks(text);
  if (plain.length > longestAmount) return false;
  const [, before = '', after = ''] =
    /^([^\d\p{Pd}\u2212]*)[\p{Pd}\u2212]+([^\d\p{Pd}\u2212]*)$/u.exec(plain) ?? [];
  if (plain === '' || !/[\p{Pd}\u2212]/u.test(plain)) return false;
  const around = `${before}${after}`.trim();
  return /^[\p{Pd}\u2212]+$/u.test(plain) || (around !== '' && unitBeside(around) !== null);
}

/** Whether an amount is written as no plain number is: with a unit, in brackets, or as a dash. */
export const isAccountForm = (text: string): boolean =>
  isNoAmount(text) || writtenAmount(text).number !== plainMarks(text);

/** Whether a text says itself that it is no exact amount: `약 1,200만원`, `approx. 500`. */
export const isApproximate = (text: string): boolean =>
  /^(?:약(?=[\s\d])|대략|얼추|about\s|approx(?:\.|imately)?|circa|ca\.?\s?(?=\d)|c\.\s?(?=\d)|some\s|[~≈∼]|around\s)|(?:내외|정도|가량|안팎|쯤)$/iu.test(
    plainMarks(text),
  ) && /\d/u.test(text);

/** Receipts have “금” before an amount and “정” behind it, so that nothing is added. */
const withoutFormalities = (text: string): string =>
  /\d.*원\s*[정整]$/u.test(text) || /^일?금\s*\d.*원$/u.test(text)
    ? text.replace(/^일?금\s*/u, '').replace(/\s*[정整]$/u, '')
    : text;

/** Brackets or a triangle mean a loss; null where both stand. */
function unsigned(text: string): { readonly text: string; readonly isLoss: boolean } | null {
  const [, before = '', inner, after = ''] = /^([^()\d]*)\(([^()]*\d[^()]*)\)([^()\d]*)$/u.exec(text) ?? [];
  const bare = inner === undefined ? text : `${before} ${inner} ${after}`.trim();
  const triangle = /[△▲▵∆Δ]\s*(?=[^\d]*\d)/u;
  if (!triangle.test(bare)) return { text: bare, isLoss: inner !== undefined };
  const without = bare.replace(triangle, '');
  return inner === undefined && !triangle.test(without) ? { text: without.trim(), isLoss: true } : null;
}

/** Null where what stands beside the number is no unit of money. */
function numberAndUnit(text: string): WrittenAmount | null {
  const [, sign = '', before = '', number = '', after = ''] =
    /^([-\u2212\u2013+]?)\s*([^\d]*?)\s*([-\u2212\u2013+]?\d[\d.,'\s]*)(.*)$/u.exec(text) ?? [];
  if (number === '') return null;
  const around = [before, after].map((part) => part.trim()).filter((part) => part !== '');
  const written = `${sign}${number.trim()}`;
  // “1,200.-” is whole francs.
  if (around.length === 0) return { number: written, currency: null, factor: null };
  const unit = unitsBeside(around);
  if (unit !== null) {
    return { number: written, currency: unit.currency, factor: unit.factor === 1 ? null : unit.factor };
  }
  return compound(sign, before, `${number}${after}`);
}

function unitsBeside(around: readonly string[]): MoneyUnit | null {
  const units = around.map(unitBeside);
  const [one = null, other = null] = units;
  if (units.every((unit) => unit !== null) && one !== null) {
    if (other === null) return one;
    if (one.currency !== null && other.currency !== null) return null;
    if (one.factor !== 1 && other.factor !== 1) return null;
    return { currency: one.currency ?? other.currency, factor: one.factor * other.factor };
  }
  // “m” is a factor beside a currency alone: “USD 1.2m”.
  return around.length === 2 ? unitBeside(around.join(' ')) : null;
}

/** Beside a number a code in small letters is one as well, unless it is a word. */
function unitBeside(text: string): MoneyUnit | null {
  if (/\d/u.test(text)) return null;
  const isCode = /^[a-z]{3}$/iu.test(text) && !/^(?:all|top|try|mad|cup|cop|mop|pen|gel|sos)$/u.test(text);
  return parseMoneyUnit(isCode ? text.toUpperCase() : text);
}

/** `3억 5천만원`: its units stand within the number, which is whole won therefore. */
function compound(sign: string, before: string, text: string): WrittenAmount | null {
  const [, numeral = '', behind = ''] = /^([\d.,\s조억만천백십]+)(.*)$/u.exec(text) ?? [];
  const value = parseKoreanNumber(numeral);
  if (value === null) return null;
  const around = [before, behind].map((part) => part.trim()).filter((part) => part !== '');
  const unit = around.length === 0 ? { currency: null, factor: 1 } : unitsBeside(around);
  if (unit === null || unit.factor !== 1) return null;
  return { number: `${sign}${value}`, currency: unit.currency, factor: 1 };
}
