import { describe, expect, it } from 'vitest';
import { foldText, isBlank } from '../../../../shared/core/text.ts';

describe('foldText', () => {
  it('compares what people typed', () => {
    expect(foldText('  Ministry\n of  EXAMPLES ')).toBe('ministry of examples');
    expect(foldText('한국'.normalize('NFD'))).toBe('한국');
    expect(isBlank(' \u00a0\n')).toBe(true);
    expect(isBlank(' a ')).toBe(false);
  });

  it('takes what people type for the Uzbek letter, and what pasting brings along, for the same', () => {
    const typed = [
      'Oʻzbekiston',
      'Oʼzbekiston',
      'O‘zbekiston',
      'O’zbekiston',
      "O'zbekiston",
      'O`zbekiston',
      'O´zbekiston',
    ];
    expect(new Set(typed.map(foldText))).toEqual(new Set(["o'zbekiston"]));
    expect(foldText('\ufeffName\u200b \u200e(\u202aEnglish\u202c)\u00ad')).toBe('name (english)');
    // These two join and part letters.
    expect(foldText('می\u200cخواهم')).toBe('می\u200cخواهم');
  });
});
