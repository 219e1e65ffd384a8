import { defineTexts } from '../../i18n/texts.ts';

export const indicatorsTexts = defineTexts('indicatorsPage', {
  title: { en: 'Indicators', ko: '성과지표' },
  lead: {
    en: 'What the centers did, planned and spent. Every number opens its records.',
    ko: '센터의 활동, 계획 달성, 예산 집행 현황입니다. 숫자를 누르면 근거 기록이 열립니다.',
  },
  by: { en: 'Side by side', ko: '비교 기준' },
  year: { en: 'By year', ko: '연도별' },
  center: { en: 'By center', ko: '센터별' },
  country: { en: 'By country', ko: '국가별' },
  field: { en: 'By field', ko: '분야별' },
  ofYear: { en: 'Year', ko: '연도' },
  yearName: { en: '{year}', ko: '{year}년' },
  indicator: { en: 'Indicator', ko: '지표' },
  total: { en: 'Total', ko: '합계' },
  methods: { en: 'How the figures are computed', ko: '산출 방법' },
  includeSample: { en: 'Include sample data', ko: '예시 데이터 포함' },
  sampleAlone: {
    en: 'Nothing but sample data is recorded here yet, and sample data is not counted.',
    ko: '아직 예시 데이터만 기록되어 있으며, 예시 데이터는 집계하지 않습니다.',
  },
  showSample: { en: 'Show it with the sample', ko: '예시를 포함해 보기' },
  sampleIn: {
    en: 'Sample records are counted. The table is for trying things out, not for publication.',
    ko: '예시 기록이 포함되어 있습니다. 연습용이므로 공표하지 마세요.',
  },
  open: {
    en: { one: '{name}: open the {count} record', other: '{name}: open the {count} records' },
    ko: '{name}: 기록 {count}건 열기',
  },
  saveWorkbook: { en: 'Save as Excel', ko: 'Excel로 저장' },
  print: { en: 'Print', ko: '인쇄' },
});
