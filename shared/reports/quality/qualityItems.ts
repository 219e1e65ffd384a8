import type { IsoDate } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import { openConflicts } from '../../records/openConflicts.ts';
import { lookupOf, type RecordSet } from '../../records/recordSet.ts';
import { definitionOf, recordDefinitions } from '../../records/registry.ts';
import type { AnyRecordDefinition, RecordLookup } from '../../schema/defineRecord.ts';
import { type Finding, validateRecord } from '../../schema/validate.ts';
import type { conflictsOf } from '../../sync/conflicts.ts';
import type { StoredRecord } from '../../sync/record.ts';
import { danglingReferences } from '../dataQuality.ts';
import { dueItems } from '../dueItems.ts';
import { lacksEvidence } from '../lacksEvidence.ts';
import type { CenterReport } from '../periodic/reportsAtWork.ts';
import type { Stage, StepKey } from '../setUpSteps.ts';
import { missingSteps } from './missingSteps.ts';
import { conflictFinding, evidenceFinding, overdueFinding } from './qualityFindings.ts';
import {
  kindOfFinding,
  type QualityKind,
  type QualitySeverity,
  qualityKinds,
  qualitySeverities,
} from './qualityKinds.ts';
import { type QualityMemory, rememberedItems } from './qualityMemory.ts';
import { reportItems } from './reportItems.ts';
import { translationGaps } from './translationGaps.ts';
import { undatedEvidence, undatedFinding } from './undatedEvidence.ts';

/** One thing to be mended, and where. */
export interface QualityItem {
  readonly kind: QualityKind;
  readonly severity: QualitySeverity;
  readonly type: string;
  /** Of the record; of the center for a missing step and a report that nobody began. */
  readonly id: RecordId;
  readonly centerId: RecordId | null;
  readonly sample: boolean;
  /** What is wrong in words; its `field` is where it is mended. */
  readonly finding: Finding;
  /** Of a conflict, to be decided on its page. */
  readonly conflict?: RecordId;
  /** A report that is late or was returned, begun or not: where it is written. */
  readonly report?: Pick<CenterReport, 'centerId' | 'kind' | 'from' | 'to'>;
  /** A step of a center that no record shows yet. */
  readonly step?: { readonly key: StepKey; readonly stage: Stage };
}

export interface QualityItemsOptions {
  readonly today: IsoDate;
  /** Only what belongs to this center or to none; default all. */
  readonly centerId?: RecordId | null;
  /** What was found before, for whoever asks again after an edit. */
  readonly memory?: QualityMemory;
  /** May answer from a cache; see openConflicts. */
  readonly conflictsIn?: typeof conflictsOf;
}

/** Everything to be mended in a set: by severity, then kind, then in the order of types. */
export function qualityItems(set: RecordSet, options: QualityItemsOptions): readonly QualityItem[] {
  const { today, centerId = null, memory = new Map() } = options;
  const isOwn = ({ type, id, centerId: of }: Pick<StoredRecord, 'type' | 'id' | 'centerId'>): boolean =>
    centerId === null || (type === 'center' ? id : (of ?? centerId)) === centerId;
  const lookup = lookupOf(set, today);
  const ofRecords = recordDefinitions.flatMap((definition) =>
    rememberedItems(memory, `${today} ${centerId}`, definition, set, lookup, (watched) =>
      set
        .all(definition.type)
        .filter(isOwn)
        .flatMap((record) => itemsOfRecord(definition, record, set, watched)),
    ),
  );
  const reports = reportItems(set, options);
  const withPage = new Set(reports.map(({ id }) => id));
  const items = [
    // Of a report in the calendar its page is the place, not the field of its due day.
    ...ofRecords.filter(({ id, finding }) => finding.code !== 'REPORT_OVERDUE' || !withPage.has(id)),
    ...evidenceItems(set, options, ofRecords),
    ...undatedEvidence(set, options.centerId ?? null).map((record) => ({
      ...itemOf(record, undatedFinding),
      kind: 'values' as const,
      severity: 'note' as const,
    })),
    ...overdueItems(set, options, ofRecords),
    ...reports,
    ...conflictItems(set, options),
    ...missingSteps(set, options),
  ].filter(isOwn);
  return sorted(items);
}

function itemsOfRecord(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  set: RecordSet,
  lookup: RecordLookup,
): readonly QualityItem[] {
  const findings = [
    ...validateRecord(definition, record.values, lookup, record.id),
    ...danglingReferences(definition, record, set),
  ];
  return [
    ...findings.map((finding) => itemOf(record, finding)),
    ...translationGaps(definition, record).map(
      ({ severity, finding }): QualityItem => ({ ...itemOf(record, finding), kind: 'translation', severity }),
    ),
  ];
}

function itemOf({ type, id, centerId, sample }: StoredRecord, finding: Finding): QualityItem {
  return { kind: kindOfFinding(finding), severity: finding.level, type, id, centerId, sample, finding };
}

const keysOf = (items: readonly QualityItem[], kind: QualityKind): ReadonlySet<string> =>
  new Set(items.flatMap((item) => (item.kind === kind ? [`${item.type} ${item.id}`] : [])));

/** What an auditor would ask for and no rule of the record names already. */
function evidenceItems(
  set: RecordSet,
  { today, centerId = null }: QualityItemsOptions,
  found: readonly QualityItem[],
): readonly QualityItem[] {
  const named = keysOf(found, 'evidence');
  return lacksEvidence(set, { today, centerId }).flatMap(({ code, type, ids }) =>
    ids.flatMap((id) => {
      const record = set.find(type, id);
      if (record === null || named.has(`${type} ${id}`)) return [];
      return [{ ...itemOf(record, evidenceFinding(code)), kind: 'evidence' as const }];
    }),
  );
}

function overdueItems(
  set: RecordSet,
  { today, centerId = null }: QualityItemsOptions,
  found: readonly QualityItem[],
): readonly QualityItem[] {
  const named = keysOf(found, 'overdue');
  return dueItems(set, { today, centerId, daysAhead: 0 }).flatMap((due) => {
    const record = set.find(due.type, due.id);
    if (due.state !== 'overdue' || record === null || named.has(`${due.type} ${due.id}`)) return [];
    return [{ ...itemOf(record, overdueFinding(due)), kind: 'overdue' as const }];
  });
}

function conflictItems(set: RecordSet, { conflictsIn }: QualityItemsOptions): readonly QualityItem[] {
  return openConflicts(set, conflictsIn).map(({ definition, record, conflict }) => ({
    ...itemOf(record, conflictFinding(definition, conflict.field)),
    kind: 'conflict' as const,
    conflict: conflict.id,
  }));
}

const typeOrder = new Map(recordDefinitions.map(({ type }, index) => [type, index]));

function sorted(items: readonly QualityItem[]): readonly QualityItem[] {
  const rank = ({ severity, kind, type }: QualityItem): number =>
    (qualitySeverities.indexOf(severity) * qualityKinds.length + qualityKinds.indexOf(kind)) * 100 +
    (typeOrder.get(type) ?? 0);
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** What is counted on the first page and in the navigation: notes can wait. */
export function countBySeverity(items: readonly QualityItem[]): Readonly<Record<QualitySeverity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of items) counts[severity] += 1;
  return counts;
}

/** The field of an item as the form calls it; null where it is about the whole record. */
export function fieldOf({ type, finding }: QualityItem): string | null {
  return definitionOf(type).spec(finding.field) === null ? null : finding.field;
}
