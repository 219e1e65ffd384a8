import type { RecordId } from '../core/ids.ts';
import { canonicalJson, type JsonValue } from '../core/json.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import type { Path } from '../schema/migrations.ts';
import type { Change } from './changeSet.ts';
import { valuesToPaths } from './paths.ts';
import { knowledgeAt, knowledgeOfRecord } from './pathVersions.ts';
import { createdPath, deletedPath, type StoredRecord, samplePath } from './record.ts';
import type { Stamp } from './stamp.ts';

/** Issues one stamp after the other, each later than the last (see HybridClock). */
export type IssueStamp = () => Stamp;

export interface Creation {
  readonly id: RecordId;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly sample?: boolean;
}

/** The changes that make a new record with these values. */
export function planCreate(
  definition: AnyRecordDefinition,
  values: AnyValues,
  { id, by, at, sample = false }: Creation,
  issue: IssueStamp,
): readonly Change[] {
  const stamp = issue();
  const make = (path: Path, after: JsonValue): Change => ({
    type: definition.type,
    id,
    path,
    before: null,
    after,
    stamp,
    was: null,
  });
  return [
    make(createdPath, { by, at }),
    ...(sample ? [make(samplePath, true)] : []),
    ...valuesToPaths(definition, values).map(({ path, value }) => make(path, value)),
  ];
}

/** The changes that bring a record from its values to others; only paths that differ are touched. */
export function planUpdate(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  values: AnyValues,
  issue: IssueStamp,
): readonly Change[] {
  const before = new Map(valuesToPaths(definition, record.values).map(({ path, value }) => [path, value]));
  const after = new Map(valuesToPaths(definition, values).map(({ path, value }) => [path, value]));
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => canonicalJson(before.get(path) ?? null) !== canonicalJson(after.get(path) ?? null),
  );
  if (differing.length === 0) return [];
  const stamp = issue();
  return differing.map((path) => ({
    type: record.type,
    id: record.id,
    path,
    before: before.get(path) ?? null,
    after: after.get(path) ?? null,
    stamp,
    was: record.stamps[path] ?? null,
    knows: knowledgeAt(record, path, before.get(path) ?? null),
  }));
}

/** Marks a record as deleted, or takes the mark away; nothing when it is so already. */
export function planDelete(record: StoredRecord, deleted: boolean, issue: IssueStamp): readonly Change[] {
  if (record.deleted === deleted) return [];
  return [
    {
      type: record.type,
      id: record.id,
      path: deletedPath,
      before: record.deleted ? record.deletedSeeing : null,
      after: deleted ? knowledgeOfRecord(record) : null,
      stamp: issue(),
      was: record.stamps[deletedPath] ?? null,
      knows: knowledgeAt(record, deletedPath),
    },
  ];
}
