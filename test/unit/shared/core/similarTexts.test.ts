import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textSimilarity } from '../../../../shared/core/similarity.ts';
import { SimilarTexts } from '../../../../shared/core/similarTexts.ts';

/** The same by comparing with each. */
function slowly(texts: readonly string[], text: string, least: number) {
  let best: { readonly index: number; readonly score: number } | null = null;
  for (const [index, other] of texts.entries()) {
    const score = textSimilarity(text, other);
    if (score >= least && (best === null || score > best.score)) best = { index, score };
  }
  return best;
}

const name = fc
  .array(
    fc.constantFrom(
      'Ministry',
      'Agency',
      'of',
      'Data',
      'Date',
      'a',
      '예시청',
      '예시처',
      '디지털부',
      '12',
      '#',
    ),
    {
      maxLength: 5,
    },
  )
  .map((words) => words.join(' '));

describe('the most alike of many texts', () => {
  it('is the one that a comparison with each finds', () => {
    const least = fc.constantFrom(0.3, 0.6, 0.85, 1);
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 30 }),
        fc.array(name, { maxLength: 5 }),
        least,
        (texts, asked, bound) => {
          const similar = new SimilarTexts(texts.slice(0, 3), bound);
          for (const text of texts) similar.add(text);
          for (const text of asked) expect(similar.closest(text)).toEqual(slowly(texts, text, bound));
        },
      ),
    );
  });

  it('is found among texts that were added since, and is the first of several', () => {
    const similar = new SimilarTexts(['Agency of Data', 'agency of data', 'Agency of Date'], 0.85);
    expect(similar.closest('Agency of Data')).toBeNull();
    similar.add('Agency of Date');
    expect(similar.closest('Agency of Data')).toMatchObject({ index: 0 });
    similar.add('agency of data');
    similar.add('Agency of Data');
    expect(similar.closest('Agency of Data')).toEqual({ index: 1, score: 1 });
  });

  it('is none for a text without letters', () => {
    const similar = new SimilarTexts(['', '…'], 0.1);
    similar.add('');
    expect(similar.closest('…')).toBeNull();
  });
});
