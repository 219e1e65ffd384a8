import type { Label } from '../core/language.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordDefinitions } from '../records/registry.ts';
import { evidenceType } from '../schema/codecs/references.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { Selection } from './exportSelection.ts';

/** The field by which a person says that a piece of evidence names or shows people. */
const sensitivityField = 'sensitivity';

/** A field that a workbook without personal data leaves out, with the records in which it says something. */
export interface OmittedField {
  readonly label: Label;
  readonly count: number;
}

/** What a workbook without personal data leaves out. */
export interface Omissions {
  readonly fields: readonly { readonly type: Label; readonly fields: readonly OmittedField[] }[];
  /** Whole records of evidence that names or shows people. */
  readonly evidence: number;
}

/**
 * Whether a record as a whole is personal: evidence that somebody marked so, be it in a value that stands beside the
 * one that counts. Its very file name may be a person's.
 */
export function isPersonalRecord({ type, values, siblings }: StoredRecord): boolean {
  if (type !== evidenceType) return false;
  const beside = siblings[sensitivityField] ?? [];
  return values[sensitivityField] === 'personal' || beside.some(({ value }) => value === 'personal');
}

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

/** What leaving personal data out of these records means, for the screen before it. Types without such fields are absent. */
export function omissionsOf({ live }: Pick<Selection, 'live'>): Omissions {
  const fields = recordDefinitions.flatMap((definition) => {
    const records = live.get(definition.type) ?? [];
    if (records.length === 0) return [];
    const omitted = definition.fieldKeys.flatMap((key): OmittedField[] => {
      const spec = definition.spec(key);
      if (spec?.sensitivity !== 'personal') return [];
      return [{ label: spec.label, count: records.filter(({ values }) => values[key] !== undefined).length }];
    });
    return omitted.length === 0 ? [] : [{ type: definition.label.many, fields: omitted }];
  });
  return { fields, evidence: (live.get(evidenceType) ?? []).filter(isPersonalRecord).length };
}
