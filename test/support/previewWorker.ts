import { vi } from 'vitest';
import { type PreviewJob, runPreviewJob } from '../../renderer/workers/previewJob.ts';

/** Lets backups be previewed where no thread can be started; `vi.unstubAllGlobals` ends it. */
export function stubPreviewWorker(): void {
  vi.stubGlobal('Worker', InlinePreviewWorker);
}

/** What is posted is copied as between threads. */
export class InlinePreviewWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  isTerminated = false;

  postMessage(message: unknown): void {
    queueMicrotask(() => {
      // The page posts nothing else.
      const data = structuredClone(runPreviewJob(structuredClone(message) as PreviewJob));
      if (!this.isTerminated) this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }
}
