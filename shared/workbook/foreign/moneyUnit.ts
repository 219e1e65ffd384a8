import type { Language } from '../../core/language.ts';
import { isCurrency } from '../../schema/codecs/money.ts';

/** In what a table counts its money: “천원” is thousands of won. */
export interface MoneyUnit {
  /** ISO 4217; null where only the factor is said. */
  readonly currency: string | null;
  /** 1 where the amounts are whole. */
  readonly factor: number;
}

/** A unit as people read it in both languages: `KRW × 1,000`, `USD`, `× 1,000`. */
export function unitText({ currency, factor }: MoneyUnit, language: Language): string {
  const times = factor === 1 ? '' : `× ${factor.toLocaleString(language)}`;
  return `${currency ?? ''} ${times}`.trim();
}

/** One spelling of marks and blanks, by which units are read; letters keep their case, which tells codes from words. */
export const plainMarks = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[’‘`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * A unit of money that stands alone: `USD`, `천원`, `US$ thousand`, `in 1,000 EUR`, `USD x 1,000`; null where anything
 * else stands beside it. Codes of currencies are capitals: “(all)” is no money of Albania.
 */
export function parseMoneyUnit(text: string): MoneyUnit | null {
  let rest = plainMarks(text);
  let currency: string | null = null;
  let factor: number | null = null;
  while (rest !== '') {
    const token = nextToken(rest, currency !== null);
    if (token === null) return null;
    rest = rest.slice(token.length);
    if (token.kind === 'currency') {
      // “미화 달러” and “US$ (USD)” say one currency twice.
      if (currency !== null && currency !== token.currency) return null;
      currency = token.currency;
    } else if (token.kind === 'factor') {
      // “10 thousand” is one factor; two of any other kind contradict each other.
      if (factor !== null && factor !== 10 && factor !== 100) return null;
      factor = (factor ?? 1) * token.factor;
    }
  }
  if (currency === null && factor === null) return null;
  // A hundred of something is no way to count money, but a number that was meant otherwise.
  if (factor !== null && factor < 1000) return null;
  return { currency, factor: factor ?? 1 };
}

type Token =
  | { readonly kind: 'filler'; readonly length: number }
  | { readonly kind: 'currency'; readonly length: number; readonly currency: string }
  | { readonly kind: 'factor'; readonly length: number; readonly factor: number };

const filler =
  /^(?:[\s:()[\]._–-]+|[x×*](?=\s*\d)|(?:in|of|the|units?|currency|amounts?|expressed)(?![a-z])|(?:금액|화폐)?\s*단위|통화)/iu;

function nextToken(text: string, hasCurrency: boolean): Token | null {
  const said = currencyAt(text);
  if (said !== null) return said;
  const factor = numberAt(text) ?? letterAt(text, hasCurrency) ?? factorWordAt(text);
  if (factor !== null) return factor;
  const length = filler.exec(text)?.[0].length ?? 0;
  return length === 0 ? null : { kind: 'filler', length };
}

const currencyWords: readonly (readonly [currency: string, words: readonly string[]])[] = [
  ['USD', ['us dollars', 'us dollar', 'dollars', 'dollar', '미국 달러', '미국달러', '미화', '달러', '미불']],
  ['USD', ['불', 'us$', 'usd', '$']],
  ['KRW', ['korean won', 'won', 'krw', '원화', '원', '₩']],
  ['EUR', ['euros', 'euro', 'eur', '유로화', '유로', '€']],
  ['GBP', ['pounds', 'pound', 'gbp', '파운드', '£']],
  ['JPY', ['yen', 'jpy', '엔화', '엔', '円']],
  ['CNY', ['yuan', 'rmb', 'cny', '위안화', '위안']],
  ['VND', ['dong', 'vnd', '베트남 동', '₫']],
];

const factorWords: readonly (readonly [factor: number, words: readonly string[]])[] = [
  [1e12, ['조', 'trillions', 'trillion']],
  [1e11, ['천억']],
  [1e10, ['백억']],
  [1e9, ['십억', 'billions', 'billion', 'bil.', 'bil', 'bn.', 'bn']],
  [1e8, ['억']],
  [1e7, ['천만']],
  [1e6, ['백만', 'millions', 'million', 'mil.', 'mil', 'mio.', 'mio', 'mln.', 'mln', 'mn.', 'mn']],
  [1e5, ['십만']],
  [1e4, ['만']],
  [1e3, ['천', 'thousands', 'thousand', 'tsd.', 'tsd', 'k']],
];

interface Word<Meaning> {
  readonly word: string;
  readonly meaning: Meaning;
}

/** The longest first: “천만” is no “천”. */
function longestFirst<Meaning>(
  words: readonly (readonly [Meaning, readonly string[]])[],
): readonly Word<Meaning>[] {
  return words
    .flatMap(([meaning, own]) => own.map((word) => ({ word, meaning })))
    .sort((a, b) => b.word.length - a.word.length);
}

const currencies = longestFirst(currencyWords);
const factors = longestFirst(factorWords);

/** A letter of another word is no word: “won” in “wonder”. */
const isWholeWord = (word: string, text: string): boolean =>
  !/[a-z]$/u.test(word) || !/^[a-z]/iu.test(text.slice(word.length));

const wordAt = <Meaning>(text: string, words: readonly Word<Meaning>[]): Word<Meaning> | null => {
  const lower = text.toLowerCase();
  return words.find(({ word }) => lower.startsWith(word) && isWholeWord(word, text)) ?? null;
};

function currencyAt(text: string): Extract<Token, { kind: 'currency' }> | null {
  const code = /^[A-Z]{3}(?![A-Za-z])/u.exec(text)?.[0];
  if (code !== undefined && isCurrency(code)) return { kind: 'currency', length: 3, currency: code };
  const found = wordAt(text, currencies);
  return found === null ? null : { kind: 'currency', length: found.word.length, currency: found.meaning };
}

function factorWordAt(text: string): Token | null {
  const found = wordAt(text, factors);
  return found === null ? null : { kind: 'factor', length: found.word.length, factor: found.meaning };
}

/** `1,000`, `10`, `1000000`, `000`, `'000`, `000s`. */
function numberAt(text: string): Token | null {
  const zeros = /^'?000(?:,000)*(?:'?s)?(?![\d.,]*\d|[a-z])/iu.exec(text)?.[0];
  if (zeros !== undefined) {
    return { kind: 'factor', length: zeros.length, factor: 10 ** zeros.replace(/\D/gu, '').length };
  }
  const number = /^10{0,2}(?:(?:([, .'])000(?:\1(?:000))*)|(?:000)+)?(?![\d.,]*\d)/u.exec(text)?.[0];
  if (number === undefined || number === '1') return null;
  return { kind: 'factor', length: number.length, factor: 10 ** (number.replace(/\D/gu, '').length - 1) };
}

const letterFactors: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mm: 1e6, b: 1e9 };

/** A letter is a factor beside a currency alone: `USD m`, `$m`, `MUSD`, `k€`; `T€` is German for thousands. */
function letterAt(text: string, hasCurrency: boolean): Token | null {
  const letters = /^(?:mm|[kmbt])/iu.exec(text)?.[0];
  if (letters === undefined) return null;
  const behind = text.slice(letters.length);
  const isBefore = currencyAt(behind.trimStart()) !== null;
  if (letters === 'T' && currencyAt(behind) !== null) return { kind: 'factor', length: 1, factor: 1e3 };
  const factor = letterFactors[letters.toLowerCase()];
  if (factor === undefined || !(isBefore || (hasCurrency && !/^[a-z]/iu.test(behind)))) return null;
  return { kind: 'factor', length: letters.length, factor };
}
