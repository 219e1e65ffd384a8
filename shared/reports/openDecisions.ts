import { daysBetween, type IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../records/recordsOf.ts';
import type { ValuesByType } from '../records/registry.ts';

/** A decision that is still to be carried out. */
export interface OpenDecision {
  readonly record: RecordOf<'decision'>;
  /** The meeting that took it; null where it is missing here. */
  readonly meeting: RecordOf<'meeting'> | null;
  /** Days from today until it is due, negative when overdue; null without a day. */
  readonly inDays: number | null;
}

export interface OpenDecisionOptions {
  readonly today: IsoDate;
  /** Default: all centers. */
  readonly centerId?: RecordId | null;
}

/** The decisions that are open or in progress: the longest overdue first, those without a day last. */
export function openDecisions(
  set: RecordSet,
  { today, centerId = null }: OpenDecisionOptions,
): readonly OpenDecision[] {
  return recordsOf(set, 'decision')
    .filter(({ values }) => isOpenDecision(values.status))
    .filter((record) => centerId === null || record.centerId === centerId)
    .map((record) => ({
      record,
      meeting: record.values.meeting === undefined ? null : recordOf(set, 'meeting', record.values.meeting),
      inDays: record.values.due === undefined ? null : daysBetween(today, record.values.due),
    }))
    .sort((a, b) => daysOf(a) - daysOf(b) || (a.record.id < b.record.id ? -1 : 1));
}

export const isOpenDecision = (status: ValuesByType['decision']['status']): boolean =>
  status === 'open' || status === 'inProgress';

const daysOf = ({ inDays }: OpenDecision): number => inDays ?? Number.MAX_SAFE_INTEGER;
