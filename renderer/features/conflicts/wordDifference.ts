/** A run of words that stands in both texts, or only in the one or the other. */
export interface TextPart {
  readonly kind: 'same' | 'first' | 'second';
  readonly text: string;
}

/** So many pairs of words are compared at most; of longer texts the part between equal ends counts as different. */
const mostPairs = 2_000_000;

/**
 * What two texts share word by word (their longest common subsequence), in reading order; where they differ, the
 * first text's words stand before the second's. `first` and `same` parts together are the first text.
 */
export function wordDifference(first: string, second: string): readonly TextPart[] {
  const a = wordsOf(first);
  const b = wordsOf(second);
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const middle = differenceOf(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([...a.slice(0, start).map(same), ...middle, ...a.slice(a.length - end, a.length).map(same)]);
}

const same = (text: string): TextPart => ({ kind: 'same', text });

/** Runs of letters and digits, runs of blanks, and every other character by itself. */
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|./gsu) ?? [];

function commonStart(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  let count = 0;
  while (
    count < a.length - start &&
    count < b.length - start &&
    a[a.length - 1 - count] === b[b.length - 1 - count]
  ) {
    count += 1;
  }
  return count;
}

function differenceOf(a: readonly string[], b: readonly string[]): readonly TextPart[] {
  const first = (text: string): TextPart => ({ kind: 'first', text });
  const second = (text: string): TextPart => ({ kind: 'second', text });
  if (a.length * b.length > mostPairs) return [...a.map(first), ...b.map(second)];
  const lengths = commonLengths(a, b);
  const width = b.length + 1;
  const parts: TextPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [one = '', other = ''] = [a[i], b[j]];
    if (one === other) {
      parts.push(same(one));
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      parts.push(first(one));
      i += 1;
    } else {
      parts.push(second(other));
      j += 1;
    }
  }
  return [...parts, ...a.slice(i).map(first), ...b.slice(j).map(second)];
}

/** At `i * (b.length + 1) + j`: how many words the rests of both texts from there on share. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

/** Neighbours of one kind as one part; between two equal parts the first text stands before the second. */
function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const result: { kind: TextPart['kind']; text: string }[] = [];
  let gap: { first: string; second: string } | null = null;
  const flush = (): void => {
    if (gap === null) return;
    if (gap.first !== '') result.push({ kind: 'first', text: gap.first });
    if (gap.second !== '') result.push({ kind: 'second', text: gap.second });
    gap = null;
  };
  for (const { kind, text } of parts) {
    if (kind === 'same') {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.text += text;
      else result.push({ kind, text });
    } else {
      gap ??= { first: '', second: '' };
      gap[kind] += text;
    }
  }
  flush();
  return result;
}
