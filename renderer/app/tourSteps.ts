import { defineTexts } from '../i18n/texts.ts';
import { paths } from '../stores/paths.ts';

export const tourTexts = defineTexts('tour', {
  tour: { en: 'Tour', ko: '둘러보기' },
  place: { en: 'Step {step} of {count}', ko: '{count}단계 중 {step}단계' },
  next: { en: 'Next', ko: '다음' },
  back: { en: 'Back', ko: '이전' },
  leave: { en: 'Leave the tour', ko: '둘러보기 그만두기' },
  finish: { en: 'Finish', ko: '마치기' },
  keys: {
    en: 'Right and left arrow go on and back, Esc leaves.',
    ko: '오른쪽·왼쪽 화살표로 이동하고 Esc로 그만둡니다.',
  },
  today: { en: 'Today: what waits for you', ko: '오늘: 지금 할 일' },
  todayText: {
    en: 'This page is made for your role. It shows what is due, what was done last and what is to be mended. The large button is for what you do most.',
    ko: '역할에 맞춘 화면입니다. 기한이 다가온 일, 최근 기록, 고칠 내용을 보여 줍니다. 큰 단추는 가장 자주 하는 일을 시작합니다.',
  },
  log: { en: 'The log', ko: '활동 기록' },
  logText: {
    en: 'Consultations, trainings, events and exchanges are lists. Select a row to open it beside the list; Ctrl+N logs a new entry from anywhere. Every key you type is kept.',
    ko: '컨설팅, 연수·교육, 행사, 인력 교류를 목록으로 관리합니다. 행을 선택하면 목록 옆에 열리고, 어디서든 Ctrl+N으로 새 기록을 작성합니다. 입력하는 대로 보관됩니다.',
  },
  life: { en: 'The life of the center', ko: '센터 운영 단계' },
  lifeText: {
    en: 'From country selection to what follows after closure: each stage has its milestones, and the list of steps says what is still missing.',
    ko: '국가 선정부터 운영 종료 이후까지 단계마다 주요 단계가 있으며, 빠진 절차를 목록으로 알려 줍니다.',
  },
  quality: { en: 'Data quality', ko: '데이터 품질' },
  qualityText: {
    en: 'Everything that is missing, contradictory or overdue in one list. Each line leads to the very field where it is mended.',
    ko: '누락되거나 맞지 않거나 기한이 지난 내용을 한 목록에 모았습니다. 항목을 선택하면 고칠 입력란이 바로 열립니다.',
  },
  history: { en: 'Numbers with their records', ko: '기록으로 확인하는 숫자' },
  historyText: {
    en: 'The programme’s history table: published figures, and what was recorded since. Select a number to see what stands behind it.',
    ko: '사업 연혁·실적 표입니다. 공개된 수치에 이후 기록을 더해 보여 줍니다. 숫자를 선택하면 근거 기록이 열립니다.',
  },
  reports: { en: 'Reports', ko: '보고서' },
  reportsText: {
    en: 'Each report is computed from the log. Add your words, submit it with a seal, and it shows whether anything was changed since.',
    ko: '보고서는 활동 기록에서 자동으로 집계됩니다. 본문을 더해 제출하면 봉인되고, 이후 변경 여부를 확인할 수 있습니다.',
  },
  exchange: { en: 'Exchange by Excel', ko: 'Excel로 자료 교환' },
  exchangeText: {
    en: 'Workbooks go to headquarters and come back, in any order. Every row of what arrives is shown before it is taken. That is the tour; begin it again under Settings.',
    ko: '통합 문서를 본부와 순서에 상관없이 주고받습니다. 받은 문서는 모든 행을 확인한 뒤 반영합니다. 둘러보기를 마칩니다. 설정에서 다시 시작할 수 있습니다.',
  },
});

export interface TourStep {
  /** The page that is shown. */
  readonly to: string;
  readonly title: 'today' | 'log' | 'life' | 'quality' | 'history' | 'reports' | 'exchange';
}

/** The pages in the order in which work goes through them. */
export const tourSteps: readonly TourStep[] = [
  { to: paths.home, title: 'today' },
  { to: paths.records('consultation'), title: 'log' },
  { to: paths.life, title: 'life' },
  { to: paths.quality, title: 'quality' },
  { to: paths.history, title: 'history' },
  { to: paths.reports, title: 'reports' },
  { to: paths.send, title: 'exchange' },
];
