import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { lookupOf, recordSetOf } from '../../../../shared/records/recordSet.ts';
import { definitionOf, type RecordType, type ValuesByType } from '../../../../shared/records/registry.ts';
import { validateRecord } from '../../../../shared/schema/validate.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

export const today = '2026-11-23';
export const idOf = (name: string) => derivedRecordId('test', name);
export const centerId = idOf('center');
export const otherCenterId = idOf('other center');
/** Of the record that is judged, where it is stored already. */
export const ownId = idOf('own');

/** Levels and codes of the rules that values break, among the given other records. */
export function broken<Type extends RecordType>(
  type: Type,
  values: ValuesByType[Type],
  others: readonly StoredRecord[] = [],
): readonly string[] {
  const lookup = lookupOf(recordSetOf(others), today);
  const codes = new Set(definitionOf(type).rules.map(({ code }) => code));
  return validateRecord(definitionOf(type), values, lookup, ownId)
    .filter(({ code }) => codes.has(code))
    .map(({ level, code }) => `${level} ${code}`);
}

/** Another record, of the center unless its values say otherwise. */
export function other<Type extends RecordType>(
  type: Type,
  name: string,
  values: ValuesByType[Type],
): StoredRecord {
  return storedRecordOf(type, idOf(name), { center: centerId, ...values });
}
