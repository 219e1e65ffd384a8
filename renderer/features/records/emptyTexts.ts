import type { Label } from '../../../shared/core/language.ts';

export interface EmptyText {
  readonly title: Label;
  readonly text: Label;
}

const byType: Readonly<Record<string, EmptyText>> = {
  consultation: {
    title: { en: 'No consultation is logged yet', ko: '아직 기록한 컨설팅이 없습니다' },
    text: {
      en: 'Here belongs every piece of advice that experts give: who asked, what was answered, what came of it. Log the first one with Ctrl+N, or receive a workbook.',
      ko: '전문가가 제공한 자문을 모두 기록합니다. 누가 무엇을 묻고 어떻게 답했는지, 결과가 어떠했는지 적습니다. Ctrl+N으로 첫 기록을 추가하거나 통합 문서를 받으세요.',
    },
  },
  training: {
    title: { en: 'No training is logged yet', ko: '아직 기록한 연수·교육이 없습니다' },
    text: {
      en: 'Here belong invitational and local trainings with their participants. Add the first one, or receive a workbook.',
      ko: '초청연수와 현지연수, 그 참가 인원을 기록합니다. 첫 기록을 추가하거나 통합 문서를 받으세요.',
    },
  },
  event: {
    title: { en: 'No event is logged yet', ko: '아직 기록한 행사가 없습니다' },
    text: {
      en: 'Here belong workshops, seminars, forums and delegations. Add the first one, or receive a workbook.',
      ko: '워크숍, 세미나, 포럼, 사절단 행사를 기록합니다. 첫 기록을 추가하거나 통합 문서를 받으세요.',
    },
  },
  project: {
    title: { en: 'No joint project is entered yet', ko: '아직 등록한 공동협력과제가 없습니다' },
    text: {
      en: 'Here belong the joint projects of the center. Enter one as soon as it is proposed; it counts from “Running” on.',
      ko: '센터의 공동협력과제를 등록합니다. 제안 단계부터 등록하고, ‘진행 중’부터 실적에 집계됩니다.',
    },
  },
  person: {
    title: { en: 'Nobody is entered yet', ko: '아직 등록한 인물이 없습니다' },
    text: {
      en: 'Here belong experts, officials and trainers. They can also be added while logging a consultation.',
      ko: '전문가, 공무원, 강사를 등록합니다. 컨설팅을 기록하면서 바로 추가할 수도 있습니다.',
    },
  },
  organization: {
    title: { en: 'No organization is entered yet', ko: '아직 등록한 기관이 없습니다' },
    text: {
      en: 'Here belong ministries, agencies and other bodies of both sides. They can also be added while logging a consultation.',
      ko: '양국의 부처, 전문기관 등을 등록합니다. 컨설팅을 기록하면서 바로 추가할 수도 있습니다.',
    },
  },
  assignment: {
    title: { en: 'No assignment is entered yet', ko: '아직 등록한 파견·배치가 없습니다' },
    text: {
      en: 'Here stands who works at the center, as what and for how long. Enter the head of center first.',
      ko: '누가 어떤 역할로 얼마 동안 센터에서 일하는지 등록합니다. 센터장부터 등록하세요.',
    },
  },
  milestone: {
    title: { en: 'No milestone is entered yet', ko: '아직 등록한 주요 단계가 없습니다' },
    text: {
      en: 'Here belong the steps in the life of the center, from the strategic decision to the handover.',
      ko: '전략적 결정부터 이관까지 센터의 주요 단계를 등록합니다.',
    },
  },
  center: {
    title: { en: 'No center is entered yet', ko: '아직 등록한 센터가 없습니다' },
    text: {
      en: 'Here belong the cooperation centers of the programme. Add one, or receive the consolidated workbook.',
      ko: '사업의 협력센터를 등록합니다. 센터를 추가하거나 취합된 통합 문서를 받으세요.',
    },
  },
  baseline: {
    title: { en: 'No baseline is entered yet', ko: '아직 등록한 기준 실적이 없습니다' },
    text: {
      en: 'Here belong published figures with their source; the history table adds the logged records to them.',
      ko: '공표된 실적과 그 출처를 등록합니다. 실적 표에서 기록한 실적과 합산됩니다.',
    },
  },
};

const other: EmptyText = {
  title: { en: 'Nothing is here yet', ko: '아직 기록이 없습니다' },
  text: {
    en: 'Add the first record, or receive a workbook.',
    ko: '첫 기록을 추가하거나 통합 문서를 받으세요.',
  },
};

export const emptyText = (type: string): EmptyText => byType[type] ?? other;
