import { vi } from 'vitest';
import { runPreviewJob } from '../../renderer/workers/previewJob.ts';
import { workerAnswering } from './threadlessWorker.ts';

export const InlinePreviewWorker = workerAnswering(runPreviewJob);

/** Lets backups be previewed where no thread can be started; `vi.unstubAllGlobals` ends it. */
export function stubPreviewWorker(): void {
  vi.stubGlobal('Worker', InlinePreviewWorker);
}
