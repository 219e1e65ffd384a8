import { defineTexts } from '../i18n/texts.ts';

export const openingTexts = defineTexts('opening', {
  title: { en: 'Opening Fieldbook', ko: 'Fieldbook을 여는 중' },
  reading: {
    en: 'Reading and checking the records. This takes longer with many years of work, or on a slow disk; please leave the window open.',
    ko: '기록을 읽고 확인하고 있습니다. 여러 해의 기록이 있거나 디스크가 느리면 시간이 더 걸립니다. 창을 닫지 말고 기다려 주세요.',
  },
  replayed: {
    en: '{done} of {entries} entries of the journal read',
    ko: '저널 항목 {entries}개 중 {done}개를 읽었습니다',
  },
});
