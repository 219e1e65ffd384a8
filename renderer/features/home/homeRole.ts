import type { RecordId } from '../../../shared/core/ids.ts';
import { foldText } from '../../../shared/core/text.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import type { Person, Workspace } from '../../stores/settings.ts';

export type HomeRole = 'expert' | 'head' | 'officer';

/**
 * Whose work the first page shows. A workspace of headquarters shows the officer's whoever sits there; an officer who
 * looks at one center is shown what its head would be.
 */
export function homeRole(person: Person | null, workspace: Workspace | null): HomeRole {
  if (workspace?.kind === 'headquarters') return 'officer';
  return person?.role === 'head' || person?.role === 'officer' ? 'head' : 'expert';
}

/** Whether a record is a person's own: entered under the name, or naming the person in one of its fields. */
export type IsMine = (record: StoredRecord) => boolean;

/** By the name in the settings, which is all that a workspace knows of who sits before it. */
export function ownRecords(records: RecordSet, name: string): IsMine {
  const folded = foldText(name);
  if (folded === '') return () => false;
  const ids = new Set<RecordId>(
    recordsOf(records, 'person')
      .filter(({ values }) => Object.values(values.name ?? {}).some((part) => foldText(part) === folded))
      .map(({ id }) => id),
  );
  const isMe = (value: unknown): boolean => typeof value === 'string' && has(ids, value);
  return ({ createdBy, values }) =>
    foldText(createdBy) === folded ||
    Object.values(values).some((value) => (Array.isArray(value) ? value.some(isMe) : isMe(value)));
}

const has = (ids: ReadonlySet<string>, value: string): boolean => ids.has(value);
