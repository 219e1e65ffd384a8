import { defineTexts } from '../../../i18n/texts.ts';

export const mapTexts = defineTexts('indicatorMap', {
  title: { en: 'Centers of the world', ko: '센터 세계지도' },
  metric: { en: 'What the circles count', ko: '원의 기준' },
  all: { en: 'All', ko: '전체' },
  home: { en: 'Korea', ko: '대한민국' },
  circle: {
    en: '{country}, {metric}: {total}. Show its centers',
    ko: '{country}, {metric}: {total}건. 센터 보기',
  },
  centersOf: { en: 'Centers of {country}', ko: '{country}의 센터' },
  close: { en: 'Close', ko: '닫기' },
  unplaced: {
    en: 'Not on the map, because they are too small for it and their centers have no coordinates: {names}.',
    ko: '지도에 표시하기에 작고 센터 좌표가 없어 표시하지 못한 국가: {names}',
  },
  legend: {
    en: 'Countries with a center have a rim; Korea is filled. The area of a circle stands for its number.',
    ko: '테두리가 있는 국가에 센터가 있으며, 전체가 채워진 국가는 대한민국입니다. 원의 넓이는 건수를 나타냅니다.',
  },
  borders: {
    en: 'Map: Natural Earth, 1:110 million. Its borders only help to find a place; they state no position on any territory.',
    ko: '지도: Natural Earth(1:1억 1천만). 경계선은 위치를 알아보기 위한 것이며 영토에 관한 어떠한 입장도 뜻하지 않습니다.',
  },
  method: {
    en: 'Published figures plus what was recorded since, as in the history table.',
    ko: '연혁·실적 표와 같이 공표 실적에 이후 기록된 활동을 더한 값입니다.',
  },
  empty: { en: 'No center yet', ko: '아직 센터가 없습니다' },
  emptyText: {
    en: 'The map shows the country of each center. Add a center, or receive a workbook that holds one.',
    ko: '지도에는 센터가 있는 국가가 표시됩니다. 센터를 추가하거나 센터가 든 통합 문서를 받으세요.',
  },
});
