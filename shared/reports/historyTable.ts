import type { IsoDate } from '../core/dates.ts';
import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { publishedCenterIds } from '../records/builtIn.ts';
import { centerLabel, openingYear } from '../records/center.ts';
import { type PublishedFigure, publishedFigure } from '../records/publishedFigures.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../records/recordsOf.ts';
import {
  type CountedRecord,
  type CountRules,
  currentCountRules,
  type HistoryMetric,
  historyMetrics,
} from './countRules.ts';
import { isInPeriod, type Period } from './period.ts';

/** The programme's table: a row per center, a column per metric, every number with what stands behind it. */
export interface HistoryTable {
  /** Version of the count rules. */
  readonly countRules: number;
  /** Null for the whole history. */
  readonly period: Period | null;
  readonly rows: readonly HistoryRow[];
  readonly totals: HistoryCells;
}

export interface HistoryRow {
  /** Null for the row of records whose center is not known here (see `historyTable`). */
  readonly centerId: RecordId | null;
  /** `Korea-Bulgaria('10)` */
  readonly label: Label;
  readonly since: number | null;
  readonly cells: HistoryCells;
}

export type HistoryCells = { readonly [Metric in HistoryMetric]: HistoryCell };

export interface HistoryCell {
  /** Sum of the published figures. */
  readonly baseline: number;
  /** Number of records that are added to it. */
  readonly counted: number;
  /** Both together. */
  readonly total: number;
  readonly records: readonly CountedRecord[];
  readonly baselineIds: readonly RecordId[];
  /** Records that the published figures hold already, which are therefore not added (see the count rules). */
  readonly held: readonly CountedRecord[];
}

export interface HistoryOptions {
  /** Default: the current ones. */
  readonly rules?: CountRules;
  /** Default true. */
  readonly includeSample?: boolean;
  /** Counts only records of these days and leaves the published figures out, since they belong to no period. */
  readonly period?: Period | null;
  /** The last day that counts: what is planned for later is no activity yet. Default: none. */
  readonly until?: IsoDate | null;
  /** Default: all centers. */
  readonly centerIds?: readonly RecordId[] | null;
}

export const historyLabels: { readonly [Metric in HistoryMetric]: Label } = {
  projects: { en: 'Project', ko: '공동협력과제' },
  consulting: { en: 'Consulting', ko: '컨설팅' },
  workshops: { en: 'Workshop, Seminar, etc.', ko: '워크숍·세미나 등' },
};

const unknownCenter: Label = { en: 'Center not known here', ko: '확인되지 않은 센터' };

/**
 * Counts every live record once: as one of those that are added, or as one that a published figure holds. Rows are ordered by opening year, then as published, then by label; records of a center that is deleted
 * or was never received get a row of their own at the end, so that no record is left out of the totals.
 */
export function historyTable(set: RecordSet, options: HistoryOptions = {}): HistoryTable {
  const { includeSample = true, period = null, centerIds = null, until = null } = options;
  const rules = countedUntil(options.rules ?? currentCountRules, until);
  const chosen = centerIds === null ? null : new Set(centerIds);
  const wanted = (record: { readonly sample: boolean }) => includeSample || !record.sample;
  const all = recordsOf(set, 'center').filter(wanted);
  const centers = all.filter(({ id }) => chosen?.has(id) ?? true);
  const known = new Set(all.map(({ id }) => id));
  // A table of a period has no published figures that could hold anything.
  const held = period === null ? heldRecords(set, rules, wanted) : new Set<CountedRecord['id']>();
  const entries = entriesOf(set, rules, period, wanted).map((entry) => ({
    ...entry,
    centerId: entry.centerId !== null && known.has(entry.centerId) ? entry.centerId : null,
    isHeld: entry.record !== null && held.has(entry.record.id),
  }));
  const byCenter = groupBy(entries, ({ centerId }) => centerId);
  const rows = centers
    .map((center) => rowOf(center, byCenter.get(center.id) ?? []))
    .sort(
      (a, b) => (a.since ?? 9999) - (b.since ?? 9999) || publishedRank(a) - publishedRank(b) || compare(a, b),
    );
  const orphans = chosen === null ? (byCenter.get(null) ?? []) : [];
  if (orphans.length > 0) {
    rows.push({ centerId: null, label: unknownCenter, since: null, cells: cellsOf(orphans) });
  }
  const shown = new Set(rows.map(({ centerId }) => centerId));
  return {
    countRules: rules.version,
    period,
    rows,
    totals: cellsOf(entries.filter(({ centerId }) => shown.has(centerId))),
  };
}

/** The same rules for what is not dated later than a day; records without a day are no plans. */
function countedUntil(rules: CountRules, until: IsoDate | null): CountRules {
  if (until === null) return rules;
  const counted = (metric: HistoryMetric) => (set: RecordSet) =>
    rules.counted[metric](set).filter(({ day }) => day === null || day <= until);
  return {
    ...rules,
    counted: {
      projects: counted('projects'),
      consulting: counted('consulting'),
      workshops: counted('workshops'),
    },
  };
}

/** One counted record or one published figure. */
interface Entry {
  readonly metric: HistoryMetric;
  readonly centerId: RecordId | null;
  readonly record: CountedRecord | null;
  readonly baseline: { readonly id: RecordId; readonly value: number } | null;
}

interface JudgedEntry extends Entry {
  readonly isHeld: boolean;
}

/** What the published figures of the centers hold already. */
function heldRecords(
  set: RecordSet,
  rules: CountRules,
  wanted: (record: { readonly sample: boolean }) => boolean,
): ReadonlySet<RecordId> {
  const figures = groupBy(recordsOf(set, 'baseline').filter(wanted), cellOf);
  const held = historyMetrics.flatMap((metric) => {
    const byCenter = groupBy(rules.counted[metric](set).filter(wanted), ({ centerId }) => centerId);
    return [...byCenter].flatMap(([centerId, records]) => {
      const own = figures.get(cellOf({ centerId, values: { metric } })) ?? [];
      const figure = figureOf(set, centerId, own);
      return figure === null ? [] : rules.heldBy(figure, records);
    });
  });
  return new Set(held.map(({ id }) => id));
}

const cellOf = ({
  centerId,
  values: { metric },
}: {
  readonly centerId: RecordId | null;
  readonly values: { readonly metric?: HistoryMetric | undefined };
}): string => `${centerId} ${metric}`;

function figureOf(
  set: RecordSet,
  centerId: RecordId | null,
  figures: readonly RecordOf<'baseline'>[],
): PublishedFigure | null {
  const center = centerId === null ? null : recordOf(set, 'center', centerId);
  return center === null
    ? null
    : publishedFigure(
        figures.map(({ values }) => values),
        center.values,
      );
}

function entriesOf(
  set: RecordSet,
  rules: CountRules,
  period: Period | null,
  wanted: (record: { readonly sample: boolean }) => boolean,
): readonly Entry[] {
  const counted = historyMetrics.flatMap((metric) =>
    rules.counted[metric](set)
      .filter(wanted)
      .filter(({ day }) => period === null || (day !== null && isInPeriod(day, period)))
      .map((record): Entry => ({ metric, centerId: record.centerId, record, baseline: null })),
  );
  return period === null ? [...counted, ...baselineEntries(set, wanted)] : counted;
}

function baselineEntries(
  set: RecordSet,
  wanted: (record: { readonly sample: boolean }) => boolean,
): readonly Entry[] {
  return recordsOf(set, 'baseline')
    .filter(wanted)
    .flatMap(({ id, centerId, values: { metric, value } }) =>
      metric === undefined || value === undefined
        ? []
        : [{ metric, centerId, record: null, baseline: { id, value } }],
    );
}

function rowOf({ id, values }: RecordOf<'center'>, entries: readonly JudgedEntry[]): HistoryRow {
  return {
    centerId: id,
    label: { en: centerLabel(values, 'en'), ko: centerLabel(values, 'ko') },
    since: openingYear(values),
    cells: cellsOf(entries),
  };
}

function cellsOf(entries: readonly JudgedEntry[]): HistoryCells {
  const cell = (metric: HistoryMetric): HistoryCell => {
    const own = entries.filter((entry) => entry.metric === metric);
    const ofRecords = own.filter(({ record }) => record !== null);
    const records = ofRecords.flatMap(({ record, isHeld }) => (isHeld ? [] : (record ?? [])));
    const baselines = own.flatMap(({ baseline }) => baseline ?? []);
    const baseline = baselines.reduce((sum, { value }) => sum + value, 0);
    return {
      baseline,
      counted: records.length,
      total: baseline + records.length,
      records,
      baselineIds: baselines.map(({ id }) => id),
      held: ofRecords.flatMap(({ record, isHeld }) => (isHeld ? (record ?? []) : [])),
    };
  };
  return { projects: cell('projects'), consulting: cell('consulting'), workshops: cell('workshops') };
}

// Centers of one year stand as the programme publishes them, others behind them.
const publishedRanks: ReadonlyMap<RecordId | null, number> = new Map(
  publishedCenterIds.map((id, index) => [id, index]),
);

function publishedRank({ centerId }: HistoryRow): number {
  return publishedRanks.get(centerId) ?? publishedRanks.size;
}

// By UTF-16 unit, not by locale, so that every computer has the same order.
function compare(a: HistoryRow, b: HistoryRow): number {
  return a.label.en < b.label.en ? -1 : a.label.en > b.label.en ? 1 : 0;
}
