import { describe, expect, it } from 'vitest';
import { inSentence } from '../../../../renderer/i18n/inSentence.ts';
import { defineTexts, translate } from '../../../../renderer/i18n/texts.ts';

const texts = defineTexts('test', {
  plain: { en: 'Save & go', ko: '저장' },
  place: { en: 'Saved {time}', ko: '{time} 저장됨' },
  count: { en: { one: '{count} record', other: '{count} records' }, ko: '{count}건' },
});

describe('texts', () => {
  it('stand in both languages, with their places filled and nothing escaped', () => {
    expect(translate(texts, 'en')('plain')).toBe('Save & go');
    expect(translate(texts, 'en')('place', { time: '<14:02>' })).toBe('Saved <14:02>');
    expect(translate(texts, 'ko')('place', { time: '14:02' })).toBe('14:02 저장됨');
  });

  it('are chosen by number in English and are one in Korean', () => {
    const numbers = [0, 1, 2];
    expect(numbers.map((count) => translate(texts, 'en')('count', { count }))).toEqual([
      '0 records',
      '1 record',
      '2 records',
    ]);
    expect(numbers.map((count) => translate(texts, 'ko')('count', { count }))).toEqual(['0건', '1건', '2건']);
  });
});

describe('a label within a sentence', () => {
  it('has no capital letter in English, unless it is an abbreviation', () => {
    expect(inSentence({ en: 'Consultation', ko: '컨설팅' }, 'en')).toBe('consultation');
    expect(inSentence({ en: 'ODA entry', ko: '항목' }, 'en')).toBe('ODA entry');
    expect(inSentence({ en: 'Consultation', ko: '컨설팅' }, 'ko')).toBe('컨설팅');
  });
});
