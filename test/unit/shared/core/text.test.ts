import { describe, expect, it } from 'vitest';
import { foldText, isBlank } from '../../../../shared/core/text.ts';

describe('foldText', () => {
  it('compares what people typed', () => {
    expect(foldText('  Ministry\n of  EXAMPLES ')).toBe('ministry of examples');
    expect(foldText('한국'.normalize('NFD'))).toBe('한국');
    expect(isBlank(' \u00a0\n')).toBe(true);
    expect(isBlank(' a ')).toBe(false);
  });
});
