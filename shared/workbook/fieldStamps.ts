import type { Path } from '../schema/migrations.ts';
import type { Stamp } from '../sync/stamp.ts';
import type { IncomingRow } from './incomingRows.ts';
import type { StateRow } from './stateRows.ts';

type PathStamp = readonly [Path, Stamp];
const noStamps: readonly PathStamp[] = [];
const partStampsByRow = new WeakMap<StateRow, ReadonlyMap<string, readonly PathStamp[]>>();

/** The stamps that a field's paths were exported with. */
export function fieldStamps({ state }: IncomingRow, key: string): readonly PathStamp[] {
  if (state === null) return noStamps;
  const parts = partStamps(state).get(key) ?? noStamps;
  const own = state.stamps[key];
  return own === undefined ? parts : [[key, own], ...parts];
}

/** Whether a field was exported in parts, each with its own stamp. */
export const hasParts = (state: StateRow, key: string): boolean => partStamps(state).has(key);

/** The stamps of parts of fields, by field; a row's paths are sorted once. */
function partStamps(state: StateRow): ReadonlyMap<string, readonly PathStamp[]> {
  const known = partStampsByRow.get(state);
  if (known !== undefined) return known;
  const byField = new Map<string, PathStamp[]>();
  for (const [path, stamp] of Object.entries(state.stamps)) {
    const slash = path.indexOf('/');
    if (slash < 0) continue;
    const field = path.slice(0, slash);
    const parts = byField.get(field);
    if (parts === undefined) byField.set(field, [[path, stamp]]);
    else parts.push([path, stamp]);
  }
  partStampsByRow.set(state, byField);
  return byField;
}
