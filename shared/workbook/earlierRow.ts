import type { RecordId } from '../core/ids.ts';
import { canonicalJson, type JsonValue } from '../core/json.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { FieldValue } from '../schema/fieldSpec.ts';
import { type Path, splitPath } from '../schema/migrations.ts';
import { valueToPaths, withPart } from '../sync/paths.ts';
import { currentValue, hasTakenIn, versionsAt } from '../sync/pathVersions.ts';
import { createdPath, type StoredRecord } from '../sync/record.ts';
import type { Stamp } from '../sync/stamp.ts';
import type { Version } from '../sync/versions.ts';
import { continued, type EarlierCopy, isContinued, isSavedBefore } from './earlierCopies.ts';
import { type EditStamp, editStampOf, newRowStampOf } from './editStamps.ts';
import type { SavedBy } from './grid.ts';
import type { IncomingPath } from './incomingPaths.ts';
import { isReference } from './rowStamps.ts';
import type { StateHeader } from './state.ts';

/** The earlier state of a row, of which a person said that it is the same record. */
export interface EarlierRow {
  /** What the row said, path by path; null where no import here tells it. */
  readonly said: ReadonlyMap<Path, JsonValue> | null;
  /** The stamps of what still stands in the record as the row brought it: who edits the row further has seen it. */
  readonly seen: ReadonlySet<Stamp>;
  /** The stamps of states of the row that the same person is known to have saved before this one. */
  readonly before: ReadonlySet<Stamp>;
}

export interface CopiesOfWorkbook {
  readonly header: StateHeader;
  /** Who saved the copy at hand. */
  readonly saved: SavedBy | null;
  readonly copies: readonly EarlierCopy[];
}

/**
 * What is known of the earlier state of a row. A copy that somebody else saved, or the same person later, is no state
 * before this one; the one that brought the record is, whoever saved it.
 */
export function earlierRowOf(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  { header, saved, copies }: CopiesOfWorkbook,
): EarlierRow {
  const written = copies
    .filter(({ workbookId }) => workbookId === header.workbookId)
    .map((copy) => ({ copy, changes: ownChanges(copy, record.id, header) }))
    .filter(({ changes }) => changes.length > 0);
  const origin = written.find(({ changes }) => changes.some(({ path }) => path === createdPath));
  const line = written.filter(
    (one) =>
      isInLine(one.copy, saved) || (one === origin && (saved === null || one.copy.savedBy !== saved.by)),
  );
  const stampsOf = (some: typeof written): ReadonlySet<Stamp> =>
    new Set(some.flatMap(({ changes }) => changes.map(({ stamp }) => stamp)));
  const inLine = stampsOf(line);
  const others = stampsOf(written.filter((one) => !line.includes(one)));
  const seen = [...stampsOfRow(definition, record, header)].filter(
    (stamp) => inLine.has(stamp) || !others.has(stamp),
  );
  return {
    said:
      origin === undefined || !line.includes(origin)
        ? null
        : new Map(line.flatMap(({ changes }) => changes.map(({ path, after }) => [path, after] as const))),
    seen: new Set(seen),
    before: stampsOf(line.filter(({ copy }) => saved !== null && isSavedBefore(copy, saved))),
  };
}

/** What people wrote into a copy of the record's row. */
const ownChanges = ({ changes }: EarlierCopy, id: RecordId, { exportStamp }: StateHeader) =>
  changes.filter((change) => change.id === id && change.stamp > exportStamp);

/** Whether a copy may be an earlier state of the one at hand; of one moment, it was the first to be imported. */
function isInLine({ savedBy, savedAt }: EarlierCopy, saved: SavedBy | null): boolean {
  if (saved === null || saved.by === '' || savedBy === null || savedBy === '') return true;
  return savedBy === saved.by && (savedAt === null || savedAt <= saved.at);
}

/**
 * The stamps of what still stands in a record as a new row of the workbook brought it, or as a person let that row go
 * on: both follow from workbook, record, path and value, so they are known again whoever imported them.
 */
function stampsOfRow(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  header: StateHeader,
): ReadonlySet<Stamp> {
  const brought = newRowStamps(definition, header, record.id);
  const told = editStampOf(header, record.id);
  const isOfRow = (path: Path, version: Version): boolean => {
    const edit = told(path, version.value);
    return (
      version.stamp === brought(path, version.value) ||
      version.stamp === edit ||
      isContinued(path, version, edit)
    );
  };
  return new Set(
    Object.keys(record.stamps).flatMap((path) =>
      versionsAt(definition, record, path).flatMap((version) =>
        isOfRow(path, version) ? [version.stamp] : [],
      ),
    ),
  );
}

/** The stamps of what a new row of the workbook brought of a record. */
export const newRowStamps = (definition: AnyRecordDefinition, header: StateHeader, id: RecordId): EditStamp =>
  newRowStampOf(header, id, (path) => isReference(definition.spec(splitPath(path).field)));

/**
 * What the row says that its earlier state did not say and the record does not say already, as further edits of what
 * that state brought. `before` are stamps that the same person is known to have written before.
 */
export function furtherParts(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  earlier: EarlierRow,
  paths: readonly IncomingPath[],
  before: ReadonlySet<Stamp>,
): readonly IncomingPath[] {
  const seen = new Set([...earlier.seen, ...before]);
  return paths
    .filter((part) => isChanged(definition, record, earlier, part))
    .map((part) =>
      isOvertaken(definition, record, earlier, part) ? part : continued(definition, record, part, seen),
    );
}

function isChanged(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  { said }: EarlierRow,
  { path, value }: IncomingPath,
): boolean {
  const text = canonicalJson(value);
  if (said !== null && text === canonicalJson(said.get(path) ?? null)) return false;
  return text !== canonicalJson(currentValue(definition, record, path));
}

/**
 * Whether the record has gone on from this very edit, and nothing tells that the row said it again after that: an older
 * copy that comes in once more must not count as the latest.
 */
function isOvertaken(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  { before }: EarlierRow,
  { path, stamp }: IncomingPath,
): boolean {
  if (!hasTakenIn(record, path, stamp)) return false;
  return versionsAt(definition, record, path).some((version) => !before.has(version.stamp));
}

/**
 * What the row's author had in a field before editing the row further. Where no import tells what the row said, what
 * stands in the record.
 */
export function valueBefore(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  { said }: EarlierRow,
  key: string,
): FieldValue | undefined {
  const spec = definition.spec(key);
  if (said === null || spec === null) return record.values[key];
  let value: FieldValue | undefined;
  for (const [path, part] of said) {
    const { field, part: name } = splitPath(path);
    if (field === key && part !== null) value = withPart(spec, value, name, part).value;
  }
  return value;
}

/** Whether the earlier state of a row brought something of what a field has now. */
export function hasFromRow(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  { said, seen }: EarlierRow,
  key: string,
): boolean {
  const spec = definition.spec(key);
  if (spec === null || isAddedCenter(definition, key)) return false;
  const parts = valueToPaths(key, spec, record.values[key]);
  if (said !== null) return parts.length > 0;
  return parts.some(({ path }) => versionsAt(definition, record, path).some(({ stamp }) => seen.has(stamp)));
}

/** A row that does not name its center is given one: an empty cell never said otherwise. */
const isAddedCenter = ({ scope }: AnyRecordDefinition, key: string): boolean =>
  scope === 'center' && key === 'center';
