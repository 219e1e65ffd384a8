/** What a worker may do to the page that started it. */
export interface WorkerSide {
  tell(message: unknown): void;
  /** Ends as a thread does that takes all memory. */
  die(reason: string): void;
}

/**
 * Does a worker's work on this thread. What is posted is copied or moved as between threads, and nothing is heard any
 * more from a worker that was terminated.
 */
export class ThreadlessWorker<Task> extends EventTarget implements Worker, WorkerSide {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  isTerminated = false;
  readonly #take: (task: Task) => void;

  /** `start` is given the worker's side and returns what takes each task. */
  constructor(start: (side: WorkerSide) => (task: Task) => void) {
    super();
    this.#take = start(this);
  }

  postMessage(message: unknown, transfer?: StructuredSerializeOptions | Transferable[]): void {
    // The page posts nothing else.
    const task = structuredClone(message, Array.isArray(transfer) ? { transfer } : transfer) as Task;
    queueMicrotask(() => {
      if (!this.isTerminated) this.#take(task);
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }

  tell(message: unknown): void {
    const data = structuredClone(message);
    if (!this.isTerminated) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  die(reason: string): void {
    if (!this.isTerminated) this.dispatchEvent(Object.assign(new Event('error'), { message: reason }));
  }
}

/** The class of the workers that answer each job with what `run` makes of it. */
export function workerAnswering<Job>(run: (job: Job) => unknown) {
  return class extends ThreadlessWorker<Job> {
    constructor() {
      super((side) => (job) => side.tell(run(job)));
    }
  };
}
