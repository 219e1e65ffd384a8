import { err, ok, type Result } from '../../shared/core/result.ts';
import { allRecords, type RecordSet, recordSetOf } from '../../shared/records/recordSet.ts';
import type { SnapshotProblem } from '../../shared/snapshot/snapshotFile.ts';
import type { SnapshotPreview } from '../storage/previewSnapshot.ts';
import type { PreviewAnswer, PreviewJob } from './previewJob.ts';

export interface PreviewControl {
  readonly seconds?: number;
  readonly startWorker?: () => Worker;
}

/**
 * Loads a backup and compares it with what is here, away from the window's own thread: whoever made the file may have
 * meant it to stop that thread. `TOO_MUCH` when it takes longer than 20 seconds, or brings the other thread down.
 */
export async function previewInWorker(
  bytes: Uint8Array,
  here: RecordSet,
  { seconds = 20, startWorker = startPreviewWorker }: PreviewControl = {},
): Promise<Result<SnapshotPreview, SnapshotProblem>> {
  const worker = startWorker();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = await new Promise<PreviewAnswer>((resolve) => {
      const giveUp = (detail: string): void => resolve(err({ code: 'TOO_MUCH', detail }));
      timer = setTimeout(() => giveUp(`not read after ${seconds} s`), seconds * 1000);
      worker.addEventListener('message', ({ data }: MessageEvent<PreviewAnswer>) => resolve(data));
      worker.addEventListener('error', (event) => giveUp(event.message));
      worker.addEventListener('messageerror', () => giveUp('its message cannot be read'));
      const job: PreviewJob = { bytes, here: allRecords(here) };
      worker.postMessage(job);
    });
    return answer.ok ? ok({ ...answer.value, records: recordSetOf(answer.value.records) }) : answer;
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}

function startPreviewWorker(): Worker {
  return new Worker(new URL('./previewWorker.ts', import.meta.url), { type: 'module' });
}
