import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordsOf } from '../records/recordsOf.ts';
import { sampleShareOfWork, withoutSampleRecords } from '../records/sampleShare.ts';

/** Whether samples are in a document, which its every page then says, are left out of it, or are not there. */
export type ToldSamples = 'told' | 'leftOut' | 'none';

/**
 * Samples are told of only where the centers have no work of their own: one can look around in a sample, and no sample
 * passes for work. `includeSample` decides it instead.
 */
export function toldSamples(
  set: RecordSet,
  centerIds: readonly RecordId[],
  includeSample?: boolean,
): ToldSamples {
  const share = sampleShareOfWork(set, centerIds);
  if (share === 'none') return 'none';
  return (includeSample ?? share === 'all') ? 'told' : 'leftOut';
}

/** Records that a page or a document tells of, and what it says of the samples. */
export interface ToldRecords {
  readonly records: RecordSet;
  readonly samples: ToldSamples;
}

/** What is counted and compared for some centers, or for all: samples only where `toldSamples` says so. */
export function toldRecords(set: RecordSet, centerIds: readonly RecordId[] | null): ToldRecords {
  const samples = toldSamples(set, centerIds ?? recordsOf(set, 'center').map(({ id }) => id));
  return { records: samples === 'told' ? set : withoutSampleRecords(set), samples };
}

/** What stands on every page of paper and every sheet that tells of sample records. */
export const sampleMark: Label = {
  en: 'Sample data: for practice, not an official document',
  ko: '예시 데이터가 포함된 연습용 자료(공식 문서 아님)',
};
