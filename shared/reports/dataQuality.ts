import type { IsoDate } from '../core/dates.ts';
import { isRecordId, type RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { lookupOf, type RecordSet } from '../records/recordSet.ts';
import { recordDefinitions } from '../records/registry.ts';
import { referredType } from '../schema/codecs/references.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { type Finding, validateRecord } from '../schema/validate.ts';
import type { StoredRecord } from '../sync/record.ts';

/** One finding about one live record. */
export interface QualityItem {
  readonly type: string;
  readonly id: RecordId;
  readonly centerId: RecordId | null;
  readonly sample: boolean;
  readonly finding: Finding;
}

export interface QualityOptions {
  readonly today: IsoDate;
  /** Only records of this center, and those that belong to none. */
  readonly centerId?: RecordId | null;
  /** Default true. */
  readonly includeSample?: boolean;
}

const danglingReference: Label = {
  en: '“{field}” names {count} record(s) that were deleted or are not on this computer. Choose another, or import the workbook that holds them.',
  ko: '‘{field}’에 삭제되었거나 이 컴퓨터에 없는 기록이 {count}건 있습니다. 다른 기록을 선택하거나 그 기록이 든 통합 문서를 가져오세요.',
};

/** Everything that is wrong or worth a look in a set: errors first, then in the order of types. */
export function dataQuality(set: RecordSet, options: QualityOptions): readonly QualityItem[] {
  const { today, centerId = null, includeSample = true } = options;
  const lookup = lookupOf(set, today);
  const items = recordDefinitions.flatMap((definition) =>
    set
      .all(definition.type)
      .filter((record) => includeSample || !record.sample)
      .filter((record) => centerId === null || record.centerId === null || record.centerId === centerId)
      .flatMap((record) =>
        [
          ...validateRecord(definition, record.values, lookup, record.id),
          ...danglingReferences(definition, record, set),
        ].map((finding) => itemOf(record, finding)),
      ),
  );
  const errors = items.filter(({ finding }) => finding.level === 'error');
  return [...errors, ...items.filter(({ finding }) => finding.level !== 'error')];
}

/**
 * References of a record that lead nowhere, a warning per field: a workbook that holds the missing record may still
 * arrive.
 */
export function danglingReferences(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  set: RecordSet,
): readonly Finding[] {
  return definition.fieldKeys.flatMap((key) => {
    const spec = definition.spec(key);
    const to = spec === null ? null : referredType(spec);
    if (spec === null || to === null) return [];
    const missing = referredIds(record, key).filter((id) => {
      const found = set.find(to, id);
      return found === null || found.deleted;
    });
    if (missing.length === 0) return [];
    const params = { field: spec.label, count: missing.length };
    return [
      {
        level: 'warning',
        code: 'DANGLING_REFERENCE',
        field: key,
        message: danglingReference,
        params,
      } as const,
    ];
  });
}

function referredIds({ values }: StoredRecord, key: string): readonly RecordId[] {
  const value = values[key];
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  return ids.filter(isRecordId);
}

function itemOf({ type, id, centerId, sample }: StoredRecord, finding: Finding): QualityItem {
  return { type, id, centerId, sample, finding };
}
