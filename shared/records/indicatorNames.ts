/** What the indicators are called, in the order of reports: plans name them as targets, and reports count them. */
export const indicatorNames = {
  consultations: { en: 'Consultations', ko: '컨설팅 건수' },
  adoptionRate: { en: 'Advice adopted', ko: '자문 반영률' },
  consultationHours: { en: 'Hours of advice', ko: '자문 시간' },
  runningProjects: { en: 'Projects under way', ko: '진행 과제' },
  trainings: { en: 'Trainings', ko: '연수·교육 횟수' },
  trainees: { en: 'Trainees', ko: '연수생' },
  traineesFemale: { en: 'Trainees: women', ko: '연수생(여성)' },
  traineesMale: { en: 'Trainees: men', ko: '연수생(남성)' },
  traineesOther: { en: 'Trainees: other', ko: '연수생(기타)' },
  traineesUndisclosed: { en: 'Trainees: not disclosed', ko: '연수생(미공개)' },
  traineeHours: { en: 'Trainee-hours', ko: '연수 인시' },
  satisfaction: { en: 'Satisfaction', ko: '평균 만족도' },
  events: { en: 'Workshops, seminars and other events', ko: '워크숍·세미나 등 행사' },
  eventAttendance: { en: 'Attendance of events', ko: '행사 참석 인원' },
  dispatchMonths: { en: 'Dispatch', ko: '전문가 파견' },
} as const;

/**
 * Indicators that say how things stand: they do not add up over quarters, years or centers, and half of a year's target
 * is not enough at its middle.
 */
export const standingIndicators: ReadonlySet<string> = new Set([
  'adoptionRate',
  'runningProjects',
  'satisfaction',
] satisfies readonly (keyof typeof indicatorNames)[]);
