import { err, type Result } from '../../../shared/core/result.ts';
import type { PageWish } from './pageSize.ts';
import type { DrawnPage, PdfAnswer, PdfProblem, PdfTask } from './pdfMessages.ts';

/** One thread takes a file apart, the other draws. */
export interface PdfThreads {
  readonly drawer: Worker;
  readonly parser: Worker;
}

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

/** The pages of one file, drawn in threads that are ended when it takes too long or when the file is closed. */
export class PdfPages {
  readonly #bytes: Uint8Array;
  readonly #startThreads: () => PdfThreads;
  #threads: PdfThreads | null = null;
  #asks = 0;
  #current: Asked | null = null;
  /** What the thread owes an answer to, wanted or not. */
  readonly #owed = new Set<number>();
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(bytes: Uint8Array, startThreads: () => PdfThreads = startPdfThreads) {
    this.#bytes = bytes;
    this.#startThreads = startThreads;
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
    this.#threads ??= this.#start();
    this.#owed.add(task.ask);
    this.#threads.drawer.postMessage(task);
  }

  #start(): PdfThreads {
    const threads = this.#startThreads();
    const { drawer, parser } = threads;
    drawer.addEventListener('message', ({ data }: MessageEvent<PdfAnswer>) => this.#take(data));
    for (const thread of [drawer, parser]) {
      thread.addEventListener('error', (event) => {
        // Told in words on the screen.
        event.preventDefault();
        if (this.#threads === threads) this.#end('STOPPED');
      });
    }
    const { port1, port2 } = new MessageChannel();
    parser.postMessage({}, [port1]);
    // The bytes are not moved: after a thread was ended the next one needs them again.
    drawer.postMessage({ kind: 'open', bytes: this.#bytes, parser: port2 } satisfies PdfTask, [port2]);
    return threads;
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
      this.#stop();
      this.#send(current.task);
    }, patience);
  }

  #settle(drawn: Result<DrawnPage, PdfProblem>): void {
    clearTimeout(this.#current?.timer);
    this.#current?.resolve(drawn);
    this.#current = null;
  }

  #end(problem: PdfProblem): void {
    this.#stop();
    this.#settle(err(problem));
  }

  #stop(): void {
    clearTimeout(this.#patience);
    this.#threads?.drawer.terminate();
    this.#threads?.parser.terminate();
    this.#threads = null;
    this.#owed.clear();
  }
}

function startPdfThreads(): PdfThreads {
  return {
    drawer: new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' }),
    parser: new Worker(new URL('./pdfParser.ts', import.meta.url), { type: 'module' }),
  };
}
