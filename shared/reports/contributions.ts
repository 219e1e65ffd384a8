import { type Decimal, decimalOf, sumOfDecimals, zero } from '../core/decimal.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf } from '../records/recordsOf.ts';
import { amountIn } from '../records/spending.ts';
import type { Money } from '../schema/fieldSpec.ts';
import {
  type BudgetSource,
  budgetSources,
  type CurrencySum,
  type LedgerEntry,
  ledgerEntries,
  ledgerSum,
  receivedEntries,
} from './budgetLedger.ts';

/**
 * What one source contributes to a center in all and what is left of it. A contribution that is still to be discussed
 * is not one of nothing: there is then no limit and nothing remains or lacks.
 */
export interface Contribution {
  readonly source: BudgetSource;
  /** `none`: other donors agree on no sum with the center. */
  readonly state: 'agreed' | 'toBeDiscussed' | 'notEntered' | 'none';
  readonly limit: Money | null;
  /** Units of the limit's currency for one US dollar; null where none is entered. */
  readonly rate: number | null;
  /** Currency of `spent` and `remaining`: that of the limit, else dollars. */
  readonly currency: string;
  /** Money that arrived from the source; null where none was entered. */
  readonly received: Receipts | null;
  readonly spent: Decimal;
  readonly cash: Decimal;
  readonly inKind: Decimal;
  /** What cannot be expressed in that currency. */
  readonly unconverted: readonly CurrencySum[];
  /** Negative when more was spent than agreed. */
  readonly remaining: Decimal | null;
  readonly entryIds: readonly RecordId[];
}

/** Money received, in the currency of the contribution. */
export interface Receipts {
  readonly amount: Decimal;
  readonly unconverted: readonly CurrencySum[];
  readonly entryIds: readonly RecordId[];
}

/** All three sources over the whole life of a center; null when the center is not known. */
export function contributions(
  set: RecordSet,
  centerId: RecordId,
  includeSample = true,
): readonly Contribution[] | null {
  const center = recordOf(set, 'center', centerId);
  if (center === null) return null;
  const options = { centerId, period: null, includeSample };
  const [spent, received] = [ledgerEntries(set, options), receivedEntries(set, options)];
  return budgetSources.map((source) => {
    const isOwn = ({ values }: LedgerEntry): boolean => values.source === source;
    const agreed = agreement(source, center.values);
    return contribution(source, agreed, spent.filter(isOwn), received.filter(isOwn));
  });
}

type Agreement = Pick<Contribution, 'state' | 'limit' | 'rate'>;

/** What is agreed on with a source. */
export function agreement(source: BudgetSource, center: RecordOf<'center'>['values']): Agreement {
  switch (source) {
    case 'korea':
      return agreed(center.koreaBudget, center.koreaBudgetRate);
    case 'partner':
      return center.partnerBudgetStatus === 'toBeDiscussed'
        ? { state: 'toBeDiscussed', limit: null, rate: null }
        : agreed(center.partnerBudget, center.partnerBudgetRate);
    case 'oda':
      return { state: 'none', limit: null, rate: null };
  }
}

const agreed = (limit: Money | undefined, rate: number | undefined): Agreement =>
  limit === undefined
    ? { state: 'notEntered', limit: null, rate: null }
    : { state: 'agreed', limit, rate: rate ?? null };

/** An agreed sum in dollars; null where there is none, or no rate leads there. */
export const agreedDollars = ({ limit, rate }: Pick<Contribution, 'limit' | 'rate'>): Decimal | null =>
  limit === null ? null : amountIn('USD', { amount: limit, fxRate: rate ?? undefined });

function contribution(
  source: BudgetSource,
  { state, limit, rate }: Agreement,
  entries: readonly LedgerEntry[],
  receivedOf: readonly LedgerEntry[],
): Contribution {
  const currency = limit?.currency ?? 'USD';
  const converted = entries.map((entry) => ({
    entry,
    amount: amountIn(currency, entry.values, rate ?? undefined),
  }));
  const sum = (form: 'cash' | 'inKind' | null): Decimal =>
    sumOfDecimals(
      converted
        .filter(({ entry }) => form === null || entry.values.form === form)
        .map(({ amount }) => amount ?? zero),
    );
  const spent = sum(null);
  const others = converted.filter(({ amount }) => amount === null).map(({ entry }) => entry);
  return {
    source,
    state,
    limit,
    rate,
    currency,
    received: receivedOf.length === 0 ? null : receipts(receivedOf, currency, rate),
    spent,
    cash: sum('cash'),
    inKind: sum('inKind'),
    unconverted: apart(others),
    remaining: limit === null ? null : decimalOf(limit.amount) - spent,
    entryIds: entries.map(({ id }) => id),
  };
}

function receipts(entries: readonly LedgerEntry[], currency: string, rate: number | null): Receipts {
  const amountOf = ({ values }: LedgerEntry): Decimal | null => amountIn(currency, values, rate ?? undefined);
  return {
    amount: sumOfDecimals(entries.map((entry) => amountOf(entry) ?? zero)),
    unconverted: apart(entries.filter((entry) => amountOf(entry) === null)),
    entryIds: entries.map(({ id }) => id),
  };
}

/** What cannot be added up, by currency. */
const apart = (entries: readonly LedgerEntry[]): readonly CurrencySum[] =>
  ledgerSum(entries.map((entry) => ({ ...entry, dollars: null }))).unconverted;
