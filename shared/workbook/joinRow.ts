import type { RecordId } from '../core/ids.ts';
import { canonicalJson, type JsonValue } from '../core/json.ts';
import type { Label } from '../core/language.ts';
import type { CellContext } from '../schema/codec.ts';
import { codecOf } from '../schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { splitPath } from '../schema/migrations.ts';
import { applyChanges } from '../sync/applyChange.ts';
import type { Change } from '../sync/changeSet.ts';
import { conflictsOf, type FieldConflict, mayConflict } from '../sync/conflicts.ts';
import { withPart } from '../sync/paths.ts';
import { besideOwn, currentValue, hasTakenIn, knowledgeAt } from '../sync/pathVersions.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { Version } from '../sync/versions.ts';
import type { PlannedCell, RowStatus } from './importPlan.ts';
import type { IncomingPath } from './incomingPaths.ts';

export interface JoinedRow {
  /** Also those that only bring a later stamp for an equal value. */
  readonly changes: readonly Change[];
  readonly cells: readonly PlannedCell[];
  readonly status: Exclude<RowStatus, 'rejected'>;
  /** The record as it would be; null where there is none and nothing to make one of. */
  readonly result: StoredRecord | null;
}

export interface JoinTarget {
  readonly definition: AnyRecordDefinition;
  readonly id: RecordId;
  readonly existing: StoredRecord | null;
  /** The row says nothing of when its values were written; only differences count, as edits made now. */
  readonly unstamped: boolean;
}

/**
 * Joins a row into a record, path by path. What this replica has seen before changes nothing; of two values whose
 * authors did not know of each other the larger stamp counts and the other stays beside it.
 */
export function joinRow(
  { definition, id, existing, unstamped }: JoinTarget,
  incoming: readonly IncomingPath[],
  context: CellContext,
): JoinedRow {
  if (incoming.length === 0) return { ...nothingJoined, result: existing };
  const changes: Change[] = [];
  const taken = new Set<string>();
  for (const part of incoming) {
    const { path, value, stamp } = part;
    const was = existing?.stamps[path] ?? null;
    if (hasTakenIn(existing, path, stamp)) continue;
    const before = currentValue(definition, existing, path);
    const equal = isSameJson(before, value);
    if (equal && unstamped) continue;
    if (was === null && value === null && existing === null && part.edited) continue;
    const knows = unstamped ? knowledgeAt(existing, path) : part.knows;
    const change = { type: definition.type, id, path, before, after: value, stamp, was };
    const known = knows.length === 0 ? change : { ...change, knows };
    changes.push(unstamped ? besideOwn(existing, known) : known);
    if (!equal) taken.add(path);
  }
  const result = applyChanges(definition, existing, changes);
  const conflicts = newConflicts(definition, existing, result);
  return {
    changes,
    cells: [
      ...conflictCells(definition, existing, conflicts, context),
      ...takenCells(definition, existing, result, withoutConflicts(taken, conflicts), context),
    ],
    status: conflicts.length > 0 ? 'conflict' : statusOf(existing, result, taken),
    result,
  };
}

const nothingJoined = { changes: [], cells: [], status: 'unchanged' } as const;

function newConflicts(
  definition: AnyRecordDefinition,
  existing: StoredRecord | null,
  result: StoredRecord | null,
): readonly FieldConflict[] {
  if (result === null || result === existing || !mayConflict(result)) return [];
  const known = new Set(existing === null ? [] : conflictsOf(definition, existing).map(({ id }) => id));
  return conflictsOf(definition, result).filter(({ id }) => !known.has(id));
}

function withoutConflicts(
  taken: ReadonlySet<string>,
  conflicts: readonly FieldConflict[],
): ReadonlySet<string> {
  if (conflicts.length === 0) return taken;
  const paths = new Set(conflicts.map(({ path }) => path));
  return new Set([...taken].filter((path) => !paths.has(path)));
}

function isSameJson(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  // Texts and numbers need no canonical form to be compared.
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  return canonicalJson(a) === canonicalJson(b);
}

function statusOf(
  existing: StoredRecord | null,
  result: StoredRecord | null,
  taken: ReadonlySet<string>,
): JoinedRow['status'] {
  if (result === null || taken.size === 0) return 'unchanged';
  if (result.deleted) return existing !== null && !existing.deleted ? 'deleted' : 'unchanged';
  return existing === null || existing.deleted ? 'added' : 'updated';
}

function takenCells(
  definition: AnyRecordDefinition,
  existing: StoredRecord | null,
  result: StoredRecord | null,
  taken: ReadonlySet<string>,
  context: CellContext,
): readonly PlannedCell[] {
  const fields = new Set<string>();
  for (const path of taken) if (!path.startsWith('$')) fields.add(splitPath(path).field);
  return definition.fieldKeys
    .filter((key) => fields.has(key))
    .map((field) => ({
      field,
      label: labelOf(definition, field),
      before: fieldText(definition, existing, field, context),
      after: fieldText(definition, result, field, context),
      outcome: 'taken',
    }));
}

/** What stands here and what the workbook says, for each path that both sides changed. */
function conflictCells(
  definition: AnyRecordDefinition,
  existing: StoredRecord | null,
  conflicts: readonly FieldConflict[],
  context: CellContext,
): readonly PlannedCell[] {
  return conflicts.map((conflict) => {
    const { path, field, versions } = conflict;
    const own = existing?.stamps[path];
    const here = versions.find(({ stamp }) => stamp === own) ?? null;
    const there = versions.find(({ stamp }) => stamp !== own) ?? null;
    const text = (version: Version | null): string =>
      version === null ? '' : versionText(definition, existing, conflict, version, context);
    return {
      field,
      label: conflict.kind === 'deletion' ? deletionLabel : labelOf(definition, field),
      before: text(here),
      after: text(there),
      outcome: 'conflict',
      winner: here !== null && versions[0] === here ? 'here' : 'workbook',
    };
  });
}

const deletionLabel: Label = {
  en: 'Deleted on one side, edited on the other',
  ko: '한쪽에서 삭제, 다른 쪽에서 수정',
};

function labelOf(definition: AnyRecordDefinition, field: string): Label {
  return definition.spec(field)?.label ?? { en: field, ko: field };
}

/** A field as the reader's list shows it; a text in several languages shows all of them. */
export function fieldText(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  field: string,
  context: CellContext,
): string {
  const spec = definition.spec(field);
  const value = record?.values[field];
  if (spec === null || value === undefined) return '';
  const codec = codecOf(spec);
  if (codec.columns.length === 1 || spec.kind === 'money' || spec.kind === 'dateTime') {
    return codec.toText(value, context);
  }
  return codec.columns
    .map(({ partLabel }, index) => {
      const cell = codec.toCells(value, context)[index] ?? null;
      return cell === null || typeof cell === 'object'
        ? ''
        : `${partLabel?.[context.language] ?? ''}: ${cell}`;
    })
    .filter((text) => text !== '')
    .join(' / ');
}

/** One version of a conflict as people read it: the field as it would be with that version. */
export function versionText(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  { kind, path, field }: FieldConflict,
  version: Version,
  context: CellContext,
): string {
  if (kind === 'deletion' || record === null) return '';
  const { field: key, part } = splitPath(path);
  const spec = definition.spec(key);
  if (spec === null) return '';
  const { value } = withPart(spec, record.values[key], part, version.value);
  return fieldText(definition, { ...record, values: { ...record.values, [key]: value } }, field, context);
}
