import { compareTexts } from '../core/compareTexts.ts';
import type { IsoDate } from '../core/dates.ts';
import { isIsoDate } from '../core/dates.ts';
import { isRecordId, type RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { references } from '../records/references.ts';
import { definitionOf, recordDefinitions } from '../records/registry.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { StoredRecord } from '../sync/record.ts';

export type ExportScope =
  | { readonly kind: 'all' }
  /** Both days included. */
  | { readonly kind: 'period'; readonly from: IsoDate; readonly to: IsoDate };

export interface Selection {
  readonly live: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly deleted: ReadonlyMap<string, readonly StoredRecord[]>;
}

/**
 * The records that an export holds: those of one center (or of all, for null) in the scope, and whatever they refer
 * to, so that no name in the workbook leads nowhere. Deletions travel with every export of the center.
 */
export function selectRecords(set: RecordSet, scope: ExportScope, centerId: RecordId | null): Selection {
  const chosen = new Map<RecordId, StoredRecord>();
  for (const definition of recordDefinitions) {
    for (const record of set.all(definition.type)) {
      if (belongsTo(record, centerId) && inScope(definition, record, scope, set))
        chosen.set(record.id, record);
    }
  }
  addReferenced(set, chosen);
  const live = new Map<string, StoredRecord[]>();
  const deleted = new Map<string, readonly StoredRecord[]>();
  for (const definition of recordDefinitions) {
    const records = set.all(definition.type).filter(({ id }) => chosen.has(id));
    live.set(definition.type, inTimeOrder(definition, records));
    deleted.set(
      definition.type,
      set.deleted(definition.type).filter((record) => belongsTo(record, centerId)),
    );
  }
  return { live, deleted };
}

function belongsTo(record: StoredRecord, centerId: RecordId | null): boolean {
  return centerId === null || record.centerId === null || record.centerId === centerId;
}

/** Whether a record lies in the scope: by its own days, or by those of the record that it is a part of. */
export function inScope(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  scope: ExportScope,
  set: RecordSet,
): boolean {
  if (scope.kind === 'all') return true;
  const whole = wholeOf(definition, record, set);
  if (whole !== null) return inScope(definitionOf(whole.type), whole, scope, set);
  // Centers and their baselines are part of every report; people and organizations come in by reference.
  if (definition.dateField === undefined) return record.centerId !== null;
  const start = record.values[definition.dateField];
  const end = definition.endField === undefined ? undefined : record.values[definition.endField];
  if (!isIsoDate(start)) return false;
  return start <= scope.to && (isIsoDate(end) ? end : start) >= scope.from;
}

/** The record that this one is a part of; null where it is none's, or where that one is not known here. */
function wholeOf(
  { partOf, spec }: AnyRecordDefinition,
  { values }: StoredRecord,
  set: RecordSet,
): StoredRecord | null {
  const field = partOf === undefined ? null : spec(partOf);
  const id = partOf === undefined ? undefined : values[partOf];
  return field?.kind === 'ref' && isRecordId(id) ? set.find(field.to, id) : null;
}

function addReferenced(set: RecordSet, chosen: Map<RecordId, StoredRecord>): void {
  const open = [...chosen.values()];
  for (let record = open.pop(); record !== undefined; record = open.pop()) {
    for (const [type, id] of references(record)) {
      const target = chosen.has(id) ? null : set.find(type, id);
      if (target === null || target.deleted) continue;
      chosen.set(id, target);
      open.push(target);
    }
  }
}

/** By date, then by id, so that the same records always give the same sheet. */
function inTimeOrder({ dateField }: AnyRecordDefinition, records: readonly StoredRecord[]): StoredRecord[] {
  const dateOf = (record: StoredRecord): string => {
    const value = dateField === undefined ? '' : record.values[dateField];
    return typeof value === 'string' ? value : '';
  };
  return records.toSorted((a, b) => compareTexts(dateOf(a), dateOf(b)) || compareTexts(a.id, b.id));
}
