import { defineRecord } from '../schema/defineRecord.ts';
import { choice, date, longText, ref } from '../schema/fields.ts';
import { endNotBeforeStart } from './dateRules.ts';
import { evidenceFiles, evidenceNote } from './evidenceNote.ts';
import { exceptionReason, insideOperatingPeriod } from './operatingPeriod.ts';
import { otherTimeOf } from './personTime.ts';
import { choiceTitle, joinTitle, referenceTitle } from './titles.ts';

const direction = choice({
  label: { en: 'Direction', ko: '교류 방향' },
  help: { en: 'Who went where.', ko: '어느 쪽으로 파견했는지 선택하세요.' },
  required: true,
  aliases: ['from where to where', 'route', '방향', '구분', '교류 구분'],
  choices: [
    {
      value: 'koreaToPartner',
      label: { en: 'Korea to partner', ko: '한국 → 협력국' },
      aliases: ['Korea to partner country', 'outbound', 'from Korea', '한국에서 협력국', '방문 파견'],
    },
    {
      value: 'partnerToKorea',
      label: { en: 'Partner to Korea', ko: '협력국 → 한국' },
      aliases: ['partner country to Korea', 'inbound', 'to Korea', '협력국에서 한국', '방한', '초청'],
    },
  ],
  sensitivity: 'public',
  group: 'who',
});

/** A person who works or studies with the other side for a time. */
export const exchange = defineRecord({
  type: 'exchange',
  scope: 'center',
  label: { one: { en: 'Exchange', ko: '인력 교류' }, many: { en: 'Exchanges', ko: '인력 교류' } },
  sheetAliases: [
    'exchange',
    'personnel exchange',
    'exchange of manpower',
    'secondments',
    '교류',
    '인력교류',
    '인적 교류',
  ],
  version: 1,
  migrations: [],
  groups: [
    { key: 'who', label: { en: 'Who goes where?', ko: '누가 어디로 갑니까?' } },
    { key: 'what', label: { en: 'What for, and when?', ko: '언제 무엇을 위해 갑니까?' } },
    { key: 'result', label: { en: 'What remains?', ko: '무엇이 남았습니까?' } },
  ],
  fields: {
    person: ref({
      to: 'person',
      label: { en: 'Person', ko: '인물' },
      help: { en: 'Who is exchanged.', ko: '교류하는 사람입니다.' },
      required: true,
      aliases: ['name', 'participant', 'who', '성명', '이름', '교류자', '대상자'],
      group: 'who',
    }),
    direction,
    host: ref({
      to: 'organization',
      label: { en: 'Host organization', ko: '수용 기관' },
      help: { en: 'Where the person works or studies.', ko: '교류하는 사람이 일하거나 배우는 기관입니다.' },
      aliases: ['host', 'organization', 'receiving organization', '기관', '방문 기관', '초청 기관'],
      sensitivity: 'public',
      group: 'who',
    }),
    purpose: longText({
      label: { en: 'Purpose', ko: '목적' },
      help: { en: 'What the person is to do or learn there.', ko: '무엇을 하거나 배우는지 적으세요.' },
      aliases: ['aim', 'subject', 'topic', 'task', '교류 목적', '내용', '교류 내용', '업무'],
      maxLength: 4000,
      group: 'what',
    }),
    start: date({
      label: { en: 'From', ko: '시작일' },
      help: { en: 'First day.', ko: '교류 첫날입니다.' },
      required: true,
      aliases: ['start', 'start date', 'date', 'departure', '시작', '날짜', '출국일', '교류 시작일'],
      sensitivity: 'public',
      group: 'what',
    }),
    end: date({
      label: { en: 'Until', ko: '종료일' },
      help: {
        en: 'Last day; empty while it is not known.',
        ko: '교류 마지막 날입니다. 정해지지 않았으면 비워 두세요.',
      },
      aliases: ['end', 'end date', 'to', 'return', '종료', '귀국일', '교류 종료일'],
      sensitivity: 'public',
      group: 'what',
    }),
    result: longText({
      label: { en: 'Result', ko: '결과' },
      help: { en: 'What was learned or handed over.', ko: '배우거나 전수한 내용을 적으세요.' },
      aliases: ['outcome', 'report', 'notes', '성과', '교류 결과', '비고'],
      group: 'result',
    }),
    evidenceNote: evidenceNote('result'),
    evidenceFiles: evidenceFiles('result'),
    exceptionReason: exceptionReason('result'),
  },
  title: (values, context) =>
    joinTitle(
      referenceTitle('person', values.person, context),
      choiceTitle(direction, values.direction, context.language),
      values.start ?? '',
    ),
  dateField: 'start',
  endField: 'end',
  listFields: ['start', 'end', 'center', 'person', 'direction', 'host', 'purpose'],
  indexes: ['center', 'person', 'direction', 'host', 'start', 'end'],
  rules: [
    endNotBeforeStart('start', 'end'),
    insideOperatingPeriod('start', 'end'),
    {
      code: 'EXCHANGED_WHILE_DISPATCHED',
      level: 'warning',
      field: 'person',
      message: {
        en: 'This person is dispatched to a center from {start} to {end}, so these days count twice. Check the dates of both.',
        ko: '이 사람은 {start}부터 {end}까지 센터에 파견되어 있어 기간이 중복됩니다. 두 기록의 날짜를 확인하세요.',
      },
      // Local staff goes on exchange while it serves; dispatched people do not.
      broken: (values, lookup, id) =>
        otherTimeOf('assignment', values, lookup, id, ({ role }) => role !== 'localStaff'),
    },
    {
      code: 'EXCHANGES_OVERLAP',
      level: 'warning',
      field: 'start',
      message: {
        en: 'This person is on another exchange from {start} to {end}. Check the dates of both.',
        ko: '이 사람은 {start}부터 {end}까지 다른 교류에 참여하고 있습니다. 두 기록의 날짜를 확인하세요.',
      },
      broken: (values, lookup, id) => otherTimeOf('exchange', values, lookup, id),
    },
  ],
});
