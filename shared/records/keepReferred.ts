import type { RecordId } from '../core/ids.ts';
import type { Change, ChangeSet } from '../sync/changeSet.ts';
import { overlaySet } from '../sync/overlay.ts';
import type { UndoPlan } from '../sync/planUndo.ts';
import { deletedPath } from '../sync/record.ts';
import type { Stamp } from '../sync/stamp.ts';
import type { RecordSet } from './recordSet.ts';
import { references } from './references.ts';
import { recordDefinitions } from './registry.ts';

/**
 * An undo that leaves in place what others need: a record that the set created and that a record which stays refers to,
 * such as the organization of a consultation that was edited since. Those are listed as kept with the rest. A record that
 * the set only brought back is needed by what refers to it since then: what did so before lacked it before, too.
 */
export function keepReferred(plan: UndoPlan, { changes }: ChangeSet, records: RecordSet): UndoPlan {
  const leaving = new Set(plan.changes.filter(isDeletion).map(({ id }) => id));
  if (leaving.size === 0) return plan;
  const needed = neededRecords(leaving, broughtBack(changes), overlaySet(records, plan.changes), records);
  if (needed.size === 0) return plan;
  return {
    changes: plan.changes.filter((change) => !(isDeletion(change) && needed.has(change.id))),
    kept: [...plan.kept, ...changes.filter(({ id }) => needed.has(id))],
  };
}

const isDeletion = ({ path, after }: Change): boolean => path === deletedPath && after !== null;

/** The records that the set brought back from being deleted, and when. */
function broughtBack(changes: readonly Change[]): ReadonlyMap<RecordId, Stamp> {
  return new Map(
    changes.flatMap(({ id, path, before, after, stamp }) =>
      path === deletedPath && before !== null && after === null ? [[id, stamp] as const] : [],
    ),
  );
}

/**
 * Deletions without those of what is needed: records that one which stays refers to, and what these refer to in turn.
 * `kept` are the records that stay because of it.
 */
export function deletionsOfUnreferred(
  changes: readonly Change[],
  records: RecordSet,
): { readonly changes: readonly Change[]; readonly kept: ReadonlySet<RecordId> } {
  const leaving = new Set(changes.filter(isDeletion).map(({ id }) => id));
  const kept = neededRecords(leaving, new Map(), overlaySet(records, changes), records);
  return { changes: changes.filter(({ id }) => !kept.has(id)), kept };
}

/** Of the records that would leave, those that one which stays refers to, and what these refer to in turn. */
function neededRecords(
  leaving: ReadonlySet<RecordId>,
  backSince: ReadonlyMap<RecordId, Stamp>,
  after: RecordSet,
  before: RecordSet,
): ReadonlySet<RecordId> {
  const needed = new Set<RecordId>();
  const open = recordDefinitions.flatMap(({ type }) => after.all(type));
  for (let record = open.pop(); record !== undefined; record = open.pop()) {
    for (const [type, id, path] of references(record)) {
      if (!leaving.has(id) || needed.has(id)) continue;
      const since = backSince.get(id);
      if (since !== undefined && (record.stamps[path] ?? since) <= since) continue;
      needed.add(id);
      const target = before.find(type, id);
      if (target !== null) open.push(target);
    }
  }
  return needed;
}
