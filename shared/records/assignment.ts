import { daysBetween } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { defineRecord, type RecordLookup } from '../schema/defineRecord.ts';
import { choice, date, integer, longText, ref } from '../schema/fields.ts';
import type { StoredRecord } from '../sync/record.ts';
import { centerLabel } from './center.ts';
import { endNotBeforeStart } from './dateRules.ts';
import { datesOf, otherTimeRecord } from './personTime.ts';
import { choiceTitle, joinTitle, referenceTitle } from './titles.ts';
import { workField } from './workField.ts';

const role = choice({
  label: { en: 'Role', ko: '역할' },
  help: { en: 'What the person does at the center.', ko: '센터에서 맡은 역할을 선택하세요.' },
  required: true,
  aliases: ['function', 'duty', '직무', '담당 역할'],
  choices: [
    {
      value: 'head',
      label: { en: 'Head of center', ko: '센터장' },
      aliases: ['head', 'director', 'manager', '소장'],
    },
    {
      value: 'expert',
      label: { en: 'Expert', ko: '파견 전문가' },
      aliases: ['dispatched expert', 'advisor', 'consultant', '전문가', '자문관'],
    },
    {
      value: 'coordinator',
      label: { en: 'Coordinator', ko: '코디네이터' },
      aliases: ['coordination', '담당관'],
    },
    {
      value: 'localStaff',
      label: { en: 'Local staff', ko: '현지 직원' },
      aliases: ['local', 'staff', '현지직원', '현지 인력'],
    },
  ],
  sensitivity: 'public',
  group: 'who',
});

/** A person's service at a center: dispatch of experts, local staff. */
export const assignment = defineRecord({
  type: 'assignment',
  scope: 'center',
  label: { one: { en: 'Assignment', ko: '파견·배치' }, many: { en: 'Assignments', ko: '파견·배치' } },
  sheetAliases: ['assignment', 'dispatch', 'experts dispatched', '파견', '배치', '전문가 파견', '인력 현황'],
  version: 1,
  migrations: [],
  groups: [
    { key: 'who', label: { en: 'Who serves, as what?', ko: '누가 어떤 역할을 맡습니까?' } },
    { key: 'when', label: { en: 'From when to when?', ko: '언제부터 언제까지입니까?' } },
  ],
  fields: {
    person: ref({
      to: 'person',
      label: { en: 'Person', ko: '인물' },
      help: { en: 'Who is assigned.', ko: '파견되거나 배치된 사람입니다.' },
      required: true,
      aliases: ['name', 'expert', 'expert name', '성명', '이름', '전문가', '전문가명'],
      group: 'who',
    }),
    role,
    field: workField({ group: 'who' }),
    start: date({
      label: { en: 'From', ko: '시작일' },
      help: { en: 'First day of service at the center.', ko: '센터 근무 첫날입니다.' },
      required: true,
      aliases: ['start', 'start date', 'begin', 'dispatch date', '파견 시작일', '시작', '파견일'],
      group: 'when',
    }),
    end: date({
      label: { en: 'Until', ko: '종료일' },
      help: {
        en: 'Last day; empty while it is not known.',
        ko: '근무 마지막 날입니다. 정해지지 않았으면 비워 두세요.',
      },
      aliases: ['end', 'end date', 'return date', 'to', '파견 종료일', '종료', '귀국일'],
      group: 'when',
    }),
    leaveDays: integer({
      label: { en: 'Leave', ko: '휴가' },
      help: {
        en: 'Days of leave in this time, for the settlement.',
        ko: '이 기간에 사용한 휴가 일수입니다. 정산에 쓰입니다.',
      },
      aliases: ['leave days', 'days of leave', 'vacation', '휴가 일수', '휴가일수', '연가'],
      unit: { en: 'days', ko: '일' },
      min: 0,
      max: 3660,
      group: 'when',
    }),
    notes: longText({
      label: { en: 'Notes', ko: '비고' },
      help: { en: 'Tasks, handover, anything to remember.', ko: '업무, 인수인계 등 참고할 내용을 적으세요.' },
      aliases: ['remarks', 'comment', 'tasks', '메모', '참고', '업무 내용'],
      group: 'when',
    }),
  },
  title: (values, context) =>
    joinTitle(
      referenceTitle('person', values.person, context),
      choiceTitle(role, values.role, context.language),
      referenceTitle('center', values.center, context),
    ),
  dateField: 'start',
  endField: 'end',
  listFields: ['person', 'role', 'center', 'field', 'start', 'end'],
  indexes: ['center', 'person', 'role', 'start', 'end'],
  rules: [
    endNotBeforeStart('start', 'end'),
    {
      code: 'ASSIGNMENTS_OVERLAP',
      level: 'error',
      acrossRecords: true,
      field: 'start',
      message: {
        en: 'This person already serves from {start} to {end}: {other}. Nobody serves twice at a time: correct the dates of one of the two.',
        ko: '이 사람은 {start}부터 {end}까지 이미 파견·배치되어 있습니다({other}). 기간이 겹칠 수 없으므로 둘 중 하나의 날짜를 고치세요.',
      },
      broken: (values, lookup, id) => {
        const other = otherTimeRecord('assignment', values, lookup, id);
        return other !== null && { ...datesOf(other.values), other: serviceLabel(other, lookup) };
      },
    },
    {
      code: 'LEAVE_EXCEEDS_TIME',
      level: 'warning',
      field: 'leaveDays',
      message: {
        en: 'There are more days of leave ({leave}) than days of service ({days}). Check both.',
        ko: '휴가 일수({leave}일)가 근무 기간({days}일)보다 많습니다. 확인하세요.',
      },
      broken: ({ start, end, leaveDays = 0 }) => {
        if (start === undefined || end === undefined || end < start) return false;
        const days = daysBetween(start, end) + 1;
        return leaveDays > days && { leave: leaveDays, days };
      },
    },
  ],
});

/** What somebody does where, in both languages: “Head of center, Korea-Bulgaria('10)”. */
function serviceLabel({ values, centerId }: StoredRecord, lookup: RecordLookup): Label {
  const known = role.choices.find(({ value }) => value === values.role)?.label;
  const where = centerName(centerId, lookup);
  const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');
  return { en: join([known?.en ?? '', where.en]), ko: join([where.ko, known?.ko ?? '']) };
}

function centerName(id: RecordId | null, lookup: RecordLookup): Label {
  const center = id === null ? null : lookup.get('center', id);
  if (center === null) return { en: 'another center', ko: '다른 센터' };
  return { en: centerLabel(center.values, 'en'), ko: centerLabel(center.values, 'ko') };
}
