import type { Language } from '../../core/language.ts';
import { cellText } from '../../schema/codecs/cells.ts';
import { isCurrency } from '../../schema/codecs/money.ts';
import type { SheetGrid } from '../grid.ts';

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

const factorWords: readonly (readonly [factor: number, words: readonly string[]])[] = [
  [1e9, ['십억', 'billions', 'billion', 'bn', '1,000,000,000']],
  [1e8, ['억']],
  [1e7, ['천만']],
  [1e6, ['백만', 'millions', 'million', 'mio.', 'mio', 'mn', '1,000,000', "'000,000"]],
  [1e5, ['십만']],
  [1e4, ['만', '10,000']],
  [1e3, ['천', 'thousands', 'thousand', '1,000', '1000', "'000", '000s', 'k']],
];

const currencyWords: readonly (readonly [currency: string, words: readonly string[]])[] = [
  [
    'USD',
    ['us dollars', 'us dollar', 'dollars', 'dollar', '미국 달러', '미화', '달러', '미불', '불', 'us$', '$'],
  ],
  ['KRW', ['korean won', 'won', '원화', '원', '₩']],
  ['EUR', ['euros', 'euro', '유로화', '유로', '€']],
  ['GBP', ['pounds', 'pound', '파운드', '£']],
  ['JPY', ['yen', '엔화', '엔', '円']],
  ['CNY', ['yuan', 'rmb', '위안화', '위안']],
  ['VND', ['dong', '베트남 동', '₫']],
];

/** A unit of money that stands alone: `USD`, `천원`, `US$ thousand`, `in 1,000 EUR`; null where the text is none. */
export function parseMoneyUnit(text: string): MoneyUnit | null {
  const plain = plainText(text).replace(/^(?:in|단위)\s*[:：]?\s*/u, '');
  if (plain === '') return null;
  for (const [rest, factor] of withoutFactor(plain)) {
    if (rest === '') return factor === 1 ? null : { currency: null, factor };
    const currency = currencyOf(rest);
    if (currency !== null) return { currency, factor };
  }
  return null;
}

/** The unit that a header names behind its name: `Cost (USD)`, `비용(천원)`, `Budget, EUR`, `Amount in USD`. */
export function headerUnit(header: string): MoneyUnit | null {
  const plain = header.normalize('NFKC');
  const bracketed = [...plain.matchAll(/[([]([^)\]]+)[)\]]/gu)].map(([, inner = '']) => inner);
  const behind = /(?:\bin\s|[,/·:]|\s)\s*([^,/·:()]+)$/iu.exec(plain)?.[1] ?? '';
  for (const text of [...bracketed.flatMap((inner) => [inner, ...inner.split(/[,/·]/u)]), behind]) {
    const unit = parseMoneyUnit(text);
    // A word behind a name may be a part of it; a code or a sign is none.
    if (unit !== null && (text !== behind || unit.currency !== null)) return unit;
  }
  return null;
}

/** The unit that stands above the table, as is usual in Korea: “(단위: 천원)”. */
export function sheetUnit({ rows }: SheetGrid, headerRow: number): MoneyUnit | null {
  for (const row of rows.slice(0, headerRow)) {
    for (const cell of row) {
      const said = /(?:단위|\bunits?)\s*[:：]\s*([^)\]]+)/iu.exec(cellText(cell).normalize('NFKC'))?.[1];
      // More than one unit may stand there: “단위: 명, 천원”.
      for (const text of said?.split(/[,/·]/u) ?? []) {
        const unit = parseMoneyUnit(text);
        if (unit !== null) return unit;
      }
    }
  }
  return null;
}

/** An amount with what stands beside its number; both null for a bare number. */
export interface WrittenAmount {
  readonly number: string;
  readonly currency: string | null;
  /** Null where the cell says none. */
  readonly factor: number | null;
}

/** Takes a currency and a factor off an amount: `USD 40`, `€ 12.50`, `1.234,00 EUR`, `500만원`, `₩1,200`. */
export function writtenAmount(text: string): WrittenAmount {
  const plain = text.normalize('NFKC').trim();
  const [, sign = '', before = '', number = '', after = ''] =
    /^([-\u2212\u2013+]?)\s*([^\d]*?)\s*([-\u2212\u2013+]?\d[\d.,'\s]*)(.*)$/u.exec(plain) ?? [];
  const bare = { number: plain, currency: null, factor: null };
  const around = [before, after].map((part) => part.trim()).filter((part) => part !== '');
  if (number === '' || around.length === 0) return bare;
  let [currency, factor]: [string | null, number | null] = [null, null];
  for (const part of around) {
    const unit = parseMoneyUnit(part);
    if (unit === null || (unit.currency !== null && currency !== null)) return bare;
    currency ??= unit.currency;
    if (unit.factor !== 1) factor = unit.factor;
  }
  return { number: `${sign}${number.trim()}`, currency, factor };
}

function* withoutFactor(text: string): Generator<readonly [rest: string, factor: number]> {
  for (const [factor, words] of factorWords) {
    for (const word of words) {
      // A letter of another word is no factor: “k” in “krw”.
      const isLatin = /^[a-z]+\.?$/u.test(word);
      if (text.startsWith(word) && !(isLatin && /^[a-z]/u.test(text.slice(word.length)) && word !== 'k')) {
        yield [text.slice(word.length).trim(), factor];
      }
      if (text.endsWith(word) && !(isLatin && /[a-z]$/u.test(text.slice(0, -word.length)))) {
        yield [text.slice(0, -word.length).trim(), factor];
      }
    }
  }
  yield [text, 1];
}

function currencyOf(text: string): string | null {
  const code = text.toUpperCase();
  if (/^[A-Z]{3}$/u.test(code) && isCurrency(code)) return code;
  const bare = text.replace(/\.$/u, '');
  return currencyWords.find(([, words]) => words.includes(bare))?.[0] ?? null;
}

const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bof\b/gu, ' ')
    .replace(/[’‘]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
