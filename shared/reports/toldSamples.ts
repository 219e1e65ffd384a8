import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { sampleShareOfWork } from '../records/sampleShare.ts';

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

/** What stands on every page of paper and every sheet that tells of sample records. */
export const sampleMark: Label = {
  en: 'Sample data: for practice, not an official document',
  ko: '예시 데이터가 포함된 연습용 자료(공식 문서 아님)',
};
