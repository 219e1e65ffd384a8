import { compareTexts } from '../core/compareTexts.ts';
import type { IsoDate } from '../core/dates.ts';
import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';
import { isOpenDecision } from './openDecisions.ts';

export interface MeetingWithDecisions {
  readonly record: RecordOf<'meeting'>;
  /** In the order in which they were entered. */
  readonly decisions: readonly RecordOf<'decision'>[];
  readonly openCount: number;
  /** It took place, or takes place today. */
  readonly isHeld: boolean;
}

/** The meetings of a center (null: of all) with what they decided, the newest first. */
export function meetingsOf(
  set: RecordSet,
  centerId: RecordId | null,
  today: IsoDate,
): readonly MeetingWithDecisions[] {
  const byMeeting = groupBy(recordsOf(set, 'decision'), ({ values }) => values.meeting);
  return recordsOf(set, 'meeting')
    .filter((record) => centerId === null || record.centerId === centerId)
    .map((record) => {
      const decisions = (byMeeting.get(record.id) ?? []).toSorted(compareEntered);
      const openCount = decisions.filter(({ values }) => isOpenDecision(values.status)).length;
      return { record, decisions, openCount, isHeld: (record.values.date ?? '') <= today };
    })
    .sort((a, b) => compareTexts(b.record.values.date ?? '', a.record.values.date ?? ''));
}

const compareEntered = (a: RecordOf<'decision'>, b: RecordOf<'decision'>): number =>
  a.createdAt - b.createdAt || compareTexts(a.id, b.id);
