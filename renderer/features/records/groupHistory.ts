import type { ChangeSetId } from '../../../shared/core/ids.ts';
import { isJsonObject, type JsonValue } from '../../../shared/core/json.ts';
import { codecOf } from '../../../shared/schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import { splitPath } from '../../../shared/schema/migrations.ts';
import type { Change } from '../../../shared/sync/changeSet.ts';
import { conflictMark, createdPath, deletedPath } from '../../../shared/sync/record.ts';
import type { RecordHistoryEntry } from '../../storage/fieldbookStore.ts';
import { type CellTextContext, cellText } from './cellText.ts';

export interface ShownChange {
  readonly path: string;
  /** The field's label, with the language in brackets for one of a text in several. */
  readonly field: string;
  /** Null for no value. */
  readonly before: string | null;
  readonly after: string | null;
  /** An element of a set came or went. */
  readonly element: boolean;
  /** What it was set to, for setting it so again; null erases. */
  readonly value: JsonValue;
}

/**
 * A conflict that a person decided, or whose decision was taken back: what the sides had said. The decision itself
 * stands among the changes.
 */
export interface MarkedConflict {
  readonly id: string;
  readonly kind: 'decided' | 'reopened';
  readonly path: string;
  /** Null for the whole record: deleted here, edited there. */
  readonly field: string | null;
  readonly values: readonly (string | null)[];
}

export interface HistoryGroup {
  readonly changeSet: RecordHistoryEntry['changeSet'];
  readonly marks: readonly ('created' | 'wasDeleted' | 'wasRestored')[];
  readonly changes: readonly ShownChange[];
  readonly conflicts: readonly MarkedConflict[];
}

/** A record's changes by the action that made them, the last first. */
export function groupHistory(
  definition: AnyRecordDefinition,
  entries: readonly RecordHistoryEntry[],
  context: CellTextContext,
): readonly HistoryGroup[] {
  const groups = new Map<ChangeSetId, RecordHistoryEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.changeSet.id);
    if (group === undefined) groups.set(entry.changeSet.id, [entry]);
    else group.push(entry);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const conflicts = group.flatMap(({ change }) => markedConflict(definition, change, context));
      // Values that stand side by side again are told with their conflict.
      const reopened = new Set(conflicts.flatMap(({ kind, path }) => (kind === 'reopened' ? [path] : [])));
      return [
        {
          changeSet: first.changeSet,
          marks: group.flatMap(({ change }) => markOf(change)),
          changes: group
            .filter(({ change }) => !reopened.has(change.path))
            .flatMap(({ change }) => shownChange(definition, change, context)),
          conflicts,
        },
      ];
    })
    .reverse();
}

function markOf({ path, after }: Change): HistoryGroup['marks'] {
  if (path === createdPath) return ['created'];
  if (path === deletedPath) return [after !== null ? 'wasDeleted' : 'wasRestored'];
  return [];
}

/** Reads the mark that a decision leaves (see planResolve), and its going when the decision is taken back. */
function markedConflict(
  definition: AnyRecordDefinition,
  { path: markPath, before, after }: Change,
  context: CellTextContext,
): readonly MarkedConflict[] {
  const mark = after ?? before;
  if (!markPath.startsWith(`${conflictMark}/`) || !isJsonObject(mark)) return [];
  const { path, versions } = mark;
  if (typeof path !== 'string' || !Array.isArray(versions)) return [];
  const id = splitPath(markPath).part;
  const kind = after === null ? 'reopened' : 'decided';
  if (path === deletedPath) return [{ id, kind, path, field: null, values: [] }];
  const values = versions.flatMap((version) => (Array.isArray(version) ? [version[1] ?? null] : []));
  const shown = values.flatMap((value) =>
    shownChange(definition, { path, before: null, after: value }, context),
  );
  return [{ id, kind, path, field: shown[0]?.field ?? path, values: shown.map((change) => change.after) }];
}

function shownChange(
  definition: AnyRecordDefinition,
  { path, before, after }: Pick<Change, 'path' | 'before' | 'after'>,
  context: CellTextContext,
): readonly ShownChange[] {
  const { field, part } = splitPath(path);
  const spec = definition.spec(field);
  if (spec === null) return [];
  const { merge, columns } = codecOf(spec);
  const label = spec.label[context.language];
  if (merge === 'elements') {
    const name = elementText(part);
    return [
      {
        path,
        field: label,
        before: before === null ? null : name,
        after: after === null ? null : name,
        element: true,
        value: after,
      },
    ];
  }
  const partLabel = columns.find((column) => column.part === part)?.partLabel?.[context.language];
  return [
    {
      path,
      field: merge === 'texts' && partLabel !== undefined ? `${label} (${partLabel})` : label,
      before: valueText(before),
      after: valueText(after),
      element: false,
      value: after,
    },
  ];

  function elementText(element: string): string {
    const value = spec === null ? null : codecOf(spec).fromJson([element]);
    return spec === null || value === null ? element : cellText(spec, value, context);
  }

  function valueText(json: JsonValue): string | null {
    if (json === null || spec === null) return null;
    if (merge === 'texts') return String(json);
    const value = codecOf(spec).fromJson(json);
    return value === null ? JSON.stringify(json) : cellText(spec, value, context);
  }
}
