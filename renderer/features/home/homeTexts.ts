import { defineTexts } from '../../i18n/texts.ts';

export const homeTexts = defineTexts('home', {
  title: { en: 'Today', ko: '오늘' },
  logConsultation: { en: 'Log a consultation', ko: '컨설팅 기록하기' },
  logTraining: { en: 'Training', ko: '연수·교육' },
  logEvent: { en: 'Event', ko: '행사' },
  also: { en: 'or log', ko: '또는' },
  due: { en: 'Due', ko: '기한' },
  dueLead: { en: 'Overdue, and the next 30 days', ko: '기한이 지났거나 30일 이내' },
  nothingDue: {
    en: 'Nothing is due in the next 30 days. Next actions of consultations, milestones, decisions of the committee and ends of running projects stand here.',
    ko: '30일 이내에 기한이 되는 일이 없습니다. 컨설팅의 후속 조치, 주요 단계, 위원회 결정 사항, 진행 중인 과제의 종료일이 여기에 표시됩니다.',
  },
  followUp: { en: 'Next action', ko: '후속 조치' },
  milestone: { en: 'Milestone', ko: '주요 단계' },
  projectEnd: { en: 'Project ends', ko: '과제 종료' },
  decision: { en: 'Committee decision', ko: '위원회 결정 사항' },
  overdue: { en: { one: '{count} day overdue', other: '{count} days overdue' }, ko: '{count}일 지남' },
  dueToday: { en: 'today', ko: '오늘' },
  inDays: { en: { one: 'in {count} day', other: 'in {count} days' }, ko: '{count}일 남음' },
  showAll: { en: 'Show all {count}', ko: '{count}건 모두 보기' },
  showFewer: { en: 'Show fewer', ko: '간단히 보기' },
  lastEntries: { en: 'Last entries', ko: '최근 기록' },
  noEntries: {
    en: 'What you log stands here, the newest first.',
    ko: '작성한 기록이 최신순으로 여기에 표시됩니다.',
  },
  by: { en: 'by {name}', ko: '{name} 작성' },
  sample: { en: 'Sample', ko: '예시' },
  thisYear: { en: 'Recorded in {year}', ko: '{year}년 기록' },
  yearBefore: { en: '{year}: {count}', ko: '{year}년 {count}건' },
  yearNote: {
    en: 'By the count rules of the history table; select a number for its records.',
    ko: '연혁·실적 표의 집계 규칙에 따른 건수입니다. 숫자를 선택하면 해당 기록이 열립니다.',
  },
  openNumber: {
    en: '{metric}, {year}: {count}. Show the records.',
    ko: '{metric}, {year}년 {count}건. 기록 보기.',
  },
  yearTitle: { en: '{metric}, {year}', ko: '{metric}, {year}년' },
  quality: { en: 'Data quality', ko: '데이터 품질' },
  qualityFine: {
    en: 'Every record is complete and consistent.',
    ko: '모든 기록에 빠지거나 어긋난 내용이 없습니다.',
  },
  errors: { en: { one: '{count} error', other: '{count} errors' }, ko: '오류 {count}건' },
  warnings: { en: { one: '{count} warning', other: '{count} warnings' }, ko: '경고 {count}건' },
  qualityLead: {
    en: 'Worth correcting before the next report is sent.',
    ko: '다음 보고서를 보내기 전에 고치는 것이 좋습니다.',
  },
  untitled: { en: 'Without a name', ko: '이름 없음' },
  centers: { en: 'Centers', ko: '센터' },
  center: { en: 'Center', ko: '센터' },
  lastImport: { en: 'Last import', ko: '마지막 가져오기' },
  lastEntry: { en: 'Last activity', ko: '마지막 활동' },
  never: { en: 'none yet', ko: '아직 없음' },
  conflicts: {
    en: {
      one: '{count} conflict waits for a decision: two people changed the same thing without knowing of each other.',
      other:
        '{count} conflicts wait for a decision: people changed the same things without knowing of each other.',
    },
    ko: '결정이 필요한 충돌이 {count}건 있습니다. 서로 모르게 같은 내용을 수정했습니다.',
  },
  toConflicts: { en: 'Decide', ko: '충돌 해결하기' },
  startTitle: { en: 'This workspace is still empty', ko: '아직 기록이 없습니다' },
  startText: {
    en: 'Log the first consultation, training or event above. If a colleague or headquarters sent you a workbook, receive it. To look around first, add sample data: they are clearly marked and can be removed with one click.',
    ko: '위에서 첫 컨설팅, 연수, 행사를 기록하세요. 동료나 본부에서 통합 문서를 받았다면 먼저 받으세요. 둘러보고 싶다면 예시 데이터를 추가하세요. 예시로 표시되며 한 번에 삭제할 수 있습니다.',
  },
  startTextHeadquarters: {
    en: 'Receive the workbooks that the centers sent; each shows what it would change before anything is saved. To look around first, add sample data: they are clearly marked and can be removed with one click.',
    ko: '센터에서 보낸 통합 문서를 받으세요. 저장하기 전에 바뀔 내용을 모두 확인할 수 있습니다. 둘러보고 싶다면 예시 데이터를 추가하세요. 예시로 표시되며 한 번에 삭제할 수 있습니다.',
  },
  receive: { en: 'Receive a workbook', ko: '통합 문서 받기' },
  addSample: { en: 'Add sample data', ko: '예시 데이터 추가' },
  addingSample: { en: 'Adding sample data…', ko: '예시 데이터를 추가하고 있습니다…' },
  sampleAdded: {
    en: 'Sample data were added. Remove them under Settings when you are done.',
    ko: '예시 데이터를 추가했습니다. 둘러본 뒤 설정에서 삭제하세요.',
  },
});
