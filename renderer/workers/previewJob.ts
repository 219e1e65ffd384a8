import { ok, type Result } from '../../shared/core/result.ts';
import { allRecords, recordSetOf } from '../../shared/records/recordSet.ts';
import type { SnapshotProblem } from '../../shared/snapshot/snapshotFile.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { previewSnapshot, type SnapshotPreview } from '../storage/previewSnapshot.ts';

export interface PreviewJob {
  /** A backup from anywhere. */
  readonly bytes: Uint8Array;
  /** The records that are here now. */
  readonly here: readonly StoredRecord[];
}

/** A preview as it goes from one thread to another. */
export type PreviewAnswer = Result<
  Omit<SnapshotPreview, 'records'> & { readonly records: readonly StoredRecord[] },
  SnapshotProblem
>;

/** Loads a backup and compares it with what is here; the same in a worker and under test. */
export function runPreviewJob({ bytes, here }: PreviewJob): PreviewAnswer {
  const preview = previewSnapshot(bytes, recordSetOf(here));
  if (!preview.ok) return preview;
  const { records, ...rest } = preview.value;
  return ok({ ...rest, records: allRecords(records) });
}
