import { describe, expect, it } from 'vitest';
import { groupBy } from '../../../../shared/core/groupBy.ts';

describe('groupBy', () => {
  it('keeps the order of elements and of first keys', () => {
    const groups = groupBy(['bb', 'a', 'cc', 'd'], (word) => word.length);
    expect([...groups]).toEqual([
      [2, ['bb', 'cc']],
      [1, ['a', 'd']],
    ]);
  });
});
