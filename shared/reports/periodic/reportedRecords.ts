import type { RecordId } from '../../core/ids.ts';
import { withoutPersonalRecords } from '../../records/personalRecords.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { withoutSampleRecords } from '../../records/sampleShare.ts';
import { type ToldSamples, toldSamples } from '../toldSamples.ts';

export interface ReportedRecords {
  /** What a report may tell of. */
  readonly records: RecordSet;
  readonly samples: ToldSamples;
}

/**
 * What a report over some centers may tell of: no evidence that is personal as a whole, and samples where `toldSamples`
 * says so. `includeSample` decides it for a report that is a sample itself, or that was sealed.
 */
export function reportedRecords(
  set: RecordSet,
  centerIds: readonly RecordId[],
  includeSample?: boolean,
): ReportedRecords {
  const samples = toldSamples(set, centerIds, includeSample);
  const isWhole = includeSample ?? samples === 'told';
  return { records: withoutPersonalRecords(isWhole ? set : withoutSampleRecords(set)), samples };
}
