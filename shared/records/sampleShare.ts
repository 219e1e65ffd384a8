import type { RecordId } from '../core/ids.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { RecordSet } from './recordSet.ts';
import { recordDefinitions } from './registry.ts';

/** Records that come with every installation. */
const builtInTypes: ReadonlySet<string> = new Set(['center', 'baseline']);
/** What a report is made of itself: begun over samples, it makes none of them a center's own work. */
const reportTypes: ReadonlySet<string> = new Set(['report', 'reportStep', 'sealPart']);

/** Whether sample records are there, and whether nothing of a center's own is beside them. */
export type SampleShare = 'none' | 'some' | 'all';

export function sampleShare(records: RecordSet): SampleShare {
  return shareOf(logged(records).map(([, own]) => own));
}

/** The same of what some centers work on, their reports left out. */
export function sampleShareOfWork(records: RecordSet, centerIds: readonly RecordId[]): SampleShare {
  const centers: ReadonlySet<RecordId | null> = new Set(centerIds);
  return shareOf(
    logged(records).flatMap(([type, all]) => (reportTypes.has(type) ? [] : [all])),
    ({ centerId }) => centers.has(centerId),
  );
}

function logged(records: RecordSet): readonly (readonly [string, readonly StoredRecord[]])[] {
  return recordDefinitions
    .filter(({ type, scope }) => scope === 'center' && !builtInTypes.has(type))
    .map(({ type }) => [type, records.all(type)]);
}

// Asked again for each center after each edit: without a copy of ten years of records.
function shareOf(
  groups: readonly (readonly StoredRecord[])[],
  isCounted: (record: StoredRecord) => boolean = () => true,
): SampleShare {
  const has = (isSample: boolean): boolean =>
    groups.some((records) => records.some((record) => record.sample === isSample && isCounted(record)));
  if (!has(true)) return 'none';
  return has(false) ? 'some' : 'all';
}

/** Who is named, and where: these are no work. */
const namedTypes: ReadonlySet<string> = new Set(['center', 'person', 'organization']);

/** The set without its sample records, deleted ones included; but for whom and which center a record may name. */
export function withoutSampleRecords(set: RecordSet): RecordSet {
  const live = new Map<string, readonly StoredRecord[]>();
  const isKept = ({ type, sample }: StoredRecord): boolean => !sample || namedTypes.has(type);
  return {
    all: (type) => {
      const known = live.get(type) ?? set.all(type).filter(isKept);
      live.set(type, known);
      return known;
    },
    deleted: (type) => set.deleted(type).filter(isKept),
    find: (type, id) => {
      const record = set.find(type, id);
      return record === null || !isKept(record) ? null : record;
    },
  };
}
