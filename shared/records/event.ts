import { defineRecord } from '../schema/defineRecord.ts';
import { attendance, choice, date, localizedText, longText, refs, text } from '../schema/fields.ts';
import { somebodyAttended } from './attendanceRules.ts';
import { endNotBeforeStart } from './dateRules.ts';
import { evidenceFiles, evidenceNote } from './evidenceNote.ts';
import { exceptionReason, insideOperatingPeriod } from './operatingPeriod.ts';
import { inPublishedFigure, notInPublishedFigure } from './publishedFigures.ts';
import { localizedTitle } from './titles.ts';

/** A workshop, seminar, forum, delegation or roadshow. */
export const event = defineRecord({
  type: 'event',
  scope: 'center',
  label: { one: { en: 'Event', ko: '행사' }, many: { en: 'Events', ko: '행사' } },
  sheetAliases: [
    'event',
    'workshops',
    'seminars',
    'workshop, seminar, etc.',
    '워크숍',
    '세미나',
    '워크숍·세미나',
    '행사 실적',
  ],
  version: 3,
  migrations: [
    { to: 2, kind: 'add', field: 'evidenceFiles' },
    { to: 3, kind: 'add', field: 'heads' },
    { to: 3, kind: 'add', field: 'programme' },
    { to: 3, kind: 'add', field: 'inPublishedFigure' },
  ],
  groups: [
    { key: 'what', label: { en: 'What takes place, and where?', ko: '어떤 행사를 어디서 엽니까?' } },
    { key: 'who', label: { en: 'Who takes part?', ko: '누가 참여합니까?' } },
    { key: 'result', label: { en: 'What remains?', ko: '무엇이 남았습니까?' } },
  ],
  fields: {
    title: localizedText({
      label: { en: 'Title', ko: '행사명' },
      help: { en: 'In at least one language.', ko: '한 언어 이상으로 적으세요.' },
      required: true,
      aliases: ['event', 'event title', 'event name', 'name', '제목', '행사', '워크숍명', '세미나명'],
      maxLength: 300,
      width: 36,
      sensitivity: 'public',
      group: 'what',
    }),
    kind: choice({
      label: { en: 'Kind', ko: '유형' },
      help: { en: 'What sort of event it is.', ko: '행사의 종류를 선택하세요.' },
      required: true,
      aliases: ['type', 'event type', '행사 유형', '구분', '행사 구분'],
      choices: [
        { value: 'workshop', label: { en: 'Workshop', ko: '워크숍' }, aliases: ['workshops', '워크샵'] },
        {
          value: 'seminar',
          label: { en: 'Seminar', ko: '세미나' },
          aliases: ['seminars', 'lecture', '강연'],
        },
        {
          value: 'forum',
          label: { en: 'Forum', ko: '포럼' },
          aliases: ['conference', '콘퍼런스', '컨퍼런스', '회의'],
        },
        {
          value: 'delegation',
          label: { en: 'Delegation', ko: '사절단' },
          aliases: ['study visit', 'visit', '방문단', '대표단'],
        },
        {
          value: 'roadshow',
          label: { en: 'Roadshow', ko: '로드쇼' },
          aliases: ['exhibition', 'fair', '전시회', '설명회'],
        },
      ],
      initial: 'workshop',
      sensitivity: 'public',
      group: 'what',
    }),
    date: date({
      label: { en: 'Date', ko: '날짜' },
      help: { en: 'First or only day.', ko: '행사 첫날 또는 당일입니다.' },
      required: true,
      aliases: ['start', 'start date', 'from', 'event date', '일자', '개최일', '시작일', '행사일'],
      sensitivity: 'public',
      group: 'what',
    }),
    endDate: date({
      label: { en: 'Last day', ko: '종료일' },
      help: { en: 'Only when it takes more than one day.', ko: '이틀 이상일 때만 적으세요.' },
      aliases: ['end', 'end date', 'to', 'until', '마지막 날', '종료'],
      sensitivity: 'public',
      group: 'what',
    }),
    venue: text({
      label: { en: 'Venue', ko: '장소' },
      help: { en: 'City and house, or the platform.', ko: '도시와 장소 또는 온라인 플랫폼을 적으세요.' },
      aliases: ['place', 'location', '개최지', '행사 장소'],
      sensitivity: 'public',
      group: 'what',
    }),
    role: choice({
      label: { en: 'Role of the center', ko: '센터의 역할' },
      help: {
        en: 'Whether the center held the event alone, with others, or as a guest.',
        ko: '센터가 단독으로 주최했는지, 공동으로 주최했는지, 초청받아 참석했는지 선택하세요.',
      },
      required: true,
      aliases: ['role', 'host', '역할', '주최 여부', '주최'],
      choices: [
        {
          value: 'host',
          label: { en: 'Host', ko: '주최' },
          aliases: ['organizer', 'organiser', '단독 주최', '주관'],
        },
        {
          value: 'coHost',
          label: { en: 'Co-host', ko: '공동 주최' },
          aliases: ['cohost', 'co-organizer', '공동주최', '공동'],
        },
        {
          value: 'guest',
          label: { en: 'Guest', ko: '초청 참석' },
          aliases: ['participant', 'invited', '참석', '참가', '초청'],
        },
      ],
      initial: 'host',
      sensitivity: 'public',
      group: 'who',
    }),
    organizations: refs({
      to: 'organization',
      label: { en: 'Organizations', ko: '참여 기관' },
      help: { en: 'Co-hosts and organizations that took part.', ko: '공동 주최 기관과 참여한 기관입니다.' },
      aliases: [
        'co-hosts',
        'partners',
        'participating organizations',
        '공동 주최 기관',
        '협력 기관',
        '참가 기관',
      ],
      sensitivity: 'public',
      group: 'who',
    }),
    heads: refs({
      to: 'person',
      label: { en: 'Heads of delegation', ko: '대표단장' },
      help: {
        en: 'Who led each side, for delegations and forums.',
        ko: '사절단이나 포럼에서 양측을 이끈 사람입니다.',
      },
      aliases: ['head of delegation', 'led by', 'delegation heads', '단장', '수석대표', '대표'],
      since: 3,
      group: 'who',
    }),
    attendance: attendance({
      label: { en: 'Attendance', ko: '참석 인원' },
      help: {
        en: 'How many attended; those whose gender is not known under “not disclosed”.',
        ko: '참석한 인원입니다. 성별을 모르면 ‘미공개’에 적으세요.',
      },
      aliases: ['participants', 'attendees', '참가 인원', '참석자', '참석자 수', '인원'],
      sensitivity: 'public',
      group: 'who',
    }),
    programme: longText({
      label: { en: 'Programme', ko: '일정' },
      help: {
        en: 'Day by day: visits, talks, speakers, what was agreed.',
        ko: '방문지, 면담, 발표자, 합의 사항 등을 일자별로 적으세요.',
      },
      aliases: ['agenda', 'schedule', 'itinerary', '프로그램', '세부 일정', '방문 일정'],
      since: 3,
      group: 'what',
    }),
    evidenceNote: evidenceNote('result'),
    evidenceFiles: evidenceFiles('result', 2),
    exceptionReason: exceptionReason('result'),
    inPublishedFigure: inPublishedFigure('result'),
  },
  title: ({ title }, context) => localizedTitle(title, context),
  dateField: 'date',
  endField: 'endDate',
  listFields: ['date', 'title', 'kind', 'role', 'attendance', 'venue'],
  indexes: ['center', 'date', 'endDate', 'kind', 'role', 'heads'],
  rules: [
    endNotBeforeStart('date', 'endDate'),
    insideOperatingPeriod('date', 'endDate'),
    notInPublishedFigure('event', 'workshops', 'date'),
    somebodyAttended('date'),
    {
      code: 'DELEGATION_INCOMPLETE',
      level: 'warning',
      field: 'organizations',
      message: {
        en: 'A delegation has organizations that took part and somebody who led it. Choose “Organizations” and “Heads of delegation”.',
        ko: '사절단 행사에는 참여 기관과 단장이 있어야 합니다. ‘참여 기관’과 ‘대표단장’을 선택하세요.',
      },
      broken: ({ kind, organizations, heads }) =>
        kind === 'delegation' && (organizations === undefined || heads === undefined),
    },
  ],
});
