import { err, type Result } from '../../../shared/core/result.ts';
import type { PageWish } from './pageSize.ts';
import type { DrawnPage, PdfAnswer, PdfProblem, PdfTask } from './pdfMessages.ts';

export type StartPdfWorker = () => Worker;

/** How long a page may take before its thread is ended, in milliseconds. */
export const pageLimit = 15_000;
/** How long a page that nobody wants any more may hold up the next one. */
const patience = 1_000;

type DrawTask = Extract<PdfTask, { readonly kind: 'draw' }>;

interface Asked {
  readonly task: DrawTask;
  readonly resolve: (drawn: Result<DrawnPage, PdfProblem>) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The pages of one file, drawn in a thread that is ended when it takes too long or when the file is closed. */
export class PdfPages {
  readonly #bytes: Uint8Array;
  readonly #startWorker: StartPdfWorker;
  #worker: Worker | null = null;
  #asks = 0;
  #current: Asked | null = null;
  /** What the thread owes an answer to, wanted or not. */
  readonly #owed = new Set<number>();
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(bytes: Uint8Array, startWorker: StartPdfWorker = startPdfWorker) {
    this.#bytes = bytes;
    this.#startWorker = startWorker;
  }

  /** Never rejects. One page at a time: asking for another leaves the one that is being drawn. */
  draw(page: number, wish: PageWish): Promise<Result<DrawnPage, PdfProblem>> {
    this.#settle(err('LEFT'));
    this.#asks += 1;
    const task: DrawTask = { kind: 'draw', ask: this.#asks, page, wish };
    return new Promise((resolve) => {
      this.#current = { task, resolve, timer: setTimeout(() => this.#end('TOO_SLOW'), pageLimit) };
      this.#send(task);
      this.#watch();
    });
  }

  /** Ends the thread; a later `draw` starts another. */
  close(): void {
    this.#end('LEFT');
  }

  #send(task: DrawTask): void {
    this.#worker ??= this.#start();
    this.#owed.add(task.ask);
    this.#worker.postMessage(task);
  }

  #start(): Worker {
    const worker = this.#startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<PdfAnswer>) => this.#take(data));
    worker.addEventListener('error', (event) => {
      // Told in words on the screen.
      event.preventDefault();
      if (this.#worker === worker) this.#end('STOPPED');
    });
    // Not moved: after a thread was ended the next one needs them again.
    worker.postMessage({ kind: 'open', bytes: this.#bytes } satisfies PdfTask);
    return worker;
  }

  #take({ ask, drawn }: PdfAnswer): void {
    this.#owed.delete(ask);
    if (this.#current?.task.ask === ask) this.#settle(drawn);
    else if (drawn.ok) drawn.value.bitmap.close();
    this.#watch();
  }

  /** A page that was left must not hold up the one that is wanted: after a while without an answer, a new thread. */
  #watch(): void {
    clearTimeout(this.#patience);
    const current = this.#current;
    if (current === null || this.#owed.size < 2) return;
    this.#patience = setTimeout(() => {
      this.#stopWorker();
      this.#send(current.task);
    }, patience);
  }

  #settle(drawn: Result<DrawnPage, PdfProblem>): void {
    clearTimeout(this.#current?.timer);
    this.#current?.resolve(drawn);
    this.#current = null;
  }

  #end(problem: PdfProblem): void {
    this.#stopWorker();
    this.#settle(err(problem));
  }

  #stopWorker(): void {
    clearTimeout(this.#patience);
    this.#worker?.terminate();
    this.#worker = null;
    this.#owed.clear();
  }
}

function startPdfWorker(): Worker {
  return new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' });
}
