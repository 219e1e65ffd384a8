import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../../../shared/core/chunksOf.ts';

describe('a list in parts', () => {
  it('is even', () => {
    expect(chunksOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 10)).toEqual([
      [1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11],
    ]);
    expect(chunksOf([], 10)).toEqual([]);
  });

  it('keeps every item in its order, in as few parts as hold them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 12 }), (items, most) => {
        const parts = chunksOf(items, most);
        expect(parts.flat()).toEqual(items);
        expect(parts.every(({ length }) => length > 0 && length <= most)).toBe(true);
        expect(parts).toHaveLength(Math.ceil(items.length / most));
      }),
    );
  });
});
