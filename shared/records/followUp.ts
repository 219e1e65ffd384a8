import { defineRecord } from '../schema/defineRecord.ts';
import { choice, localizedText, longText, money, ref, refs } from '../schema/fields.ts';
import { responsible } from './responsible.ts';
import { choiceTitle, joinTitle, localizedTitle } from './titles.ts';

const type = choice({
  label: { en: 'Type', ko: '유형' },
  help: { en: 'Who would pay for it.', ko: '어떤 재원으로 추진하는 사업인지 선택하세요.' },
  required: true,
  aliases: ['kind', 'funding', 'source of funds', '구분', '사업 유형', '재원'],
  choices: [
    {
      value: 'koica',
      label: { en: 'KOICA grant', ko: '한국국제협력단(KOICA) 무상원조' },
      aliases: ['KOICA', 'grant', '무상원조', '한국국제협력단'],
    },
    {
      value: 'edcf',
      label: { en: 'EDCF loan', ko: '대외경제협력기금(EDCF) 차관' },
      aliases: ['EDCF', 'loan', '차관', '대외경제협력기금', '유상원조'],
    },
    {
      value: 'mdb',
      label: { en: 'Development bank (MDB)', ko: '다자개발은행(MDB)' },
      aliases: ['MDB', 'development bank', 'world bank', 'ADB', '다자개발은행', '개발은행'],
    },
    {
      value: 'partnerBudget',
      label: { en: 'Partner’s own budget', ko: '협력국 자체 예산' },
      aliases: ['own budget', 'partner budget', '자체 예산', '협력국 예산'],
    },
    {
      value: 'export',
      label: { en: 'Export of a company', ko: '기업 수출' },
      aliases: ['export', 'business', '수출', '수주', '기업 수주'],
    },
  ],
  width: 26,
  sensitivity: 'public',
  group: 'what',
});

const stage = choice({
  label: { en: 'Stage', ko: '추진 단계' },
  help: { en: 'How far it has come.', ko: '어디까지 추진되었는지 선택하세요.' },
  required: true,
  aliases: ['status', 'state', 'progress', '단계', '상태', '진행 단계'],
  choices: [
    { value: 'idea', label: { en: 'Idea', ko: '발굴' }, aliases: ['proposed', '구상', '아이디어'] },
    {
      value: 'conceptPaper',
      label: { en: 'Concept paper', ko: '사업제안서' },
      aliases: ['concept', 'PCP', 'proposal', '제안서', '사업 제안'],
    },
    {
      value: 'feasibility',
      label: { en: 'Feasibility study', ko: '타당성조사' },
      aliases: ['feasibility', 'F/S', '타당성 조사'],
    },
    { value: 'approved', label: { en: 'Approved', ko: '승인' }, aliases: ['accepted', '승인됨', '확정'] },
    {
      value: 'contracted',
      label: { en: 'Contracted', ko: '계약' },
      aliases: ['contract', 'signed', '계약 체결', '계약됨'],
    },
    { value: 'done', label: { en: 'Done', ko: '완료' }, aliases: ['completed', 'finished', '종료'] },
  ],
  initial: 'idea',
  sensitivity: 'public',
  group: 'progress',
});

/** A project, loan or contract that grows out of the work of a center. */
export const followUp = defineRecord({
  type: 'followUp',
  scope: 'center',
  label: { one: { en: 'Follow-up', ko: '후속사업' }, many: { en: 'Follow-ups', ko: '후속사업' } },
  sheetAliases: [
    'follow-up projects',
    'follow up',
    'followups',
    'pipeline',
    '후속 사업',
    '후속협력',
    '후속 협력',
    '연계사업',
    '사업화',
  ],
  version: 2,
  migrations: [{ to: 2, kind: 'add', field: 'responsible' }],
  groups: [
    { key: 'what', label: { en: 'What follows?', ko: '어떤 사업으로 이어집니까?' } },
    { key: 'progress', label: { en: 'How far has it come?', ko: '어디까지 추진되었습니까?' } },
    { key: 'origin', label: { en: 'What did it grow out of?', ko: '무엇에서 비롯되었습니까?' } },
  ],
  fields: {
    title: localizedText({
      label: { en: 'Title', ko: '사업명' },
      help: { en: 'In at least one language.', ko: '한 언어 이상으로 적으세요.' },
      required: true,
      aliases: ['name', 'project', 'project name', 'follow-up', '후속사업명', '제목', '과제명'],
      maxLength: 300,
      width: 36,
      sensitivity: 'public',
      group: 'what',
    }),
    type,
    organization: ref({
      to: 'organization',
      label: { en: 'Organization', ko: '추진 기관' },
      help: { en: 'Who carries it out or pays for it.', ko: '사업을 추진하거나 재원을 대는 기관입니다.' },
      aliases: ['agency', 'client', 'lead organization', 'donor', '기관', '기관명', '발주기관', '시행기관'],
      sensitivity: 'public',
      group: 'what',
    }),
    stage,
    responsible: responsible('progress', 2),
    value: money({
      label: { en: 'Value', ko: '사업 규모' },
      help: {
        en: 'Estimated, or as contracted; needed once it is contracted.',
        ko: '예상 또는 계약 금액입니다. 계약되면 반드시 입력해야 합니다.',
      },
      aliases: ['amount', 'budget', 'contract value', 'size', '금액', '사업비', '계약 금액', '규모'],
      defaultCurrency: 'USD',
      group: 'progress',
    }),
    notes: longText({
      label: { en: 'Notes', ko: '비고' },
      help: { en: 'Next step, contacts, conditions.', ko: '다음 단계, 연락처, 조건 등을 적으세요.' },
      aliases: ['remarks', 'comment', 'description', '메모', '내용', '참고'],
      group: 'progress',
    }),
    originProjects: refs({
      to: 'project',
      label: { en: 'From projects', ko: '관련 과제' },
      help: { en: 'Joint projects that led to it.', ko: '이 사업의 바탕이 된 공동협력과제입니다.' },
      aliases: ['origin projects', 'origin', 'joint projects', '공동협력과제', '출처 과제', '과제'],
      sensitivity: 'public',
      group: 'origin',
    }),
    originConsultations: refs({
      to: 'consultation',
      label: { en: 'From consultations', ko: '관련 컨설팅' },
      help: { en: 'Consultations that led to it.', ko: '이 사업의 바탕이 된 컨설팅입니다.' },
      aliases: ['origin consultations', 'consultations', '컨설팅', '자문', '관련 자문'],
      sensitivity: 'public',
      group: 'origin',
    }),
    originTrainings: refs({
      to: 'training',
      label: { en: 'From trainings', ko: '관련 연수·교육' },
      help: { en: 'Trainings that led to it.', ko: '이 사업의 바탕이 된 연수·교육입니다.' },
      aliases: ['origin trainings', 'trainings', '연수', '교육', '관련 연수'],
      sensitivity: 'public',
      group: 'origin',
    }),
    originEvents: refs({
      to: 'event',
      label: { en: 'From events', ko: '관련 행사' },
      help: { en: 'Workshops, forums and visits that led to it.', ko: '이 사업의 바탕이 된 행사입니다.' },
      aliases: ['origin events', 'events', '행사', '워크숍', '세미나'],
      sensitivity: 'public',
      group: 'origin',
    }),
  },
  title: (values, context) =>
    joinTitle(localizedTitle(values.title, context), choiceTitle(type, values.type, context.language)),
  listFields: ['title', 'type', 'center', 'stage', 'value', 'organization'],
  indexes: ['center', 'type', 'stage', 'organization', 'responsible'],
  rules: [
    {
      code: 'ORIGIN_MISSING',
      level: 'error',
      field: 'originProjects',
      message: {
        en: 'Nothing says what the follow-up grew out of. Choose at least one project, consultation, training or event.',
        ko: '후속사업의 바탕이 된 기록이 없습니다. 과제, 컨설팅, 연수·교육, 행사 가운데 하나 이상을 선택하세요.',
      },
      broken: ({ originProjects, originConsultations, originTrainings, originEvents }) =>
        [originProjects, originConsultations, originTrainings, originEvents].every(
          (origin) => origin === undefined,
        ),
    },
    {
      code: 'VALUE_MISSING',
      level: 'error',
      field: 'value',
      message: {
        en: 'A contract has a value. Enter it, or choose an earlier stage.',
        ko: '계약된 사업에는 금액이 있어야 합니다. ‘사업 규모’를 입력하거나 이전 단계를 선택하세요.',
      },
      broken: ({ stage: reached, value }) =>
        (reached === 'contracted' || reached === 'done') && value === undefined,
    },
  ],
});
