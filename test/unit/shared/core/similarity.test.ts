import { describe, expect, it } from 'vitest';
import { textSimilarity } from '../../../../shared/core/similarity.ts';

describe('textSimilarity', () => {
  it.each([
    ['Cloud policy', 'cloud  policy.'],
    ['전자정부 기본계획', '전자정부기본계획'],
    ['ＡＢＣ', 'abc'],
  ])('is 1 for “%s” and “%s”', (a, b) => {
    expect(textSimilarity(a, b)).toBe(1);
  });

  it('finds Hangul that differs in one letter of a syllable as alike as Latin with one wrong letter', () => {
    expect(textSimilarity('전자서명 자문', '전자서명 자믄')).toBeGreaterThan(0.85);
    expect(textSimilarity('Digital signature', 'Digital signatura')).toBeGreaterThan(0.85);
  });

  it('keeps different subjects apart', () => {
    expect(textSimilarity('전자서명', '클라우드 전환')).toBeLessThan(0.4);
    expect(textSimilarity('Digital signature', 'Cloud migration')).toBeLessThan(0.4);
    expect(textSimilarity('', '')).toBe(0);
  });

  it('is the same in both directions', () => {
    expect(textSimilarity('data standard', 'data standards act')).toBe(
      textSimilarity('data standards act', 'data standard'),
    );
  });
});
