import type { RecordId } from '../core/ids.ts';
import { participation } from '../records/participation.ts';
import { person } from '../records/person.ts';
import type { ValuesByType } from '../records/registry.ts';
import type { ReferenceBook } from '../schema/codec.ts';
import { codecOf } from '../schema/codecByKind.ts';
import type { FieldSpec, FieldValue } from '../schema/fieldSpec.ts';
import type { LineProblem, ParticipantLine, PastedCells } from './planParticipants.ts';

export interface ReadLine {
  readonly line: Omit<ParticipantLine, 'number' | 'outcome'>;
  readonly person: ValuesByType['person'];
  /** As the list writes it; null where it says nothing. */
  readonly organizationText: string | null;
  /** The organizations of that name. */
  readonly organizations: readonly RecordId[];
  readonly problem: { readonly problem: LineProblem; readonly value: string } | null;
}

/** The cells of one line as values, read as the import reads a workbook's cells; the first problem is kept. */
export function readPastedPerson(cells: PastedCells, references: ReferenceBook): ReadLine {
  const problems: { readonly problem: LineProblem; readonly value: string }[] = [];
  const read = <Value extends FieldValue>(
    spec: FieldSpec,
    text: string | undefined,
    problem: LineProblem,
    is: (value: FieldValue) => value is Value,
  ): Value | undefined => {
    if (text === undefined) return undefined;
    const value = codecOf(spec).fromCells([text], { language: 'en', references });
    const fits = value.ok && value.value !== undefined && codecOf(spec).check(value.value).length === 0;
    if (fits && value.value !== undefined && is(value.value)) return value.value;
    problems.push({ problem, value: text });
    return undefined;
  };
  const { fields } = person;
  const name = namesOf(cells);
  if (name === null) problems.push({ problem: 'NAME_MISSING', value: '' });
  else if (Object.values(name).some((text) => text.length > (fields.name.maxLength ?? Infinity))) {
    problems.push({ problem: 'NAME_TOO_LONG', value: cells.name ?? '' });
  }
  const organizations =
    cells.organization === undefined ? [] : references.find('organization', cells.organization);
  const [organization] = organizations.length === 1 ? organizations : [];
  const gender = read(fields.gender, cells.gender, 'BAD_GENDER', isGender);
  const completed = read(participation.fields.completed, cells.completed, 'BAD_COMPLETED', isBoolean);
  const position = read(fields.position, cells.position, 'TOO_LONG', isText);
  const email = read(fields.email, cells.email, 'TOO_LONG', isText);
  const phone = read(fields.phone, cells.phone, 'TOO_LONG', isText);
  const notes = read(participation.fields.notes, cells.notes, 'TOO_LONG', isText);
  return {
    line: {
      name: cells.name ?? cells.otherName ?? '',
      completed: completed ?? null,
      notes: notes ?? null,
      unknownOrganization: organization === undefined ? (cells.organization ?? null) : null,
    },
    person: {
      ...(name === null ? {} : { name }),
      ...(organization === undefined ? {} : { organization }),
      ...(position === undefined ? {} : { position }),
      ...(gender === undefined ? {} : { gender }),
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
    },
    organizationText: cells.organization ?? null,
    organizations,
    problem: problems[0] ?? null,
  };
}

type Name = NonNullable<ValuesByType['person']['name']>;

/** Hangul is Korean, everything else English, unless both columns hold the same: then the second is the local one. */
function namesOf({ name, otherName }: PastedCells): Name | null {
  const texts = [name, otherName].filter((text) => text !== undefined);
  const result: { en?: string; ko?: string; local?: string } = {};
  for (const text of texts) {
    const language = /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en';
    if (result[language] === undefined) result[language] = text;
    else result.local = text;
  }
  return texts.length === 0 ? null : result;
}

const isText = (value: FieldValue): value is string => typeof value === 'string';
const isBoolean = (value: FieldValue): value is boolean => typeof value === 'boolean';

type Gender = NonNullable<ValuesByType['person']['gender']>;
const isGender = (value: FieldValue): value is Gender =>
  person.fields.gender.choices.some((choice) => choice.value === value);
