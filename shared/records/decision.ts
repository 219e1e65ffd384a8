import { defineRecord } from '../schema/defineRecord.ts';
import { choice, date, longText, ref } from '../schema/fields.ts';
import { ofSameCenter } from './centerRules.ts';
import { notAfterToday } from './dateRules.ts';
import { shortTitle } from './titles.ts';

/** What a meeting decided, and whether it was carried out. */
export const decision = defineRecord({
  type: 'decision',
  scope: 'center',
  label: { one: { en: 'Decision', ko: '결정 사항' }, many: { en: 'Decisions', ko: '결정 사항' } },
  sheetAliases: [
    'decision',
    'resolutions',
    'action items',
    '결정',
    '의결',
    '의결 사항',
    '결정사항',
    '조치 사항',
  ],
  version: 1,
  migrations: [],
  groups: [
    { key: 'what', label: { en: 'What was decided?', ko: '무엇을 결정했습니까?' } },
    { key: 'who', label: { en: 'Who does it, until when?', ko: '누가 언제까지 이행합니까?' } },
    { key: 'progress', label: { en: 'Was it carried out?', ko: '이행되었습니까?' } },
  ],
  fields: {
    meeting: ref({
      to: 'meeting',
      label: { en: 'Meeting', ko: '회의' },
      help: { en: 'The meeting that decided it.', ko: '이 사항을 결정한 회의입니다.' },
      required: true,
      aliases: ['decided by', 'committee', 'decided in', '회의명', '위원회', '결정 회의'],
      sensitivity: 'public',
      group: 'what',
    }),
    text: longText({
      label: { en: 'Decision', ko: '결정 내용' },
      help: { en: 'In one or two sentences.', ko: '한두 문장으로 적으세요.' },
      required: true,
      aliases: [
        'resolution',
        'content',
        'action',
        'action item',
        '의결 내용',
        '내용',
        '결정 사항',
        '결정사항',
      ],
      maxLength: 4000,
      width: 60,
      group: 'what',
    }),
    owner: ref({
      to: 'person',
      label: { en: 'Owner', ko: '담당자' },
      help: { en: 'Who sees to it.', ko: '이행을 책임지는 사람입니다.' },
      aliases: ['responsible', 'person in charge', 'by whom', '책임자', '담당'],
      group: 'who',
    }),
    due: date({
      label: { en: 'Due', ko: '이행 기한' },
      help: { en: 'Until when it is to be done.', ko: '이행을 마쳐야 하는 날입니다.' },
      aliases: ['due date', 'deadline', 'until', '기한', '마감일', '완료 예정일'],
      group: 'who',
    }),
    status: choice({
      label: { en: 'Status', ko: '이행 상태' },
      help: { en: 'How far it has been carried out.', ko: '어디까지 이행되었는지 선택하세요.' },
      required: true,
      aliases: ['state', 'progress', '상태', '진행 상태', '이행 여부'],
      choices: [
        {
          value: 'open',
          label: { en: 'Open', ko: '이행 전' },
          aliases: ['new', 'not started', '예정', '미이행'],
        },
        {
          value: 'inProgress',
          label: { en: 'In progress', ko: '이행 중' },
          aliases: ['ongoing', 'running', '진행', '진행 중', '진행중'],
        },
        {
          value: 'done',
          label: { en: 'Done', ko: '이행 완료' },
          aliases: ['completed', 'implemented', 'closed', '완료', '이행'],
        },
        {
          value: 'dropped',
          label: { en: 'Dropped', ko: '철회' },
          aliases: ['cancelled', 'canceled', 'withdrawn', '취소', '폐기'],
        },
      ],
      initial: 'open',
      group: 'progress',
    }),
    doneOn: date({
      label: { en: 'Done on', ko: '이행 완료일' },
      help: { en: 'The day on which it was done.', ko: '이행을 마친 날입니다.' },
      aliases: ['completed on', 'closed on', '완료일', '이행일'],
      group: 'progress',
    }),
    notes: longText({
      label: { en: 'Notes', ko: '비고' },
      help: { en: 'What stands in the way, what came of it.', ko: '장애 요인이나 이행 결과를 적으세요.' },
      aliases: ['remarks', 'comment', 'result', '메모', '이행 결과', '참고'],
      group: 'progress',
    }),
  },
  title: ({ text }) => shortTitle(text),
  partOf: 'meeting',
  listFields: ['text', 'meeting', 'center', 'owner', 'due', 'status'],
  indexes: ['center', 'meeting', 'owner', 'due', 'status'],
  rules: [
    ofSameCenter('meeting', 'meeting', { en: 'meeting', ko: '회의' }),
    notAfterToday('doneOn', {
      en: 'The decision is said to be done on {date}, which is still to come. Check the date.',
      ko: '이행 완료일({date})이 오늘보다 뒤입니다. 날짜를 확인하세요.',
    }),
    {
      code: 'DONE_UNDATED',
      level: 'warning',
      field: 'doneOn',
      message: {
        en: 'The decision is done, but nothing says when. Enter “Done on”.',
        ko: '이행이 완료되었지만 날짜가 없습니다. ‘이행 완료일’을 입력하세요.',
      },
      broken: ({ status, doneOn }) => status === 'done' && doneOn === undefined,
    },
    {
      code: 'DATE_BUT_NOT_DONE',
      level: 'warning',
      field: 'status',
      message: {
        en: 'There is a day under “Done on”, but the status is not “Done”. Correct one of the two.',
        ko: '이행 완료일이 있지만 상태가 ‘이행 완료’가 아닙니다. 둘 중 하나를 고치세요.',
      },
      broken: ({ status, doneOn }) => doneOn !== undefined && status !== undefined && status !== 'done',
    },
    {
      code: 'NOBODY_RESPONSIBLE',
      level: 'warning',
      field: 'owner',
      message: {
        en: 'The decision is open, but nothing says who sees to it and until when. Enter “Owner” and “Due”.',
        ko: '이행되지 않은 결정이지만 담당자나 기한이 없습니다. ‘담당자’와 ‘이행 기한’을 입력하세요.',
      },
      broken: ({ status, owner, due }) =>
        (status === 'open' || status === 'inProgress') && (owner === undefined || due === undefined),
    },
    {
      code: 'DONE_BEFORE_MEETING',
      level: 'warning',
      field: 'doneOn',
      message: {
        en: 'The decision was done ({done}) before the meeting that took it ({date}). Check both dates.',
        ko: '이행 완료일({done})이 회의일({date})보다 빠릅니다. 두 날짜를 확인하세요.',
      },
      broken: ({ meeting, doneOn }, lookup) => {
        const day = meeting === undefined ? null : (lookup.get('meeting', meeting)?.values.date ?? null);
        return typeof day === 'string' && doneOn !== undefined && doneOn < day && { done: doneOn, date: day };
      },
    },
  ],
});
