import type { RecordId } from '../core/ids.ts';
import { foldText } from '../core/text.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';
import type { ValuesByType } from '../records/registry.ts';
import { organizationsInNotes } from './organizationNote.ts';

/** A person as a list names them. */
export interface NamedPerson {
  readonly values: ValuesByType['person'];
  /** What the list says of the organization, known here or not; null where it says nothing. */
  readonly organizationText: string | null;
  /** The organizations of that name: none where it is not known here, several where the name is not unique. */
  readonly organizations: readonly RecordId[];
}

export interface KnownPerson {
  readonly match: RecordOf<'person'> | 'ambiguous' | null;
  /** The match has no organization, so that only the name speaks for it. */
  readonly byNameAlone: boolean;
  /** Others of the same name, who are not this person. */
  readonly namesakes: readonly RecordOf<'person'>[];
}

/**
 * Finds people by their name in either language, told apart by their organization. Somebody of the same name elsewhere
 * is another person; one of whom no organization is known may be the same.
 */
export function knownPeople(set: RecordSet): (named: NamedPerson) => KnownPerson {
  const byName = peopleByName(set);
  const noted = notedOrganizations(set);
  return ({ values, organizationText, organizations }) => {
    const found = [...new Set(namesOf(values).flatMap((name) => byName.get(name) ?? []))];
    if (organizationText === null) return chosenOf(found, found, false);
    const text = foldText(organizationText);
    const same = found.filter(({ id, values: { organization } }) =>
      organization === undefined
        ? noted.get(id)?.has(text) === true
        : organizations.some((own) => own === organization),
    );
    if (same.length > 0) return chosenOf(same, found, false);
    const open = found.filter(({ id, values: known }) => known.organization === undefined && !noted.has(id));
    return chosenOf(open, found, true);
  };
}

function chosenOf(
  fitting: readonly RecordOf<'person'>[],
  found: readonly RecordOf<'person'>[],
  byNameAlone: boolean,
): KnownPerson {
  const match = fitting.length > 1 ? 'ambiguous' : (fitting[0] ?? null);
  return { match, byNameAlone, namesakes: found.filter((person) => person !== match) };
}

function peopleByName(set: RecordSet): ReadonlyMap<string, readonly RecordOf<'person'>[]> {
  const people = new Map<string, RecordOf<'person'>[]>();
  for (const record of recordsOf(set, 'person')) {
    for (const name of new Set(namesOf(record.values)))
      people.set(name, [...(people.get(name) ?? []), record]);
  }
  return people;
}

const namesOf = ({ name = {} }: ValuesByType['person']): readonly string[] =>
  Object.values(name).map((text) => foldText(String(text)));

/** What earlier lists said of organizations that were not known here, by person. */
function notedOrganizations(set: RecordSet): ReadonlyMap<RecordId, ReadonlySet<string>> {
  const noted = new Map<RecordId, Set<string>>();
  for (const { values } of recordsOf(set, 'participation')) {
    if (values.person === undefined || values.notes === undefined) continue;
    for (const organization of organizationsInNotes(values.notes)) {
      const texts = noted.get(values.person) ?? new Set();
      noted.set(values.person, texts.add(foldText(organization)));
    }
  }
  return noted;
}
