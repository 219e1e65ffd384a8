import { type PreviewAnswer, type PreviewJob, runPreviewJob } from './previewJob.ts';

self.addEventListener('message', ({ data: job }: MessageEvent<PreviewJob>) => {
  const answer: PreviewAnswer = runPreviewJob(job);
  self.postMessage(answer);
});
