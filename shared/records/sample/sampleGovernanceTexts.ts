import type { Label } from '../../core/language.ts';
import type { ValuesByType } from '../registry.ts';

export const sampleAgendas: readonly { readonly agenda: Label; readonly minutes: Label }[] = [
  {
    agenda: { en: 'Plan of the year\nJoint projects\nBudget', ko: '연간 계획\n공동협력과제\n예산' },
    minutes: {
      en: 'The plan was approved with one change: the pilot begins a quarter later.',
      ko: '시범사업 착수를 한 분기 늦추는 것으로 수정하여 연간 계획을 승인하였습니다.',
    },
  },
  {
    agenda: {
      en: 'Progress of projects\nTrainings of the next half-year',
      ko: '과제 추진 현황\n다음 반기 연수 계획',
    },
    minutes: {
      en: 'Two projects are on time. The trainings move to autumn, after the budget law.',
      ko: '과제 2건은 일정대로 추진 중이며, 연수는 예산법 처리 이후인 가을로 옮기기로 하였습니다.',
    },
  },
  {
    agenda: { en: 'Premises and staff\nCooperation forum', ko: '사무 공간과 인력\n협력 포럼' },
    minutes: {
      en: 'The partner provides two more rooms. The forum takes place with the ministry as co-host.',
      ko: '협력국이 사무실 2개를 추가로 제공하고, 포럼은 부처와 공동으로 개최하기로 하였습니다.',
    },
  },
];

export const sampleDecisions: readonly Label[] = [
  {
    en: 'The master plan project begins with the next quarter.',
    ko: '기본계획 수립 과제를 다음 분기에 착수한다.',
  },
  { en: 'The partner names a counterpart for each project.', ko: '협력국은 과제별 담당관을 지정한다.' },
  {
    en: 'Results of the pilot are put to the committee before it is extended.',
    ko: '시범사업 확대 전에 결과를 위원회에 보고한다.',
  },
  {
    en: 'Training places are shared equally between ministries and municipalities.',
    ko: '연수 인원은 부처와 지방정부에 균등하게 배정한다.',
  },
  {
    en: 'The draft law is reviewed jointly within six weeks.',
    ko: '법률 초안을 6주 안에 공동으로 검토한다.',
  },
  {
    en: 'The center publishes its deliverables in both languages.',
    ko: '센터의 산출물을 양국 언어로 공개한다.',
  },
];

export const sampleTargets: readonly {
  readonly indicator: NonNullable<ValuesByType['planLine']['indicator']>;
  readonly from: number;
  readonly to: number;
  readonly quarter: NonNullable<ValuesByType['planLine']['quarter']> | null;
  readonly notes: Label;
}[] = [
  {
    indicator: 'consultations',
    from: 12,
    to: 30,
    quarter: null,
    notes: { en: 'Policy advice to ministries', ko: '부처 정책 자문' },
  },
  {
    indicator: 'trainings',
    from: 3,
    to: 8,
    quarter: null,
    notes: { en: 'Invitational and local trainings', ko: '초청·현지 연수' },
  },
  {
    indicator: 'trainees',
    from: 60,
    to: 150,
    quarter: null,
    notes: { en: 'Officials of both levels', ko: '중앙·지방 공무원' },
  },
  {
    indicator: 'events',
    from: 3,
    to: 8,
    quarter: null,
    notes: { en: 'Workshops and the yearly forum', ko: '워크숍과 연례 포럼' },
  },
  {
    indicator: 'runningProjects',
    from: 2,
    to: 4,
    quarter: null,
    notes: { en: 'Joint projects', ko: '공동협력과제' },
  },
  {
    indicator: 'adoptionRate',
    from: 30,
    to: 60,
    quarter: null,
    notes: { en: 'Advice that is put into practice', ko: '자문 반영' },
  },
  {
    indicator: 'consultations',
    from: 3,
    to: 8,
    quarter: 'q1',
    notes: { en: 'First quarter', ko: '1분기 자문' },
  },
  { indicator: 'trainings', from: 1, to: 3, quarter: 'q3', notes: { en: 'Summer courses', ko: '하계 과정' } },
];

export const samplePurchases: readonly {
  readonly category: NonNullable<ValuesByType['budgetEntry']['category']>;
  readonly description: Label;
}[] = [
  {
    category: 'dispatch',
    description: { en: 'Allowance of the dispatched expert', ko: '파견 전문가 체재비' },
  },
  { category: 'personnel', description: { en: 'Salary of the local staff', ko: '현지 직원 급여' } },
  {
    category: 'training',
    description: { en: 'Rooms and material of a training', ko: '연수 장소 임차 및 교재' },
  },
  { category: 'event', description: { en: 'Interpretation at a workshop', ko: '워크숍 통역' } },
  { category: 'project', description: { en: 'Study for a joint project', ko: '공동협력과제 연구용역' } },
  { category: 'equipment', description: { en: 'Laptops for the center', ko: '센터 노트북 구입' } },
  { category: 'operation', description: { en: 'Office of the center', ko: '센터 사무실 운영' } },
  { category: 'travel', description: { en: 'Flights of a delegation', ko: '대표단 항공료' } },
];
