import { vi } from 'vitest';
import { type HandOverJob, runHandOverJob } from '../../renderer/workers/handOverJob.ts';
import { workerAnswering } from './threadlessWorker.ts';

const cost = { memoryKib: 64, passes: 1 };
const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };

const HandOverWorker = workerAnswering((job: HandOverJob) => runHandOverJob(job, { random, cost }));

/** Lets hand-over packs be made and opened where no thread can be started; `vi.unstubAllGlobals` ends it. */
export function stubHandOverWorker(): void {
  vi.stubGlobal('Worker', HandOverWorker);
}
