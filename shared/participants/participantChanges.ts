import type { Clock, Randomness, RecordId } from '../core/ids.ts';
import { newRecordId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import { definitionOf, type ValuesByType } from '../records/registry.ts';
import type { Change } from '../sync/changeSet.ts';
import { type IssueStamp, planCreate, planUpdate } from '../sync/planEdit.ts';
import { organizationNote } from './organizationNote.ts';
import type { ParticipantLine } from './planParticipants.ts';

export interface ParticipantChangesInput {
  readonly training: RecordId;
  readonly center: RecordId | undefined;
  readonly language: Language;
  readonly by: string;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** The changes that enter a planned list: new people, what is added to known ones, and who takes part. */
export function participantChanges(
  lines: readonly ParticipantLine[],
  input: ParticipantChangesInput,
  issue: IssueStamp,
): readonly Change[] {
  const { by, clock, random } = input;
  const create = (type: 'person' | 'participation', values: ValuesByType['person' | 'participation']) => {
    const id = newRecordId(clock, random);
    return { id, changes: planCreate(definitionOf(type), values, { id, by, at: clock.now() }, issue) };
  };
  return lines.flatMap((line): readonly Change[] => {
    const { outcome } = line;
    if (outcome.kind === 'bad' || outcome.kind === 'total') return [];
    if (outcome.kind === 'new') {
      const person = create('person', outcome.person);
      return [...person.changes, ...create('participation', takesPart(line, person.id, input)).changes];
    }
    const { person, added, participation } = outcome;
    const update = planUpdate(definitionOf('person'), person, { ...person.values, ...added }, issue);
    if (participation === null) {
      return [...update, ...create('participation', takesPart(line, person.id, input)).changes];
    }
    // The tick of the list is newer than the one before; notes that somebody wrote stay.
    const values = { ...takesPart(line, person.id, input), ...participation.values };
    const completed = line.completed === null ? {} : { completed: line.completed };
    return [
      ...update,
      ...planUpdate(definitionOf('participation'), participation, { ...values, ...completed }, issue),
    ];
  });
}

function takesPart(
  { completed, notes, unknownOrganization }: ParticipantLine,
  person: RecordId,
  { training, center, language }: ParticipantChangesInput,
): ValuesByType['participation'] {
  const note = [
    ...(notes === null ? [] : [notes]),
    ...(unknownOrganization === null ? [] : [organizationNote(unknownOrganization, language)]),
  ].join('\n');
  return {
    ...(center === undefined ? {} : { center }),
    training,
    person,
    ...(completed === null ? {} : { completed }),
    ...(note === '' ? {} : { notes: note }),
  };
}
