import type { Label } from '../../../shared/core/language.ts';

/** The fixed words of the minutes, both languages side by side, whatever the screen's language. */
export const minutesLabels = {
  heading: { en: 'Minutes', ko: '회의록' },
  toCome: { en: 'Planned meeting, not held yet', ko: '개최 예정 회의' },
  number: { en: 'Meeting', ko: '회의명' },
  date: { en: 'Date', ko: '일자' },
  venue: { en: 'Venue', ko: '장소' },
  attendees: { en: 'Attendees', ko: '참석자' },
  agenda: { en: 'Agenda', ko: '안건' },
  minutes: { en: 'Discussion', ko: '회의 결과' },
  decisions: { en: 'Decisions', ko: '결정 사항' },
  text: { en: 'Decision', ko: '내용' },
  owner: { en: 'Owner', ko: '담당자' },
  due: { en: 'Due', ko: '이행 기한' },
  status: { en: 'Status', ko: '이행 상태' },
  evidence: { en: 'Evidence', ko: '증빙' },
  none: { en: 'Not entered', ko: '미입력' },
  forKorea: { en: 'For the Korean side', ko: '한국 측' },
  forPartner: { en: 'For the partner’s side', ko: '협력국 측' },
} as const satisfies Readonly<Record<string, Label>>;
