import { addDays, type IsoDate, isoDate } from '../core/dates.ts';
import { type Decimal, sumOfDecimals, zero } from '../core/decimal.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf } from '../records/recordsOf.ts';
import {
  type BudgetExecution,
  type BudgetSource,
  budgetExecution,
  budgetSources,
  type CurrencySum,
  type LedgerEntry,
  ledgerEntries,
  ledgerSum,
} from './budgetLedger.ts';
import { agreedDollars, agreement, type Contribution } from './contributions.ts';
import type { Period } from './period.ts';

/** What a center had, received, spent and has left in a period, in US dollars, with every entry behind it. */
export interface Settlement {
  readonly centerId: RecordId;
  readonly period: Period;
  readonly accounts: readonly Account[];
  readonly total: Balance;
  readonly execution: BudgetExecution;
  readonly entries: readonly SettledEntry[];
  /** The evidence of the entries by its number, 1 first. */
  readonly evidence: readonly RecordId[];
  readonly rates: readonly RateUsed[];
  /** Paid in the period without a rate: in no sum above. */
  readonly unconverted: readonly CurrencySum[];
}

/** opening + income - spending = closing. */
export interface Balance {
  readonly opening: Decimal;
  readonly income: Decimal;
  readonly spending: Decimal;
  readonly closing: Decimal;
}

export interface Account extends Balance {
  readonly source: BudgetSource;
  /**
   * `agreed`: an agreed sum that is drawn from. `asSpent`: no sum in dollars is agreed (see `state`), so what was
   * spent counts as received.
   */
  readonly basis: 'agreed' | 'asSpent';
  readonly state: Contribution['state'];
}

export interface SettledEntry extends LedgerEntry {
  /** Its place in the list, 1 first. */
  readonly number: number;
  /** Numbers of its evidence (see `Settlement.evidence`). */
  readonly evidenceNumbers: readonly number[];
}

export interface RateUsed {
  readonly currency: string;
  /** Units for one US dollar. */
  readonly rate: number;
  readonly date: IsoDate | null;
  readonly entryIds: readonly RecordId[];
}

export interface SettlementOptions {
  readonly centerId: RecordId;
  readonly period: Period;
  /** Default true. */
  readonly includeSample?: boolean;
}

/**
 * The settlement of a center for a period; null when the center is not known. An agreed contribution is received whole
 * on the first day of operation: in a later period it stands in the opening balance, less what was spent before. Where
 * that day is not entered it is in the opening balance too. Entries without a day belong to no period.
 */
export function settlement(set: RecordSet, options: SettlementOptions): Settlement | null {
  const { centerId, period } = options;
  const center = recordOf(set, 'center', centerId);
  if (center === null) return null;
  const all = ledgerEntries(set, { ...options, period: null });
  const inPeriod = ledgerEntries(set, options);
  const before = all.filter(({ values: { date } }) => date !== undefined && date < period.from);
  const accounts = budgetSources.map((source) => account(source, center.values, period, before, inPeriod));
  const { entries, evidence } = numbered(inPeriod);
  return {
    centerId,
    period,
    accounts,
    total: {
      opening: sumOfDecimals(accounts.map(({ opening }) => opening)),
      income: sumOfDecimals(accounts.map(({ income }) => income)),
      spending: sumOfDecimals(accounts.map(({ spending }) => spending)),
      closing: sumOfDecimals(accounts.map(({ closing }) => closing)),
    },
    execution: budgetExecution(inPeriod),
    entries,
    evidence,
    rates: ratesUsed(inPeriod),
    unconverted: ledgerSum(inPeriod).unconverted,
  };
}

function account(
  source: BudgetSource,
  center: RecordOf<'center'>['values'],
  period: Period,
  before: readonly LedgerEntry[],
  inPeriod: readonly LedgerEntry[],
): Account {
  const dollarsOf = (entries: readonly LedgerEntry[]): Decimal =>
    ledgerSum(entries.filter(({ values }) => values.source === source)).dollars;
  const { state, ...agreedSum } = agreement(source, center);
  const sum = agreedDollars(agreedSum);
  const spending = dollarsOf(inPeriod);
  if (sum === null) {
    return { source, state, basis: 'asSpent', opening: zero, income: spending, spending, closing: zero };
  }
  const received = firstDay(center) ?? addDays(period.from, -1);
  const opening = (received < period.from ? sum : zero) - dollarsOf(before);
  const income = received >= period.from && received <= period.to ? sum : zero;
  return { source, state, basis: 'agreed', opening, income, spending, closing: opening + income - spending };
}

function firstDay({ operationStart, openedOn, since }: RecordOf<'center'>['values']): IsoDate | null {
  return operationStart ?? openedOn ?? (since === undefined ? null : isoDate(since, 1, 1));
}

function numbered(entries: readonly LedgerEntry[]): Pick<Settlement, 'entries' | 'evidence'> {
  const numberById = new Map<RecordId, number>();
  const settled = entries.map((entry, index): SettledEntry => {
    const evidenceNumbers = (entry.values.evidenceFiles ?? []).map((id) => {
      const number = numberById.get(id) ?? numberById.size + 1;
      numberById.set(id, number);
      return number;
    });
    return { ...entry, number: index + 1, evidenceNumbers: evidenceNumbers.toSorted((a, b) => a - b) };
  });
  return { entries: settled, evidence: [...numberById.keys()] };
}

function ratesUsed(entries: readonly LedgerEntry[]): readonly RateUsed[] {
  const used = new Map<string, { readonly rate: RateUsed; readonly ids: RecordId[] }>();
  for (const { id, currency, values } of entries) {
    if (currency === 'USD' || values.fxRate === undefined || values.fxRate <= 0) continue;
    const date = values.fxDate ?? null;
    const key = `${currency} ${date ?? ''} ${values.fxRate}`;
    const known = used.get(key);
    if (known !== undefined) known.ids.push(id);
    else used.set(key, { rate: { currency, rate: values.fxRate, date, entryIds: [] }, ids: [id] });
  }
  return [...used]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { rate, ids }]) => ({ ...rate, entryIds: ids }));
}
