import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TextPart, wordDifference } from '../../../../../renderer/features/conflicts/wordDifference.ts';

const marked = (first: string, second: string): string =>
  wordDifference(first, second)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'first' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

describe('the difference of two texts', () => {
  it('names whole words, the first text’s before the second’s', () => {
    expect(marked('Start with a law.', 'Start with a strategy.')).toBe('Start with a [-law-][+strategy+].');
    expect(marked('Start soon.', 'Start very soon.')).toBe('Start [+very +]soon.');
  });

  it('knows Korean words and lines', () => {
    expect(marked('법률부터 제정\n합니다', '전략부터 제정\n합니다')).toBe(
      '[-법률부터-][+전략부터+] 제정\n합니다',
    );
  });

  it('is one part for equal texts and none for no texts', () => {
    expect(wordDifference('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(wordDifference('', '')).toEqual([]);
    expect(marked('', 'new')).toBe('[+new+]');
  });

  it('gives up inside of very long texts and keeps their equal ends', () => {
    const long = (word: string): string => Array.from({ length: 5000 }, (_, at) => `${word}${at}`).join(' ');
    const parts = wordDifference(`Begin ${long('a')} end`, `Begin ${long('b')} end`);
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'first', 'second', 'same']);
    expect([parts[0]?.text, parts[3]?.text]).toEqual(['Begin ', ' end']);
  });

  it('holds both texts whole', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '.', '\n', '가', '👩‍💻'), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const parts = wordDifference(one.join(''), other.join(''));
        const side = (left: TextPart['kind']): string =>
          parts
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('');
        expect(side('second')).toBe(one.join(''));
        expect(side('first')).toBe(other.join(''));
      }),
    );
  });
});
