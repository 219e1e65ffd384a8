import type { RecordId } from '../core/ids.ts';
import { builtInChanges } from './builtIn.ts';
import type { RecordSet } from './recordSet.ts';
import { recordTypes } from './registry.ts';

/**
 * How many live records people wrote for each live center, by the center's id: the center itself, sample data and what
 * every installation brings along do not count. Only centers with at least one, in the set's order.
 */
export function writtenByCenter(records: RecordSet): ReadonlyMap<RecordId, number> {
  const broughtAlong = new Set(builtInChanges().map(({ id }) => id));
  const counts = new Map<RecordId, number>();
  for (const type of recordTypes) {
    if (type === 'center') continue;
    for (const { id, centerId, sample } of records.all(type)) {
      if (centerId === null || sample || broughtAlong.has(id)) continue;
      counts.set(centerId, (counts.get(centerId) ?? 0) + 1);
    }
  }
  const live = new Set(records.all('center').map(({ id }) => id));
  return new Map([...counts].filter(([id]) => live.has(id)));
}
