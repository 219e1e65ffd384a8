import { compareTexts } from '../core/compareTexts.ts';
import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { isOpenDecision } from './openDecisions.ts';

export const workTypes = ['consultation', 'decision', 'project', 'training', 'followUp'] as const;
export type WorkType = (typeof workTypes)[number];

/** Something that somebody still has to do. */
export interface OpenWork {
  readonly type: WorkType;
  readonly id: RecordId;
  readonly centerId: RecordId | null;
  /** The next action of a consultation as it was written; '' where the record's title says it all. */
  readonly action: string;
  readonly due: IsoDate | null;
  /** False for work of the person's centers that nobody is in charge of. */
  readonly isOwn: boolean;
}

export interface OpenWorkOptions {
  readonly today: IsoDate;
  /** Only of this center; default: of all. */
  readonly centerId?: RecordId | null;
}

/**
 * What a person leaves behind: next actions of consultations, decisions, projects under way, trainings to come and
 * follow-ups; then what lies unowned at the centers where the person serves. The earliest due first within its type.
 */
export function openWorkOf(
  set: RecordSet,
  person: RecordId,
  { today, centerId = null }: OpenWorkOptions,
): readonly OpenWork[] {
  const centers = new Set(
    recordsOf(set, 'assignment')
      .filter(({ values }) => values.person === person)
      .map((record) => record.centerId),
  );
  return [
    ...nextActions(set),
    ...decisions(set),
    ...projects(set),
    ...trainings(set, today),
    ...followUps(set),
  ]
    .filter((work) => centerId === null || work.centerId === centerId)
    .filter(({ owners, centerId: at }) => (owners.length === 0 ? centers.has(at) : owners.includes(person)))
    .map(({ owners, ...work }) => ({ ...work, isOwn: owners.length > 0 }))
    .sort(
      (a, b) =>
        order(a) - order(b) || compareTexts(a.due ?? '9999', b.due ?? '9999') || compareTexts(a.id, b.id),
    );
}

/** New values of one record. */
export interface HandedRecord {
  readonly type: WorkType;
  readonly id: RecordId;
  readonly values: AnyValues;
}

/**
 * Open work as the successor's. Who gave an advice stays as it was: only who does what is left of it changes. In a
 * training to come the successor also teaches in the predecessor's place.
 */
export function handedOver(
  set: RecordSet,
  work: readonly Pick<OpenWork, 'type' | 'id'>[],
  { from, to, today }: { readonly from: RecordId; readonly to: RecordId; readonly today: IsoDate },
): readonly HandedRecord[] {
  return work.flatMap(({ type, id }): readonly HandedRecord[] => {
    const record = set.find(type, id);
    if (record === null || record.deleted) return [];
    const values: AnyValues = { ...record.values, [ownerField[type]]: to };
    const { trainers, start } = record.values;
    const teaches = type === 'training' && isIdList(trainers) && trainers.includes(from);
    return teaches && typeof start === 'string' && start > today
      ? [{ type, id, values: { ...values, trainers: replaced(trainers, from, to) } }]
      : [{ type, id, values }];
  });
}

/** The field that says who does it. */
export const ownerField: Readonly<Record<WorkType, string>> = {
  consultation: 'nextActionBy',
  decision: 'owner',
  project: 'responsible',
  training: 'responsible',
  followUp: 'responsible',
};

interface OwnedWork extends Omit<OpenWork, 'isOwn'> {
  /** Empty where nobody is in charge. */
  readonly owners: readonly RecordId[];
}

function nextActions(set: RecordSet): readonly OwnedWork[] {
  return recordsOf(set, 'consultation').flatMap(({ id, centerId, values }): readonly OwnedWork[] => {
    const { experts = [], nextAction, nextActionDue: due = null, nextActionDoneOn, nextActionBy } = values;
    if (nextAction === undefined || nextActionDoneOn !== undefined) return [];
    const owners = nextActionBy === undefined ? experts : [nextActionBy];
    return [{ type: 'consultation', id, centerId, action: nextAction, due, owners }];
  });
}

function decisions(set: RecordSet): readonly OwnedWork[] {
  return recordsOf(set, 'decision')
    .filter(({ values }) => isOpenDecision(values.status))
    .map((record) => owned(record, 'decision', record.values.owner, record.values.due));
}

function projects(set: RecordSet): readonly OwnedWork[] {
  return recordsOf(set, 'project')
    .filter(({ values: { status } }) => status !== undefined && status !== 'done' && status !== 'cancelled')
    .map((record) => owned(record, 'project', record.values.responsible, record.values.end));
}

function trainings(set: RecordSet, today: IsoDate): readonly OwnedWork[] {
  return recordsOf(set, 'training')
    .filter(({ values: { start, end = start } }) => end !== undefined && end >= today)
    .map((record) => {
      const { responsible, trainers = [], start } = record.values;
      const work = owned(record, 'training', responsible, start);
      return responsible === undefined ? { ...work, owners: trainers } : work;
    });
}

function followUps(set: RecordSet): readonly OwnedWork[] {
  return recordsOf(set, 'followUp')
    .filter(({ values: { stage } }) => stage !== undefined && stage !== 'done')
    .map((record) => owned(record, 'followUp', record.values.responsible, undefined));
}

function owned(
  { id, centerId }: RecordOf<WorkType>,
  type: WorkType,
  owner: RecordId | undefined,
  due: IsoDate | undefined,
): OwnedWork {
  return { type, id, centerId, action: '', due: due ?? null, owners: owner === undefined ? [] : [owner] };
}

function replaced(people: readonly RecordId[], from: RecordId, to: RecordId): readonly RecordId[] {
  return [...new Set(people.map((person) => (person === from ? to : person)))].sort();
}

function isIdList(value: AnyValues[string]): value is readonly RecordId[] {
  return Array.isArray(value);
}

const order = ({ type, isOwn }: OpenWork): number => workTypes.indexOf(type) + (isOwn ? 0 : workTypes.length);
