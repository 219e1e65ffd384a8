import { compareTexts } from '../core/compareTexts.ts';
import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { casesOf, hasOpenAction } from './caseThread.ts';
import { inChargeOf, ownerField, type WorkType, workTypes } from './inCharge.ts';
import { isOpenDecision } from './openDecisions.ts';

/** Something that somebody still has to do. */
export interface OpenWork {
  readonly type: WorkType;
  readonly id: RecordId;
  readonly centerId: RecordId | null;
  /**
   * The next action of a consultation as it was written; '' where the record's title says it all, and of a case that
   * is open without one.
   */
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
 * What a person leaves behind: next actions of consultations and cases that are open without one, decisions, projects
 * under way, trainings to come and follow-ups; then what lies unowned at the centers where the person serves. The earliest due first within its type.
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
    ...openCases(set),
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
 * training to come the successor also teaches in the predecessor's place; somebody else who is in charge of it stays so.
 */
export function handedOver(
  set: RecordSet,
  work: readonly Pick<OpenWork, 'type' | 'id'>[],
  { from, to, today }: { readonly from: RecordId; readonly to: RecordId; readonly today: IsoDate },
): readonly HandedRecord[] {
  return work.flatMap(({ type, id }): readonly HandedRecord[] => {
    const record = set.find(type, id);
    if (record === null || record.deleted) return [];
    const owner = record.values[ownerField[type]];
    const staysInCharge = type === 'training' && owner !== undefined && owner !== from;
    const values: AnyValues = staysInCharge ? record.values : { ...record.values, [ownerField[type]]: to };
    const { trainers, start } = record.values;
    const teaches = type === 'training' && isIdList(trainers) && trainers.includes(from);
    return teaches && typeof start === 'string' && start > today
      ? [{ type, id, values: { ...values, trainers: replaced(trainers, from, to) } }]
      : [{ type, id, values }];
  });
}

/** Whether work is still with the successor, as a handover left it. */
export function isHandedOver(
  set: RecordSet,
  { type, id }: Pick<OpenWork, 'type' | 'id'>,
  { from, to }: { readonly from: RecordId; readonly to: RecordId },
): boolean {
  const values = set.find(type, id)?.values ?? {};
  const owner = values[ownerField[type]];
  if (type !== 'training' || owner === undefined || owner === from || owner === to) return owner === to;
  const { trainers } = values;
  return isIdList(trainers) && trainers.includes(to) && !trainers.includes(from);
}

interface OwnedWork extends Omit<OpenWork, 'isOwn'> {
  /** Empty where nobody is in charge. */
  readonly owners: readonly RecordId[];
}

function nextActions(set: RecordSet): readonly OwnedWork[] {
  return recordsOf(set, 'consultation').flatMap((record): readonly OwnedWork[] => {
    const { nextAction, nextActionDue, nextActionDoneOn } = record.values;
    if (nextAction === undefined || nextActionDoneOn !== undefined) return [];
    return [{ ...owned(set, record, 'consultation', nextActionDue), action: nextAction }];
  });
}

/** Cases are listed by their newest visit, which says how they stand. One with an action left is listed by that. */
function openCases(set: RecordSet): readonly OwnedWork[] {
  return casesOf(set).flatMap(({ visits, isOpen }): readonly OwnedWork[] => {
    const newest = visits.at(-1);
    if (newest === undefined || !isOpen || visits.some(hasOpenAction)) return [];
    return [owned(set, newest, 'consultation', undefined)];
  });
}

function decisions(set: RecordSet): readonly OwnedWork[] {
  return recordsOf(set, 'decision')
    .filter(({ values }) => isOpenDecision(values.status))
    .map((record) => owned(set, record, 'decision', record.values.due));
}

function projects(set: RecordSet): readonly OwnedWork[] {
  return recordsOf(set, 'project')
    .filter(({ values: { status } }) => status !== undefined && status !== 'done' && status !== 'cancelled')
    .map((record) => owned(set, record, 'project', record.values.end));
}

/** Whoever teaches in what has not begun yet has to be replaced there too, whoever is in charge of it. */
function trainings(set: RecordSet, today: IsoDate): readonly OwnedWork[] {
  return recordsOf(set, 'training')
    .filter(({ values: { start, end = start } }) => end !== undefined && end >= today)
    .map((record) => {
      const { trainers = [], start } = record.values;
      const isToCome = start !== undefined && start > today;
      const work = owned(set, record, 'training', start);
      return isToCome ? { ...work, owners: [...work.owners, ...trainers] } : work;
    });
}

function followUps(set: RecordSet): readonly OwnedWork[] {
  return recordsOf(set, 'followUp')
    .filter(({ values: { stage } }) => stage !== undefined && stage !== 'done')
    .map((record) => owned(set, record, 'followUp', undefined));
}

function owned(
  set: RecordSet,
  record: RecordOf<WorkType>,
  type: WorkType,
  due: IsoDate | undefined,
): OwnedWork {
  const { id, centerId } = record;
  return { type, id, centerId, action: '', due: due ?? null, owners: inChargeOf(set, record) };
}

function replaced(people: readonly RecordId[], from: RecordId, to: RecordId): readonly RecordId[] {
  return [...new Set(people.map((person) => (person === from ? to : person)))].sort();
}

function isIdList(value: AnyValues[string]): value is readonly RecordId[] {
  return Array.isArray(value);
}

const order = ({ type, isOwn }: OpenWork): number => workTypes.indexOf(type) + (isOwn ? 0 : workTypes.length);
