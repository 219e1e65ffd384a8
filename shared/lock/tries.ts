import type { Clock } from '../core/ids.ts';
import type { SettingsPort } from '../ipc/host.ts';

/** Wrong ones in a row that cost nothing but the time of trying. */
const freeTries = 3;
const firstWaitSeconds = 5;
const longestWaitSeconds = 300;

/** Counts wrong passphrases on the medium, so that a restart does not shorten the wait. */
export interface Tries {
  /** Seconds until the next try; 0 for now. */
  wait(): Promise<number>;
  /** Notes a wrong one; the seconds until the next. */
  wrong(): Promise<number>;
  right(): Promise<void>;
}

/**
 * Slows down somebody who guesses at this computer. It is no protection against somebody who took the disk with him:
 * that is the work of Argon2id and of a good passphrase.
 */
export function createTries(memory: SettingsPort, clock: Clock): Tries {
  async function read(): Promise<{ readonly count: number; readonly last: number }> {
    const stored = await memory.read();
    const { count, last } = stored.ok ? stored.value : {};
    return typeof count === 'number' && typeof last === 'number' ? { count, last } : { count: 0, last: 0 };
  }
  return {
    wait: async () => {
      const { count, last } = await read();
      const passed = (clock.now() - last) / 1000;
      if (passed >= 0) return Math.max(0, Math.ceil(waitAfter(count) - passed));
      // The clock was set back: the wait begins once more, and runs down by this clock.
      await memory.write({ count, last: clock.now() });
      return waitAfter(count);
    },
    wrong: async () => {
      const count = (await read()).count + 1;
      await memory.write({ count, last: clock.now() });
      return waitAfter(count);
    },
    right: async () => {
      if ((await read()).count > 0) await memory.write({ count: 0, last: 0 });
    },
  };
}

/** Seconds after so many wrong ones: 0, 0, 5, 10, 20 … 300. */
export const waitAfter = (count: number): number =>
  count < freeTries ? 0 : Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (count - freeTries));
