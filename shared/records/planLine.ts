import { defineRecord } from '../schema/defineRecord.ts';
import { choice, longText, money, number, ref, text } from '../schema/fields.ts';
import { agreedRate, agreedRateDate, agreedRateRules } from './agreedRate.ts';
import { budgetCategory } from './budgetEntryFields.ts';
import { ofSameCenter } from './centerRules.ts';
import { indicatorNames } from './indicatorNames.ts';
import { spendingOver } from './spending.ts';
import { targetInsteadOf, targetLedgers } from './targetLines.ts';
import { choiceTitle, joinTitle } from './titles.ts';

const indicator = choice({
  label: { en: 'Indicator', ko: '지표' },
  help: {
    en: 'What is to be reached; each of these is counted from the log.',
    ko: '달성할 지표를 선택하세요. 모두 활동 기록에서 집계됩니다.',
  },
  required: true,
  aliases: ['measure', 'metric', 'KPI', '성과지표', '지표명', '목표 지표'],
  choices: [
    {
      value: 'consultations',
      label: indicatorNames.consultations,
      aliases: ['consulting', 'number of consultations', '컨설팅', '자문', '자문 건수'],
    },
    {
      value: 'adoptionRate',
      label: indicatorNames.adoptionRate,
      aliases: ['adoption rate', 'adoption', '반영률', '채택률'],
    },
    { value: 'consultationHours', label: indicatorNames.consultationHours, aliases: ['consulting hours'] },
    {
      value: 'runningProjects',
      label: indicatorNames.runningProjects,
      aliases: ['projects', 'joint projects', '과제', '공동협력과제'],
    },
    {
      value: 'trainings',
      label: indicatorNames.trainings,
      aliases: ['training', 'number of trainings', '연수', '교육', '연수·교육'],
    },
    {
      value: 'trainees',
      label: indicatorNames.trainees,
      aliases: ['participants', 'trained persons', '교육 인원', '연수 인원', '수료 인원'],
    },
    {
      value: 'traineesFemale',
      label: indicatorNames.traineesFemale,
      aliases: ['female trainees', 'women trained'],
    },
    { value: 'traineesMale', label: indicatorNames.traineesMale, aliases: ['male trainees', 'men trained'] },
    { value: 'traineesOther', label: indicatorNames.traineesOther },
    { value: 'traineesUndisclosed', label: indicatorNames.traineesUndisclosed },
    {
      value: 'traineeHours',
      label: indicatorNames.traineeHours,
      aliases: ['person-hours', '교육 인시', '인시'],
    },
    { value: 'satisfaction', label: indicatorNames.satisfaction, aliases: ['mean satisfaction', '만족도'] },
    {
      value: 'events',
      label: indicatorNames.events,
      aliases: [
        'workshops',
        'seminars',
        'workshops and seminars',
        '행사',
        '워크숍',
        '세미나',
        '워크숍·세미나',
      ],
    },
    {
      value: 'eventAttendance',
      label: indicatorNames.eventAttendance,
      aliases: ['attendees', '참석 인원', '참석자'],
    },
    {
      value: 'dispatchMonths',
      label: indicatorNames.dispatchMonths,
      aliases: ['person-months', 'dispatch months', '파견', '인월', '파견 개월'],
    },
  ],
  width: 28,
  sensitivity: 'public',
  group: 'target',
});

const quarter = choice({
  label: { en: 'Quarter', ko: '분기' },
  help: { en: 'Empty when the target is for the whole year.', ko: '연간 목표이면 비워 두세요.' },
  aliases: ['period', 'when', '시기', '목표 분기'],
  choices: [
    { value: 'q1', label: { en: 'Q1', ko: '1분기' }, aliases: ['1', 'first quarter', '1/4', '1/4분기'] },
    { value: 'q2', label: { en: 'Q2', ko: '2분기' }, aliases: ['2', 'second quarter', '2/4', '2/4분기'] },
    { value: 'q3', label: { en: 'Q3', ko: '3분기' }, aliases: ['3', 'third quarter', '3/4', '3/4분기'] },
    { value: 'q4', label: { en: 'Q4', ko: '4분기' }, aliases: ['4', 'fourth quarter', '4/4', '4/4분기'] },
  ],
  sensitivity: 'public',
  group: 'target',
});

const budgetLabel = { en: 'Budget', ko: '예산' };

/** One target of a plan, and what it may cost. */
export const planLine = defineRecord({
  type: 'planLine',
  scope: 'center',
  label: { one: { en: 'Target', ko: '계획 목표' }, many: { en: 'Targets', ko: '계획 목표' } },
  sheetAliases: [
    'target',
    'plan line',
    'plan lines',
    'KPI',
    'KPIs',
    '목표',
    '성과 목표',
    '세부 계획',
    '계획 항목',
  ],
  version: 2,
  migrations: [
    { to: 2, kind: 'add', field: 'budgetRate' },
    { to: 2, kind: 'add', field: 'budgetRateDate' },
    { to: 2, kind: 'add', field: 'category' },
  ],
  groups: [
    { key: 'target', label: { en: 'What is to be reached?', ko: '무엇을 얼마나 달성합니까?' } },
    { key: 'budget', label: { en: 'What may it cost?', ko: '예산은 얼마입니까?' } },
  ],
  fields: {
    plan: ref({
      to: 'plan',
      label: { en: 'Plan', ko: '연간 계획' },
      help: { en: 'The plan to which the target belongs.', ko: '이 목표가 속한 연간 계획입니다.' },
      required: true,
      aliases: ['annual plan', 'year plan', '계획', '연간계획', '사업계획'],
      sensitivity: 'public',
      group: 'target',
    }),
    code: text({
      label: { en: 'Code', ko: '관리 번호' },
      help: {
        en: 'Tells the targets of different years apart in lists, for example 2026-01.',
        ko: '목록에서 연도별 목표를 구분하는 번호입니다. 예: 2026-01',
      },
      aliases: ['line', 'line number', 'budget code', 'no.', '번호', '코드', '과목 코드'],
      maxLength: 20,
      width: 12,
      group: 'target',
    }),
    indicator,
    target: number({
      label: { en: 'Target', ko: '목표값' },
      help: {
        en: 'The number to be reached; a share as a percentage (60 for 60 %).',
        ko: '달성할 값입니다. 비율은 백분율로 적으세요(60%이면 60).',
      },
      required: true,
      aliases: ['goal', 'target value', 'planned', '목표', '목표치', '계획값'],
      min: 0,
      max: 1_000_000_000,
      sensitivity: 'public',
      group: 'target',
    }),
    quarter,
    budget: money({
      label: budgetLabel,
      help: {
        en: 'What may be spent for it; budget entries name this target.',
        ko: '이 목표에 쓸 수 있는 금액입니다. 예산 집행 내역에서 이 목표를 선택하면 비교됩니다.',
      },
      aliases: ['planned budget', 'cost', 'amount', '배정 예산', '계획 예산', '금액'],
      defaultCurrency: 'USD',
      group: 'budget',
    }),
    budgetRate: agreedRate({ of: budgetLabel, aliases: ['budget rate', '계획 예산 환율'], since: 2 }),
    budgetRateDate: agreedRateDate({
      of: budgetLabel,
      aliases: ['date of the budget rate', '계획 예산 환율 기준일'],
      since: 2,
    }),
    category: budgetCategory({
      help: {
        en: 'What the budget is for; what is spent under the category is compared.',
        ko: '이 예산의 비목입니다. 같은 비목의 집행액과 비교합니다.',
      },
      since: 2,
      group: 'budget',
    }),
    notes: longText({
      label: { en: 'Activities', ko: '세부 활동' },
      help: { en: 'How the target is to be reached.', ko: '목표를 달성하기 위한 활동을 적으세요.' },
      aliases: ['activity', 'notes', 'description', 'remarks', '활동', '내용', '비고'],
      group: 'budget',
    }),
  },
  // Without the plan: a name made of references could not be found again in a workbook (see planRows).
  title: (values, { language }) =>
    joinTitle(
      values.code ?? '',
      choiceTitle(indicator, values.indicator, language),
      choiceTitle(quarter, values.quarter, language),
    ),
  partOf: 'plan',
  listFields: ['code', 'plan', 'center', 'indicator', 'target', 'quarter', 'budget'],
  indexes: ['center', 'plan', 'indicator', 'quarter'],
  rules: [
    ofSameCenter('plan', 'plan', { en: 'plan', ko: '연간 계획' }),
    ...agreedRateRules('budget', 'budgetRate', 'budgetRateDate'),
    {
      code: 'PLAN_FIXED',
      level: 'error',
      acrossRecords: true,
      field: 'plan',
      message: {
        en: 'This plan is approved and gets no further targets. Make a new version of it under Plan and budget, and add the target there.',
        ko: '승인된 계획에는 목표를 추가할 수 없습니다. ‘계획·예산’에서 새 판을 만들고 그 판에 목표를 추가하세요.',
      },
      // Only a target that is new to it: those that are there were approved with it.
      broken: ({ plan }, lookup, id) => {
        const stored = id === null ? null : lookup.get('planLine', id);
        if (plan === undefined || (id !== null && (stored === null || stored.values.plan === plan)))
          return false;
        const status = lookup.get('plan', plan)?.values.status;
        return status === 'approved' || status === 'superseded';
      },
    },
    {
      code: 'TARGET_TWICE',
      level: 'warning',
      field: 'indicator',
      message: {
        en: 'The plan has another target for the same indicator and time. Add the two up in one, or change the quarter.',
        ko: '이 계획에 같은 지표와 기간의 목표가 또 있습니다. 하나로 합치거나 분기를 바꾸세요.',
      },
      broken: ({ plan, indicator: own, quarter: time }, lookup, id) =>
        plan !== undefined &&
        own !== undefined &&
        lookup
          .where('planLine', 'plan', plan)
          .some(
            (other) => other.id !== id && other.values.indicator === own && other.values.quarter === time,
          ),
    },
    {
      code: 'SPENT_OVER_BUDGET',
      level: 'warning',
      field: 'budget',
      message: {
        en: 'More was spent on this target ({spent}) than is planned for it ({limit}). Check the entries, or have the plan revised.',
        ko: '이 목표에 집행한 금액({spent})이 계획 예산({limit})을 넘었습니다. 집행 내역을 확인하거나 계획을 변경하세요.',
      },
      // A version that was replaced binds nobody: the one that was approved instead says what may be spent.
      broken: (values, lookup, id) =>
        values.budget !== undefined &&
        targetInsteadOf(lookup, values) === null &&
        spendingOver(values.budget, targetLedgers(lookup, values, id).flat(), values.budgetRate),
    },
  ],
});
