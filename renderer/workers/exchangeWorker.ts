import { type ExchangeJob, runExchangeJob } from './exchangeJob.ts';
import type { ExchangeMessage } from './exchangeMessages.ts';

const tell = (message: ExchangeMessage): void => self.postMessage(message);

self.addEventListener('message', (event: MessageEvent<ExchangeJob>) => {
  runExchangeJob(event.data, (step) => tell({ kind: 'step', step })).then(
    (answer) => tell({ kind: 'done', answer }),
    (error: unknown) =>
      tell({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) }),
  );
});
