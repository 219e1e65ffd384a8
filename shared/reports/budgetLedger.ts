import { type IsoDate, yearOf } from '../core/dates.ts';
import { type Decimal, decimalOf, sumOfDecimals } from '../core/decimal.ts';
import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';
import { amountIn, isSpending } from '../records/spending.ts';
import { isInPeriod, type Period } from './period.ts';

export type BudgetSource = NonNullable<RecordOf<'budgetEntry'>['values']['source']>;
export type BudgetCategory = NonNullable<RecordOf<'budgetEntry'>['values']['category']>;
export type BudgetForm = NonNullable<RecordOf<'budgetEntry'>['values']['form']>;

export const budgetSources = ['korea', 'partner', 'oda'] as const satisfies readonly BudgetSource[];

/** A budget entry with its amount in dollars, where its rate leads there. */
export interface LedgerEntry {
  readonly id: RecordId;
  readonly values: RecordOf<'budgetEntry'>['values'];
  readonly currency: string;
  readonly amount: Decimal;
  /** Null without a rate: such an amount is never added to others. */
  readonly dollars: Decimal | null;
}

/** Amounts added up, each currency without a rate apart. */
export interface LedgerSum {
  readonly dollars: Decimal;
  readonly unconverted: readonly CurrencySum[];
  /** The entries behind the sum, unconverted ones among them. */
  readonly entryIds: readonly RecordId[];
}

export interface CurrencySum {
  readonly currency: string;
  readonly amount: Decimal;
}

export interface LedgerOptions {
  readonly centerId: RecordId;
  /** Null for all days, undated entries among them. */
  readonly period: Period | null;
  /** Default true. */
  readonly includeSample?: boolean;
}

/** What was spent on a center, entry by entry with its amount, by day. */
export const ledgerEntries = (set: RecordSet, options: LedgerOptions): readonly LedgerEntry[] =>
  entriesWhere(set, options, isSpending);

/** The money that a center received, like ledgerEntries. */
export const receivedEntries = (set: RecordSet, options: LedgerOptions): readonly LedgerEntry[] =>
  entriesWhere(set, options, (values) => !isSpending(values));

function entriesWhere(
  set: RecordSet,
  options: LedgerOptions,
  isWanted: (values: LedgerEntry['values']) => boolean,
): readonly LedgerEntry[] {
  const { centerId, period, includeSample = true } = options;
  return recordsOf(set, 'budgetEntry')
    .filter((record) => record.centerId === centerId && (includeSample || !record.sample))
    .filter(({ values }) => isWanted(values))
    .filter(({ values: { date } }) => period === null || (date !== undefined && isInPeriod(date, period)))
    .flatMap(ledgerEntry)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

export function ledgerSum(entries: readonly LedgerEntry[]): LedgerSum {
  const apart = groupBy(
    entries.filter(({ dollars }) => dollars === null),
    ({ currency }) => currency,
  );
  return {
    dollars: sumOfDecimals(entries.flatMap(({ dollars }) => (dollars === null ? [] : [dollars]))),
    unconverted: [...apart]
      .map(([currency, own]) => ({ currency, amount: sumOfDecimals(own.map(({ amount }) => amount)) }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
    entryIds: entries.map(({ id }) => id),
  };
}

/** What was spent, under every heading by which a settlement looks at it. */
export interface BudgetExecution {
  readonly total: LedgerSum;
  readonly bySource: ReadonlyMap<BudgetSource, LedgerSum>;
  readonly byForm: ReadonlyMap<BudgetForm, LedgerSum>;
  readonly byCategory: ReadonlyMap<BudgetCategory, ExecutionRow>;
  /** 1 to 4; undated entries are in none. */
  readonly byQuarter: ReadonlyMap<number, ExecutionRow>;
}

/** A category or a quarter, and within it what each source paid. */
export interface ExecutionRow {
  readonly total: LedgerSum;
  readonly bySource: ReadonlyMap<BudgetSource, LedgerSum>;
}

export function budgetExecution(entries: readonly LedgerEntry[]): BudgetExecution {
  return {
    total: ledgerSum(entries),
    bySource: sumsBy(entries, ({ values }) => values.source),
    byForm: sumsBy(entries, ({ values }) => values.form),
    byCategory: rowsBy(entries, ({ values }) => values.category),
    byQuarter: rowsBy(entries, ({ values: { date } }) => (date === undefined ? undefined : quarterOf(date))),
  };
}

/** The years of which a center has entries, oldest first. */
export function ledgerYears(set: RecordSet, centerId: RecordId): readonly number[] {
  const years = recordsOf(set, 'budgetEntry').flatMap(({ centerId: own, values: { date } }) =>
    own === centerId && date !== undefined ? [yearOf(date)] : [],
  );
  return [...new Set(years)].sort((a, b) => a - b);
}

export const quarterOf = (day: IsoDate): number => Math.ceil(Number(day.slice(5, 7)) / 3);

function ledgerEntry({ id, values }: RecordOf<'budgetEntry'>): readonly LedgerEntry[] {
  const { amount } = values;
  if (amount === undefined) return [];
  return [
    {
      id,
      values,
      currency: amount.currency,
      amount: decimalOf(amount.amount),
      dollars: amountIn('USD', values),
    },
  ];
}

const orderOf = ({ id, values: { date = '9999' } }: LedgerEntry): string => `${date} ${id}`;

function rowsBy<Key>(
  entries: readonly LedgerEntry[],
  keyOf: (entry: LedgerEntry) => Key | undefined,
): ReadonlyMap<Key, ExecutionRow> {
  return mapBy(entries, keyOf, (own) => ({
    total: ledgerSum(own),
    bySource: sumsBy(own, ({ values }) => values.source),
  }));
}

function sumsBy<Key>(
  entries: readonly LedgerEntry[],
  keyOf: (entry: LedgerEntry) => Key | undefined,
): ReadonlyMap<Key, LedgerSum> {
  return mapBy(entries, keyOf, ledgerSum);
}

function mapBy<Key, Part>(
  entries: readonly LedgerEntry[],
  keyOf: (entry: LedgerEntry) => Key | undefined,
  partOf: (entries: readonly LedgerEntry[]) => Part,
): ReadonlyMap<Key, Part> {
  const parts = new Map<Key, Part>();
  for (const [key, own] of groupBy(entries, keyOf)) if (key !== undefined) parts.set(key, partOf(own));
  return parts;
}
