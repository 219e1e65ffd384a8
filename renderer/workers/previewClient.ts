import { err, ok, type Result } from '../../shared/core/result.ts';
import { allRecords, type RecordSet, recordSetOf } from '../../shared/records/recordSet.ts';
import type { SnapshotProblem } from '../../shared/snapshot/snapshotFile.ts';
import type { SnapshotPreview } from '../storage/previewSnapshot.ts';
import type { PreviewAnswer, PreviewJob } from './previewJob.ts';

export interface PreviewControl {
  /** Default: as long as a backup of its size may take. */
  readonly seconds?: number;
  /** Ends the reading; what is returned then is of no use. */
  readonly signal?: AbortSignal;
  readonly startWorker?: () => Worker;
}

/**
 * Loads a backup and compares it with what is here, away from the window's own thread: whoever made the file may have
 * meant it to stop that thread. `TOO_SLOW` when it takes longer than it may, `TOO_MUCH` when it brings the other thread
 * down.
 */
export async function previewInWorker(
  bytes: Uint8Array,
  here: RecordSet,
  { seconds = previewSeconds(bytes.length), signal, startWorker = startPreviewWorker }: PreviewControl = {},
): Promise<Result<SnapshotPreview, SnapshotProblem>> {
  const worker = startWorker();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = await new Promise<PreviewAnswer>((resolve) => {
      const giveUp = (detail: string): void => resolve(err({ code: 'TOO_MUCH', detail }));
      const stop = (detail: string): void => resolve(err({ code: 'TOO_SLOW', detail }));
      timer = setTimeout(() => stop(`not read after ${seconds} s`), seconds * 1000);
      signal?.addEventListener('abort', () => stop('cancelled'), { once: true });
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

/**
 * How long a backup of so many bytes may take to be read. A center's 100,000 records are 13 MB, and took 9 s of a quick
 * processor; a slow one that is busy besides has sixteen times as long. A small file has no more time for being hostile.
 */
export const previewSeconds = (bytes: number): number =>
  Math.min(mostSeconds, 20 + 10 * Math.floor(bytes / 1_000_000));

const mostSeconds = 600;

function startPreviewWorker(): Worker {
  return new Worker(new URL('./previewWorker.ts', import.meta.url), { type: 'module' });
}
