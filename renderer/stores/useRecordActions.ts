import { useMemo } from 'react';
import { type ChangeSetId, newRecordId, type RecordId } from '../../shared/core/ids.ts';
import type { JsonValue } from '../../shared/core/json.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { keepReferred } from '../../shared/records/keepReferred.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import { definitionOf } from '../../shared/records/registry.ts';
import type { AnyValues } from '../../shared/schema/fieldSpec.ts';
import { type Path, splitPath } from '../../shared/schema/migrations.ts';
import type { Change, ChangeSet } from '../../shared/sync/changeSet.ts';
import { conflictsOf, planResolve, type Resolution } from '../../shared/sync/conflicts.ts';
import { withPart } from '../../shared/sync/paths.ts';
import { type IssueStamp, planCreate, planDelete, planUpdate } from '../../shared/sync/planEdit.ts';
import { planUndo } from '../../shared/sync/planUndo.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { undoTrace } from '../../shared/sync/undoTrace.ts';
import type { Committed, FieldbookStore, SaveError } from '../storage/fieldbookStore.ts';
import { useStore } from '../storage/StoreContext.tsx';
import { newestUndoable } from './newestUndoable.ts';
import { type Services, useServices } from './services.tsx';

export interface Created {
  readonly id: RecordId;
  readonly changeSet: ChangeSet | null;
}

export interface Undone {
  /** Null when nothing was left to undo. */
  readonly changeSet: ChangeSet | null;
  /** Changes that stay, because somebody edited the same fields since or refers to what they made. */
  readonly kept: readonly Change[];
}

export interface Decision {
  readonly type: string;
  readonly record: RecordId;
  /** Of the conflict. */
  readonly conflict: RecordId;
  readonly resolution: Resolution;
}

/** The ways in which people change records; each is one change set that can be undone. */
export interface RecordActions {
  /** What each of these would be refused with now; null when none would. */
  refusal(): Promise<SaveError | null>;
  create(type: string, values: AnyValues): Promise<Result<Created, SaveError>>;
  /** Sets the fields named by `changed` and leaves the others as they are by then. */
  update(
    type: string,
    id: RecordId,
    values: AnyValues,
    changed: readonly string[],
  ): Promise<Result<Committed, SaveError>>;
  /** Changes several records in one step, which is undone as one. */
  change(
    plan: (records: RecordSet, issue: IssueStamp, by: string) => readonly Change[],
  ): Promise<Result<Committed, SaveError>>;
  /** Takes a deletion back. */
  restore(type: string, id: RecordId): Promise<Result<Committed, SaveError>>;
  remove(type: string, id: RecordId): Promise<Result<Committed, SaveError>>;
  /** Sets one part of a field (a whole value, one language's text, one element) to an earlier value; null erases. */
  setPart(type: string, id: RecordId, path: Path, value: JsonValue): Promise<Result<Committed, SaveError>>;
  /** Decides conflicts, all in one change set; those that are decided already are left alone. */
  decide(decisions: readonly Decision[]): Promise<Result<Committed, SaveError>>;
  undo(id: ChangeSetId): Promise<Result<Undone, SaveError>>;
  /** The newest change set of a person or an import that was not undone yet. */
  lastUndoable(): Promise<ChangeSet | null>;
}

export function useRecordActions(): RecordActions {
  const store = useStore();
  const services = useServices();
  return useMemo(() => recordActions(store, services), [store, services]);
}

export function recordActions(store: FieldbookStore, services: Services): RecordActions {
  const { clock, random, session } = services;
  const by = (): string => session.getState().settings.person?.name ?? '';
  const setDeleted = (type: string, id: RecordId, deleted: boolean) =>
    store.commit({
      kind: 'edit',
      by: by(),
      plan: (records, issue) => {
        const record = records.find(type, id);
        return record === null ? [] : planDelete(record, deleted, issue);
      },
    });
  return {
    refusal: () => store.refusal(),
    create: async (type, values) => {
      const id = newRecordId(clock, random);
      const committed = await store.commit({
        kind: 'edit',
        by: by(),
        plan: (_records, issue) =>
          planCreate(definitionOf(type), values, { id, by: by(), at: clock.now() }, issue),
      });
      return committed.ok ? ok({ id, changeSet: committed.value.changeSet }) : err(committed.error);
    },
    update: (type, id, values, changed) =>
      store.commit({
        kind: 'edit',
        by: by(),
        plan: (records, issue) => {
          const record = records.find(type, id);
          if (record === null) return [];
          const others = Object.entries(record.values).filter(([key]) => !changed.includes(key));
          const own = Object.entries(values).filter(([key]) => changed.includes(key));
          return planUpdate(definitionOf(type), record, Object.fromEntries([...others, ...own]), issue);
        },
      }),
    change: (plan) =>
      store.commit({ kind: 'edit', by: by(), plan: (records, issue) => plan(records, issue, by()) }),
    remove: (type, id) => setDeleted(type, id, true),
    restore: (type, id) => setDeleted(type, id, false),
    setPart: (type, id, path, value) =>
      store.commit({
        kind: 'edit',
        by: by(),
        plan: (records, issue) => {
          const record = records.find(type, id);
          return record === null ? [] : planPart(record, path, value, issue);
        },
      }),
    decide: (decisions) =>
      store.commit({
        kind: 'edit',
        by: by(),
        plan: (records, issue) => decisions.flatMap((decision) => planDecision(records, decision, issue)),
      }),
    undo: (id) => undoChangeSet(store, id, by()),
    lastUndoable: async () => newestUndoable(await store.changeSets(undoDepth)),
  };
}

function planPart(record: StoredRecord, path: Path, value: JsonValue, issue: IssueStamp): readonly Change[] {
  const definition = definitionOf(record.type);
  const { field, part } = splitPath(path);
  const spec = definition.spec(field);
  if (spec === null) return [];
  const next = withPart(spec, record.values[field], part, value);
  if (!next.fits) return [];
  const { [field]: _before, ...others } = record.values;
  const values = next.value === undefined ? others : { ...others, [field]: next.value };
  return planUpdate(definition, record, values, issue);
}

function planDecision(records: RecordSet, decision: Decision, issue: IssueStamp): readonly Change[] {
  const record = records.find(decision.type, decision.record);
  if (record === null) return [];
  const definition = definitionOf(record.type);
  const conflict = conflictsOf(definition, record).find(({ id }) => id === decision.conflict);
  return conflict === undefined ? [] : planResolve(definition, record, conflict, decision.resolution, issue);
}

// How far back one can go step by step.
const undoDepth = 500;

async function undoChangeSet(
  store: FieldbookStore,
  id: ChangeSetId,
  by: string,
): Promise<Result<Undone, SaveError>> {
  const changeSet = await store.changeSet(id);
  if (changeSet === null) return ok({ changeSet: null, kept: [] });
  const ids = new Set(changeSet.changes.map((change) => change.id));
  const trace = undoTrace(changeSet, await store.changeSetsAbout(ids));
  let kept: readonly Change[] = [];
  const committed = await store.commit({
    kind: 'undo',
    by,
    undoes: id,
    plan: (records, issue) => {
      const find = (type: string, recordId: RecordId) => records.find(type, recordId);
      const plan = keepReferred(planUndo(changeSet, find, issue, trace), changeSet, records);
      kept = plan.kept;
      return plan.changes;
    },
  });
  return committed.ok ? ok({ changeSet: committed.value.changeSet, kept }) : err(committed.error);
}
