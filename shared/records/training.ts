import { daysBetween } from '../core/dates.ts';
import { attendanceTotal } from '../schema/codecs/attendance.ts';
import { defineRecord } from '../schema/defineRecord.ts';
import { attendance, choice, date, localizedText, money, number, refs, text } from '../schema/fields.ts';
import { somebodyAttended } from './attendanceRules.ts';
import { endNotBeforeStart } from './dateRules.ts';
import { evidenceFiles, evidenceNote } from './evidenceNote.ts';
import { exceptionReason, insideOperatingPeriod } from './operatingPeriod.ts';
import { inPublishedFigure, notInPublishedFigure } from './publishedFigures.ts';
import { responsible } from './responsible.ts';
import { localizedTitle } from './titles.ts';
import { workField } from './workField.ts';

/** A training for officials of the partner country. */
export const training = defineRecord({
  type: 'training',
  scope: 'center',
  label: { one: { en: 'Training', ko: '연수·교육' }, many: { en: 'Trainings', ko: '연수·교육' } },
  sheetAliases: [
    'training',
    'capacity building',
    'courses',
    '연수',
    '교육',
    '초청연수',
    '현지연수',
    '역량강화',
    '교육 실적',
  ],
  version: 3,
  migrations: [
    { to: 2, kind: 'add', field: 'evidenceFiles' },
    { to: 3, kind: 'add', field: 'responsible' },
    { to: 3, kind: 'add', field: 'inPublishedFigure' },
  ],
  groups: [
    { key: 'what', label: { en: 'What is taught, and where?', ko: '무엇을 어디서 교육합니까?' } },
    { key: 'who', label: { en: 'Who takes part?', ko: '누가 참여합니까?' } },
    { key: 'result', label: { en: 'How did it go?', ko: '결과는 어떻습니까?' } },
  ],
  fields: {
    title: localizedText({
      label: { en: 'Title', ko: '과정명' },
      help: { en: 'In at least one language.', ko: '한 언어 이상으로 적으세요.' },
      required: true,
      aliases: [
        'training',
        'training title',
        'course',
        'course name',
        'name',
        '연수명',
        '교육명',
        '교육과정',
        '제목',
      ],
      maxLength: 300,
      width: 36,
      sensitivity: 'public',
      group: 'what',
    }),
    kind: choice({
      label: { en: 'Kind', ko: '유형' },
      help: { en: 'Where and how it is held.', ko: '연수를 여는 장소와 방식을 선택하세요.' },
      required: true,
      aliases: ['type', 'training type', 'mode', '연수 유형', '구분', '교육 유형', '연수 구분'],
      choices: [
        {
          value: 'invitational',
          label: { en: 'Invitational, in Korea', ko: '초청연수' },
          aliases: ['invitational', 'invitational training', 'in Korea', 'korea', '초청', '방한 연수'],
        },
        {
          value: 'local',
          label: { en: 'Local', ko: '현지연수' },
          aliases: ['local training', 'on site', '현지', '현지 연수', '현지교육'],
        },
        {
          value: 'online',
          label: { en: 'Online', ko: '온라인 교육' },
          aliases: ['online training', 'webinar', 'e-learning', '온라인', '비대면', '화상 교육'],
        },
        {
          value: 'onTheJob',
          label: { en: 'On the job', ko: '현장 실습' },
          aliases: ['OJT', 'on-the-job', 'on the job training', '직무교육', '현장실습'],
        },
      ],
      initial: 'local',
      sensitivity: 'public',
      group: 'what',
    }),
    field: workField({ group: 'what' }),
    start: date({
      label: { en: 'Start', ko: '시작일' },
      help: { en: 'First day.', ko: '연수 첫날입니다.' },
      required: true,
      aliases: ['start date', 'from', 'date', 'begin', '교육 시작일', '시작', '날짜', '일자', '연수 시작일'],
      sensitivity: 'public',
      group: 'what',
    }),
    end: date({
      label: { en: 'End', ko: '종료일' },
      help: {
        en: 'Last day; the same day for a training of one day.',
        ko: '연수 마지막 날입니다. 하루 과정이면 시작일과 같습니다.',
      },
      required: true,
      aliases: ['end date', 'to', 'until', '교육 종료일', '종료', '연수 종료일'],
      sensitivity: 'public',
      group: 'what',
    }),
    venue: text({
      label: { en: 'Venue', ko: '장소' },
      help: { en: 'City and house, or the platform.', ko: '도시와 장소 또는 온라인 플랫폼을 적으세요.' },
      aliases: ['place', 'location', '교육 장소', '연수 장소', '개최지'],
      sensitivity: 'public',
      group: 'what',
    }),
    hours: number({
      label: { en: 'Hours', ko: '교육 시간' },
      help: {
        en: 'Hours taught in all, for each participant.',
        ko: '참가자 한 사람이 받은 전체 교육 시간입니다.',
      },
      aliases: ['duration', 'training hours', 'total hours', '시간', '총 시간', '연수 시간'],
      unit: { en: 'h', ko: '시간' },
      min: 0,
      max: 5000,
      sensitivity: 'public',
      group: 'what',
    }),
    trainers: refs({
      to: 'person',
      label: { en: 'Trainers', ko: '강사' },
      help: { en: 'Who teaches.', ko: '강의하는 사람입니다.' },
      aliases: ['trainer', 'lecturer', 'lecturers', 'instructor', '강사진', '교육자', '강연자'],
      group: 'who',
    }),
    responsible: responsible('who', 3),
    attendance: attendance({
      label: { en: 'Participants', ko: '참가 인원' },
      help: {
        en: 'How many took part; those whose gender is not known under “not disclosed”.',
        ko: '참가한 인원입니다. 성별을 모르면 ‘미공개’에 적으세요.',
      },
      required: true,
      aliases: [
        'attendance',
        'trainees',
        'attendees',
        '참석 인원',
        '참가자',
        '참가자 수',
        '교육 인원',
        '연수생',
      ],
      sensitivity: 'public',
      group: 'who',
    }),
    satisfaction: number({
      label: { en: 'Satisfaction', ko: '만족도' },
      help: {
        en: 'Mean of the participants’ answers, 1 (poor) to 5 (very good).',
        ko: '참가자 설문 평균입니다. 1(매우 불만족)부터 5(매우 만족)까지입니다.',
      },
      aliases: ['satisfaction score', 'score', 'rating', 'evaluation', '만족도 점수', '평가', '설문 결과'],
      min: 1,
      max: 5,
      sensitivity: 'public',
      group: 'result',
    }),
    cost: money({
      label: { en: 'Cost', ko: '비용' },
      help: { en: 'What it cost in all.', ko: '전체 비용입니다.' },
      aliases: ['budget', 'expenses', 'amount', '소요 예산', '예산', '금액', '집행액'],
      defaultCurrency: 'USD',
      group: 'result',
    }),
    evidenceNote: evidenceNote('result'),
    evidenceFiles: evidenceFiles('result', 2),
    exceptionReason: exceptionReason('result'),
    inPublishedFigure: inPublishedFigure('result'),
  },
  title: ({ title }, context) => localizedTitle(title, context),
  dateField: 'start',
  endField: 'end',
  listFields: ['start', 'title', 'kind', 'attendance', 'hours', 'satisfaction'],
  indexes: ['center', 'start', 'end', 'kind', 'field', 'trainers', 'responsible'],
  rules: [
    endNotBeforeStart('start', 'end'),
    insideOperatingPeriod('start', 'end'),
    notInPublishedFigure('training', 'workshops', 'start'),
    somebodyAttended('start'),
    {
      code: 'MORE_NAMES_THAN_ATTENDANCE',
      level: 'warning',
      field: 'attendance',
      message: {
        en: '{names} participants are entered by name, but only {attendance} are counted. Check the numbers and the list.',
        ko: '이름이 등록된 참가자는 {names}명인데 참가 인원은 {attendance}명입니다. 인원수와 명단을 확인하세요.',
      },
      broken: ({ attendance: counted }, lookup, id) => {
        if (id === null || counted === undefined) return false;
        const names = lookup.where('participation', 'training', id).length;
        const persons = attendanceTotal(counted);
        return names > persons && { names, attendance: persons };
      },
    },
    {
      code: 'HOURS_EXCEED_DAYS',
      level: 'warning',
      field: 'hours',
      message: {
        en: '{hours} hours do not fit in {days} days. Check the hours and the dates.',
        ko: '{days}일 동안 {hours}시간은 가능하지 않습니다. 시간과 날짜를 확인하세요.',
      },
      broken: ({ start, end, hours = 0 }) => {
        if (start === undefined || end === undefined || end < start) return false;
        const days = daysBetween(start, end) + 1;
        return hours > days * 24 && { hours, days };
      },
    },
  ],
});
