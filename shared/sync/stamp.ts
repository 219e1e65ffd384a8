import type { Clock, DeviceId } from '../core/ids.ts';

/**
 * A hybrid logical clock value as a text that sorts in time order:
 * wall milliseconds (9 digits of base 36), counter (4 digits of base 36), `-`, device id.
 * After Kulkarni et al., "Logical Physical Clocks" (2014).
 */
export type Stamp = string & { readonly __stamp: unique symbol };

export interface StampParts {
  readonly wall: number;
  readonly counter: number;
  readonly device: DeviceId;
}

/** The first digit leaves room above: a clock that has seen the latest stamp allowed can go on for centuries. */
const stampPattern = /^[0-9a-x][0-9a-z]{8}[0-9a-z]{4}-[0-9a-z]{7,16}$/;
const counterLimit = 36 ** 4;

export const isStamp = (value: unknown): value is Stamp =>
  typeof value === 'string' && stampPattern.test(value);

export function formatStamp({ wall, counter, device }: StampParts): Stamp {
  return `${wall.toString(36).padStart(9, '0')}${counter.toString(36).padStart(4, '0')}-${device}` as Stamp;
}

export function parseStamp(stamp: Stamp): StampParts {
  return {
    wall: Number.parseInt(stamp.slice(0, 9), 36),
    counter: Number.parseInt(stamp.slice(9, 13), 36),
    device: stamp.slice(14) as DeviceId,
  };
}

/** Ships with the product and is equal everywhere: older than anything a person does. */
export const builtInStamp: Stamp = formatStamp({ wall: 0, counter: 0, device: 'builtin' as DeviceId });

/** The stamp of an edit that somebody made in a workbook after it was exported at `exported`. */
export function stampAfter(exported: Stamp, device: DeviceId): Stamp {
  const { wall, counter } = parseStamp(exported);
  return formatStamp({ ...next(wall, counter), device });
}

/** Issues stamps that never go back, whatever the machine's clock does. */
export class HybridClock {
  #wall: number;
  #counter: number;

  constructor(
    readonly device: DeviceId,
    private readonly clock: Clock,
    /** The highest stamp that this replica has issued or seen. */
    last: Stamp | null = null,
  ) {
    const parts = last === null ? null : parseStamp(last);
    this.#wall = parts?.wall ?? 0;
    this.#counter = parts?.counter ?? 0;
  }

  issue(): Stamp {
    const now = this.clock.now();
    const { wall, counter } = now > this.#wall ? { wall: now, counter: 0 } : next(this.#wall, this.#counter);
    this.#wall = wall;
    this.#counter = counter;
    return formatStamp({ wall, counter, device: this.device });
  }

  /** Takes note of a stamp from elsewhere, so that the next one issued is later than it. */
  observe(stamp: Stamp): void {
    const { wall, counter } = parseStamp(stamp);
    if (wall > this.#wall || (wall === this.#wall && counter > this.#counter)) {
      this.#wall = wall;
      this.#counter = counter;
    }
  }
}

function next(wall: number, counter: number): { wall: number; counter: number } {
  return counter + 1 < counterLimit ? { wall, counter: counter + 1 } : { wall: wall + 1, counter: 0 };
}
