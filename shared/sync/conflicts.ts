import { derivedRecordId, type RecordId } from '../core/ids.ts';
import { canonicalJson, type JsonValue } from '../core/json.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { joinPath, type Path, splitPath } from '../schema/migrations.ts';
import type { Change } from './changeSet.ts';
import { currentValue, knowledgeAt, knowledgeOfRecord, versionsAt } from './pathVersions.ts';
import type { IssueStamp } from './planEdit.ts';
import { conflictMark, deletedPath, type StoredRecord } from './record.ts';
import type { Stamp } from './stamp.ts';
import { hasSeen, joinKnowledge, knowledgeOf, type Version } from './versions.ts';

/** Two or more people gave a field different values and none had seen the other's; a person has to decide. */
export interface FieldConflict {
  /** The same on every replica: from the record, the path and the stamps. */
  readonly id: RecordId;
  /** `deletion`: one side deleted the record, another edited it. */
  readonly kind: 'value' | 'deletion';
  readonly path: Path;
  readonly field: string;
  readonly part: string;
  /** With different values; the one that counts until somebody decides stands first. */
  readonly versions: readonly Version[];
}

/** The open conflicts of a record. Equal values never conflict. */
export function conflictsOf(definition: AnyRecordDefinition, record: StoredRecord): readonly FieldConflict[] {
  const conflicts = Object.keys(record.siblings).flatMap((path): FieldConflict[] => {
    if (path.startsWith('$')) return [];
    const versions = distinctValues(versionsAt(definition, record, path));
    if (versions.length < 2) return [];
    return [{ id: conflictId(record.id, path, versions), kind: 'value', path, ...splitPath(path), versions }];
  });
  const unseen = record.deleted ? editsUnseenByDeletion(definition, record) : [];
  const deletion = versionsAt(definition, record, deletedPath)[0];
  if (unseen.length > 0 && deletion !== undefined) {
    const versions = [deletion, ...unseen];
    const id = conflictId(record.id, deletedPath, versions);
    conflicts.push({ id, kind: 'deletion', path: deletedPath, field: deletedPath, part: '', versions });
  }
  return conflicts;
}

/** Quick answer for lists: most records have none. */
export const mayConflict = (record: StoredRecord): boolean =>
  record.deleted || Object.keys(record.siblings).length > 0;

export type Resolution =
  /** One of the versions, by its stamp. */
  | { readonly kind: 'version'; readonly stamp: Stamp }
  /** A value that the person wrote; null erases. */
  | { readonly kind: 'value'; readonly value: JsonValue }
  /** For a deletion: leave the record deleted, or bring it back. */
  | { readonly kind: 'delete' | 'restore' };

/** The edit that decides a conflict, and the mark that stays in the record's history. */
export function planResolve(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  conflict: FieldConflict,
  resolution: Resolution,
  issue: IssueStamp,
): readonly Change[] {
  const stamp = issue();
  const { path } = conflict;
  const base = { type: record.type, id: record.id, stamp };
  const knows =
    conflict.kind === 'deletion'
      ? knowledgeAt(record, deletedPath)
      : knowledgeOf(versionsAt(definition, record, path));
  const markPath = joinPath(conflictMark, conflict.id);
  const mark = {
    path,
    versions: conflict.versions.map((version) => [version.stamp, version.value]),
  };
  return [
    {
      ...base,
      path,
      before: currentValue(definition, record, path),
      after: resolvedValue(record, conflict, resolution),
      was: record.stamps[path] ?? null,
      knows,
    },
    {
      ...base,
      path: markPath,
      before: record.resolved[markPath] ?? null,
      after: mark,
      was: record.stamps[markPath] ?? null,
      knows: knowledgeAt(record, markPath),
    },
  ];
}

function resolvedValue(record: StoredRecord, { versions }: FieldConflict, resolution: Resolution): JsonValue {
  switch (resolution.kind) {
    case 'version':
      return versions.find(({ stamp }) => stamp === resolution.stamp)?.value ?? null;
    case 'value':
      return resolution.value;
    case 'delete':
      // Also what only stands beside other values: whoever decides has all of the conflict before the eyes.
      return joinKnowledge(knowledgeOfRecord(record), knowledgeOf(versions));
    default:
      return null;
  }
}

function conflictId(record: RecordId, path: Path, versions: readonly Version[]): RecordId {
  return derivedRecordId('conflict', record, path, ...versions.map(({ stamp }) => stamp).sort());
}

function distinctValues(versions: readonly Version[]): readonly Version[] {
  const seen = new Set<string>();
  return versions.filter(({ value }) => {
    const text = canonicalJson(value);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function editsUnseenByDeletion(definition: AnyRecordDefinition, record: StoredRecord): readonly Version[] {
  return (
    Object.keys(record.stamps)
      .filter((path) => !path.startsWith('$'))
      // What was saved together has one stamp, and in which order a replica learnt the paths must not show.
      .sort()
      .flatMap((path) => versionsAt(definition, record, path))
      .filter(({ stamp }) => !hasSeen(record.deletedSeeing, stamp))
      .sort((a, b) => (a.stamp < b.stamp ? 1 : a.stamp > b.stamp ? -1 : 0))
  );
}
