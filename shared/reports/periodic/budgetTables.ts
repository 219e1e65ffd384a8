import { type IsoDate, yearOf } from '../../core/dates.ts';
import { type Decimal, decimalOf, decimalToNumber, sumOfDecimals, zero } from '../../core/decimal.ts';
import { groupBy } from '../../core/groupBy.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import { type RecordOf, recordOf } from '../../records/recordsOf.ts';
import { definitionOf } from '../../records/registry.ts';
import { amountIn, isSpending } from '../../records/spending.ts';
import type { Money } from '../../schema/fieldSpec.ts';
import type { BudgetCategory } from '../budgetLedger.ts';
import { type CategoryBudgets, categoryBudgets } from '../categoryBudgets.ts';
import { agreedDollars, agreement } from '../contributions.ts';
import { isInPeriod } from '../period.ts';
import { fieldCell } from './recordTable.ts';
import type { ReportInput } from './reportContent.ts';
import { yearsSoFar } from './reportFigures.ts';
import type { PlannedPart, ReportCell, ReportColumn, ReportTable } from './reportSections.ts';

type Entry = RecordOf<'budgetEntry'>;
type Counted = Pick<PlannedPart, 'count' | 'all'>;

const usd: Label = { en: 'USD', ko: '미국 달러' };
const texts = {
  bySource: { en: 'By source (USD)', ko: '재원별 집행(미국 달러)' },
  byCategory: { en: 'By category, in the period (USD)', ko: '비목별 집행, 보고 기간(미국 달러)' },
  planned: { en: 'Planned, whole year', ko: '연간 계획 예산' },
  plannedInAll: { en: 'Planned, all years', ko: '전체 계획 예산' },
  total: { en: 'Total', ko: '합계' },
  entries: { en: 'Entries', ko: '건수' },
} as const satisfies Readonly<Record<string, Label>>;

/** Whose the planned sum is, where it is not that of all who spent, and what these spent alone. */
const partTexts = {
  centers: {
    of: {
      en: ({ count, all }: Counted) => `${count} of ${all} centers`,
      ko: ({ count, all }: Counted) => `센터 ${all}개 중 ${count}개`,
    },
    spent: { en: 'Spent by these centers', ko: '해당 센터 집행액' },
  },
  years: {
    of: {
      en: ({ count, all }: Counted) => `${count} of ${all} years`,
      ko: ({ count, all }: Counted) => `${all}개 연도 중 ${count}개`,
    },
    spent: { en: 'Spent in these years', ko: '해당 연도 집행액' },
  },
  centerYears: {
    of: {
      en: ({ count, all }: Counted) => `${count} of ${all} yearly plans of centers`,
      ko: ({ count, all }: Counted) => `센터별 연간 계획 ${all}개 중 ${count}개`,
    },
    spent: { en: 'Spent under these plans', ko: '해당 계획 집행액' },
  },
} as const;

/** What stands beside each source. */
export const budgetColumns = {
  period: { en: 'In the period', ko: '보고 기간' },
  toDate: { en: 'Year to date', ko: '당해 연도 누계' },
  sinceStart: { en: 'In all', ko: '전체 누계' },
  agreed: { en: 'Agreed', ko: '합의 예산' },
} as const satisfies Readonly<Record<string, Label>>;

/** What was spent, by source against what was agreed, and by category. Entries without a rate to USD are left out. */
export function budgetTables(input: ReportInput): readonly ReportTable[] {
  return [bySource(input), byCategory(input)];
}

/** In USD, rounded to cents. */
export function spentInPeriod(input: ReportInput): number {
  return sumUsd(entriesUntil(input).filter((entry) => within(entry, input.period)));
}

function bySource(input: ReportInput): ReportTable {
  const entries = entriesUntil(input);
  const year = yearsSoFar(input);
  const sources = ['korea', 'partner', 'oda'] as const;
  // The period of a final report is all its years.
  const hasYear = input.request.kind !== 'final' || input.byThirdRules;
  const rowOf = (own: readonly Entry[], label: ReportCell, agreed: number | null) => [
    label,
    sumUsd(own.filter((entry) => within(entry, input.period))),
    ...(hasYear ? [sumUsd(own.filter((entry) => within(entry, year)))] : []),
    sumUsd(own),
    agreed,
  ];
  const agreedOf = {
    korea: agreedUsd(input, 'korea'),
    partner: agreedUsd(input, 'partner'),
    oda: null,
  };
  return {
    key: 'budgetBySource',
    title: texts.bySource,
    columns: [
      column(labelOf('source'), 'text', 2),
      column(budgetColumns.period, 'usd', 1.3),
      ...(hasYear ? [column(budgetColumns.toDate, 'usd', 1.3)] : []),
      column(budgetColumns.sinceStart, 'usd', 1.3),
      column(budgetColumns.agreed, 'usd', 1.3),
    ],
    rows: [
      ...sources.map((source) => ({
        record: null,
        cells: rowOf(
          entries.filter(({ values }) => values.source === source),
          choiceCell(input, 'source', source),
          agreedOf[source],
        ),
      })),
      { record: null, total: true, cells: rowOf(entries, texts.total, null) },
    ],
  };
}

function byCategory(input: ReportInput): ReportTable {
  const entries = entriesUntil(input).filter((entry) => within(entry, input.period));
  const groups = groupBy(entries, ({ values }) => values.category ?? 'other');
  const plans = plannedUsd(input, entries);
  const { budgets } = plans;
  const categories = [...new Set([...groups.keys(), ...budgets.keys()])];
  const cellsOf = (head: ReportCell, own: readonly Entry[], planned: Decimal | undefined) => [
    head,
    own.length,
    sumUsd(own),
    ...(budgets.size === 0 ? [] : [planned === undefined ? null : decimalToNumber(planned)]),
    ...(plans.part === null ? [] : [sumUsd(own.filter(plans.isPlanned))]),
  ];
  const rows = categories
    .map((category) => ({ category, own: groups.get(category) ?? [] }))
    .map(({ category, own }) => ({ category, own, sum: sumUsd(own) }))
    .sort((a, b) => b.sum - a.sum || (a.category < b.category ? -1 : 1))
    .map(({ category, own }) => ({
      record: null,
      cells: cellsOf(choiceCell(input, 'category', category), own, budgets.get(category)),
    }));
  const total = cellsOf(texts.total, entries, sumOfDecimals(budgets.values()));
  return {
    key: 'budgetByCategory',
    title: texts.byCategory,
    columns: [
      column(labelOf('category'), 'text', 3),
      column(texts.entries, 'number', 1),
      column(usd, 'usd', 1.6),
      ...plannedColumns(input, plans),
    ],
    rows: rows.length === 0 ? [] : [...rows, { record: null, total: true, cells: total }],
  };
}

function plannedColumns({ request }: ReportInput, { budgets, part }: PlannedSums): readonly ReportColumn[] {
  const planned = request.kind === 'final' ? texts.plannedInAll : texts.planned;
  if (budgets.size === 0) return [];
  if (part === null) return [column(planned, 'usd', 1.6)];
  const { of, spent } = partTexts[part.unit];
  return [
    column({ en: `${planned.en} (${of.en(part)})`, ko: `${planned.ko}(${of.ko(part)})` }, 'usd', 1.6),
    column(spent, 'usd', 1.6),
  ];
}

/** A center in a year, for which a plan may set something aside. */
const centerYear = (centerId: RecordId | null, year: number): string => `${centerId} ${year}`;

interface PlannedSums {
  readonly budgets: CategoryBudgets;
  /** Which of the centers and years that spent something have a plan that says a budget; null where all do, or none. */
  readonly part: (Counted & { readonly unit: keyof typeof partTexts }) | null;
  isPlanned(entry: Entry): boolean;
}

/**
 * What the plans in force set aside by category for the years of the figures to date. Where some centers or years have
 * no plan, what was spent there is not set against it.
 */
function plannedUsd(input: ReportInput, entries: readonly Entry[]): PlannedSums {
  const { from, to } = yearsSoFar(input);
  const { centerIds } = input.request;
  const budgets = new Map<BudgetCategory, Decimal>();
  const planned = new Set<string>();
  for (const centerId of centerIds) {
    for (let year = yearOf(from); year <= yearOf(to); year++) {
      for (const [category, amount] of categoryBudgets(input.set, { centerId, year })) {
        planned.add(centerYear(centerId, year));
        budgets.set(category, (budgets.get(category) ?? zero) + amount);
      }
    }
  }
  const placeOf = ({ centerId, values: { date } }: Entry): string =>
    centerYear(centerId, yearOf(date ?? input.period.to));
  const all = new Set([...planned, ...entries.map(placeOf)]).size;
  const isOfOneYear = yearOf(from) === yearOf(to);
  const unit = isOfOneYear ? 'centers' : centerIds.length === 1 ? 'years' : 'centerYears';
  return {
    budgets,
    part: planned.size === 0 || planned.size === all ? null : { count: planned.size, all, unit },
    isPlanned: (entry) => planned.has(placeOf(entry)),
  };
}

/**
 * What a government agreed on, in USD, for all centers of the report; null where one of them says nothing, is still
 * discussing it, or names another currency without its rate.
 */
function agreedUsd({ set, request }: ReportInput, source: 'korea' | 'partner'): number | null {
  const { centerIds, rules } = request;
  const amounts = centerIds.flatMap((id) => {
    const values = recordOf(set, 'center', id)?.values;
    const dollars =
      values === undefined
        ? null
        : rules === 'first'
          ? enteredDollars(values[`${source}Budget`])
          : agreedDollars(agreement(source, values));
    return dollars === null ? [] : [dollars];
  });
  return amounts.length === 0 || amounts.length < centerIds.length
    ? null
    : decimalToNumber(sumOfDecimals(amounts));
}

/** A sum that is entered, agreed on or not. */
const enteredDollars = (budget: Money | undefined): Decimal | null =>
  budget?.currency === 'USD' ? decimalOf(budget.amount) : null;

/** What was spent up to the period's end, so that a report says the same whenever it is computed. */
function entriesUntil(input: ReportInput): readonly Entry[] {
  return input
    .own('budgetEntry')
    .filter(({ values }) => isSpending(values))
    .filter(({ values: { date } }) => date !== undefined && date <= input.period.to);
}

function within(
  { values: { date } }: Entry,
  span: { readonly from: IsoDate; readonly to: IsoDate },
): boolean {
  return date !== undefined && isInPeriod(date, { kind: 'custom', ...span });
}

function sumUsd(entries: readonly Entry[]): number {
  return decimalToNumber(sumOfDecimals(entries.map(({ values }) => amountIn('USD', values) ?? zero)));
}

function labelOf(field: 'source' | 'category'): Label {
  return definitionOf('budgetEntry').spec(field)?.label ?? { en: field, ko: field };
}

function choiceCell(input: ReportInput, field: 'source' | 'category', value: string): ReportCell {
  const spec = definitionOf('budgetEntry').spec(field);
  return spec === null ? null : fieldCell(input, spec, value);
}

const column = (label: Label, kind: ReportColumn['kind'], weight: number): ReportColumn => ({
  label,
  kind,
  weight,
});
