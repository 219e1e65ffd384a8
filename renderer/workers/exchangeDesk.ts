import type { Result } from '../../shared/core/result.ts';
import type { FileError } from '../../shared/messages/fileErrors.ts';
import type { GridPart } from '../../shared/workbook/gridParts.ts';
import { type ExchangeJob, type ExchangeListener, runExchangeJob } from './exchangeJob.ts';
import type { ExchangeMessage, ExchangeTask } from './exchangeMessages.ts';

type Part = Result<GridPart, FileError>;

/** Does what the page asks of the worker and tells it what comes of it; `listen` looks over the job's shoulder. */
export function exchangeDesk(
  tell: (message: ExchangeMessage) => void,
  listen: (listener: ExchangeListener) => ExchangeListener = (listener) => listener,
): (task: ExchangeTask) => void {
  // A job wants one part at a time.
  let arrived = (_: Part): void => undefined;
  const hostReading = (file: number): Promise<Part> =>
    new Promise((resolve) => {
      arrived = resolve;
      tell({ kind: 'wanted', file });
    });
  const listener = listen({
    step: (step) => tell({ kind: 'step', step }),
    planned: (file, plan) => tell({ kind: 'planned', file, plan }),
  });
  const work = (job: ExchangeJob): void => {
    runExchangeJob(job, { tell: listener, hostReading }).then(
      (answer) => tell({ kind: 'done', answer }),
      (error: unknown) =>
        tell({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) }),
    );
  };
  return (task) => (task.kind === 'job' ? work(task.job) : arrived(task.part));
}
