import type { Randomness } from '../core/ids.ts';
import { err, ok, type Result } from '../core/result.ts';

/*
 * A recovery key is made to be printed, and typed from paper years later: 7 groups of 5 characters of Crockford's base
 * 32, which has no I, L, O and U. Four characters of a group are drawn at random, 140 bits in all, so that no stretching
 * is needed; the fifth tells a mistyped character, two that changed places, and groups in another order.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupCount = 7;
const drawnPerGroup = 4;

export type RecoveryKeyProblem =
  /** So many of the 35 characters were typed. */
  | { readonly code: 'LENGTH'; readonly typed: number }
  /** Groups, counted from 1, that no recovery key has at their place. */
  | { readonly code: 'GROUPS'; readonly groups: readonly number[] };

/** A new recovery key, as it is printed: `7K3QM-…`. */
export function newRecoveryKey(random: Randomness): string {
  const bytes = random.bytes(groupCount * drawnPerGroup);
  const groups = Array.from({ length: groupCount }, (_, group) => {
    const drawn = Array.from(
      { length: drawnPerGroup },
      (_, index) => (bytes[group * drawnPerGroup + index] ?? 0) & 31,
    );
    return [...drawn, checkOf(drawn, group)].map((value) => alphabet.charAt(value)).join('');
  });
  return groups.join('-');
}

/**
 * Reads what a person typed: letters of either size, any spaces and hyphens, O for nought, I and L for one. Gives the
 * key as it is printed.
 */
export function readRecoveryKey(typed: string): Result<string, RecoveryKeyProblem> {
  const values = [...typed.normalize('NFKC').toUpperCase()].flatMap(valuesOf);
  const perGroup = drawnPerGroup + 1;
  if (values.length !== groupCount * perGroup) return err({ code: 'LENGTH', typed: values.length });
  const groups = Array.from({ length: groupCount }, (_, group) =>
    values.slice(group * perGroup, (group + 1) * perGroup),
  );
  const wrong = groups.flatMap((group, index) =>
    checkOf(group.slice(0, drawnPerGroup), index) === group[drawnPerGroup] ? [] : [index + 1],
  );
  if (wrong.length > 0) return err({ code: 'GROUPS', groups: wrong });
  return ok(groups.map((group) => group.map((value) => alphabet.charAt(value)).join('')).join('-'));
}

/** The values of what counts as a character; a sign that no key has is -1, so that its group is told. */
function valuesOf(char: string): readonly number[] {
  if (/[\s\-–—_.]/.test(char)) return [];
  const read = char === 'O' ? '0' : char === 'I' || char === 'L' ? '1' : char;
  return [alphabet.indexOf(read)];
}

/** Each value times a power of the generator of GF(32), and the group's place: no two of these errors cancel out. */
function checkOf(drawn: readonly number[], group: number): number {
  if (drawn.some((value) => value < 0)) return -2;
  return drawn.reduce((sum, value, index) => sum ^ timesGenerator(value, index + 1), group + 1);
}

/** `value` times x^`power` modulo x^5 + x^2 + 1. */
function timesGenerator(value: number, power: number): number {
  let product = value;
  for (let step = 0; step < power; step++) product = (product << 1) ^ (product & 16 ? 0b100101 : 0);
  return product;
}
