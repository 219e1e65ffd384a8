import { type HandOverAnswer, type HandOverJob, runHandOverJob } from './handOverJob.ts';

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };

self.addEventListener('message', ({ data: job }: MessageEvent<HandOverJob>) => {
  const answer: HandOverAnswer = runHandOverJob(job, { random });
  self.postMessage(answer);
});
