import { compareTexts } from '../core/compareTexts.ts';
import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import { hasCounted, isInFigure, type PublishedFigure } from '../records/publishedFigures.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordsOf } from '../records/recordsOf.ts';

/** The columns of the history table, in its order. */
export const historyMetrics = ['projects', 'consulting', 'workshops'] as const;
export type HistoryMetric = (typeof historyMetrics)[number];

/** A record that counts one in a column. */
export interface CountedRecord {
  readonly type: 'project' | 'consultation' | 'training' | 'event';
  readonly id: RecordId;
  readonly centerId: RecordId | null;
  readonly sample: boolean;
  /** The day in whose period it counts; null where none is entered. */
  readonly day: IsoDate | null;
  /** What somebody says of whether a published figure holds it; null for nothing. */
  readonly inPublishedFigure: 'yes' | 'no' | null;
}

/** Which records count in which column. A version that was used in a report never changes. */
export interface CountRules {
  readonly version: number;
  readonly counted: { readonly [Metric in HistoryMetric]: (set: RecordSet) => readonly CountedRecord[] };
  /** Which of the records of a cell its published figure holds already, so that they are not added to it. */
  readonly heldBy: (figure: PublishedFigure, records: readonly CountedRecord[]) => readonly CountedRecord[];
}

/**
 * Version 1: a project counts from the status running on (running, done), in the period of its start; a cancelled
 * one does not. A consultation counts once per record. A training or an event counts once however many days it
 * lasts and whoever co-hosts it, in the period of its first day. All are added to published figures.
 */
const version1: CountRules = {
  version: 1,
  counted: {
    projects: (set) =>
      recordsOf(set, 'project')
        .filter(({ values }) => hasCounted('project', values))
        .map((record) => one('project', record, record.values.start)),
    consulting: (set) =>
      recordsOf(set, 'consultation').map((record) => one('consultation', record, record.values.date)),
    workshops: (set) => [
      ...recordsOf(set, 'training').map((record) => one('training', record, record.values.start)),
      ...recordsOf(set, 'event').map((record) => one('event', record, record.values.date)),
    ],
  },
  heldBy: () => [],
};

/**
 * Version 2: counts what version 1 counts, but adds to a published figure only what it does not hold. It holds what is
 * said to be in it, and what nothing is said of and is dated in its time (see `publishedFigure`); never a sample. It
 * holds no more records than its number: first those of which it is said, then the earliest; the others are added.
 */
const version2: CountRules = {
  ...version1,
  version: 2,
  heldBy: (figure, records) =>
    records
      .filter(({ sample, day, inPublishedFigure }) => !sample && isInFigure(inPublishedFigure, day, figure))
      .sort((a, b) => compareTexts(rankOf(a), rankOf(b)))
      .slice(0, figure.value),
};

export const countRulesByVersion: ReadonlyMap<number, CountRules> = new Map(
  [version1, version2].map((rules) => [rules.version, rules]),
);
export const currentCountRules: CountRules = version2;

/** Said to be in the figure before dated so, then by day; by id last, so that every computer holds the same ones. */
const rankOf = ({ inPublishedFigure, day, id }: CountedRecord): string =>
  `${inPublishedFigure === 'yes' ? 0 : 1} ${day ?? '9999'} ${id}`;

function one(
  type: CountedRecord['type'],
  {
    id,
    centerId,
    sample,
    values,
  }: Pick<CountedRecord, 'id' | 'centerId' | 'sample'> & {
    readonly values: { readonly inPublishedFigure?: 'yes' | 'no' | undefined };
  },
  day: IsoDate | undefined,
): CountedRecord {
  const inPublishedFigure = values.inPublishedFigure ?? null;
  return { type, id, centerId, sample, day: day ?? null, inPublishedFigure };
}
