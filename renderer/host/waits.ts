/** What an answer is awaited from, the gravest first. */
export const awaitedParts = ['journal', 'data', 'encryption', 'file', 'backups', 'database'] as const;
export type AwaitedPart = (typeof awaitedParts)[number];

/** Timers as waits and watchdogs need them, so that tests need not wait. */
export interface Timers {
  set(callback: () => void, milliseconds: number): () => void;
}

export const systemTimers: Timers = {
  set: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** One thing that is waited for. */
export interface Wait {
  /** A sign of life: the silence is counted anew. */
  alive(): void;
  /** It answered, or nobody waits for it any more. */
  end(): void;
}

/** What is waited for on this screen, and of what nothing was heard for so long that a person has to be told. */
export interface Waits {
  begin(part: AwaitedPart): Wait;
  /** The gravest of those that are silent; null for none. */
  overdue(): AwaitedPart | null;
  subscribe(listener: () => void): () => void;
}

/** Seconds of silence that a person takes for work; at five somebody who hears nothing takes it for a crash. */
export const silentSeconds = 4;

export function createWaits(timers: Timers = systemTimers): Waits {
  const silent = new Map<object, AwaitedPart>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  function begin(part: AwaitedPart): Wait {
    const wait = {};
    let stop = (): void => undefined;
    const heard = (): void => {
      stop();
      if (silent.delete(wait)) tell();
    };
    const listen = (): void => {
      stop = timers.set(() => {
        silent.set(wait, part);
        tell();
      }, silentSeconds * 1000);
    };
    listen();
    return {
      alive: () => {
        heard();
        listen();
      },
      end: heard,
    };
  }

  return {
    begin,
    overdue: () => {
      const parts = new Set(silent.values());
      return awaitedParts.find((part) => parts.has(part)) ?? null;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The same call; while it stays unanswered, that is waited for. */
export async function awaited<T>(waits: Waits, part: AwaitedPart, call: Promise<T>): Promise<T> {
  const wait = waits.begin(part);
  try {
    return await call;
  } finally {
    wait.end();
  }
}
