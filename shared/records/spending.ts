import type { IsoDate } from '../core/dates.ts';
import {
  convertedToCent,
  type Decimal,
  decimalOf,
  decimalToNumber,
  multipliedToCent,
  sumOfDecimals,
  zero,
} from '../core/decimal.ts';
import type { RecordId } from '../core/ids.ts';
import { moneyCodec } from '../schema/codecs/money.ts';
import type { RuleParams } from '../schema/defineRecord.ts';
import type { AnyValues, Money } from '../schema/fieldSpec.ts';
import type { StoredRecord } from '../sync/record.ts';

/** The parts of a budget entry that say how much it is. */
export interface Spent {
  readonly amount?: Money | undefined;
  /** Units of the amount's currency for one US dollar. */
  readonly fxRate?: number | undefined;
  readonly date?: IsoDate | undefined;
}

/** Entries that say nothing of it are spending: money received is told apart only where somebody said so. */
export const isSpending = ({ flow }: { readonly flow?: unknown }): boolean => flow !== 'received';

/**
 * An entry's amount in another currency; null where no rate leads there. Its own rate leads to dollars, `rate` (units
 * of the currency for one dollar) from there to a currency in which a budget was agreed on. Each step is rounded to the
 * cent entry by entry, so that a list of entries adds up to the sum below it.
 */
export function amountIn(currency: string, { amount, fxRate }: Spent, rate?: number): Decimal | null {
  if (amount === undefined) return null;
  const own = decimalOf(amount.amount);
  if (amount.currency === currency) return own;
  const dollars = amount.currency === 'USD' ? own : isRate(fxRate) ? convertedToCent(own, fxRate) : null;
  if (currency === 'USD' || dollars === null) return dollars;
  return isRate(rate) ? multipliedToCent(dollars, rate) : null;
}

const isRate = (rate: number | undefined): rate is number => rate !== undefined && rate > 0;

/** What entries add up to in a currency (see amountIn); those that cannot be converted are left out. */
export function totalIn(
  currency: string,
  entries: readonly Pick<StoredRecord, 'values'>[],
  rate?: number,
): Decimal {
  return sumOfDecimals(entries.map(({ values }) => amountIn(currency, spentOf(values), rate) ?? zero));
}

/** Both amounts as texts where the entries add up to more than the limit; false where they do not. */
export function spendingOver(
  limit: Money,
  entries: readonly StoredRecord[],
  rate?: number,
): RuleParams | false {
  const spending = entries.filter(({ values }) => isSpending(values));
  const spent = totalIn(limit.currency, spending, rate);
  return isOver(spent, limit) && overParams(spent, limit);
}

/**
 * Whether an entry, with those of its own and earlier days, goes beyond a limit: those that used the money up before
 * are not to blame. `id` null is a new entry, after all others of its day. `counts` says which of the others belong to
 * the limit; `key` names that choice. `ledgers`: the entries charged to what the limit is for, each in one of them.
 */
export function goesBeyond(
  ofLimit: SpendingLimit,
  own: Spent,
  id: RecordId | null,
  ledgers: readonly (readonly StoredRecord[])[],
): RuleParams | false {
  const { limit, rate, counts } = ofLimit;
  const amount = amountIn(limit.currency, own, rate);
  const { date } = own;
  if (amount === null || date === undefined || amount <= zero) return false;
  const most = sumOfDecimals(ledgers.map((entries) => mostSpent(ofLimit, entries)));
  if (!isOver(most + amount, limit)) return false;
  const before = ledgers.flat().filter((entry) => {
    const day = spentOf(entry.values).date;
    if (entry.id === id || day === undefined || !counts(entry.values)) return false;
    return day < date || (day === date && (id === null || entry.id < id));
  });
  const spent = totalIn(limit.currency, before, rate) + amount;
  return isOver(spent, limit) && overParams(spent, limit);
}

export interface SpendingLimit {
  readonly limit: Money;
  /** Units of the limit's currency for one US dollar, to compare what was paid in others. */
  readonly rate?: number | undefined;
  readonly key: string;
  counts(values: AnyValues): boolean;
}

// A lookup gives the same array for the same question, so that a ledger of thousands is added up once and not once
// for each of its entries.
const mostByEntries = new WeakMap<readonly StoredRecord[], Map<string, Decimal>>();

/** What entries add up to without those that give money back: no day's sum is larger. */
function mostSpent(
  { limit: { currency }, rate, key, counts }: SpendingLimit,
  entries: readonly StoredRecord[],
): Decimal {
  const known = mostByEntries.get(entries) ?? new Map<string, Decimal>();
  mostByEntries.set(entries, known);
  const name = `${currency} ${rate ?? ''} ${key}`;
  let most = known.get(name);
  if (most === undefined) {
    most = sumOfDecimals(
      entries
        .filter(({ values }) => counts(values))
        .map(({ values }) => amountIn(currency, spentOf(values), rate) ?? zero)
        .filter((amount) => amount > zero),
    );
    known.set(name, most);
  }
  return most;
}

const isOver = (spent: Decimal, limit: Money): boolean => spent > decimalOf(limit.amount);

function overParams(spent: Decimal, limit: Money): RuleParams {
  const amount = decimalToNumber(spent);
  return { spent: moneyLabel({ amount, currency: limit.currency }), limit: moneyLabel(limit) };
}

function moneyLabel(value: Money): { readonly en: string; readonly ko: string } {
  const text = (language: 'en' | 'ko') =>
    moneyCodec.toText(value, moneySpec, { language, references: noReferences });
  return { en: text('en'), ko: text('ko') };
}

const moneySpec = { kind: 'money', label: { en: '', ko: '' } } as const;
const noReferences = { titleOf: () => null, find: () => [], labelOf: () => ({ en: '', ko: '' }) };

function spentOf(values: AnyValues): Spent {
  const { amount, fxRate, date } = values;
  return {
    ...(isMoney(amount) ? { amount } : {}),
    ...(typeof fxRate === 'number' ? { fxRate } : {}),
    ...(typeof date === 'string' ? { date } : {}),
  };
}

const isMoney = (value: unknown): value is Money => moneyCodec.fromJson(value) !== null;
