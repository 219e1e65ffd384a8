import type { Label } from '../core/language.ts';
import type { StepKey } from './setUpSteps.ts';

/** The steps of the set-up procedure by name. */
export const stepLabels = {
  relationship: { en: 'Cooperative relationship described', ko: '협력 관계 기술' },
  willingness: { en: 'Willingness of the partner described', ko: '협력국의 의지 기술' },
  strategicDecision: { en: 'Strategic decision', ko: '전략적 결정' },
  highLevelDialogue: { en: 'High-level dialogue', ko: '고위급 면담' },
  mou: { en: 'MoU signed', ko: '양해각서 체결' },
  committee: { en: 'Committee formed', ko: '협력위원회 구성' },
  contentsDecided: { en: 'Contents decided by the committee', ko: '협력위원회의 세부 내용 결정' },
  koreaBudget: { en: 'Korea’s budget entered', ko: '한국 측 예산 입력' },
  partnerBudget: { en: 'Partner’s share settled', ko: '협력국 분담 결정' },
  forum: { en: 'Cooperation forum held', ko: '협력 포럼 개최' },
  operatingPeriod: { en: 'Operating period agreed', ko: '운영 기간 합의' },
  ceremony: { en: 'Opening ceremony held', ko: '개소식 개최' },
  experts: { en: 'Experts dispatched', ko: '전문가 파견' },
  plan: { en: 'Plan approved', ko: '계획 승인' },
  training: { en: 'Capacity building begun', ko: '역량강화 추진' },
  consulting: { en: 'Consulting begun', ko: '컨설팅 추진' },
  partnerShareAgreed: { en: 'Partner’s share agreed', ko: '협력국 분담 합의' },
  closing: { en: 'Closing held', ko: '운영 종료 완료' },
  handover: { en: 'Handed over', ko: '인수인계 완료' },
  decisionsCarriedOut: { en: 'Every decision carried out', ko: '결정 사항 이행 완료' },
  followUp: { en: 'Follow-up by own budget or ODA', ko: '자체 예산·ODA 후속사업' },
} as const satisfies Readonly<Record<StepKey, Label>>;
