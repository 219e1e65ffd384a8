import { addDays, type IsoDate, isoDate, yearOf } from '../core/dates.ts';
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
  receivedEntries,
} from './budgetLedger.ts';
import { type CategoryRow, categoryBudgets, categoryRows } from './categoryBudgets.ts';
import { agreedDollars, agreement, type Contribution } from './contributions.ts';
import { isInPeriod, type Period } from './period.ts';
import { type ToldSamples, toldSamples } from './toldSamples.ts';

/** What a center had, received, spent and has left in a period, in US dollars, with every entry behind it. */
export interface Settlement {
  readonly centerId: RecordId;
  readonly period: Period;
  readonly accounts: readonly Account[];
  readonly total: Balance;
  readonly execution: BudgetExecution;
  /** What was spent by category; beside what is planned where the period is a whole year, as plans are. */
  readonly categories: readonly CategoryRow[];
  /** What was spent. */
  readonly entries: readonly SettledEntry[];
  /** Money received. */
  readonly receipts: readonly SettledEntry[];
  /** The evidence of the entries and receipts by its number, 1 first. */
  readonly evidence: readonly RecordId[];
  readonly rates: readonly RateUsed[];
  /** Paid or received in the period without a rate: in no sum above. */
  readonly unconverted: readonly CurrencySum[];
  readonly samples: ToldSamples;
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
   * `received`: the money that arrived, as it was entered. `agreed`: nothing was entered as received by the end of the
   * period, so an agreed sum is drawn from. `asSpent`: no sum in dollars is agreed either (see `state`), so what was spent counts as received.
   */
  readonly basis: 'received' | 'agreed' | 'asSpent';
  /**
   * In the first period on the basis `received`: what is brought forward though it was settled on another basis, so that
   * it does not follow from the balance of the period before. Null where there is no such thing.
   */
  readonly advanced: Advance | null;
  readonly state: Contribution['state'];
}

/** Money spent before any was entered as received. */
export interface Advance {
  readonly amount: Decimal;
  /** Day of the first entry of money received. */
  readonly receivedOn: IsoDate;
}

export interface SettledEntry extends LedgerEntry {
  /** Its place in the list, 1 first; receipts go on where the spending ends. */
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
  /** Default: what `toldSamples` decides. */
  readonly includeSample?: boolean;
}

/**
 * The settlement of a center for a period; null when the center is not known. Where money of a source was entered as
 * received by the end of the period, it counts on its day, and what the source gives in kind counts as received when it
 * is used. Else an agreed contribution is received whole on the first day of operation: in a later period it stands in
 * the opening balance, less what was spent before. So a period that ended before the first receipt stays as it was
 * settled, and the first one on the new basis says what it brings forward (see `Account.advanced`). Where that day is not entered it is in the opening balance too. Entries without
 * a day belong to no period.
 */
export function settlement(set: RecordSet, options: SettlementOptions): Settlement | null {
  const { centerId, period } = options;
  const center = recordOf(set, 'center', centerId);
  if (center === null) return null;
  const samples = toldSamples(set, [centerId], options.includeSample);
  const scope = { centerId, includeSample: samples === 'told' };
  const whole = { ...scope, period: null };
  const spent = flowOf(ledgerEntries(set, whole), period);
  const received = flowOf(receivedEntries(set, whole), period);
  const accounts = budgetSources.map((source) =>
    account(source, center.values, period, ofSource(spent, source), ofSource(received, source)),
  );
  const execution = budgetExecution(spent.inPeriod);
  const { entries, evidence } = numbered([...spent.inPeriod, ...received.inPeriod]);
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
    execution,
    categories: categoryRows(
      execution,
      period.kind === 'year' ? categoryBudgets(set, { ...scope, year: yearOf(period.from) }) : new Map(),
    ),
    entries: entries.slice(0, spent.inPeriod.length),
    receipts: entries.slice(spent.inPeriod.length),
    evidence,
    rates: ratesUsed(entries),
    unconverted: ledgerSum(entries).unconverted,
    samples,
  };
}

function account(
  source: BudgetSource,
  center: RecordOf<'center'>['values'],
  period: Period,
  spent: Flow,
  received: Flow,
): Account {
  const { state, ...agreedSum } = agreement(source, center);
  const sum = agreedDollars(agreedSum);
  const spending = dollarsOf(spent.inPeriod);
  const receivedOn = firstReceipt(received);
  if (receivedOn !== null && receivedOn <= period.to) {
    const opening = dollarsOf(received.before) + inKind(spent.before) - dollarsOf(spent.before);
    const income = dollarsOf(received.inPeriod) + inKind(spent.inPeriod);
    return {
      source,
      state,
      basis: 'received',
      advanced: receivedOn < period.from ? null : advanceOf(spent, receivedOn),
      opening,
      income,
      spending,
      closing: opening + income - spending,
    };
  }
  if (sum === null) {
    const flat = { opening: zero, income: spending, spending, closing: zero };
    return { source, state, basis: 'asSpent', advanced: null, ...flat };
  }
  const first = firstDay(center) ?? addDays(period.from, -1);
  const opening = (first < period.from ? sum : zero) - dollarsOf(spent.before);
  const income = first >= period.from && first <= period.to ? sum : zero;
  const closing = opening + income - spending;
  return { source, state, basis: 'agreed', advanced: null, opening, income, spending, closing };
}

/** The day of a source's first receipt; null where none is entered. */
const firstReceipt = ({ inAll }: Flow): IsoDate | null =>
  inAll
    .flatMap(({ values: { date } }) => date ?? [])
    .sort()
    .at(0) ?? null;

function advanceOf({ before }: Flow, receivedOn: IsoDate): Advance | null {
  const amount = dollarsOf(before) - inKind(before);
  return amount === zero ? null : { amount, receivedOn };
}

/** Entries of one direction, in all years, before a period and in it. */
interface Flow {
  readonly inAll: readonly LedgerEntry[];
  readonly before: readonly LedgerEntry[];
  readonly inPeriod: readonly LedgerEntry[];
}

function flowOf(inAll: readonly LedgerEntry[], period: Period): Flow {
  return {
    inAll,
    before: inAll.filter(({ values: { date } }) => date !== undefined && date < period.from),
    inPeriod: inAll.filter(({ values: { date } }) => date !== undefined && isInPeriod(date, period)),
  };
}

function ofSource({ inAll, before, inPeriod }: Flow, source: BudgetSource): Flow {
  const own = (entries: readonly LedgerEntry[]) => entries.filter(({ values }) => values.source === source);
  return { inAll: own(inAll), before: own(before), inPeriod: own(inPeriod) };
}

const dollarsOf = (entries: readonly LedgerEntry[]): Decimal => ledgerSum(entries).dollars;

const inKind = (entries: readonly LedgerEntry[]): Decimal =>
  dollarsOf(entries.filter(({ values }) => values.form === 'inKind'));

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
