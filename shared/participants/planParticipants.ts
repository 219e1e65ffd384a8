import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { foldText } from '../core/text.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';
import type { ValuesByType } from '../records/registry.ts';
import type { ReferenceBook } from '../schema/codec.ts';
import { isTotal } from '../workbook/foreign/rowKinds.ts';
import type { PasteMapping, PasteTarget } from './pasteColumns.ts';
import { readPastedPerson } from './readPastedPerson.ts';

export type LineProblem =
  | 'NAME_MISSING'
  | 'NAME_TOO_LONG'
  | 'BAD_GENDER'
  | 'BAD_COMPLETED'
  | 'TOO_LONG'
  /** Several known people have this name, and the organization does not tell them apart. */
  | 'AMBIGUOUS'
  /** An earlier line of the list is the same person. */
  | 'TWICE';

/** One line of a pasted list and what it would do. */
export interface ParticipantLine {
  /** As the list counts, from 1, its header included. */
  readonly number: number;
  readonly name: string;
  readonly outcome:
    | { readonly kind: 'new'; readonly person: ValuesByType['person'] }
    | {
        readonly kind: 'known';
        readonly person: RecordOf<'person'>;
        /** What the list knows and the person's record does not. */
        readonly added: ValuesByType['person'];
        /** They are entered for this training already. */
        readonly participation: RecordOf<'participation'> | null;
      }
    /** A row of totals below the list, which is nobody. */
    | { readonly kind: 'total' }
    | { readonly kind: 'bad'; readonly problem: LineProblem; readonly value: string };
  readonly completed: boolean | null;
  readonly notes: string | null;
  /** An organization that is not known here; its name goes into the notes. */
  readonly unknownOrganization: string | null;
}

export interface ParticipantPlanInput {
  readonly records: readonly (readonly string[])[];
  readonly hasHeader: boolean;
  readonly mapping: PasteMapping;
  readonly training: RecordId;
  readonly set: RecordSet;
  readonly references: ReferenceBook;
}

export const unknownOrganizationNote: Label = { en: 'Organization: {name}', ko: '소속 기관: {name}' };

/**
 * What a pasted list of participants would do, line by line; blank lines are passed over, no other line is lost.
 * A person is known by the name in either language; people of one name are told apart by their organization.
 */
export function planParticipants(input: ParticipantPlanInput): readonly ParticipantLine[] {
  const { records, hasHeader, mapping, set, training, references } = input;
  const people = peopleByName(set);
  const entered = new Map(
    recordsOf(set, 'participation')
      .filter(({ values }) => values.training === training)
      .map((record) => [record.values.person, record]),
  );
  const seen = new Set<string>();
  return records.flatMap((record, index): readonly ParticipantLine[] => {
    if ((hasHeader && index === 0) || record.every((field) => field === '')) return [];
    const filled = record.filter((field) => field.trim() !== '');
    if (isTotal(filled)) {
      const name = filled.join(' ');
      const nothing = { completed: null, notes: null, unknownOrganization: null };
      return [{ number: index + 1, name, ...nothing, outcome: { kind: 'total' } }];
    }
    const read = readPastedPerson(cellsOf(record, mapping), references);
    const line = { number: index + 1, ...read.line };
    if (read.problem !== null) return [{ ...line, outcome: { kind: 'bad', ...read.problem } }];
    const found = findPerson(people, read.person);
    if (found === 'ambiguous') {
      return [{ ...line, outcome: { kind: 'bad', problem: 'AMBIGUOUS', value: line.name } }];
    }
    const key =
      found?.id ?? `${foldText(line.name)}/${read.person.organization ?? line.unknownOrganization ?? ''}`;
    if (seen.has(key)) return [{ ...line, outcome: { kind: 'bad', problem: 'TWICE', value: line.name } }];
    seen.add(key);
    if (found === null) return [{ ...line, outcome: { kind: 'new', person: read.person } }];
    const participation = entered.get(found.id) ?? null;
    const added = addedTo(found.values, read.person);
    return [{ ...line, outcome: { kind: 'known', person: found, added, participation } }];
  });
}

export type PastedCells = { readonly [Target in PasteTarget]?: string };

function cellsOf(record: readonly string[], mapping: PasteMapping): PastedCells {
  return Object.fromEntries(
    mapping.flatMap((target, column) => {
      const cell = record[column] ?? '';
      return target === null || cell === '' ? [] : [[target, cell] as const];
    }),
  );
}

type People = ReadonlyMap<string, readonly RecordOf<'person'>[]>;

function peopleByName(set: RecordSet): People {
  const people = new Map<string, RecordOf<'person'>[]>();
  for (const record of recordsOf(set, 'person')) {
    for (const name of new Set(namesOf(record.values)))
      people.set(name, [...(people.get(name) ?? []), record]);
  }
  return people;
}

const namesOf = ({ name = {} }: ValuesByType['person']): readonly string[] =>
  Object.values(name).map((text) => foldText(String(text)));

function findPerson(people: People, values: ValuesByType['person']): RecordOf<'person'> | 'ambiguous' | null {
  const found = [...new Set(namesOf(values).flatMap((name) => people.get(name) ?? []))];
  const { organization } = values;
  if (organization !== undefined) {
    // Somebody of the same name elsewhere is another person; one without an organization may be the same.
    const same = found.filter(({ values: known }) => known.organization === organization);
    const open = found.filter(({ values: known }) => known.organization === undefined);
    const fitting = same.length > 0 ? same : open;
    return fitting.length > 1 ? 'ambiguous' : (fitting[0] ?? null);
  }
  return found.length > 1 ? 'ambiguous' : (found[0] ?? null);
}

/** Only what is missing there: a list never overwrites what somebody entered. */
function addedTo(known: ValuesByType['person'], read: ValuesByType['person']): ValuesByType['person'] {
  const others = Object.entries(read).filter(
    ([key]) => key !== 'name' && known[key as keyof ValuesByType['person']] === undefined,
  );
  const name = { ...read.name, ...known.name };
  const hasMoreNames = Object.keys(name).length > Object.keys(known.name ?? {}).length;
  return { ...Object.fromEntries(others), ...(hasMoreNames ? { name } : {}) };
}
