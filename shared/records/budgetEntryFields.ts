import type { Language } from '../core/language.ts';
import type { ChoiceSpec, ValuesOf } from '../schema/fieldSpec.ts';
import { choice, date, longText, money, number, ref } from '../schema/fields.ts';
import { evidenceFiles, evidenceNote } from './evidenceNote.ts';
import { isSpending } from './spending.ts';
import { choiceTitle } from './titles.ts';

const categoryChoices = [
  {
    value: 'dispatch',
    label: { en: 'Dispatch of experts', ko: '전문가 파견비' },
    aliases: ['dispatch', 'experts', 'expert fees', '파견비', '전문가비'],
  },
  {
    value: 'personnel',
    label: { en: 'Local staff', ko: '현지 인건비' },
    aliases: ['personnel', 'salaries', 'staff', '인건비', '현지 직원 인건비'],
  },
  {
    value: 'training',
    label: { en: 'Trainings', ko: '연수·교육비' },
    aliases: ['training', 'capacity building', '연수비', '교육비', '초청연수비'],
  },
  {
    value: 'event',
    label: { en: 'Workshops and other events', ko: '행사비' },
    aliases: ['events', 'workshops', 'seminars', 'meetings', '회의비', '워크숍비', '행사 개최비'],
  },
  {
    value: 'project',
    label: { en: 'Joint projects', ko: '과제 추진비' },
    aliases: ['projects', 'joint project', 'research', '과제비', '연구비', '용역비'],
  },
  {
    value: 'equipment',
    label: { en: 'Equipment', ko: '장비·물품비' },
    aliases: ['goods', 'hardware', 'software', '장비', '물품', '장비비', '자산취득비'],
  },
  {
    value: 'operation',
    label: { en: 'Running the office', ko: '사무실 운영비' },
    aliases: ['operation', 'office', 'rent', 'premises', '운영비', '임차료', '사무실'],
  },
  {
    value: 'travel',
    label: { en: 'Travel', ko: '여비' },
    aliases: ['trips', 'flights', '출장비', '항공료'],
  },
  { value: 'other', label: { en: 'Other', ko: '기타' }, aliases: ['misc', 'miscellaneous', '기타 경비'] },
] as const;

/** What money is for, of a target's budget and of what was spent. */
export const budgetCategory = (
  options: Pick<ChoiceSpec, 'help' | 'required' | 'requiredUnless' | 'since' | 'group'>,
): ChoiceSpec<(typeof categoryChoices)[number]['value']> =>
  choice({
    label: { en: 'Category', ko: '비목' },
    aliases: ['budget category', 'item', 'kind', 'type', '항목', '세목', '예산 항목', '구분'],
    choices: categoryChoices,
    ...options,
  });

const category = budgetCategory({
  help: {
    en: 'What the money was for; not needed for money received.',
    ko: '무엇에 집행했는지 선택하세요. 수령액이면 비워 두세요.',
  },
  required: true,
  requiredUnless: { field: 'flow', is: 'received' },
  group: 'what',
});

/** Empty is money spent: entries and workbooks from before money received could be entered have no such value. */
const flow = choice({
  label: { en: 'Spent or received', ko: '집행·수령 구분' },
  help: {
    en: '“Received” for an instalment that arrived; empty counts as spent.',
    ko: '들어온 분담금이면 ‘수령’을 선택하세요. 비어 있으면 집행으로 봅니다.',
  },
  aliases: [
    'received or spent',
    'income or expense',
    'flow',
    '수입/지출',
    '수입·지출',
    '수지 구분',
    '수령 구분',
  ],
  choices: [
    {
      value: 'spent',
      label: { en: 'Spent', ko: '집행' },
      aliases: ['expense', 'paid', 'out', '지출', '지급'],
    },
    {
      value: 'received',
      label: { en: 'Received', ko: '수령' },
      aliases: ['income', 'receipt', 'instalment', 'tranche', 'in', '수입', '입금', '교부'],
    },
  ],
  initial: 'spent',
  since: 2,
  group: 'what',
});

/** The fields of a budget entry. */
export const budgetEntryFields = {
  date: date({
    label: { en: 'Date', ko: '집행일' },
    help: {
      en: 'The day of payment, of delivery in kind, or on which money arrived.',
      ko: '지급한 날, 현물을 제공한 날 또는 자금을 받은 날입니다.',
    },
    required: true,
    aliases: ['payment date', 'paid on', 'day', '날짜', '일자', '지급일', '지출일'],
    group: 'what',
  }),
  flow,
  category,
  description: longText({
    label: { en: 'Description', ko: '적요' },
    help: {
      en: 'What was paid for and to whom, or what was received.',
      ko: '무엇을 누구에게 지급했는지, 또는 무엇을 받았는지 적으세요.',
    },
    aliases: [
      'details',
      'purpose',
      'subject',
      'notes',
      '내용',
      '집행 내용',
      '사용 내역',
      '지출 내용',
      '비고',
    ],
    maxLength: 2000,
    width: 40,
    group: 'what',
  }),
  amount: money({
    label: { en: 'Amount', ko: '금액' },
    help: {
      en: 'In the currency in which it was paid or received; in kind: its estimated value. Negative for a refund.',
      ko: '실제 지급하거나 받은 통화로 적으세요. 현물은 환산 금액, 반환은 음수로 적습니다.',
    },
    required: true,
    aliases: ['sum', 'cost', 'price', 'expense', '집행액', '지출액', '집행 금액', '지급액'],
    defaultCurrency: 'USD',
    allowNegative: true,
    group: 'what',
  }),
  planLine: ref({
    to: 'planLine',
    label: { en: 'Target', ko: '계획 목표' },
    help: {
      en: 'The target of the plan that it serves; its budget is compared.',
      ko: '이 집행이 속한 계획 목표입니다. 계획 예산과 비교합니다.',
    },
    aliases: ['plan line', 'budget line', 'planned for', '목표', '예산 과목', '계획 항목'],
    group: 'what',
  }),
  source: choice({
    label: { en: 'Source', ko: '재원' },
    help: { en: 'Whose money or goods it was.', ko: '누가 부담했는지 선택하세요.' },
    required: true,
    aliases: ['source of funds', 'fund', 'paid by', 'budget source', '재원 구분', '부담 주체', '예산 출처'],
    choices: [
      {
        value: 'korea',
        label: { en: 'Korea', ko: '한국' },
        aliases: ['Korean government', 'KR', '한국 측', '우리 측', '한국 정부'],
      },
      {
        value: 'partner',
        label: { en: 'Partner country', ko: '협력국' },
        aliases: ['partner', 'partner government', '협력국 측', '상대국'],
      },
      {
        value: 'oda',
        label: { en: 'ODA and other donors', ko: '공적개발원조(ODA) 등' },
        aliases: ['ODA', 'donor', 'donors', '공적개발원조', '공여기관'],
      },
    ],
    initial: 'korea',
    group: 'source',
  }),
  form: choice({
    label: { en: 'Form', ko: '부담 방식' },
    help: { en: 'Money, or goods, premises and staff.', ko: '현금인지 현물(물품·공간·인력)인지 선택하세요.' },
    required: true,
    aliases: ['cash or in kind', 'contribution form', '현금/현물', '분담 방식', '현금 현물'],
    choices: [
      { value: 'cash', label: { en: 'Cash', ko: '현금' }, aliases: ['money'] },
      { value: 'inKind', label: { en: 'In kind', ko: '현물' }, aliases: ['in-kind', 'goods'] },
    ],
    initial: 'cash',
    group: 'source',
  }),
  overspendReason: longText({
    label: { en: 'Reason for overspending', ko: '초과 집행 사유' },
    help: {
      en: 'Only for an entry that goes beyond the budget: why, and who agreed.',
      ko: '예산을 넘는 집행일 때만 그 사유와 승인한 사람을 적으세요.',
    },
    aliases: ['overspending', 'reason', 'exception reason', '사유', '초과 사유'],
    maxLength: 2000,
    group: 'source',
  }),
  fxRate: number({
    label: { en: 'Rate (for one US dollar)', ko: '적용 환율(1달러당)' },
    help: {
      en: 'Units of the paid currency for one US dollar: 1380 for Korean won. Not needed for dollars.',
      ko: '1달러에 해당하는 지급 통화의 금액입니다. 원화이면 1380처럼 적으세요. 달러이면 비워 두세요.',
    },
    aliases: ['exchange rate', 'fx rate', 'rate', 'rate to USD', '환율', '적용 환율', '적용환율'],
    min: 0,
    max: 10_000_000,
    group: 'rate',
  }),
  fxDate: date({
    label: { en: 'Rate of', ko: '환율 기준일' },
    help: { en: 'The day of the exchange rate.', ko: '적용한 환율의 날짜입니다.' },
    aliases: ['rate date', 'fx date', 'exchange rate date', '환율 일자', '환율일'],
    group: 'rate',
  }),
  evidenceNote: evidenceNote('proof'),
  evidenceFiles: evidenceFiles('proof'),
} as const;

/** The category of what was spent, or that money was received; '' while neither is known. */
export const entryKind = (values: ValuesOf<typeof budgetEntryFields>, language: Language): string =>
  isSpending(values)
    ? choiceTitle(category, values.category, language)
    : choiceTitle(flow, values.flow, language);
