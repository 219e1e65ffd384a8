import { defineTexts } from '../../i18n/texts.ts';

export const projectTexts = defineTexts('projectProgress', {
  status: { en: 'Status', ko: '상태' },
  on: { en: 'Set to “{status}”', ko: '‘{status}’(으)로 변경' },
  back: { en: 'Back to “{status}”', ko: '‘{status}’(으)로 되돌리기' },
  stop: { en: 'Cancel the project', ko: '과제 취소' },
  changed: { en: 'The project is now “{status}”.', ko: '과제 상태를 ‘{status}’(으)로 변경했습니다.' },
  startDay: { en: 'First day of work', ko: '시작일' },
  endDay: { en: 'Last day of work', ko: '종료일' },
  result: { en: 'What changed because of it', ko: '과제로 달라진 점' },
  reason: { en: 'Why', ko: '사유' },
  reasonHelp: {
    en: 'It is kept with its day under “Reasons for steps back”.',
    ko: '‘상태 변경 사유’에 날짜와 함께 남습니다.',
  },
  calendar: { en: 'Open the calendar', ko: '달력 열기' },
  cancel: { en: 'Close', ko: '닫기' },
  REASON_MISSING: { en: 'Say why.', ko: '사유를 입력하세요.' },
  START_MISSING: {
    en: 'Enter the first day of work, for example 2026-03-01.',
    ko: '시작일을 입력하세요. 예: 2026-03-01',
  },
  END_MISSING: {
    en: 'Enter the last day of work, for example 2026-12-31.',
    ko: '종료일을 입력하세요. 예: 2026-12-31',
  },
  END_BEFORE_START: {
    en: 'The last day of work lies before the first. Correct the day.',
    ko: '종료일이 시작일보다 빠릅니다. 날짜를 고치세요.',
  },
  RESULT_MISSING: { en: 'Say what the project brought.', ko: '과제의 결과를 입력하세요.' },
  noDecision: {
    en: 'No decision of the committee is named yet; choose it under “Details”.',
    ko: '위원회 결정 사항이 아직 없습니다. ‘내용’ 탭에서 선택하세요.',
  },
  reasons: { en: 'Reasons for steps back', ko: '상태 변경 사유' },
  deliverables: { en: 'Deliverables', ko: '산출물' },
  handedOver: { en: '{done} of {total} handed over', ko: '{total}건 중 {done}건 제출' },
  stillOpen: {
    en: {
      one: '{count} deliverable is not handed over yet.',
      other: '{count} deliverables are not handed over yet.',
    },
    ko: '아직 제출되지 않은 산출물이 {count}건 있습니다.',
  },
  none: { en: 'No deliverable is entered yet.', ko: '등록한 산출물이 없습니다.' },
  add: { en: 'Add a deliverable', ko: '산출물 추가' },
  markDone: { en: 'Handed over', ko: '제출 완료' },
  markDoneOf: { en: 'Handed over: {title}', ko: '제출 완료: {title}' },
  markedDone: { en: 'Handed over: {title}', ko: '제출을 기록했습니다: {title}' },
  due: { en: 'due {date}', ko: '기한 {date}' },
  doneOn: { en: 'handed over {date}', ko: '{date} 제출' },
  late: { en: 'after its day', ko: '기한 후 제출' },
  overdue: {
    en: { one: '{count} day overdue', other: '{count} days overdue' },
    ko: '{count}일 지남',
  },
  noDue: { en: 'no due date', ko: '기한 없음' },
  noEvidence: { en: 'no evidence', ko: '증빙 없음' },
});
