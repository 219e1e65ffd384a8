import { useMemo } from 'react';
import { dateInZone } from '../../shared/core/dates.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { openingYear } from '../../shared/records/center.ts';
import { deletionsOfUnreferred } from '../../shared/records/keepReferred.ts';
import { agreedPeriodOf } from '../../shared/records/operatingPeriod.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import { recordsOf } from '../../shared/records/recordsOf.ts';
import { definitionOf, recordDefinitions } from '../../shared/records/registry.ts';
import { generateSample, type SampleCenter } from '../../shared/records/sample/generateSample.ts';
import type { SampleExtentName } from '../../shared/records/sample/sampleExtent.ts';
import type { Change } from '../../shared/sync/changeSet.ts';
import { type IssueStamp, planCreate, planDelete } from '../../shared/sync/planEdit.ts';
import type { Committed, SaveError } from '../storage/fieldbookStore.ts';
import { useRecordSet, useStore } from '../storage/StoreContext.tsx';
import { keepSamplePictures, removeSamplePictures } from './samplePictures.ts';
import { useServices } from './services.tsx';
import type { Workspace } from './settings.ts';
import { localZone } from './useToday.ts';

export interface SampleData {
  /** Live sample records. */
  readonly count: number;
  /** `tour`: some of everything. `full`: years of it. */
  add(extent?: SampleExtentName): Promise<Result<Committed, SaveError>>;
  remove(): Promise<Result<RemovedSample, SaveError>>;
}

export interface RemovedSample extends Committed {
  /** Sample records that stay, because somebody's own records refer to them. */
  readonly kept: number;
}

/** The sample data set of the workspace's center, or of every center at headquarters; each way is one change set. */
export function useSampleData(): SampleData {
  const store = useStore();
  const records = useRecordSet();
  const { host, session, clock } = useServices();
  return useMemo(() => {
    const by = (): string => session.getState().settings.person?.name ?? '';
    return {
      count: countSample(records),
      add: async (extent = 'tour') => {
        const refusal = await store.refusal();
        if (refusal !== null) return err(refusal);
        await keepSamplePictures(host.evidence);
        return store.commit({
          kind: 'sample',
          by: by(),
          plan: (current, issue) => {
            const { workspace } = session.getState().settings;
            const at = clock.now();
            return sampleChanges(current, workspace, { by: by(), at, zone: localZone(), extent }, issue);
          },
        });
      },
      remove: async () => {
        let kept = 0;
        const removed = await store.commit({
          kind: 'sample',
          by: by(),
          plan: (current, issue) => {
            const removal = sampleRemoval(current, issue);
            kept = removal.kept.size;
            return removal.changes;
          },
        });
        if (!removed.ok) return removed;
        await removeSamplePictures(host.evidence, store.records);
        const { settings, update } = session.getState();
        // Whoever looked around in a center of the sample is left without one.
        if (isInRemovedCenter(store.records, settings.workspace)) {
          update({ workspace: { kind: 'headquarters' } });
        }
        return ok({ ...removed.value, kept });
      },
    };
  }, [store, records, host, session, clock]);
}

export interface SampleContext {
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** IANA zone of this computer. */
  readonly zone: string;
  /** Default `tour`. */
  readonly extent?: SampleExtentName;
}

/** Records of an earlier sample that were deleted come back instead of being made twice. */
export function sampleChanges(
  records: RecordSet,
  workspace: Workspace | null,
  { by, at, zone, extent = 'tour' }: SampleContext,
  issue: IssueStamp,
): readonly Change[] {
  const sample = generateSample({
    // Ids follow from the seed and the place in the sample: a sample of another make needs another seed.
    seed: 'fieldbook 4',
    today: dateInZone(at, zone),
    centers: sampleCenters(records, workspace),
    extent,
  });
  return sample.flatMap(({ type, id, values }) => {
    const known = records.find(type, id);
    return known === null
      ? planCreate(definitionOf(type), values, { id, by, at, sample: true }, issue)
      : planDelete(known, false, issue);
  });
}

/** Marks every sample record deleted but those that somebody's own records need (see `deletionsOfUnreferred`). */
export function sampleRemoval(
  records: RecordSet,
  issue: IssueStamp,
): ReturnType<typeof deletionsOfUnreferred> {
  const deletions = recordDefinitions.flatMap(({ type }) =>
    records
      .all(type)
      .filter(({ sample }) => sample)
      .flatMap((record) => planDelete(record, true, issue)),
  );
  return deletionsOfUnreferred(deletions, records);
}

function sampleCenters(records: RecordSet, workspace: Workspace | null): readonly SampleCenter[] {
  return recordsOf(records, 'center').flatMap(({ id, values, sample }): SampleCenter[] => {
    // One that came with somebody's sample is not given a sample of its own.
    if (sample) return [];
    if (workspace?.kind === 'center' && workspace.centerId !== id) return [];
    const since = openingYear(values);
    const { country, phase = 1 } = values;
    return country === undefined || since === null
      ? []
      : [{ id, country, since, phase, ...agreedPeriodOf(values) }];
  });
}

function isInRemovedCenter(records: RecordSet, workspace: Workspace | null): boolean {
  if (workspace?.kind !== 'center') return false;
  const center = records.find('center', workspace.centerId);
  return center?.sample === true && center.deleted;
}

function countSample(records: RecordSet): number {
  return recordDefinitions.reduce(
    (count, { type }) => count + records.all(type).filter(({ sample }) => sample).length,
    0,
  );
}
