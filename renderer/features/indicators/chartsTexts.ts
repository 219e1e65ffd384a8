import { defineTexts } from '../../i18n/texts.ts';

export const chartsTexts = defineTexts('indicatorCharts', {
  asTable: { en: 'As a table', ko: '표로 보기' },
  asChart: { en: 'As a chart', ko: '차트로 보기' },
  asMap: { en: 'As a map', ko: '지도로 보기' },
  save: { en: 'Save', ko: '저장' },
  savePicture: { en: 'Picture (PNG)', ko: '그림(PNG)' },
  saveWorkbook: { en: 'Excel workbook', ko: 'Excel 통합 문서' },
  nothing: {
    en: 'Nothing is recorded for it yet. It is drawn as soon as something is.',
    ko: '아직 기록이 없습니다. 기록이 생기면 바로 표시됩니다.',
  },
  year: { en: 'Year', ko: '연도' },
  name: { en: 'Name', ko: '구분' },
  figure: { en: '{name}: {shown}', ko: '{name}: {shown}' },
  figureOpens: {
    en: {
      one: '{name}: {shown}. Open the {count} record',
      other: '{name}: {shown}. Open the {count} records',
    },
    ko: '{name}: {shown}. 기록 {count}건 열기',
  },
  figureLists: {
    en: '{name}: {shown}. Show its lists of records',
    ko: '{name}: {shown}. 근거 기록 목록 보기',
  },
});
