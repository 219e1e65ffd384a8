import { countryName } from '../core/countries.ts';
import type { IsoDate } from '../core/dates.ts';
import { isoDate, yearOf } from '../core/dates.ts';
import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { centerLabel } from '../records/center.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../records/recordsOf.ts';
import type { RecordType } from '../records/registry.ts';
import { noField, workFields } from '../records/workField.ts';
import { currentCountRules } from './countRules.ts';
import { type Indicator, type IndicatorValue, indicatorTable } from './indicators.ts';
import { managementFigures } from './managementFigures.ts';
import { type Period, periodOf } from './period.ts';

/** By what the figures stand side by side. */
export const breakdowns = ['year', 'center', 'country', 'field'] as const;
export type Breakdown = (typeof breakdowns)[number];

export interface FigureTable {
  readonly breakdown: Breakdown;
  /** Of the rules by which activities are counted. */
  readonly countRules: number;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
}

export interface FigureColumn {
  /** A year, a center's id, a country's code or `noCountry`, a field's key or `noField`. */
  readonly key: string;
  readonly label: Label;
}

export interface FigureRow extends Pick<Indicator, 'key' | 'label' | 'method' | 'unit' | 'format'> {
  /** In the order of the columns; null where the figure is not told apart that way. */
  readonly values: readonly (IndicatorValue | null)[];
  /** Over all columns; null where they do not add up to a whole, as years do not for a chosen one. */
  readonly total: IndicatorValue | null;
}

export interface FigureOptions {
  readonly breakdown: Breakdown;
  readonly centerIds: readonly RecordId[];
  /** Oldest first; the last is the one that is told apart by center, country or field. */
  readonly years: readonly number[];
  readonly today: IsoDate;
  /** Default true. */
  readonly includeSample?: boolean;
}

/** The indicators of reports and the figures of plan, money and evidence, side by side by year, center, country or field. */
export function figureTable(set: RecordSet, options: FigureOptions): FigureTable {
  const computed = columnsOf(set, options).map((column) => ({
    column,
    figures: figuresOf(set, column.scope, options),
  }));
  const shown = computed.filter(({ column, figures }) => column.key !== noField || figures.some(isOfRecords));
  const columns = shown.map(({ column }) => column);
  const parts = shown.map(({ figures }) => figures);
  const whole = options.breakdown === 'year' ? null : figuresOf(set, wholeScope(options), options);
  const rows = (parts[0] ?? whole ?? []).map(({ indicator }, index): FigureRow => {
    const { key, label, method, unit, format } = indicator;
    return {
      key,
      label,
      method,
      unit,
      format,
      values: parts.map((part) => part[index]?.value ?? null),
      total: whole?.[index]?.value ?? null,
    };
  });
  return {
    breakdown: options.breakdown,
    countRules: currentCountRules.version,
    columns: columns.map(({ key, label }) => ({ key, label })),
    rows,
  };
}

/**
 * Years in which a center logged, began, planned or spent anything, and those between, oldest first, this one among them:
 * what was begun goes on in years of which nothing else is known.
 */
export function yearsWithRecords(
  set: RecordSet,
  centerIds: readonly RecordId[],
  today: IsoDate,
): readonly number[] {
  const own = new Set<RecordId | null>(centerIds);
  const yearsOf = <Type extends RecordType>(
    type: Type,
    yearIn: (values: RecordOf<Type>['values']) => number | undefined,
  ): readonly number[] =>
    recordsOf(set, type).flatMap(({ centerId, values }) => (own.has(centerId) ? (yearIn(values) ?? []) : []));
  const yearIn = (day: IsoDate | undefined): number | undefined =>
    day !== undefined && day <= today ? yearOf(day) : undefined;
  const last = yearOf(today);
  const years = [
    ...yearsOf('consultation', ({ date }) => yearIn(date)),
    ...yearsOf('training', ({ start }) => yearIn(start)),
    ...yearsOf('event', ({ date }) => yearIn(date)),
    ...yearsOf('project', ({ start }) => yearIn(start)),
    ...yearsOf('assignment', ({ start }) => yearIn(start)),
    ...yearsOf('budgetEntry', ({ date }) => yearIn(date)),
    ...yearsOf('plan', ({ year }) => (year !== undefined && year <= last ? year : undefined)),
  ];
  return withoutGaps([...new Set([...years, last])].sort((a, b) => a - b));
}

/** A year that is that far from the next one was mistyped: the time between would fill the page with nothing. */
const longestGap = 20;

function withoutGaps(years: readonly number[]): readonly number[] {
  return years.flatMap((year, index) => {
    const gap = (years[index + 1] ?? year + 1) - year;
    return gap > longestGap ? [year] : Array.from({ length: gap }, (_, after) => year + after);
  });
}

/** What a column holds: some centers' records of a period, of one field where one is given. */
export interface FigureScope {
  readonly centerIds: readonly RecordId[];
  readonly period: Period;
  readonly field: string | null;
}

interface Figure {
  readonly indicator: Pick<Indicator, 'key' | 'label' | 'method' | 'unit' | 'format'>;
  readonly value: IndicatorValue | null;
}

function figuresOf(
  set: RecordSet,
  scope: FigureScope,
  { today, includeSample = true }: FigureOptions,
): readonly Figure[] {
  const { indicators } = indicatorTable(set, { ...scope, today, includeSample });
  return [
    ...indicators.map((indicator) => ({
      indicator,
      value: isOfOneField(scope) && hasNoField.has(indicator.key) ? null : indicator.total,
    })),
    ...managementFigures.map(({ compute, ...indicator }) => ({
      indicator,
      value: compute(set, { ...scope, today, includeSample }),
    })),
  ];
}

const isOfRecords = ({ value }: Figure): boolean => value !== null && value.records.length > 0;

const isOfOneField = ({ field }: Pick<FigureScope, 'field'>): boolean => field !== null && field !== noField;

// Events have no field of work: they stand with what names none.
const hasNoField: ReadonlySet<string> = new Set(['events', 'eventAttendance']);

function columnsOf(
  set: RecordSet,
  options: FigureOptions,
): readonly (FigureColumn & { readonly scope: FigureScope })[] {
  const { breakdown, centerIds, years } = options;
  const whole = wholeScope(options);
  switch (breakdown) {
    case 'year':
      return years.map((year) => ({
        key: String(year),
        label: { en: String(year), ko: `${year}년` },
        scope: { ...whole, period: yearPeriod(year) },
      }));
    case 'center':
      return centerIds.map((id) => ({
        key: id,
        label: centerName(set, id),
        scope: { ...whole, centerIds: [id] },
      }));
    case 'country':
      // All centers of a country together, as on the map: rates and averages come from their records, not their rates.
      return [...groupBy(centerIds, (id) => recordOf(set, 'center', id)?.values.country ?? noCountry)].map(
        ([country, ids]) => ({
          key: country,
          label: country === noCountry ? noCountryLabel : countryLabel(country),
          scope: { ...whole, centerIds: ids },
        }),
      );
    case 'field':
      // What names no field is in the total, so it has a place of its own beside it.
      return [...workFields, { value: noField, label: noFieldLabel }].map(({ value, label }) => ({
        key: value,
        label,
        scope: { ...whole, field: value },
      }));
  }
}

const noCountry = 'noCountry';
const noCountryLabel: Label = { en: 'No country', ko: '국가 미지정' };
const countryLabel = (code: string): Label => ({
  en: countryName(code, 'en'),
  ko: countryName(code, 'ko'),
});

const noFieldLabel: Label = { en: 'No field', ko: '분야 미지정' };

function wholeScope({ centerIds, years, today }: FigureOptions): FigureScope {
  return { centerIds, period: yearPeriod(years.at(-1) ?? yearOf(today)), field: null };
}

function centerName(set: RecordSet, id: RecordId): Label {
  const values = recordOf(set, 'center', id)?.values ?? {};
  return { en: centerLabel(values, 'en'), ko: centerLabel(values, 'ko') };
}

function yearPeriod(year: number): Period {
  const day = isoDate(year, 1, 1);
  if (day === null) throw new Error(`No such year: ${year}`);
  return periodOf('year', day);
}
