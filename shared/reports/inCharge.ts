import { isRecordId, type RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import type { StoredRecord } from '../sync/record.ts';

export const workTypes = ['consultation', 'decision', 'project', 'training', 'followUp'] as const;
/** Types of records that somebody is in charge of and can hand over. */
export type WorkType = (typeof workTypes)[number];

/** The field that says who does it. */
export const ownerField: Readonly<Record<WorkType, string>> = {
  consultation: 'nextActionBy',
  decision: 'owner',
  project: 'responsible',
  training: 'responsible',
  followUp: 'responsible',
};

/** Those who do it while nobody is named for it: whoever gave the advice, whoever teaches. */
const ownersElse: Readonly<Partial<Record<WorkType, string>>> = {
  consultation: 'experts',
  training: 'trainers',
};

/**
 * The people who have to do what a record leaves to be done, whoever entered it; empty where nobody is in charge. A
 * deliverable is with those who are in charge of its project.
 */
export function inChargeOf(
  set: RecordSet,
  { type, values }: Pick<StoredRecord, 'type' | 'values'>,
): readonly RecordId[] {
  if (type === 'deliverable') {
    const [id] = idsIn(values.project);
    const project = id === undefined ? null : set.find('project', id);
    return project === null || project.deleted ? [] : inChargeOf(set, project);
  }
  if (!isWorkType(type)) return [];
  const named = idsIn(values[ownerField[type]]);
  const others = ownersElse[type];
  return named.length > 0 || others === undefined ? named : idsIn(values[others]);
}

const isWorkType = (type: string): type is WorkType => workTypes.some((one) => one === type);

function idsIn(value: AnyValues[string]): readonly RecordId[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(isRecordId);
}
