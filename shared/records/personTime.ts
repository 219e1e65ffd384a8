import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordLookup, RuleParams } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import type { StoredRecord } from '../sync/record.ts';
import { dateOf } from './dateRules.ts';

// Sorts behind every day.
const openEnd = '9999-12-31';

export interface PersonTime {
  readonly person?: RecordId | undefined;
  readonly start?: IsoDate | undefined;
  /** Absent: not known yet, so that everything later overlaps. */
  readonly end?: IsoDate | undefined;
}

/** The first other record of a type in which the same person is bound on one of these days; null for none. */
export function otherTimeRecord(
  type: 'assignment' | 'exchange',
  { person, start, end = openEnd }: PersonTime,
  lookup: RecordLookup,
  id: RecordId | null,
  binds: (values: AnyValues) => boolean = () => true,
): StoredRecord | null {
  if (person === undefined || start === undefined) return null;
  const other = lookup.where(type, 'person', person).find(({ id: otherId, values }) => {
    const from = dateOf(values, 'start');
    const until = dateOf(values, 'end') ?? openEnd;
    return otherId !== id && from !== null && from <= end && start <= until && binds(values);
  });
  return other ?? null;
}

/** The same by its dates, as a rule's message names them. */
export function otherTimeOf(...asked: Parameters<typeof otherTimeRecord>): RuleParams | false {
  const other = otherTimeRecord(...asked);
  return other !== null && datesOf(other.values);
}

/** First and last day for a message; an open end is an ellipsis. */
export const datesOf = (values: AnyValues): { readonly start: string; readonly end: string } => ({
  start: dateOf(values, 'start') ?? '',
  end: dateOf(values, 'end') ?? '…',
});
