import { sha256Hex } from '../core/hashing.ts';
import { type DeviceId, type RecordId, workbookDeviceId } from '../core/ids.ts';
import { canonicalJson } from '../core/json.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { Path } from '../schema/migrations.ts';
import type { Change } from '../sync/changeSet.ts';
import { versionsAt } from '../sync/pathVersions.ts';
import type { StoredRecord } from '../sync/record.ts';
import { parseStamp, type Stamp, stampAfter } from '../sync/stamp.ts';
import { joinKnowledge, knowledgeOf, type Version } from '../sync/versions.ts';
import type { SavedBy } from './grid.ts';
import type { IncomingPath } from './incomingPaths.ts';
import type { StateHeader } from './state.ts';

/** An edited copy of a workbook that was imported here before: who had saved it last, when, and what it brought. */
export interface EarlierCopy {
  readonly workbookId: string;
  /** Null where the file does not say. */
  readonly savedBy: string | null;
  /** Milliseconds since 1970; null where the file does not say. */
  readonly savedAt: number | null;
  readonly changes: readonly Pick<Change, 'id' | 'path' | 'after' | 'stamp'>[];
}

/** Whether an edit of a record's path stands in the copy at hand; null for a record that has no row in it. */
export type IsEdited = (id: RecordId, path: Path) => boolean | null;

/**
 * The stamps of what the person who saved this copy had written into it when it was imported before. Nothing in a
 * workbook tells a copy that was edited further from a second copy of another person, except who saved it and when;
 * and as many a computer's user is called “user”, an earlier edit that is not in this copy any more says that it is
 * another one. In doubt the copies are two, and what both changed differently is a conflict.
 */
export function editsBefore(
  copies: readonly EarlierCopy[],
  { workbookId, exportStamp }: StateHeader,
  saved: SavedBy | null,
  isEdited: IsEdited,
): ReadonlySet<Stamp> {
  if (saved === null || saved.by === '') return new Set();
  const own = copies.filter((copy) => copy.workbookId === workbookId && isSavedBefore(copy, saved));
  const edits = own.map(({ changes }) => changes.filter(({ stamp }) => stamp > exportStamp));
  return new Set(
    edits
      .filter((copy) => copy.every(({ id, path }) => path.startsWith('$') || isEdited(id, path) !== false))
      .flatMap((copy) => copy.map(({ stamp }) => stamp)),
  );
}

/** Whether the same person is known to have saved a copy before this one. */
export const isSavedBefore = ({ savedBy, savedAt }: EarlierCopy, saved: SavedBy): boolean =>
  saved.by !== '' && savedBy === saved.by && savedAt !== null && savedAt < saved.at;

/**
 * A value as a further edit of one that the same person wrote before: it has seen that one, so it replaces it. The same
 * value as it is where it continues nothing.
 */
export function continued(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  incoming: IncomingPath,
  before: ReadonlySet<Stamp>,
): IncomingPath {
  const { path, value, stamp, knows } = incoming;
  if (!incoming.edited || before.size === 0) return incoming;
  const text = canonicalJson(value);
  const own = versionsAt(definition, record, path).filter((version) => before.has(version.stamp));
  if (own.length === 0 || own.some((version) => canonicalJson(version.value) === text)) return incoming;
  const seen = joinKnowledge(joinKnowledge(knows, [stamp]), knowledgeOf(own));
  const latest = own.reduce((last, version) => (version.stamp > last ? version.stamp : last), stamp);
  return { ...incoming, stamp: stampAfter(latest, deviceOfContinued(path, text, seen)), knows: seen };
}

/** Whether a version is one that `continued` makes of an edit with the given stamp. */
export function isContinued(path: Path, { stamp, value, knows }: Version, edit: Stamp): boolean {
  return (
    knows.includes(edit) && parseStamp(stamp).device === deviceOfContinued(path, canonicalJson(value), knows)
  );
}

const deviceOfContinued = (path: Path, text: string, seen: readonly Stamp[]): DeviceId =>
  workbookDeviceId(sha256Hex([path, text, ...seen].join('\u0001')));
