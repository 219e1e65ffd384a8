import { defineTexts } from '../../i18n/texts.ts';

export const historyTexts = defineTexts('history', {
  title: { en: 'History of eGCC', ko: 'eGCC 연혁·실적' },
  lead: {
    en: 'Published figures plus what was recorded since. Select a number to see what stands behind it.',
    ko: '공표 실적에 이후 기록된 활동을 더한 표입니다. 숫자를 선택하면 그 근거를 볼 수 있습니다.',
  },
  caption: { en: 'History of eGCC, number of counts', ko: 'eGCC 실적(건수)' },
  center: { en: 'e-GCC', ko: '센터' },
  total: { en: 'Total', ko: '합계' },
  partPublished: { en: '{count} published', ko: '공표 {count}' },
  partRecorded: { en: '+ {count} recorded', ko: '+ 기록 {count}' },
  onlyBaseline: { en: 'published', ko: '공표' },
  onlyCounted: { en: 'recorded', ko: '기록' },
  none: { en: 'none', ko: '없음' },
  openCell: {
    en: '{center}, {metric}: {total} ({baseline} published, {counted} recorded). Show what stands behind it.',
    ko: '{center}, {metric}: {total}건(공표 {baseline}건, 기록 {counted}건). 근거 보기.',
  },
  print: { en: 'Print or save as PDF', ko: '인쇄 또는 PDF 저장' },
  printName: { en: 'eGCC_history.pdf', ko: 'eGCC_연혁·실적.pdf' },
  printedOn: { en: 'As of {date}, count rules version {version}', ko: '{date} 기준, 집계 규칙 {version}판' },
  includeSample: { en: 'Include sample data', ko: '예시 데이터 포함' },
  sampleIn: {
    en: 'Sample records are counted in this table. It is for trying things out, not for publication.',
    ko: '예시 기록이 포함된 표입니다. 연습용이므로 공표하지 마세요.',
  },
  sampleOut: {
    en: { one: '{count} sample record is not counted.', other: '{count} sample records are not counted.' },
    ko: '예시 기록 {count}건은 집계하지 않았습니다.',
  },
  rules: { en: 'Count rules, version {version}', ko: '집계 규칙 {version}판' },
  ruleProjects: {
    en: 'Project: counts from the status “running” on; cancelled ones do not count.',
    ko: '공동협력과제: 상태가 ‘진행 중’이 된 때부터 집계하며 취소된 과제는 제외합니다.',
  },
  ruleConsulting: {
    en: 'Consulting: each consultation counts once.',
    ko: '컨설팅: 기록마다 1건으로 집계합니다.',
  },
  ruleWorkshops: {
    en: 'Workshop, seminar, etc.: each training and each event counts once, however many days it lasts and whoever co-hosts it.',
    ko: '워크숍·세미나 등: 기간이나 공동 주최 여부와 관계없이 연수와 행사마다 1건으로 집계합니다.',
  },
  ruleBaseline: {
    en: 'Published figures count as their source states them. A record that such a figure holds already is not added: one that says so under “In the published figure”, or one that says nothing there and is dated no later than the figure’s day. Where no day is entered, this is the end of the center’s third year, and for the programme’s page not before the end of 2017.',
    ko: '공표 실적은 출처의 숫자를 그대로 집계합니다. 공표 실적에 이미 포함된 기록은 더하지 않습니다. ‘공표 실적 포함 여부’를 따르고, 비어 있으면 기준일까지의 기록을 포함된 것으로 봅니다. 기준일이 없으면 센터 개소 후 3년째 연말로 보며, 사업 홈페이지 실적은 2017년 말 이후로 봅니다.',
  },
  ruleHeld: {
    en: 'A published figure holds no more records than its number: those beyond it, the latest ones, are added. Sample records are always added.',
    ko: '공표 실적에 포함되는 기록은 공표 건수를 넘지 않습니다. 넘는 기록은 최근 것부터 더합니다. 예시 기록은 항상 더합니다.',
  },
  asPublished: {
    en: 'The table equals the figures on the programme’s page ({projects} / {consulting} / {workshops}).',
    ko: '사업 홈페이지의 공표 실적({projects} / {consulting} / {workshops})과 같습니다.',
  },
  differs: {
    en: 'The totals differ from the programme’s page ({projects} / {consulting} / {workshops}):',
    ko: '사업 홈페이지의 공표 실적({projects} / {consulting} / {workshops})과 다릅니다.',
  },
  whyRecorded: {
    en: '{center}, {metric}: {baseline} published + {counted} recorded here = {total}.',
    ko: '{center}, {metric}: 공표 {baseline}건 + 기록 {counted}건 = {total}건',
  },
  whyChanged: {
    en: '{center}, {metric}: the published figure was changed here from {published} to {baseline}.',
    ko: '{center}, {metric}: 공표 실적이 {published}건에서 {baseline}건으로 수정되었습니다.',
  },
  whyMissing: {
    en: '{center}: stands on the page, but was deleted here.',
    ko: '{center}: 홈페이지에는 있으나 이곳에서 삭제되었습니다.',
  },
  whyRecordedAll: { en: '{center}: {parts}.', ko: '{center}: {parts}' },
  whyRecordedPart: {
    en: '{metric} {baseline} published + {counted} recorded here = {total}',
    ko: '{metric} 공표 {baseline}건 + 기록 {counted}건 = {total}건',
  },
  partHeld: {
    en: '{count} recorded in it',
    ko: '기록 {count}건 포함',
  },
  heldCell: {
    en: {
      one: ' {count} more is in the published figure and not added.',
      other: ' {count} more are in the published figure and not added.',
    },
    ko: ' 공표 실적에 포함되어 더하지 않은 기록 {count}건.',
  },
  held: { en: 'In the published figure, not added', ko: '공표 실적에 포함(더하지 않음)' },
  heldHow: {
    en: 'If one of them is other work, say so in it under “In the published figure”, or enter the day for which the figure stands.',
    ko: '다른 활동이면 해당 기록의 ‘공표 실적 포함 여부’를 고치거나 공표 실적의 기준일을 입력하세요.',
  },
  allCenters: { en: 'all centers', ko: '전체 센터' },
  enterDay: { en: 'Enter the day of the figure', ko: '기준일 입력' },
  save: { en: 'Save', ko: '저장' },
  savePicture: { en: 'Picture (PNG)', ko: '그림(PNG)' },
  saveWorkbook: { en: 'Excel workbook', ko: 'Excel 통합 문서' },
  emptyTitle: { en: 'No center yet', ko: '아직 센터가 없습니다' },
  emptyText: {
    en: 'The table has a row for each center. Add a center, or receive a workbook that holds one.',
    ko: '센터마다 한 행씩 표시됩니다. 센터를 추가하거나 센터가 든 통합 문서를 받으세요.',
  },
  addCenter: { en: 'Add a center', ko: '센터 추가' },
  behind: { en: 'Behind the number', ko: '숫자의 근거' },
  close: { en: 'Close', ko: '닫기' },
  published: { en: 'Published figures', ko: '공표 실적' },
  noPublished: { en: 'No figure was published for it.', ko: '공표된 실적이 없습니다.' },
  source: { en: 'Source: {source}', ko: '출처: {source}' },
  asOf: { en: 'as of {date}', ko: '{date} 기준' },
  recorded: { en: 'Recorded', ko: '기록된 활동' },
  noRecorded: {
    en: 'Nothing was recorded for it here yet. New entries under Log and Projects are counted at once.',
    ko: '아직 기록이 없습니다. 활동 기록과 과제를 새로 작성하면 바로 집계됩니다.',
  },
  noMoreRecorded: {
    en: 'Nothing beyond the published figure was recorded here yet.',
    ko: '공표 실적 외에 추가로 기록된 활동이 없습니다.',
  },
  evidence: { en: 'Evidence:', ko: '증빙:' },
  noEvidence: { en: 'no evidence', ko: '증빙 없음' },
  undated: { en: 'no date', ko: '날짜 없음' },
  sample: { en: 'Sample', ko: '예시' },
  openList: {
    en: { one: 'Open the list ({count})', other: 'Open the list ({count})' },
    ko: '목록에서 보기({count})',
  },
  more: { en: 'and {count} more in the list', ko: '그 밖의 {count}건은 목록에 있습니다' },
});
