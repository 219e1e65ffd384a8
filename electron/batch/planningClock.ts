/** What recognizing and planning one file may take: many times what a full one takes on a slow laptop. */
const mostSeconds = 120;

/** The bound in seconds; `lowered` is for tests, and can only lower it. */
export function planningSeconds(lowered: string | undefined): number {
  const wanted = Number(lowered);
  return wanted > 0 ? Math.min(wanted, mostSeconds) : mostSeconds;
}

export interface PlanningClock {
  /** The file that is planned from now on; null for none. */
  planning(name: string | null): void;
}

/** Calls `late` when one file is planned for longer than that. */
export function planningClock(seconds: number, late: (name: string) => void): PlanningClock {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    planning: (name) => {
      clearTimeout(timer);
      if (name !== null) timer = setTimeout(() => late(name), seconds * 1000);
    },
  };
}
