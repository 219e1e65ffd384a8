import { dateInZone, type IsoDate } from '../core/dates.ts';
import type { ValuesByType } from '../records/registry.ts';
import { createdPath, type StoredRecord } from '../sync/record.ts';
import { parseStamp } from '../sync/stamp.ts';

type WithHistory = Pick<StoredRecord, 'stamps'>;

/** The day, in universal time, on which a field got the value that it has; null where nothing tells. */
export function fieldSetOn({ stamps }: WithHistory, field: string): IsoDate | null {
  const stamp = stamps[field];
  return stamp === undefined ? null : dateInZone(parseStamp(stamp).wall, 'UTC');
}

/**
 * The day on which a record came into the state that it is in, where it was here in another one before. Null for a record
 * that was entered in that state, as from an old list: when it came into it, nobody wrote down.
 */
export function stateReachedOn(record: WithHistory, field: string): IsoDate | null {
  const [day, created] = [fieldSetOn(record, field), fieldSetOn(record, createdPath)];
  return day === null || created === null || created >= day ? null : day;
}

/**
 * The last day of a project: null while it goes on. One that is done or was cancelled and says no end ended on the day
 * on which that was entered, or, entered only then, is not known to have lasted beyond its start.
 */
export function projectEnd(
  project: WithHistory & { readonly values: Pick<ValuesByType['project'], 'status' | 'start' | 'end'> },
): IsoDate | null {
  const { status, start, end } = project.values;
  if (status === 'running') return null;
  if (end !== undefined || (status !== 'done' && status !== 'cancelled')) return end ?? null;
  const reached = stateReachedOn(project, 'status');
  return reached !== null && (start === undefined || reached >= start) ? reached : (start ?? null);
}
