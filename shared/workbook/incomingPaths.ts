import { sha256Hex } from '../core/hashing.ts';
import { type RecordId, workbookDeviceId } from '../core/ids.ts';
import { canonicalJson, type JsonValue } from '../core/json.ts';
import { codecOf } from '../schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { Path } from '../schema/migrations.ts';
import { valueToPaths } from '../sync/paths.ts';
import { conflictMark, createdPath, deletedPath, type StoredRecord, samplePath } from '../sync/record.ts';
import { builtInStamp, formatStamp, type Stamp } from '../sync/stamp.ts';
import { knowledgeOf } from '../sync/versions.ts';
import type { SheetField } from './columns.ts';
import type { EditStamp } from './editStamps.ts';
import type { IncomingRow } from './incomingRows.ts';
import type { StateRow } from './stateRows.ts';

/** A path as the file has it: the value, and when it was written. */
export interface IncomingPath {
  readonly path: Path;
  readonly value: JsonValue;
  readonly stamp: Stamp;
  /** What its author had seen of the path. */
  readonly knows: readonly Stamp[];
  /** Somebody changed the cell after the export. */
  readonly edited: boolean;
}

/**
 * A row that was rejected when it came the first time: it got its id, so that correcting it again and again makes one
 * record, and nothing of it has been taken.
 */
export const isPromised = (state: StateRow | null): boolean => {
  for (const _ in state?.stamps) return false;
  return state !== null;
};

/** Whether this replica has every value that the record was exported with; then its row has nothing new to say. */
export function holdsAllOf(existing: StoredRecord | null, state: StateRow): boolean {
  if (existing === null) return false;
  for (const path in state.stamps) if (existing.stamps[path] !== state.stamps[path]) return false;
  // What stands beside a value is looked at one by one; there is rarely any.
  for (const _ in state.siblings) return false;
  return true;
}

/** What a row says of the record as a whole: who made it, whether it is deleted, decided conflicts. */
export function marksOf(
  row: Pick<IncomingRow, 'id' | 'state' | 'isNew'>,
  existing: StoredRecord | null,
  editStamp: EditStamp,
): IncomingPath[] {
  const { state } = row;
  if (state === null && !row.isNew) return existing === null ? [unnamedCreation(row.id)] : [];
  if (state === null || isPromised(state)) {
    return [exportedNew(createdPath, { by: '', at: 0 }, editStamp)];
  }
  const marks: IncomingPath[] = [];
  const add = (path: Path, value: JsonValue): void => {
    const stamp = state.stamps[path];
    if (stamp !== undefined) marks.push(exported(state, path, value, stamp));
  };
  add(createdPath, { by: state.createdBy, at: state.createdAt });
  add(deletedPath, state.deleted ? state.deletedSeeing : null);
  add(samplePath, state.sample ? true : null);
  // The mark of a decision that was taken back has its stamp alone.
  for (const path of Object.keys(state.stamps)) {
    if (path.startsWith(`${conflictMark}/`)) add(path, state.resolved[path] ?? null);
  }
  return marks;
}

/**
 * That there is such a record, of which only its id tells that somebody made it: without it an undo would not know the
 * record for a new one. Under a stamp before all others, so that it gives way to who made it.
 */
function unnamedCreation(id: RecordId): IncomingPath {
  const stamp = formatStamp({ wall: 0, counter: 1, device: workbookDeviceId(sha256Hex(id)) });
  return { path: createdPath, value: { by: '', at: 0 }, stamp, knows: [], edited: false };
}

function exportedNew(path: Path, value: JsonValue, editStamp: EditStamp): IncomingPath {
  return { path, value, stamp: editStamp(path, value), knows: [], edited: false };
}

/** A path as it was exported. */
export function exported(state: StateRow, path: Path, value: JsonValue, stamp: Stamp): IncomingPath {
  return { path, value, stamp, knows: state.knows[path] ?? [], edited: false };
}

/** Values that stood beside others when the workbook was exported: conflicts that nobody had decided. */
export function siblingsOf({ state }: Pick<IncomingRow, 'state'>): readonly IncomingPath[] {
  return Object.entries(state?.siblings ?? {}).flatMap(([path, versions]) =>
    versions.map((version) => ({ path, ...version, edited: false })),
  );
}

/**
 * What stood beside the exported value of a path and says the same: it was seen with it. Only where the workbook itself
 * tells the exported value, as all readers have to understand the same.
 */
export function alikeBeside(
  { state }: Pick<IncomingRow, 'state'>,
  { key, spec }: Pick<SheetField, 'key' | 'spec'>,
  path: Path,
): readonly Stamp[] {
  const siblings = state?.siblings[path];
  const value = siblings === undefined ? null : codecOf(spec).fromJson(state?.values[key]);
  if (siblings === undefined || value === null) return [];
  const shown = valueToPaths(key, spec, value).find((part) => part.path === path)?.value ?? null;
  const text = canonicalJson(shown);
  return knowledgeOf(siblings.filter((version) => canonicalJson(version.value) === text));
}

/** Everything that a deleted record's row says of it. */
export function deletedPaths(definition: AnyRecordDefinition, state: StateRow): readonly IncomingPath[] {
  const row = { id: state.id, state, isNew: false };
  const present = new Map<Path, JsonValue>();
  for (const key of definition.fieldKeys) {
    const spec = definition.spec(key);
    const value = spec === null ? null : codecOf(spec).fromJson(state.values[key]);
    if (spec === null || value === null) continue;
    for (const part of valueToPaths(key, spec, value)) present.set(part.path, part.value);
  }
  const fields = Object.entries(state.stamps).filter(([path]) => !path.startsWith('$'));
  return [
    // The stamp of a record that is new here: nobody edits a row that is not there.
    ...marksOf(row, null, () => state.stamps[deletedPath] ?? builtInStamp),
    ...siblingsOf(row),
    ...fields.map(([path, stamp]) => exported(state, path, present.get(path) ?? null, stamp)),
  ];
}
