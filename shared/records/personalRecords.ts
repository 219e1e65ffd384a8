import { evidenceType } from '../schema/codecs/references.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { RecordSet } from './recordSet.ts';

/** The field by which a person says that a piece of evidence names or shows people. */
const sensitivityField = 'sensitivity';
const personal = 'personal';

/**
 * Whether a record as a whole is personal: evidence that somebody marked so, be it in a value that stands beside the
 * one that counts. Its very file name may be a person's.
 */
export function isPersonalRecord({ type, values, siblings }: StoredRecord): boolean {
  const beside = siblings[sensitivityField] ?? [];
  return (
    isMarkedPersonal(type, values) ||
    (type === evidenceType && beside.some(({ value }) => value === personal))
  );
}

/** Whether these values of a record, such as those of a seal, make it personal as a whole. */
export const isMarkedPersonal = (type: string, values: Readonly<Record<string, unknown>>): boolean =>
  type === evidenceType && values[sensitivityField] === personal;

/** The set without the records that are personal as a whole, deleted ones included; whoever refers to one keeps its id. */
export function withoutPersonalRecords(set: RecordSet): RecordSet {
  const live = set.all(evidenceType).filter((record) => !isPersonalRecord(record));
  const deleted = set.deleted(evidenceType).filter((record) => !isPersonalRecord(record));
  return {
    all: (type) => (type === evidenceType ? live : set.all(type)),
    deleted: (type) => (type === evidenceType ? deleted : set.deleted(type)),
    find: (type, id) => {
      const record = set.find(type, id);
      return record === null || isPersonalRecord(record) ? null : record;
    },
  };
}
