import type { RecordId } from '../core/ids.ts';
import { canonicalJson, type JsonValue } from '../core/json.ts';
import type { Label } from '../core/language.ts';
import type { CellContext } from '../schema/codec.ts';
import { codecOf } from '../schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { splitPath } from '../schema/migrations.ts';
import { applyChanges } from '../sync/applyChange.ts';
import type { Change } from '../sync/changeSet.ts';
import { valueAtPath } from '../sync/paths.ts';
import { createdPath, deletedPath, type StoredRecord, samplePath } from '../sync/record.ts';
import type { IncomingPath } from './decodeRow.ts';
import type { PlannedCell, RowStatus } from './importPlan.ts';

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

/** Joins a row into a record, path by path: the larger stamp decides the value. */
export function joinRow(
  { definition, id, existing, unstamped }: JoinTarget,
  incoming: readonly IncomingPath[],
  context: CellContext,
): JoinedRow {
  const changes: Change[] = [];
  const taken = new Set<string>();
  const kept = new Map<string, IncomingPath>();
  for (const part of incoming) {
    const was = existing?.stamps[part.path] ?? null;
    const before = existing === null ? null : currentValue(definition, existing, part.path);
    const equal = isSameJson(before, part.value);
    if (was === part.stamp || (equal && unstamped)) continue;
    if (was !== null && was > part.stamp) {
      if (!equal) kept.set(part.path, part);
      continue;
    }
    if (was === null && part.value === null && existing === null && part.edited) continue;
    changes.push({
      type: definition.type,
      id,
      path: part.path,
      before,
      after: part.value,
      stamp: part.stamp,
      was,
    });
    if (!equal) taken.add(part.path);
  }
  const result = applyChanges(definition, existing, changes);
  return {
    changes,
    cells: [
      ...takenCells(definition, existing, result, taken, context),
      ...keptCells(definition, existing, [...kept.values()], context),
    ],
    status: statusOf(existing, result, taken),
    result,
  };
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

function currentValue(definition: AnyRecordDefinition, record: StoredRecord, path: string): JsonValue {
  switch (path) {
    case deletedPath:
      return record.deleted ? true : null;
    case samplePath:
      return record.sample ? true : null;
    case createdPath:
      return record.stamps[createdPath] === undefined ? null : { by: record.createdBy, at: record.createdAt };
    default:
      return valueAtPath(definition, record.values, path);
  }
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

function keptCells(
  definition: AnyRecordDefinition,
  existing: StoredRecord | null,
  kept: readonly IncomingPath[],
  context: CellContext,
): readonly PlannedCell[] {
  const fields = new Set(
    kept.filter(({ path }) => !path.startsWith('$')).map(({ path }) => splitPath(path).field),
  );
  return [...fields].map((field) => {
    const parts = kept.filter(({ path }) => splitPath(path).field === field);
    const changes = parts.map(
      ({ path, value, stamp }): Change => ({
        type: definition.type,
        id: existing?.id ?? ('' as RecordId),
        path,
        before: null,
        after: value,
        stamp,
        was: null,
      }),
    );
    const theirs = applyChanges(definition, existing, changes);
    return {
      field,
      label: labelOf(definition, field),
      before: fieldText(definition, existing, field, context),
      after: fieldText(definition, theirs, field, context),
      outcome: 'kept',
    };
  });
}

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
