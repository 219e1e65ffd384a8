import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordLookup, RuleParams } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { dateOf } from './dateRules.ts';

// Sorts behind every day.
const openEnd = '9999-12-31';

export interface PersonTime {
  readonly person?: RecordId | undefined;
  readonly start?: IsoDate | undefined;
  /** Absent: not known yet, so that everything later overlaps. */
  readonly end?: IsoDate | undefined;
}

/** The first other record of a type in which the same person is bound on one of these days, by its dates. */
export function otherTimeOf(
  type: 'assignment' | 'exchange',
  { person, start, end = openEnd }: PersonTime,
  lookup: RecordLookup,
  id: RecordId | null,
  binds: (values: AnyValues) => boolean = () => true,
): RuleParams | false {
  if (person === undefined || start === undefined) return false;
  const other = lookup.where(type, 'person', person).find(({ id: otherId, values }) => {
    const from = dateOf(values, 'start');
    const until = dateOf(values, 'end') ?? openEnd;
    return otherId !== id && from !== null && from <= end && start <= until && binds(values);
  });
  if (other === undefined) return false;
  return { start: dateOf(other.values, 'start') ?? '', end: dateOf(other.values, 'end') ?? '…' };
}
