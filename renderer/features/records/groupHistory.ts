import type { ChangeSetId } from '../../../shared/core/ids.ts';
import type { JsonValue } from '../../../shared/core/json.ts';
import { codecOf } from '../../../shared/schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import { splitPath } from '../../../shared/schema/migrations.ts';
import type { Change } from '../../../shared/sync/changeSet.ts';
import { createdPath, deletedPath } from '../../../shared/sync/record.ts';
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
}

export interface HistoryGroup {
  readonly changeSet: RecordHistoryEntry['changeSet'];
  readonly marks: readonly ('created' | 'wasDeleted' | 'wasRestored')[];
  readonly changes: readonly ShownChange[];
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
      return [
        {
          changeSet: first.changeSet,
          marks: group.flatMap(({ change }) => markOf(change)),
          changes: group.flatMap(({ change }) => shownChange(definition, change, context)),
        },
      ];
    })
    .reverse();
}

function markOf({ path, after }: Change): HistoryGroup['marks'] {
  if (path === createdPath) return ['created'];
  if (path === deletedPath) return [after === true ? 'wasDeleted' : 'wasRestored'];
  return [];
}

function shownChange(
  definition: AnyRecordDefinition,
  { path, before, after }: Change,
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
