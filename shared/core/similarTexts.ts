import { letterPairs, rounding, similarityOfNumbered } from './similarity.ts';

/** The most alike of the texts that were added, by its place among them. */
export interface SimilarText {
  readonly index: number;
  /** As `textSimilarity` gives it. */
  readonly score: number;
}

/**
 * Finds among thousands of texts the one that another resembles most, without comparing it with each: texts that are
 * alike have one of their rarest letter pairs in common (prefix filtering, Chaudhuri et al. 2006).
 */
export class SimilarTexts {
  readonly #least: number;
  /** Of each letter pair; the rarest first. */
  readonly #rankByPair: Map<string, number>;
  readonly #texts: Int32Array[] = [];
  readonly #placesByRank = new Map<number, number[]>();
  /** The last search that looked at a text, so that none looks twice. */
  readonly #seen: number[] = [];
  #searches = 0;

  /** `least` is the similarity from which on texts count as alike; `all` are those that will be added and looked for. */
  constructor(all: Iterable<string>, least: number) {
    this.#least = least;
    const uses = new Map<string, number>();
    for (const text of all) for (const pair of letterPairs(text)) uses.set(pair, (uses.get(pair) ?? 0) + 1);
    const ranked = [...uses].sort((a, b) => a[1] - b[1]);
    this.#rankByPair = new Map(ranked.map(([pair], rank) => [pair, rank]));
  }

  add(text: string): void {
    const ranks = this.#ranksOf(text);
    const index = this.#texts.push(ranks) - 1;
    this.#seen.push(0);
    for (const rank of ranks.subarray(0, this.#rareCount(ranks.length))) {
      const places = this.#placesByRank.get(rank);
      if (places === undefined) this.#placesByRank.set(rank, [index]);
      else places.push(index);
    }
  }

  /** Of texts that are as alike the one that was added first; null where none is alike enough. */
  closest(text: string): SimilarText | null {
    const ranks = this.#ranksOf(text);
    this.#searches += 1;
    let best: SimilarText | null = null;
    for (const rank of ranks.subarray(0, this.#rareCount(ranks.length))) {
      for (const index of this.#placesByRank.get(rank) ?? []) {
        const other = this.#texts[index];
        if (other === undefined || this.#seen[index] === this.#searches) continue;
        this.#seen[index] = this.#searches;
        const score = similarityOfNumbered(ranks, other, best?.score ?? this.#least);
        const isBetter =
          best === null
            ? score >= this.#least
            : score > best.score || (score === best.score && index < best.index);
        if (isBetter) best = { index, score };
      }
    }
    return best;
  }

  /** The letter pairs of a text, the rarest first. */
  #ranksOf(text: string): Int32Array {
    return Int32Array.from(letterPairs(text), (pair) => {
      const known = this.#rankByPair.get(pair);
      if (known !== undefined) return known;
      // Of a text that was not told of before: rarer than all others.
      const rank = -this.#rankByPair.size - 1;
      this.#rankByPair.set(pair, rank);
      return rank;
    }).sort();
  }

  /** So many of a text's pairs cannot all be missing in one that is alike: the others would be too few. */
  #rareCount(length: number): number {
    const shared = Math.ceil((this.#least / (2 - this.#least)) * length - rounding);
    return length === 0 ? 0 : length - shared + 1;
  }
}
