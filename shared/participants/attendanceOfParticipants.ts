import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordOf, recordsOf } from '../records/recordsOf.ts';
import type { Attendance } from '../schema/fieldSpec.ts';

/** How many took part in a training by gender; whose gender is not entered counts as not disclosed. */
export function attendanceOfParticipants(set: RecordSet, training: RecordId): Attendance {
  const counts = { female: 0, male: 0, other: 0, undisclosed: 0 };
  for (const { values } of recordsOf(set, 'participation')) {
    if (values.training !== training) continue;
    const gender =
      values.person === undefined ? undefined : recordOf(set, 'person', values.person)?.values.gender;
    counts[gender ?? 'undisclosed'] += 1;
  }
  return counts;
}
