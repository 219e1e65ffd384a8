import { defineRecord } from '../schema/defineRecord.ts';
import { choice, date, longText } from '../schema/fields.ts';
import { notAfterToday } from './dateRules.ts';
import { evidenceFiles, evidenceNote, hasEvidence } from './evidenceNote.ts';
import { choiceTitle, joinTitle, referenceTitle } from './titles.ts';

const kind = choice({
  label: { en: 'Milestone', ko: '주요 단계' },
  help: { en: 'The step in the life of the center.', ko: '센터가 거치는 단계를 선택하세요.' },
  required: true,
  aliases: ['kind', 'milestone kind', 'step', 'event', '마일스톤', '단계 구분', '추진 단계'],
  choices: [
    {
      value: 'strategicDecision',
      label: { en: 'Strategic decision', ko: '전략적 결정' },
      aliases: ['decision', '결정'],
    },
    {
      value: 'highLevelDialogue',
      label: { en: 'High-level dialogue', ko: '고위급 면담' },
      aliases: ['dialogue', 'high level dialogue', '고위급 협의', '고위급 대화'],
    },
    {
      value: 'mouSigning',
      label: { en: 'Signing of the MoU', ko: '양해각서 체결' },
      aliases: ['MoU', 'MoU signing', 'signing MoU', 'MOU 체결', '양해각서'],
    },
    {
      value: 'committeeFormed',
      label: { en: 'Committee formed', ko: '협력위원회 구성' },
      aliases: ['committee', 'cooperation committee', '위원회 구성', '협력위원회'],
    },
    {
      value: 'cooperationForum',
      label: { en: 'Cooperation forum', ko: '협력 포럼' },
      aliases: ['forum', '포럼', '협력포럼'],
    },
    { value: 'opening', label: { en: 'Opening ceremony', ko: '개소식' }, aliases: ['opening', '개소'] },
    {
      value: 'midTermReview',
      label: { en: 'Mid-term review', ko: '중간 평가' },
      aliases: ['midterm review', 'review', '중간평가', '중간 점검'],
    },
    { value: 'extension', label: { en: 'Extension', ko: '운영 연장' }, aliases: ['extended', '연장'] },
    {
      value: 'closing',
      label: { en: 'Closing', ko: '운영 종료' },
      aliases: ['closure', 'closing ceremony', '종료', '폐소'],
    },
    {
      value: 'handover',
      label: { en: 'Handover', ko: '이관' },
      aliases: ['hand-over', 'transfer', '인수인계', '인계'],
    },
  ],
  width: 24,
  sensitivity: 'public',
  group: 'what',
});

/** A step in the life of a center, planned and done. */
export const milestone = defineRecord({
  type: 'milestone',
  scope: 'center',
  label: { one: { en: 'Milestone', ko: '주요 단계' }, many: { en: 'Milestones', ko: '주요 단계' } },
  sheetAliases: ['milestone', 'timeline', '마일스톤', '추진 일정', '추진경과'],
  version: 2,
  migrations: [{ to: 2, kind: 'add', field: 'evidenceFiles' }],
  groups: [
    { key: 'what', label: { en: 'Which step is it?', ko: '어떤 단계입니까?' } },
    { key: 'when', label: { en: 'When is it, and is it done?', ko: '언제이며 완료되었습니까?' } },
    { key: 'result', label: { en: 'What came of it?', ko: '결과는 무엇입니까?' } },
  ],
  fields: {
    stage: choice({
      label: { en: 'Stage', ko: '사업 단계' },
      help: { en: 'One of the programme’s four stages.', ko: '사업의 네 단계 가운데 하나입니다.' },
      required: true,
      aliases: ['phase', '단계', '추진단계'],
      choices: [
        {
          value: 'selection',
          label: { en: 'Country selection', ko: '국가 선정' },
          aliases: ['selection', '선정', '국가선정'],
        },
        {
          value: 'opening',
          label: { en: 'Opening', ko: '개소' },
          aliases: ['opening eGCC', 'set-up', '설립'],
        },
        {
          value: 'operation',
          label: { en: 'Operation', ko: '운영' },
          aliases: ['eGCC operation', 'operating', '센터 운영'],
        },
        {
          value: 'afterClosure',
          label: { en: 'After closure', ko: '종료 후' },
          aliases: ['after closure of eGCC', 'follow-up', '종료후', '후속'],
        },
      ],
      sensitivity: 'public',
      group: 'what',
    }),
    kind,
    plannedOn: date({
      label: { en: 'Planned for', ko: '예정일' },
      help: { en: 'The day for which it is planned.', ko: '예정된 날짜입니다.' },
      aliases: ['planned on', 'planned date', 'due', 'plan', '계획일', '예정 일자'],
      sensitivity: 'public',
      group: 'when',
    }),
    doneOn: date({
      label: { en: 'Done on', ko: '완료일' },
      help: { en: 'The day on which it took place.', ko: '실제로 이루어진 날짜입니다.' },
      aliases: ['date', 'actual date', 'completed on', '실행일', '완료 일자', '일자', '날짜'],
      sensitivity: 'public',
      group: 'when',
    }),
    status: choice({
      label: { en: 'Status', ko: '상태' },
      help: {
        en: '“Done” needs the day on which it was done.',
        ko: '‘완료’를 선택하면 완료일을 입력해야 합니다.',
      },
      required: true,
      aliases: ['state', '진행 상태', '진행상황'],
      choices: [
        { value: 'planned', label: { en: 'Planned', ko: '예정' }, aliases: ['plan', 'open', '계획'] },
        {
          value: 'inProgress',
          label: { en: 'In progress', ko: '진행 중' },
          aliases: ['ongoing', 'running', '진행', '진행중'],
        },
        { value: 'done', label: { en: 'Done', ko: '완료' }, aliases: ['completed', 'finished', '완료됨'] },
        { value: 'postponed', label: { en: 'Postponed', ko: '연기' }, aliases: ['delayed', '지연'] },
        { value: 'cancelled', label: { en: 'Cancelled', ko: '취소' }, aliases: ['canceled', '취소됨'] },
      ],
      initial: 'planned',
      sensitivity: 'public',
      group: 'when',
    }),
    outcome: longText({
      label: { en: 'Outcome', ko: '결과' },
      help: { en: 'What was decided or reached.', ko: '결정되거나 이루어진 내용을 적으세요.' },
      aliases: ['result', 'notes', '성과', '주요 결과', '비고'],
      group: 'result',
    }),
    evidenceNote: evidenceNote('result'),
    evidenceFiles: evidenceFiles('result', 2),
  },
  title: (values, context) =>
    joinTitle(
      choiceTitle(kind, values.kind, context.language),
      referenceTitle('center', values.center, context),
    ),
  dateField: 'plannedOn',
  listFields: ['center', 'stage', 'kind', 'plannedOn', 'doneOn', 'status'],
  indexes: ['center', 'plannedOn', 'doneOn', 'status', 'stage', 'kind'],
  rules: [
    {
      code: 'DONE_NEEDS_DATE',
      level: 'error',
      field: 'doneOn',
      message: {
        en: 'The milestone is done, but its day is missing. Enter “Done on”, or choose another status.',
        ko: '완료된 단계이지만 완료일이 없습니다. ‘완료일’을 입력하거나 다른 상태를 선택하세요.',
      },
      broken: ({ status, doneOn }) => status === 'done' && doneOn === undefined,
    },
    {
      code: 'DATE_BUT_NOT_DONE',
      level: 'warning',
      field: 'status',
      message: {
        en: 'There is a day under “Done on”, but the status is not “Done”. Correct one of the two.',
        ko: '완료일이 있지만 상태가 ‘완료’가 아닙니다. 둘 중 하나를 고치세요.',
      },
      broken: ({ status, doneOn }) => doneOn !== undefined && status !== undefined && status !== 'done',
    },
    {
      code: 'PLANNED_WITHOUT_DATE',
      level: 'warning',
      field: 'plannedOn',
      message: {
        en: 'The milestone is open, but nothing says until when. Enter “Planned for”.',
        ko: '아직 완료되지 않은 단계이지만 예정일이 없습니다. ‘예정일’을 입력하세요.',
      },
      broken: ({ status, plannedOn }) =>
        (status === 'planned' || status === 'inProgress') && plannedOn === undefined,
    },
    {
      code: 'EVIDENCE_MISSING',
      level: 'warning',
      field: 'evidenceNote',
      message: {
        en: 'The milestone is done. Choose its evidence, or say where it is kept: minutes, photos, the signed paper.',
        ko: '완료된 단계입니다. 회의록, 사진, 서명본 등 증빙을 선택하거나 보관 위치를 적으세요.',
      },
      broken: (values, lookup) => values.status === 'done' && !hasEvidence(values, lookup),
    },
    notAfterToday('doneOn', {
      en: 'The milestone is said to be done on {date}, which is still to come. Check the date.',
      ko: '완료일({date})이 오늘보다 뒤입니다. 날짜를 확인하세요.',
    }),
  ],
});
