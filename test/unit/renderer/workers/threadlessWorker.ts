import { exchangeDesk } from '../../../../renderer/workers/exchangeDesk.ts';
import type { ExchangeListener } from '../../../../renderer/workers/exchangeJob.ts';
import type { ExchangeMessage, ExchangeTask } from '../../../../renderer/workers/exchangeMessages.ts';

/** What befalls the worker when it comes to read a file, or to plan it. */
export type Mishap = 'hangs' | 'dies' | 'hangsPlanning';

/**
 * Does a worker's job on this thread, with what is posted copied as between threads. Files can be named at which it
 * hangs or dies, as a parser does that never comes back or takes all memory.
 */
export class ThreadlessWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  isTerminated = false;
  #names: readonly string[] = [];
  readonly #take = exchangeDesk(
    (message) => this.tell(message),
    (listener) => this.overhear(listener),
  );

  constructor(private readonly mishaps: Readonly<Record<string, Mishap>> = {}) {
    super();
  }

  postMessage(message: unknown, transfer?: StructuredSerializeOptions | Transferable[]): void {
    // The page posts nothing else.
    const task = structuredClone(message, Array.isArray(transfer) ? { transfer } : transfer) as ExchangeTask;
    if (task.kind === 'job' && task.job.kind !== 'export')
      this.#names = task.job.files.map(({ name }) => name);
    if (!this.isTerminated) this.#take(task);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  private overhear(listener: ExchangeListener): ExchangeListener {
    return {
      ...listener,
      step: (step) => {
        listener.step(step);
        const mishap = step.step === 'writing' ? undefined : this.mishaps[this.#names[step.file] ?? ''];
        // As an exception it ends the job here; `tell` makes of it what the page would see.
        if (mishap !== undefined && (mishap === 'hangsPlanning') === (step.step === 'planning'))
          throw mishap === 'dies' ? mishap : 'hangs';
      },
    };
  }

  private tell(message: ExchangeMessage): void {
    if (this.isTerminated || (message.kind === 'failed' && message.detail === 'hangs')) return;
    if (message.kind === 'failed' && message.detail === 'dies')
      this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    else this.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) }));
  }
}
