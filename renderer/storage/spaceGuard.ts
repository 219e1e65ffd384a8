import type { Host } from '../../shared/ipc/host.ts';

/** Below this the user is warned: there is time to make room. */
export const lowSpaceBytes = 500_000_000;
/** Below this nothing is saved any more: what is here stays whole while there is room to keep it so. */
export const readOnlyBytes = 200_000_000;

export interface ScarceSpace {
  readonly level: 'low' | 'readOnly';
  readonly freeBytes: number;
}

/** Null for enough, and where it cannot be told. */
export function scarcityOf(freeBytes: number | undefined): ScarceSpace | null {
  if (freeBytes === undefined || freeBytes >= lowSpaceBytes) return null;
  return { level: freeBytes < readOnlyBytes ? 'readOnly' : 'low', freeBytes };
}

const interval = 15_000;
/** A measurement that old is good enough for saving. */
const freshFor = 5_000;

/** Keeps an eye on the room that is left where the data lie. */
export class SpaceGuard {
  #scarce: ScarceSpace | null = null;
  #measuredAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setInterval> | null = null;
  #onChange: () => void = () => undefined;

  constructor(
    private readonly host: Pick<Host, 'appInfo'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get scarce(): ScarceSpace | null {
    return this.#scarce;
  }

  /** Measures now and then, so that a warning comes and goes by itself. */
  watch(onChange: () => void): void {
    this.#onChange = onChange;
    this.#timer = setInterval(() => void this.measure(), interval);
    void this.measure();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#onChange = () => undefined;
  }

  /** Whether there is room to save; while there was none, each try measures anew. */
  async hasRoom(): Promise<boolean> {
    const isFresh = this.now() - this.#measuredAt < freshFor;
    if (!isFresh || this.#scarce?.level === 'readOnly') await this.measure();
    return this.#scarce?.level !== 'readOnly';
  }

  async measure(): Promise<void> {
    // A host that cannot tell is no reason to stop anybody: a full disk is met at the write.
    const info = await this.host.appInfo().catch(() => null);
    this.#measuredAt = this.now();
    const before = this.#scarce;
    this.#scarce = scarcityOf(info?.freeBytes);
    const isSame = before?.level === this.#scarce?.level && before?.freeBytes === this.#scarce?.freeBytes;
    if (!isSame) this.#onChange();
  }
}
