import { type ExchangeJob, runExchangeJob } from './exchangeJob.ts';
import type { ExchangeMessage } from './exchangeMessages.ts';

const tell = (message: ExchangeMessage): void => self.postMessage(message);

self.addEventListener('message', (event: MessageEvent<ExchangeJob>) => {
  const listener = {
    step: (step: Extract<ExchangeMessage, { kind: 'step' }>['step']) => tell({ kind: 'step', step }),
    planned: (file: number, plan: Extract<ExchangeMessage, { kind: 'planned' }>['plan']) =>
      tell({ kind: 'planned', file, plan }),
  };
  runExchangeJob(event.data, listener).then(
    (answer) => tell({ kind: 'done', answer }),
    (error: unknown) =>
      tell({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) }),
  );
});
