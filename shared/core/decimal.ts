/**
 * An amount in ten thousandths, exact: money has at most four decimals (see moneyCodec), and sums of binary fractions
 * would be off by a cent sooner or later.
 */
export type Decimal = bigint;

export const zero: Decimal = 0n;

const places = 4;
const scale = 10n ** BigInt(places);
const cent = scale / 100n;

/** The decimal that a number is written as; what is smaller than a ten thousandth is rounded, halves away from zero. */
export function decimalOf(value: number): Decimal {
  const { digits, decimals } = writtenDigits(value);
  return roundedQuotient(digits * scale, 10n ** BigInt(decimals));
}

/** The nearest number, for showing and for cells. */
export function decimalToNumber(value: Decimal): number {
  return Number(decimalText(value));
}

/** `-12.5`, `1000`: without groups of digits and closing zeros. */
export function decimalText(value: Decimal): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % scale)
    .padStart(places, '0')
    .replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / scale}${fraction === '' ? '' : `.${fraction}`}`;
}

/** An amount divided by an exchange rate greater than 0, to the cent, halves away from zero. */
export function convertedToCent(amount: Decimal, rate: number): Decimal {
  const { digits, decimals } = writtenDigits(rate);
  return roundedQuotient(amount * 10n ** BigInt(decimals), digits * cent) * cent;
}

/** An amount times an exchange rate, to the cent, halves away from zero. */
export function multipliedToCent(amount: Decimal, rate: number): Decimal {
  const { digits, decimals } = writtenDigits(rate);
  return roundedQuotient(amount * digits, 10n ** BigInt(decimals) * cent) * cent;
}

/** A part of a whole that is not zero, to a millionth: 0.5 for half. */
export const shareOf = (part: Decimal, whole: Decimal): number =>
  Number((part * decimalOf(100)) / whole) / 1e6;

export function sumOfDecimals(values: Iterable<Decimal>): Decimal {
  let sum = zero;
  for (const value of values) sum += value;
  return sum;
}

/** The shortest decimal notation of a finite number as an integer and its number of decimals: 12.5 is 125 and 1. */
function writtenDigits(value: number): { readonly digits: bigint; readonly decimals: number } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const decimals = fraction.length - Number(exponent);
  return decimals >= 0 ? { digits, decimals } : { digits: digits * 10n ** BigInt(-decimals), decimals: 0 };
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const quotient = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -quotient : quotient;
}
