import { addDays } from '../core/dates.ts';
import type { Language } from '../core/language.ts';
import { defineRecord } from '../schema/defineRecord.ts';
import { choice, date, integer, longText, refs, text } from '../schema/fields.ts';
import { evidenceFiles, evidenceNote, hasEvidence } from './evidenceNote.ts';
import { choiceTitle, joinTitle } from './titles.ts';

/** Days after a meeting within which its minutes are expected. */
const daysForMinutes = 14;

const kind = choice({
  label: { en: 'Kind', ko: '회의 유형' },
  help: { en: 'Which body met.', ko: '어떤 회의체의 회의인지 선택하세요.' },
  required: true,
  aliases: ['type', 'meeting type', 'body', '구분', '유형', '회의 구분', '회의체'],
  choices: [
    {
      value: 'committee',
      label: { en: 'Cooperation committee', ko: '협력위원회' },
      aliases: ['committee', 'committee of e-gov cooperation', '위원회', '전자정부협력위원회'],
    },
    {
      value: 'steering',
      label: { en: 'Steering committee', ko: '운영위원회' },
      aliases: ['steering', 'steering group', '운영위'],
    },
    {
      value: 'working',
      label: { en: 'Working meeting', ko: '실무회의' },
      aliases: ['working', 'working group', 'working level', '실무협의', '실무'],
    },
  ],
  initial: 'committee',
  sensitivity: 'public',
  group: 'what',
});

/** A meeting of the bodies that govern a center. */
export const meeting = defineRecord({
  type: 'meeting',
  scope: 'center',
  label: { one: { en: 'Meeting', ko: '회의' }, many: { en: 'Meetings', ko: '회의' } },
  sheetAliases: [
    'meeting',
    'committee',
    'committee meetings',
    'minutes',
    '위원회',
    '협력위원회',
    '회의록',
    '회의 목록',
  ],
  version: 1,
  migrations: [],
  groups: [
    { key: 'what', label: { en: 'Which meeting is it?', ko: '어떤 회의입니까?' } },
    { key: 'who', label: { en: 'Who attends?', ko: '누가 참석합니까?' } },
    { key: 'content', label: { en: 'What is discussed?', ko: '무엇을 논의합니까?' } },
  ],
  fields: {
    kind,
    number: integer({
      label: { en: 'Number', ko: '차수' },
      help: {
        en: 'Counted for each body: 3 for its third meeting.',
        ko: '회의체별로 셉니다. 세 번째 회의는 3입니다.',
      },
      aliases: ['no.', 'meeting number', 'session', '회차', '제n차'],
      min: 1,
      max: 999,
      sensitivity: 'public',
      group: 'what',
    }),
    date: date({
      label: { en: 'Date', ko: '회의일' },
      help: { en: 'The day on which it takes place.', ko: '회의가 열리는 날입니다.' },
      required: true,
      aliases: ['meeting date', 'day', 'held on', '날짜', '일자', '일시', '개최일'],
      sensitivity: 'public',
      group: 'what',
    }),
    venue: text({
      label: { en: 'Venue', ko: '장소' },
      help: { en: 'City and house, or the platform.', ko: '도시와 장소 또는 온라인 플랫폼을 적으세요.' },
      aliases: ['place', 'location', '회의 장소', '회의장'],
      sensitivity: 'public',
      group: 'what',
    }),
    attendees: refs({
      to: 'person',
      label: { en: 'Attendees', ko: '참석자' },
      help: { en: 'Who attends, of both sides.', ko: '양측 참석자를 선택하세요.' },
      aliases: ['attendance', 'participants', 'members', 'present', '참석 위원', '참가자', '위원'],
      group: 'who',
    }),
    agenda: longText({
      label: { en: 'Agenda', ko: '안건' },
      help: { en: 'One item a line.', ko: '안건을 한 줄에 하나씩 적으세요.' },
      aliases: ['topics', 'items', '의제', '회의 안건', '논의 안건'],
      group: 'content',
    }),
    minutes: longText({
      label: { en: 'Minutes', ko: '회의 결과' },
      help: {
        en: 'What was said, in short; decisions are entered on their own.',
        ko: '논의한 내용을 요약하세요. 결정 사항은 따로 등록합니다.',
      },
      aliases: ['summary', 'notes', 'record', '회의록', '주요 내용', '논의 내용', '결과'],
      group: 'content',
    }),
    evidenceNote: evidenceNote('content'),
    evidenceFiles: evidenceFiles('content'),
  },
  title: ({ kind: body, number, date: day }, { language }) =>
    joinTitle(
      [choiceTitle(kind, body, language), ordinal(number, language)].filter((part) => part !== '').join(' '),
      day ?? '',
    ),
  dateField: 'date',
  listFields: ['date', 'kind', 'center', 'number', 'attendees', 'agenda'],
  indexes: ['center', 'date', 'kind', 'attendees'],
  rules: [
    {
      code: 'MINUTES_MISSING',
      level: 'warning',
      field: 'minutes',
      message: {
        en: 'The meeting was on {date}, and nothing says what came of it. Enter the minutes, or where they are kept.',
        ko: '{date}에 열린 회의이지만 결과가 없습니다. 회의 결과나 회의록의 보관 위치를 입력하세요.',
      },
      broken: ({ date: day, minutes, ...evidence }, lookup) =>
        day !== undefined &&
        addDays(day, daysForMinutes) < lookup.today &&
        minutes === undefined &&
        !hasEvidence(evidence, lookup) && { date: day },
    },
    {
      code: 'NUMBER_TWICE',
      level: 'warning',
      field: 'number',
      message: {
        en: 'This center has another meeting number {number} of the same kind, on {date}. Check both numbers.',
        ko: '이 센터에 같은 유형의 제{number}차 회의가 또 있습니다({date}). 두 회의의 차수를 확인하세요.',
      },
      broken: ({ center, kind: body, number }, lookup, id) => {
        if (center === undefined || body === undefined || number === undefined) return false;
        const other = lookup
          .where('meeting', 'center', center)
          .find(
            ({ id: otherId, values }) => otherId !== id && values.kind === body && values.number === number,
          );
        return other !== undefined && { number, date: String(other.values.date ?? '…') };
      },
    },
  ],
});

function ordinal(number: number | undefined, language: Language): string {
  if (number === undefined) return '';
  return language === 'ko' ? `제${number}차` : String(number);
}
