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
