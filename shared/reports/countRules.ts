import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';

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
}

/** Which records count in which column. A version that was used in a report never changes. */
export interface CountRules {
  readonly version: number;
  readonly counted: { readonly [Metric in HistoryMetric]: (set: RecordSet) => readonly CountedRecord[] };
}

/**
 * Version 1: a project counts from the status running on (running, done), in the period of its start; a cancelled
 * one does not. A consultation counts once per record. A training or an event counts once however many days it
 * lasts and whoever co-hosts it, in the period of its first day.
 */
const version1: CountRules = {
  version: 1,
  counted: {
    projects: (set) =>
      recordsOf(set, 'project')
        .filter(hasBegun)
        .map((record) => one('project', record, record.values.start)),
    consulting: (set) =>
      recordsOf(set, 'consultation').map((record) => one('consultation', record, record.values.date)),
    workshops: (set) => [
      ...recordsOf(set, 'training').map((record) => one('training', record, record.values.start)),
      ...recordsOf(set, 'event').map((record) => one('event', record, record.values.date)),
    ],
  },
};

export const countRulesByVersion: ReadonlyMap<number, CountRules> = new Map([[version1.version, version1]]);
export const currentCountRules: CountRules = version1;

function hasBegun({ values }: RecordOf<'project'>): boolean {
  return values.status === 'running' || values.status === 'done';
}

function one(
  type: CountedRecord['type'],
  { id, centerId, sample }: Pick<CountedRecord, 'id' | 'centerId' | 'sample'>,
  day: IsoDate | undefined,
): CountedRecord {
  return { type, id, centerId, sample, day: day ?? null };
}
