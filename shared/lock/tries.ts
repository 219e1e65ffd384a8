import type { Clock } from '../core/ids.ts';
import { isJsonObject, type JsonObject } from '../core/json.ts';
import { ok } from '../core/result.ts';
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
  async function write(count: number, last: number): Promise<void> {
    const stored = await memory.read();
    await memory.write({ ...(stored.ok ? stored.value : {}), count, last });
  }
  return {
    wait: async () => {
      const { count, last } = await read();
      const passed = (clock.now() - last) / 1000;
      if (passed >= 0) return Math.max(0, Math.ceil(waitAfter(count) - passed));
      // The clock was set back: the wait begins once more, and runs down by this clock.
      await write(count, clock.now());
      return waitAfter(count);
    },
    wrong: async () => {
      const count = (await read()).count + 1;
      await write(count, clock.now());
      return waitAfter(count);
    },
    right: async () => {
      if ((await read()).count > 0) await write(0, 0);
    },
  };
}

/** Foreign backups whose wrong guesses are remembered; their guessing can go on elsewhere anyhow. */
const mostOthers = 20;

/**
 * The part of that memory for another computer's key, beside what is remembered of this one: guesses at a backup that
 * somebody brought must not lock out whoever works here.
 */
export function memoryOfOther(memory: SettingsPort, keyId: string): SettingsPort {
  const read = async () => {
    const stored = await memory.read();
    return stored.ok ? { all: stored.value, others: othersOf(stored.value) } : null;
  };
  return {
    read: async () => {
      const one = (await read())?.others[keyId];
      return ok(isJsonObject(one) ? one : {});
    },
    write: async (settings) => {
      const { all = {}, others = {} } = (await read()) ?? {};
      const { [keyId]: _, ...rest } = others;
      const kept = Object.entries(rest).slice(1 - mostOthers);
      return memory.write({ ...all, others: { ...Object.fromEntries(kept), [keyId]: settings } });
    },
  };
}

const othersOf = ({ others }: JsonObject): JsonObject => (isJsonObject(others) ? others : {});

/** Seconds after so many wrong ones: 0, 0, 5, 10, 20 … 300. */
export const waitAfter = (count: number): number =>
  count < freeTries ? 0 : Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (count - freeTries));
