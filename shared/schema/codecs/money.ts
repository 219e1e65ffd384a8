import { isJsonObject } from '../../core/json.ts';
import { err, ok } from '../../core/result.ts';
import { isBlank } from '../../core/text.ts';
import type { ValueProblem } from '../../messages/valueProblems.ts';
import type { CellProblem, FieldCodec } from '../codec.ts';
import { cellProblem, cellText, isEmptyCell } from './cells.ts';
import { cellNumber, formatNumber } from './numbers.ts';

const maxDecimals = 4;
let currencies: ReadonlySet<string> | null = null;

/** ISO 4217 codes, as the runtime knows them. */
export function isCurrency(code: string): boolean {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies.has(code);
}

export const moneyCodec: FieldCodec<'money'> = {
  kind: 'money',
  merge: 'whole',
  columns: (spec) => [
    {
      part: 'amount',
      partLabel: { en: 'amount', ko: '금액' },
      format: 'decimal',
      width: spec.width ?? 16,
      wrap: false,
    },
    { part: 'currency', partLabel: { en: 'currency', ko: '통화' }, format: 'text', width: 10, wrap: false },
  ],
  toCells: (value) => [value?.amount ?? null, value?.currency ?? null],
  fromCells: (cells) => {
    const [amountCell = null, currencyCell = null] = cells;
    const noAmount = isEmptyCell(amountCell);
    const noCurrency = isEmptyCell(currencyCell);
    if (noAmount && noCurrency) return ok(undefined);
    const amount = cellNumber(amountCell);
    const currency = cellText(currencyCell).trim().toUpperCase();
    const problems: CellProblem[] = [];
    if (noAmount) problems.push(cellProblem(amountCell, 'AMOUNT_MISSING', 0, { value: currency }));
    else if (amount === null) problems.push(cellProblem(amountCell, 'BAD_NUMBER', 0));
    if (noCurrency) {
      problems.push(cellProblem(currencyCell, 'CURRENCY_MISSING', 1, { value: cellText(amountCell) }));
    } else if (!isCurrency(currency)) problems.push(cellProblem(currencyCell, 'BAD_CURRENCY', 1));
    return problems.length > 0 || amount === null ? err(problems) : ok({ amount, currency });
  },
  fromJson: (json) => {
    if (!isJsonObject(json)) return null;
    const { amount, currency } = json;
    if (typeof amount !== 'number' || !Number.isFinite(amount)) return null;
    if (typeof currency !== 'string' || isBlank(currency)) return null;
    return { amount: amount === 0 ? 0 : amount, currency };
  },
  check: ({ amount, currency }, spec) => {
    const problems: ValueProblem[] = [];
    if (amount < 0 && spec.allowNegative !== true) problems.push({ code: 'NEGATIVE_AMOUNT', params: {} });
    const scaled = amount * 10 ** maxDecimals;
    if (Math.abs(scaled - Math.round(scaled)) > 1e-6 * Math.max(1, Math.abs(amount))) {
      problems.push({ code: 'TOO_MANY_DECIMALS', params: { value: amount, max: maxDecimals } });
    }
    if (!isCurrency(currency)) problems.push({ code: 'BAD_CURRENCY', params: { value: currency } });
    return problems;
  },
  toText: ({ amount, currency }, _spec, { language }) => `${currency} ${formatNumber(amount, language)}`,
};
