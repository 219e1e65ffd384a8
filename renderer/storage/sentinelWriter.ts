import { canonicalJson } from '../../shared/core/json.ts';
import type { SettingsPort } from '../../shared/ipc/host.ts';
import { type Sentinel, sentinelToJson } from '../../shared/snapshot/sentinel.ts';
import { systemTimers, type Timers } from '../host/waits.ts';

/** Between two writes: it may lag by that much, and a saved form must not pay for it. */
const pause = 1000;

/** Writes the sentinel behind the commits: at once when none is on its way, else the newest a second later. */
export class SentinelWriter {
  #waiting: Sentinel | null = null;
  #written: string;
  #queue: Promise<void> = Promise.resolve();
  #stopPause: (() => void) | null = null;
  #writing = false;

  constructor(
    private readonly port: SettingsPort,
    /** What is there. */
    current: Sentinel | null,
    private readonly timers: Timers = systemTimers,
  ) {
    this.#written = current === null ? '' : canonicalJson(sentinelToJson(current));
  }

  /** What is on the medium by now. */
  note(sentinel: Sentinel): void {
    this.#waiting = sentinel;
    if (!this.#writing && this.#stopPause === null) void this.flush();
  }

  /** Resolves when what was noted is written, or could not be: then it is older, which does no harm. */
  flush(): Promise<void> {
    this.#stopPause?.();
    this.#stopPause = null;
    this.#queue = this.#queue.then(() => this.#writeWaiting());
    return this.#queue;
  }

  async #writeWaiting(): Promise<void> {
    const sentinel = this.#waiting;
    this.#waiting = null;
    if (sentinel === null) return;
    const json = sentinelToJson(sentinel);
    const text = canonicalJson(json);
    if (text === this.#written) return;
    this.#writing = true;
    const written = await this.port.write(json);
    this.#writing = false;
    if (written.ok) this.#written = text;
    this.#stopPause = this.timers.set(() => {
      this.#stopPause = null;
      if (this.#waiting !== null) void this.flush();
    }, pause);
  }
}
