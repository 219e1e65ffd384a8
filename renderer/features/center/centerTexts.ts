import { defineTexts } from '../../i18n/texts.ts';

export const centerTexts = defineTexts('centerLife', {
  title: { en: 'Life of the center', ko: '센터 운영 단계' },
  choose: { en: 'Center', ko: '센터' },
  edit: { en: 'Edit the center', ko: '센터 정보 수정' },
  addMilestone: { en: 'Add a milestone', ko: '주요 단계 추가' },
  facts: { en: 'Facts', ko: '기본 정보' },
  unknown: { en: 'not entered', ko: '미입력' },
  sample: { en: 'Sample', ko: '예시' },
  stages: { en: 'The four stages', ko: '사업의 네 단계' },
  past: { en: 'behind', ko: '지난 단계' },
  present: { en: 'now', ko: '현재 단계' },
  ahead: { en: 'ahead', ko: '다음 단계' },
  selectionText: {
    en: 'Strategic decision on the basis of the cooperative relationship and the partner’s willingness, and a high-level dialogue.',
    ko: '협력 관계와 협력국의 의지 등을 바탕으로 전략적으로 결정하고 고위급 면담을 진행합니다.',
  },
  openingText: {
    en: 'The MoU is signed, the cooperation committee decides the details, and a cooperation forum is held.',
    ko: '양해각서를 체결하고 협력위원회가 세부 내용을 결정하며 협력 포럼을 개최합니다.',
  },
  operationText: {
    en: 'Three years as a rule: one million dollars from Korea, a share of the partner to be discussed, experts, capacity building, consulting.',
    ko: '보통 3년간 운영합니다. 한국 정부가 100만 달러를 부담하고 협력국 분담은 협의하며 전문가 파견, 역량강화, 컨설팅을 추진합니다.',
  },
  afterClosureText: {
    en: 'The partnership goes on with the partner’s own budget or ODA.',
    ko: '협력국 자체 예산이나 ODA 예산을 활용하여 협력 관계를 발전시킵니다.',
  },
  noMilestones: { en: 'No milestone entered.', ko: '입력된 주요 단계가 없습니다.' },
  done: { en: 'Done', ko: '완료' },
  overdue: { en: 'Overdue', ko: '기한 지남' },
  open: { en: 'Planned', ko: '예정' },
  cancelled: { en: 'Cancelled', ko: '취소' },
  undated: { en: 'no date', ko: '날짜 없음' },
  doneFrom: { en: 'planned for {date}', ko: '예정일 {date}' },
  countdown: { en: 'End of operation', ko: '운영 종료까지' },
  daysLeft: { en: { one: '{count} day left', other: '{count} days left' }, ko: '{count}일 남음' },
  until: { en: 'Operation until {date}', ko: '운영 종료일 {date}' },
  gone: { en: '{percent}% of the operating period has gone by', ko: '운영 기간의 {percent}% 경과' },
  startsIn: {
    en: { one: 'Operation starts in {count} day', other: 'Operation starts in {count} days' },
    ko: '운영 시작까지 {count}일',
  },
  startsOn: { en: 'First day: {date}', ko: '운영 시작일 {date}' },
  ended: { en: 'Operation ended', ko: '운영 종료' },
  endedOn: { en: 'Last day: {date}', ko: '마지막 날 {date}' },
  noPeriod: {
    en: 'The operating period is not entered yet. Enter its first and last day, and the days left are counted here.',
    ko: '운영 기간이 아직 입력되지 않았습니다. 시작일과 종료일을 입력하면 남은 일수가 표시됩니다.',
  },
  statusUnknown: {
    en: 'The center’s status is still to be confirmed, so no stage is marked as the present one. Edit the center to set it.',
    ko: '센터 상태가 확인되지 않아 현재 단계를 표시할 수 없습니다. 센터 정보에서 상태를 선택하세요.',
  },
  noneTitle: { en: 'No center chosen', ko: '선택된 센터가 없습니다' },
  noneText: {
    en: 'This page follows one center from the country selection to the time after its closure. Add a center to begin, or choose another workspace under Settings.',
    ko: '국가 선정부터 종료 이후까지 한 센터의 전 과정을 보여 주는 화면입니다. 센터를 추가하거나 설정에서 작업 공간을 바꾸세요.',
  },
  addCenter: { en: 'Add a center', ko: '센터 추가' },
});
