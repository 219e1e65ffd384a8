import { type ExchangeJob, runExchangeJob } from '../../../../renderer/workers/exchangeJob.ts';
import type { ExchangeMessage } from '../../../../renderer/workers/exchangeMessages.ts';

/** What befalls the worker when it comes to read a file. */
export type Mishap = 'hangs' | 'dies';

/**
 * Does a worker's job on this thread, with what is posted copied as between threads. Files can be named at which it
 * hangs or dies, as a parser does that never comes back or takes all memory.
 */
export class ThreadlessWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  isTerminated = false;

  constructor(private readonly mishaps: Readonly<Record<string, Mishap>> = {}) {
    super();
  }

  postMessage(message: unknown): void {
    // The page posts nothing else.
    void this.work(structuredClone(message) as ExchangeJob);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  private async work(job: ExchangeJob): Promise<void> {
    const mishapAt = (index: number): Mishap | undefined =>
      job.kind === 'export' ? undefined : this.mishaps[job.files[index]?.name ?? ''];
    try {
      const answer = await runExchangeJob(job, {
        step: (step) => {
          this.tell({ kind: 'step', step });
          const mishap = step.step === 'reading' ? mishapAt(step.file) : undefined;
          if (mishap !== undefined) throw mishap;
        },
        planned: (file, plan) => this.tell({ kind: 'planned', file, plan }),
      });
      this.tell({ kind: 'done', answer });
    } catch (error) {
      if (error === 'hangs') return;
      if (error === 'dies')
        this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
      else this.tell({ kind: 'failed', detail: String(error) });
    }
  }

  private tell(message: ExchangeMessage): void {
    if (!this.isTerminated)
      this.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) }));
  }
}
