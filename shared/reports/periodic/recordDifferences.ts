import { canonicalJson, type JsonValue } from '../../core/json.ts';
import { isMarkedPersonal, isPersonalRecord } from '../../records/personalRecords.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { definitionOf } from '../../records/registry.ts';
import { codecOf } from '../../schema/codecByKind.ts';
import { evidenceType } from '../../schema/codecs/references.ts';
import type { Compared } from './corrections.ts';
import type { Difference } from './difference.ts';
import { fieldCell } from './recordTable.ts';
import type { ReportInput } from './reportContent.ts';
import type { ReportCell } from './reportSections.ts';
import { isMilestoneDoneIn, isPartOf, sealedRecordIn } from './sealedRecords.ts';
import type { SealedRecord, SealedReport } from './sealedReport.ts';

/** What differs in the records of a period, then in those that the report names besides. */
export function recordDifferences(compared: Compared, now: SealedReport): readonly Difference[] {
  const sealed = comparableSeal(compared, now);
  return [...differencesInPeriod(compared, sealed, now), ...differencesOutside(compared, sealed, now)];
}

type Sides = Pick<SealedReport, 'records' | 'others'>;

/**
 * A seal of the first format held the targets of every plan, also of other years and of drafts, and parts of nothing:
 * of these only what a report speaks of is compared. It held no plan, and no milestone that was planned for another
 * period, so that none of these is new to it.
 */
function comparableSeal({ sealed }: Compared, now: SealedReport): Sides {
  if (sealed.format !== 1) return sealed;
  const held = new Set(sealed.records.map(({ id }) => id));
  const neverHeld = now.records.filter(
    ({ type, id, values }) =>
      type === 'plan' ||
      (!held.has(id) && isMilestoneDoneIn(type, { values }, sealed) && !isPlannedIn(values, sealed)),
  );
  const wholes = new Set([...sealed.records, ...neverHeld].map(({ id }) => id));
  const told = sealed.records.filter((record) => {
    const isPart = definitionOf(record.type).partOf !== undefined;
    return !isPart || isPartOf(wholes, record.type, record);
  });
  return { records: [...told, ...neverHeld] };
}

const isPlannedIn = (
  { plannedOn }: SealedRecord['values'],
  { from, to }: Pick<SealedReport, 'from' | 'to'>,
): boolean => typeof plannedOn === 'string' && plannedOn >= from && plannedOn <= to;

function differencesInPeriod(compared: Compared, sealed: Sides, now: Sides): readonly Difference[] {
  const { set, names, isPart, mayLackPersonal } = compared;
  const told = sealed.records.filter((record) => !isPersonal(set, record));
  const before = new Map(told.map((record) => [record.id, record]));
  const after = new Map(now.records.map((record) => [record.id, record]));
  const inPeriod = { what: 'record', origin: 'period' } as const;
  const known = told.flatMap((record): readonly Difference[] => {
    const current = after.get(record.id) ?? stillPlanned(compared, record);
    if (current !== null) return fieldDifferences(names, record, current, inPeriod);
    const isUnknown = set.find(record.type, record.id) === null;
    const mayBeElsewhere = isPart || (mayLackPersonal && record.type === evidenceType);
    return isUnknown && mayBeElsewhere ? [] : [wholeRecord('removed', record, 'period')];
  });
  const added = now.records
    .filter(({ id }) => !before.has(id))
    .map((record) => wholeRecord('added', record, 'period'));
  return [...known, ...added];
}

/** A plan that is no longer in force, or a target of it: it is there still, and says itself what became of it. */
const stillPlanned = ({ set, names }: Compared, record: SealedRecord): SealedRecord | null =>
  record.type === 'plan' || record.type === 'planLine' ? sealedRecordIn(set, names, record) : null;

/** Seals of the first format held nothing of these; their tables are compared instead. */
function differencesOutside(compared: Compared, sealed: Sides, now: Sides): readonly Difference[] {
  const { set, names, lacksOutside, isPart } = compared;
  if (sealed.others === undefined) return [];
  const outside = { what: 'record', origin: 'outside' } as const;
  const inPeriod = new Set([...sealed.records, ...now.records].map(({ id }) => id));
  const before = new Set(sealed.others.map(({ id }) => id));
  const known = sealed.others.flatMap((record): readonly Difference[] => {
    if (inPeriod.has(record.id)) return [];
    const current = sealedRecordIn(set, names, record);
    if (current !== null) return fieldDifferences(names, record, current, outside);
    const isUnknown = set.find(record.type, record.id) === null;
    return isUnknown && lacksOutside ? [] : [wholeRecord('removed', record, 'outside')];
  });
  const added = (isPart ? [] : (now.others ?? [])).filter(({ id }) => !before.has(id) && !inPeriod.has(id));
  return [...known, ...added.map((record) => wholeRecord('added', record, 'outside'))];
}

/** A whole record that is there now, or was then. */
export function wholeRecord(
  how: 'added' | 'removed',
  { type, id, title }: SealedRecord,
  origin: Difference['origin'],
): Difference {
  const record = { type, id };
  return { what: 'record', how, origin, record, title, field: null, before: null, after: null };
}

/** Evidence that was marked personal after it was sealed, or sealed with the mark: no side of a comparison names it. */
export function isPersonal(
  set: RecordSet,
  { type, id, values }: Pick<SealedRecord, 'type' | 'id'> & Partial<Pick<SealedRecord, 'values'>>,
): boolean {
  const record = set.find(type, id);
  return isMarkedPersonal(type, values ?? {}) || (record !== null && isPersonalRecord(record));
}

/** Each field that differs between two states of a record. */
export function fieldDifferences(
  names: Pick<ReportInput, 'nameOf'>,
  before: SealedRecord,
  after: SealedRecord,
  about: Pick<Difference, 'what' | 'origin'>,
): readonly Difference[] {
  const { type, id } = before;
  const definition = definitionOf(type);
  return definition.fieldKeys.flatMap((key): readonly Difference[] => {
    const spec = definition.spec(key);
    const [was, is] = [before.values[key] ?? null, after.values[key] ?? null];
    if (spec === null || canonicalJson(was) === canonicalJson(is)) return [];
    const cell = (json: JsonValue): ReportCell => {
      const value = json === null ? null : codecOf(spec).fromJson(json);
      return value === null ? null : fieldCell(names, spec, value);
    };
    return [
      {
        ...about,
        how: 'changed',
        record: { type, id },
        title: after.title,
        field: spec.label,
        before: cell(was),
        after: cell(is),
        ...(spec.kind === 'integer' && spec.year === true ? { format: 'year' } : {}),
      },
    ];
  });
}
