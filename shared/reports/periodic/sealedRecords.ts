import { isIsoDate } from '../../core/dates.ts';
import { isRecordId, type RecordId } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { definitionOf, type RecordType, recordTypes } from '../../records/registry.ts';
import { toJson } from '../../schema/codecByKind.ts';
import { evidenceType } from '../../schema/codecs/references.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import type { StoredRecord } from '../../sync/record.ts';
import { inScope } from '../../workbook/exportSelection.ts';
import { plansInForce } from './planTargets.ts';
import type { ReportNames } from './reportContent.ts';
import type { ReportSection } from './reportSections.ts';
import type { SealedRecord, SealedReport } from './sealedReport.ts';

// What is part of no period, and what a report is made of itself.
const neverSealed: ReadonlySet<RecordType> = new Set([
  'center',
  'baseline',
  'report',
  'reportStep',
  'sealPart',
]);

type SealedPeriod = Pick<SealedReport, 'kind' | 'center' | 'from' | 'to'>;

/**
 * The records that a report speaks of, as they are now: what lies in its period with the parts of that, the plans that
 * it compares with and their targets; and apart from these whatever else its tables name.
 */
export function sealedRecords(
  set: RecordSet,
  names: ReportNames,
  period: SealedPeriod,
  sections: readonly ReportSection[],
): Required<Pick<SealedReport, 'records' | 'others'>> {
  const files = evidenceIn(sections);
  const plans = plansInForce(set, { ...period, centerIds: [period.center] });
  const own = (type: RecordType): readonly StoredRecord[] =>
    set.all(type).filter(({ centerId }) => centerId === period.center);
  const dated = recordTypes.flatMap((type): readonly StoredRecord[] => {
    const definition = definitionOf(type);
    if (neverSealed.has(type)) return [];
    if (type === 'plan') return own(type).filter(({ id }) => plans.has(id));
    if (definition.dateField === undefined) return [];
    const { from, to } = period;
    return own(type).filter(
      (record) =>
        inScope(definition, record, { kind: 'period', from, to }, set) ||
        isMilestoneDoneIn(type, record, period) ||
        files.has(record.id),
    );
  });
  const wholes = new Set(dated.map(({ id }) => id));
  const parts = recordTypes
    .filter((type) => !neverSealed.has(type))
    .flatMap((type) => own(type).filter((record) => isPartOf(wholes, type, record)));
  const chosen = new Set([...wholes, ...parts.map(({ id }) => id)]);
  const named = new Map(
    sections
      .flatMap(({ tables }) => tables.flatMap(({ rows }) => rows))
      .flatMap(({ record }) => (record === null || chosen.has(record.id) ? [] : [[record.id, record]])),
  );
  const others = [...named.values()].flatMap(({ type, id }) => set.find(type, id) ?? []);
  return { records: sealed([...dated, ...parts], names), others: sealed(others, names) };
}

/** Files that say no day are of the period by the records that name them. */
function evidenceIn(sections: readonly ReportSection[]): ReadonlySet<RecordId> {
  return new Set(
    sections
      .flatMap(({ tables }) => tables.flatMap(({ rows }) => rows))
      .flatMap(({ record }) => (record?.type === evidenceType ? [record.id] : [])),
  );
}

/** A milestone belongs to the report of the period in which it was reached, even where it was planned for another. */
export function isMilestoneDoneIn(
  type: RecordType,
  { values: { doneOn } }: { readonly values: Readonly<Record<string, unknown>> },
  { from, to }: Pick<SealedReport, 'from' | 'to'>,
): boolean {
  return type === 'milestone' && isIsoDate(doneOn) && doneOn >= from && doneOn <= to;
}

/** A record as a seal keeps it; null for one that is not known, or deleted. */
export function sealedRecordIn(
  set: RecordSet,
  names: ReportNames,
  { type, id }: Pick<SealedRecord, 'type' | 'id'>,
): SealedRecord | null {
  const record = set.find(type, id);
  return record === null || record.deleted ? null : sealedRecord(type, record, names);
}

/** The record that one is a part of: the meeting of a decision, the plan of a target. */
function wholeIdOf(
  type: RecordType,
  { values }: { readonly values: Readonly<Record<string, unknown>> },
): RecordId | null {
  const { partOf } = definitionOf(type);
  const id = partOf === undefined ? undefined : values[partOf];
  return isRecordId(id) ? id : null;
}

/** Whether the record that one is a part of is among some. */
export function isPartOf(
  wholes: ReadonlySet<RecordId>,
  type: RecordType,
  record: Parameters<typeof wholeIdOf>[1],
): boolean {
  const whole = wholeIdOf(type, record);
  return whole !== null && wholes.has(whole);
}

const ranks = new Map<string, number>(recordTypes.map((type, index) => [type, index]));

/** By type in the order of sheets, then by id. */
function sealed(records: readonly StoredRecord[], names: ReportNames): readonly SealedRecord[] {
  const rank = ({ type }: StoredRecord): number => ranks.get(type) ?? ranks.size;
  return records
    .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .flatMap((record) => {
      const type = recordTypes[rank(record)];
      return type === undefined ? [] : [sealedRecord(type, record, names)];
    });
}

function sealedRecord(type: RecordType, record: StoredRecord, names: ReportNames): SealedRecord {
  const definition = definitionOf(type);
  return {
    type,
    id: record.id,
    version: definition.version,
    title: {
      en: definition.title(record.values, { language: 'en', references: names.en }),
      ko: definition.title(record.values, { language: 'ko', references: names.ko }),
    },
    values: sealedValues(definition, record),
  };
}

function sealedValues(definition: AnyRecordDefinition, { values }: StoredRecord): JsonObject {
  return Object.fromEntries(
    definition.fieldKeys.flatMap((key) => {
      const value = values[key];
      const isOpen = definition.spec(key)?.sensitivity !== 'personal';
      return value === undefined || !isOpen ? [] : [[key, toJson(value)] as const];
    }),
  );
}
