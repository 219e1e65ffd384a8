import type { SheetGrid } from '../grid.ts';
import { type MoneyUnit, plainMarks } from './moneyUnit.ts';
import { titleUnits } from './titleUnits.ts';
import { holdsFactor, unitsIn } from './unitTexts.ts';

/** What a header and the texts about a table say of the unit of its amounts. */
export interface SaidUnit {
  /** As far as it was understood; null where nothing is said. */
  readonly unit: MoneyUnit | null;
  /** The text that speaks of a factor and was not understood, or contradicts another; null where all is plain. */
  readonly doubt: string | null;
}

/** Where a table's titles are looked for. */
export interface TablePlace {
  readonly sheet: SheetGrid;
  readonly headerRow: number;
}

/**
 * The unit of a column's amounts by its header and the texts above the table together: the currency can stand in the
 * one and the factor in the other. What is not certain is in doubt: a wrong factor is wrong a thousand times.
 */
export function columnUnit(header: string, { sheet, headerRow }: TablePlace): SaidUnit {
  const own = headerUnit(header);
  // A whole unit in a header is said of just that column.
  if (own.doubt !== null || isWhole(own.unit)) return own;
  const title = titleUnits(sheet, headerRow);
  const currency = own.unit?.currency ?? null;
  const inDoubt = (doubt: string): SaidUnit => ({ unit: currencyOnly(currency), doubt });
  if (title.doubt !== null) return inDoubt(title.doubt);
  const fitting = title.units.filter((one) => fits(one, currency));
  const joined = joinUnits(fitting);
  if (joined === 'contradiction') return inDoubt(title.text);
  if (own.unit === null) return { unit: joined, doubt: null };
  if (currency === null) {
    return { unit: { currency: joined?.currency ?? null, factor: own.unit.factor }, doubt: null };
  }
  const isOther = fitting.length === 0 && title.units.some(({ factor }) => factor !== 1);
  const factor = joined?.factor ?? 1;
  // Dollars in a table of thousands of won, and a column of “원” in it, may be whole or not.
  if (isOther || (factor !== 1 && namesWholeWon(header))) return inDoubt(`${title.text} · ${header}`);
  return { unit: { currency, factor }, doubt: null };
}

const isWhole = (unit: MoneyUnit | null): boolean =>
  unit !== null && unit.currency !== null && unit.factor !== 1;

const fits = (unit: MoneyUnit, currency: string | null): boolean =>
  currency === null || unit.currency === null || unit.currency === currency;

const currencyOnly = (currency: string | null): MoneyUnit | null =>
  currency === null ? null : { currency, factor: 1 };

const namesWholeWon = (header: string): boolean => /(?<!\p{L})원(?!\p{L})/u.test(plainMarks(header));

/** What stands behind is no unit. */
const longestHeader = 1000;

/** The unit that a header names: `Cost (USD)`, `비용(천원)`, `Cost (USD, thousands)`, `Amount in thousand USD`. */
export function headerUnit(header: string): SaidUnit {
  const plain = plainMarks(header.slice(0, longestHeader));
  const bracketed = [...plain.matchAll(/[([]([^)\]]+)[)\]]/gu)].map(([, inner = '']) => inner);
  const outside = plain.replace(/[([][^)\]]*[)\]]?/gu, ' ').trim();
  const read = [
    ...bracketed.map((inner) => unitsIn(inner, 'header')),
    // A word behind a name may be a part of it; a currency is none.
    tailIn(outside),
  ];
  const units = read.flatMap((one) => one.units).filter((unit) => !isLoudWord(plain, unit));
  const joined = joinUnits(units);
  if (joined === 'contradiction' || read.some(({ isDoubtful }) => isDoubtful)) {
    const currencies = new Set(units.flatMap(({ currency }) => currency ?? []));
    const [currency = null] = currencies;
    return { unit: currencyOnly(currencies.size === 1 ? currency : null), doubt: plain };
  }
  return { unit: joined, doubt: null };
}

/** In a header all in capitals “ALL” and “TRY” are words rather than currencies. */
function isLoudWord(header: string, { currency }: MoneyUnit): boolean {
  const isLoud = header === header.toUpperCase() && !/\p{Script=Hangul}/u.test(header);
  return isLoud && currency !== null && ['ALL', 'TOP', 'TRY', 'MAD', 'CUP', 'MOP', 'PEN'].includes(currency);
}

function tailIn(text: string): ReturnType<typeof unitsIn> {
  const read = unitsIn(text, 'header');
  const isFactorAlone = read.units.some(({ currency }) => currency === null);
  const isRate = /\bper\b|당\s/iu.test(text) && holdsFactor(text, 'header');
  if (!isFactorAlone && !isRate) return read;
  return { units: [], isDoubtful: true };
}

/** Several statements as one: a currency from here and a factor from there. */
export function joinUnits(units: readonly MoneyUnit[]): MoneyUnit | null | 'contradiction' {
  const named = distinct(units.filter(({ currency }) => currency !== null));
  const bare = distinct(units.filter(({ currency }) => currency === null));
  if (named.length > 1 || bare.length > 1) return 'contradiction';
  const [[own], [times]] = [named, bare];
  if (own === undefined || times === undefined) return own ?? times ?? null;
  if (own.factor !== 1 && own.factor !== times.factor) return 'contradiction';
  return { currency: own.currency, factor: times.factor };
}

function distinct(units: readonly MoneyUnit[]): readonly MoneyUnit[] {
  return [...new Map(units.map((unit) => [`${unit.currency} ${unit.factor}`, unit])).values()];
}
