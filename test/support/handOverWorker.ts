import { vi } from 'vitest';
import { type HandOverJob, runHandOverJob } from '../../renderer/workers/handOverJob.ts';

const cost = { memoryKib: 64, passes: 1 };
const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };

/** Lets hand-over packs be made and opened where no thread can be started; `vi.unstubAllGlobals` ends it. */
export function stubHandOverWorker(): void {
  vi.stubGlobal('Worker', InlineWorker);
}

class InlineWorker extends EventTarget {
  postMessage(job: HandOverJob): void {
    queueMicrotask(() => {
      const data = runHandOverJob(job, { random, cost });
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  terminate(): void {}
}
