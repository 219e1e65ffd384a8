/**
 * How alike two texts are, 0 to 1: the share of letter pairs that they have in common (Dice's coefficient). Hangul
 * syllables are taken apart into their letters, so that one wrong final consonant is a small difference as in any
 * alphabet; case, width, blanks and punctuation do not count.
 */
export function textSimilarity(a: string, b: string): number {
  const [left, right] = [letters(a), letters(b)];
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const pairs = pairCounts(left);
  let common = 0;
  for (const [pair, count] of pairCounts(right)) common += Math.min(count, pairs.get(pair) ?? 0);
  const total = Math.max(1, left.length - 1 + (right.length - 1));
  return (2 * common) / total;
}

/** The letter pairs that `textSimilarity` compares, a repeated one numbered; of a single letter just that. */
export function letterPairs(text: string): readonly string[] {
  const plain = letters(text);
  if (plain.length === 1) return [plain];
  return [...pairCounts(plain)].flatMap(([pair, count]) =>
    Array.from({ length: count }, (_, nth) => (nth === 0 ? pair : `${pair}${nth}`)),
  );
}

/** Shares are compared with this much to spare. */
export const rounding = 1e-9;

/**
 * As `textSimilarity`, of letter pairs that stand as sorted numbers: for comparing many texts with many. 0 where it is
 * less than `least`.
 */
export function similarityOfNumbered(a: Int32Array, b: Int32Array, least: number): number {
  const total = a.length + b.length;
  const needed = (least * total) / 2 - rounding;
  let [left, right, common] = [0, 0, 0];
  while (left < a.length && right < b.length) {
    if (common + Math.min(a.length - left, b.length - right) < needed) return 0;
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  const score = (2 * common) / Math.max(1, total);
  return score < least - rounding ? 0 : score;
}

/** Gives each text's letter pairs as sorted numbers that are the same for all texts. */
export function pairNumbering(): (text: string) => Int32Array {
  const numbers = new Map<string, number>();
  const numberOf = (pair: string): number => {
    const known = numbers.get(pair);
    if (known !== undefined) return known;
    numbers.set(pair, numbers.size);
    return numbers.size - 1;
  };
  return (text) => Int32Array.from(letterPairs(text), numberOf).sort();
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function pairCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
