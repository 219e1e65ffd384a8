import { compareTexts } from '../../../shared/core/compareTexts.ts';
import { type IsoDate, isIsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import { type ToldSamples, toldSamples } from '../../../shared/reports/toldSamples.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import type { ChangeSetHead } from '../../storage/fieldbookStore.ts';

/** What people log in a center's everyday work. */
const activityTypes = ['consultation', 'training', 'event', 'project'] as const;

/** Those that were entered last first; those entered at once (an import), by their day. */
export function newestFirst(activities: readonly StoredRecord[]): readonly StoredRecord[] {
  return activities.toSorted(
    (a, b) =>
      b.createdAt - a.createdAt || compareTexts(dayOf(b) ?? '', dayOf(a) ?? '') || compareTexts(b.id, a.id),
  );
}

export function activitiesOf(records: RecordSet, centerId: RecordId | null): readonly StoredRecord[] {
  return activityTypes.flatMap((type) =>
    records.all(type).filter((record) => centerId === null || record.centerId === centerId),
  );
}

/** The latest day on which each center did something: in a sample, where it has nothing of its own. */
export function lastActivityByCenter(records: RecordSet, today: IsoDate): ReadonlyMap<RecordId, IsoDate> {
  const last = new Map<RecordId, IsoDate>();
  const samplesOf = new Map<RecordId, ToldSamples>();
  const isLeftOut = (centerId: RecordId): boolean => {
    const known = samplesOf.get(centerId) ?? toldSamples(records, [centerId]);
    samplesOf.set(centerId, known);
    return known === 'leftOut';
  };
  for (const record of activitiesOf(records, null)) {
    const day = dayOf(record);
    // What is planned for later is no activity yet.
    if (record.centerId === null || day === null || day > today) continue;
    if (record.sample && isLeftOut(record.centerId)) continue;
    const known = last.get(record.centerId);
    if (known === undefined || day > known) last.set(record.centerId, day);
  }
  return last;
}

/** When a workbook last brought something of each center, in milliseconds since 1970. */
export function lastImportByCenter(heads: readonly ChangeSetHead[]): ReadonlyMap<RecordId, number> {
  const last = new Map<RecordId, number>();
  for (const { kind, at, centerIds } of heads) {
    if (kind !== 'import') continue;
    for (const centerId of centerIds) if (at > (last.get(centerId) ?? 0)) last.set(centerId, at);
  }
  return last;
}

/** The day that places a record in time. */
export function dayOf({ type, values }: StoredRecord): IsoDate | null {
  const { dateField } = definitionOf(type);
  const day = dateField === undefined ? undefined : values[dateField];
  return isIsoDate(day) ? day : null;
}
