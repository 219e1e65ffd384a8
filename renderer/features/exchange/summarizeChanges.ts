import type { RecordId } from '../../../shared/core/ids.ts';
import { canonicalJson } from '../../../shared/core/json.ts';
import type { Change } from '../../../shared/sync/changeSet.ts';
import { createdPath, deletedPath } from '../../../shared/sync/record.ts';

export interface ChangeSummary {
  readonly added: number;
  readonly updated: number;
  readonly deleted: number;
  /** Deleted records that were brought back. */
  readonly restored: number;
}

/**
 * What a change set did, in records; each record counts once, under the strongest thing that befell it. A change
 * that only notes a later stamp for the same value counts nowhere.
 */
export function summarizeChanges(changes: readonly Change[]): ChangeSummary {
  const fateById = new Map<RecordId, keyof ChangeSummary>();
  for (const change of changes) {
    if (canonicalJson(change.before) === canonicalJson(change.after)) continue;
    const fate = fateOf(change);
    const known = fateById.get(change.id);
    if (known === undefined || strength[fate] > strength[known]) fateById.set(change.id, fate);
  }
  const counts = { added: 0, updated: 0, deleted: 0, restored: 0 };
  for (const fate of fateById.values()) counts[fate] += 1;
  return counts;
}

const strength: Readonly<Record<keyof ChangeSummary, number>> = {
  updated: 0,
  restored: 1,
  added: 2,
  deleted: 3,
};

function fateOf({ path, after, was }: Change): keyof ChangeSummary {
  if (path === createdPath && was === null) return 'added';
  if (path === deletedPath) return after !== null ? 'deleted' : 'restored';
  return 'updated';
}
