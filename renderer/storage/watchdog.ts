/** A database request that fired no event for so long that none will come. */
export class NoAnswer extends Error {
  constructor(readonly seconds: number) {
    super(`the database did not answer for ${seconds} seconds`);
  }
}

/** Timers as the watchdog needs them, so that tests need not wait. */
export interface Timers {
  set(callback: () => void, milliseconds: number): () => void;
}

export const systemTimers: Timers = {
  set: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Runs database work; rejects with NoAnswer when it neither ends nor calls `alive` for the watchdog's time. */
export type Watchdog = <T>(work: (alive: () => void) => PromiseLike<T>) => Promise<T>;

/**
 * After a failed write Chromium may never fire an event for a request again, so nothing waits for one without end.
 * The wait is counted from the last sign of life, because a long import has many requests.
 */
export function createWatchdog(seconds: number, timers: Timers = systemTimers): Watchdog {
  return (work) =>
    new Promise((resolve, reject) => {
      let stop = (): void => undefined;
      const alive = (): void => {
        stop();
        stop = timers.set(() => reject(new NoAnswer(seconds)), seconds * 1000);
      };
      alive();
      Promise.resolve()
        .then(() => work(alive))
        .then(resolve, reject)
        .finally(() => stop());
    });
}
