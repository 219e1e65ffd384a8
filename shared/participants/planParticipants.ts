import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import { foldText } from '../core/text.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';
import type { ValuesByType } from '../records/registry.ts';
import type { ReferenceBook } from '../schema/codec.ts';
import { isTotal } from '../workbook/foreign/rowKinds.ts';
import { type KnownPerson, knownPeople } from './knownPeople.ts';
import type { PasteMapping, PasteTarget } from './pasteColumns.ts';
import { type ReadLine, readPastedPerson } from './readPastedPerson.ts';

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
    | {
        readonly kind: 'new';
        readonly person: ValuesByType['person'];
        /** Known people of the same name, who are somewhere else. */
        readonly namesakes: readonly RecordOf<'person'>[];
      }
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

/**
 * What a pasted list of participants would do, line by line; blank lines are passed over, no other line is lost.
 * A person is known by the name in either language; people of one name are told apart by their organization.
 */
export function planParticipants(input: ParticipantPlanInput): readonly ParticipantLine[] {
  const { set, training } = input;
  const lines = readLines(input);
  const contested = contestedPeople(lines);
  const entered = new Map(
    recordsOf(set, 'participation')
      .filter(({ values }) => values.training === training)
      .map((record) => [record.values.person, record]),
  );
  const seen = new Set<string>();
  return lines.map(({ line, read, known }): ParticipantLine => {
    const bad = (problem: LineProblem, value = line.name): ParticipantLine => ({
      ...line,
      outcome: { kind: 'bad', problem, value },
    });
    if (read === null || known === null) return { ...line, outcome: { kind: 'total' } };
    if (read.problem !== null) return bad(read.problem.problem, read.problem.value);
    if (known.match === 'ambiguous') return bad('AMBIGUOUS');
    const person = known.match !== null && contested.has(known.match.id) ? null : known.match;
    const key = person?.id ?? `${foldText(line.name)}/${organizationKey(read)}`;
    if (seen.has(key)) return bad('TWICE');
    seen.add(key);
    if (person === null) {
      return { ...line, outcome: { kind: 'new', person: read.person, namesakes: known.namesakes } };
    }
    const participation = entered.get(person.id) ?? null;
    const added = addedTo(person.values, read.person);
    return { ...line, outcome: { kind: 'known', person, added, participation } };
  });
}

interface LineToPlan {
  readonly line: Omit<ParticipantLine, 'outcome'>;
  /** Null for a row of totals. */
  readonly read: ReadLine | null;
  readonly known: KnownPerson | null;
}

function readLines(input: ParticipantPlanInput): readonly LineToPlan[] {
  const { records, hasHeader, mapping, set, references } = input;
  const find = knownPeople(set);
  return records.flatMap((record, index): readonly LineToPlan[] => {
    if ((hasHeader && index === 0) || record.every((field) => field === '')) return [];
    const number = index + 1;
    const filled = record.filter((field) => field.trim() !== '');
    if (isTotal(filled)) {
      const line = {
        number,
        name: filled.join(' '),
        completed: null,
        notes: null,
        unknownOrganization: null,
      };
      return [{ line, read: null, known: null }];
    }
    const read = readPastedPerson(cellsOf(record, mapping), references);
    const { person: values, organizationText, organizations } = read;
    return [
      { line: { number, ...read.line }, read, known: find({ values, organizationText, organizations }) },
    ];
  });
}

/**
 * People of whom no organization is known and whose name the list has at several: which of them it is, nobody can say,
 * so none of these lines adds anything to that person.
 */
function contestedPeople(lines: readonly LineToPlan[]): ReadonlySet<RecordId> {
  const claims = lines.flatMap(({ read, known }) =>
    read !== null && known?.byNameAlone === true && known.match !== null && known.match !== 'ambiguous'
      ? [{ id: known.match.id, organization: organizationKey(read) }]
      : [],
  );
  const byPerson = groupBy(claims, ({ id }) => id);
  return new Set(
    [...byPerson].flatMap(([id, own]) =>
      new Set(own.map(({ organization }) => organization)).size > 1 ? [id] : [],
    ),
  );
}

const organizationKey = ({ person, organizationText }: ReadLine): string =>
  person.organization ?? foldText(organizationText ?? '');

export type PastedCells = { readonly [Target in PasteTarget]?: string };

function cellsOf(record: readonly string[], mapping: PasteMapping): PastedCells {
  return Object.fromEntries(
    mapping.flatMap((target, column) => {
      const cell = record[column] ?? '';
      return target === null || cell === '' ? [] : [[target, cell] as const];
    }),
  );
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
