import { quickHash } from '../../core/hashing.ts';

/** A stream of choices that is the same for the same seed (after "mulberry32"); for sample data only. */
export interface SeededRandom {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** One of the elements; throws when there is none. */
  pick<T>(elements: readonly T[]): T;
  /** Up to `count` different elements. */
  some<T>(elements: readonly T[], count: number): readonly T[];
  chance(probability: number): boolean;
}

export function seededRandom(seed: string): SeededRandom {
  let state = Number.parseInt(quickHash(seed).slice(-6), 36) >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1));
  const pick = <T>(elements: readonly T[]): T => {
    const index = between(0, elements.length - 1);
    const element = elements[index];
    if (element === undefined) throw new Error('Nothing to pick from');
    return element;
  };
  const some = <T>(elements: readonly T[], count: number): readonly T[] => {
    const rest = [...elements];
    const chosen: T[] = [];
    while (chosen.length < count && rest.length > 0) {
      chosen.push(...rest.splice(between(0, rest.length - 1), 1));
    }
    return chosen;
  };
  return { fraction, between, pick, some, chance: (probability) => fraction() < probability };
}
