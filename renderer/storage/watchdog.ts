import { systemTimers, type Timers, type Waits } from '../host/waits.ts';

/** A database request that fired no event for so long that none will come. */
export class NoAnswer extends Error {
  constructor(readonly seconds: number) {
    super(`the database did not answer for ${seconds} seconds`);
  }
}

/**
 * Runs database work; rejects with NoAnswer when it neither ends nor calls `alive` for the watchdog's time. Of work that
 * nobody waits for, nobody is told either.
 */
export type Watchdog = <T>(
  work: (alive: () => void) => PromiseLike<T>,
  options?: { readonly unawaited?: boolean },
) => Promise<T>;

/**
 * After a failed write Chromium may never fire an event for a request again, so nothing waits for one without end.
 * The wait is counted from the last sign of life, because a long import has many requests. A slow disk keeps a healthy
 * database silent for seconds, and giving it up costs a rebuild: so a person is told earlier than that, by `waits`.
 */
export function createWatchdog(
  seconds: number,
  timers: Timers = systemTimers,
  waits: Pick<Waits, 'begin'> | null = null,
): Watchdog {
  return (work, { unawaited = false } = {}) =>
    new Promise((resolve, reject) => {
      const wait = unawaited ? null : (waits?.begin('database') ?? null);
      let stop = (): void => undefined;
      let isOver = false;
      const end = (): void => {
        isOver = true;
        stop();
        wait?.end();
      };
      const listen = (): void => {
        stop();
        stop = timers.set(() => {
          end();
          reject(new NoAnswer(seconds));
        }, seconds * 1000);
      };
      const alive = (): void => {
        // Work that was given up may still move on.
        if (isOver) return;
        listen();
        wait?.alive();
      };
      listen();
      Promise.resolve()
        .then(() => work(alive))
        .finally(end)
        .then(resolve, reject);
    });
}
