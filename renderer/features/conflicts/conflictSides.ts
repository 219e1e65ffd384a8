import type { JsonValue } from '../../../shared/core/json.ts';
import type { OpenConflict } from '../../../shared/records/openConflicts.ts';
import type { CellContext } from '../../../shared/schema/codec.ts';
import { codecOf } from '../../../shared/schema/codecByKind.ts';
import { splitPath } from '../../../shared/schema/migrations.ts';
import type { FieldConflict, Resolution } from '../../../shared/sync/conflicts.ts';
import type { Stamp } from '../../../shared/sync/stamp.ts';
import { fieldText, versionText } from '../../../shared/workbook/joinRow.ts';

/** One of the possible ends of a conflict, as a person chooses among them; the one that counts now stands first. */
export interface ConflictSide {
  readonly kind: 'value' | 'deleted' | 'edited';
  readonly resolution: Resolution;
  /** Of the newest edit behind it. */
  readonly stamp: Stamp;
  /** '' for no value. */
  readonly text: string;
}

export function sidesOf(open: OpenConflict, context: CellContext): readonly ConflictSide[] {
  const { definition, record, conflict } = open;
  if (conflict.kind === 'deletion') return deletionSides(open, context);
  return conflict.versions.map((version) => ({
    kind: 'value',
    resolution: { kind: 'version', stamp: version.stamp },
    stamp: version.stamp,
    text: isTextPart(open)
      ? partText(version.value)
      : versionText(definition, record, conflict, version, context),
  }));
}

/** One language's text of a field that has several: the others are not in question. */
const isTextPart = ({ definition, conflict }: OpenConflict): boolean => {
  const spec = definition.spec(conflict.field);
  return spec !== null && codecOf(spec).merge === 'texts';
};

const partText = (value: JsonValue): string => (typeof value === 'string' ? value : '');

function deletionSides(open: OpenConflict, context: CellContext): readonly ConflictSide[] {
  const [deletion, newest] = open.conflict.versions;
  if (deletion === undefined || newest === undefined) return [];
  return [
    { kind: 'deleted', resolution: { kind: 'delete' }, stamp: deletion.stamp, text: '' },
    {
      kind: 'edited',
      resolution: { kind: 'restore' },
      stamp: newest.stamp,
      text: unseenEdits(open, context),
    },
  ];
}

/** What whoever deleted the record had not seen, a field per line. */
function unseenEdits({ definition, record, conflict }: OpenConflict, context: CellContext): string {
  const stamps = new Set<Stamp>(conflict.versions.slice(1).map(({ stamp }) => stamp));
  const paths = Object.keys(record.stamps).filter((path) => {
    const stamp = record.stamps[path];
    const siblings = record.siblings[path] ?? [];
    return (
      !path.startsWith('$') &&
      ((stamp !== undefined && stamps.has(stamp)) || siblings.some((other) => stamps.has(other.stamp)))
    );
  });
  const fields = new Set(paths.map((path) => splitPath(path).field));
  return definition.fieldKeys
    .filter((key) => fields.has(key))
    .map((key) => {
      const label = definition.spec(key)?.label[context.language] ?? key;
      return `${label}: ${fieldText(definition, record, key, context)}`;
    })
    .join('\n');
}

/** The field's label, with the language in brackets for one text of several; null for a whole record. */
export function fieldLabel(
  { definition, conflict }: OpenConflict,
  { language }: Pick<CellContext, 'language'>,
): string | null {
  if (conflict.kind === 'deletion') return null;
  const spec = definition.spec(conflict.field);
  if (spec === null) return conflict.field;
  const { merge, columns } = codecOf(spec);
  const part = columns.find((column) => column.part === conflict.part)?.partLabel?.[language];
  const label = spec.label[language];
  return merge === 'texts' && part !== undefined ? `${label} (${part})` : label;
}

/** Texts are compared word by word; of figures and choices the difference is plain. */
export function isProse({ definition, conflict }: OpenConflict): boolean {
  const kind = definition.spec(conflict.field)?.kind;
  return conflict.kind === 'value' && (kind === 'text' || kind === 'longText' || kind === 'localizedText');
}

export const decisionFor = (
  { definition, record, conflict }: OpenConflict,
  resolution: Resolution,
): {
  readonly type: string;
  readonly record: OpenConflict['record']['id'];
  readonly conflict: FieldConflict['id'];
  readonly resolution: Resolution;
} => ({ type: definition.type, record: record.id, conflict: conflict.id, resolution });
