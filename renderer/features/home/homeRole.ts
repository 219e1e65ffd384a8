import { foldText } from '../../../shared/core/text.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import { inChargeOf } from '../../../shared/reports/inCharge.ts';
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

/** Whether a record is a person's own. */
export type IsMine = (record: StoredRecord) => boolean;

/** What a person entered, or is named in. */
export function isOwnEntry(records: RecordSet, name: string): IsMine {
  const person = personNamed(records, name);
  return (record) =>
    person.wrote(record) ||
    Object.values(record.values).some((value) =>
      Array.isArray(value) ? value.some(person.is) : person.is(value),
    );
}

/** What a person has to do: being in charge of it, or having entered what nobody is in charge of. */
export function isOwnWork(records: RecordSet, name: string): IsMine {
  const person = personNamed(records, name);
  return (record) => {
    const inCharge = inChargeOf(records, record);
    return inCharge.length === 0 ? person.wrote(record) : inCharge.some(person.is);
  };
}

interface NamedPerson {
  is(id: unknown): boolean;
  wrote(record: StoredRecord): boolean;
}

/** By the name in the settings, which is all that a workspace knows of who sits before it. */
function personNamed(records: RecordSet, name: string): NamedPerson {
  const folded = foldText(name);
  if (folded === '') return { is: () => false, wrote: () => false };
  const ids = new Set<unknown>(
    recordsOf(records, 'person')
      .filter(({ values }) => Object.values(values.name ?? {}).some((part) => foldText(part) === folded))
      .map(({ id }) => id),
  );
  return {
    is: (id) => ids.has(id),
    // Whoever asked for the sample data did not write them.
    wrote: ({ createdBy, sample }) => !sample && foldText(createdBy) === folded,
  };
}
