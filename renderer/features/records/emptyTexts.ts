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
  deliverable: {
    title: { en: 'No deliverable is entered yet', ko: '아직 등록한 산출물이 없습니다' },
    text: {
      en: 'Here stands what projects hand over, and until when. It is entered with its project, under the tab “Progress”.',
      ko: '과제에서 제출할 산출물과 기한을 등록합니다. 과제의 ‘진행 관리’ 탭에서 추가합니다.',
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
  counterpart: {
    title: { en: 'No counterpart is entered yet', ko: '아직 등록한 협력국 담당자가 없습니다' },
    text: {
      en: 'Here stands who of the partner’s side works with the center, in which role and since when.',
      ko: '협력국 측에서 누가 어떤 역할로 언제부터 센터와 함께 일하는지 등록합니다.',
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
  meeting: {
    title: { en: 'No meeting is entered yet', ko: '아직 등록한 회의가 없습니다' },
    text: {
      en: 'Here belong the meetings of the cooperation committee and its working groups. Enter the next one with its agenda, and add the minutes afterwards.',
      ko: '협력위원회와 실무회의를 등록합니다. 다음 회의를 안건과 함께 등록하고, 회의가 끝나면 결과를 적으세요.',
    },
  },
  decision: {
    title: { en: 'No decision is entered yet', ko: '아직 등록한 결정 사항이 없습니다' },
    text: {
      en: 'Here belongs what a meeting decided, who sees to it and until when. Projects name the decision that they rest on.',
      ko: '회의에서 결정한 내용과 담당자, 기한을 등록합니다. 과제에서 근거가 되는 결정 사항을 선택할 수 있습니다.',
    },
  },
  plan: {
    title: { en: 'No plan is entered yet', ko: '아직 등록한 연간 계획이 없습니다' },
    text: {
      en: 'Here belongs the plan of each year, with its versions and the meeting that approved it. Its targets stand on the next tab.',
      ko: '연도별 계획과 그 변경 판, 승인한 회의를 등록합니다. 세부 목표는 다음 탭에서 등록합니다.',
    },
  },
  planLine: {
    title: { en: 'No target is set yet', ko: '아직 등록한 계획 목표가 없습니다' },
    text: {
      en: 'Here belong the targets of a plan: so many consultations, trainings or trainees, for a quarter or the whole year. What was done is counted from the log.',
      ko: '계획의 목표를 등록합니다. 분기 또는 연간 컨설팅, 연수·교육, 연수생 수 등을 정하면 실적은 활동 기록에서 집계됩니다.',
    },
  },
  budgetEntry: {
    title: { en: 'Nothing is spent yet', ko: '아직 등록한 예산 집행 내역이 없습니다' },
    text: {
      en: 'Here belongs every payment and contribution in kind of both sides, with its exchange rate where it was not in dollars. Add the first one, or receive a workbook.',
      ko: '양측의 지급 내역과 현물 부담을 등록합니다. 달러가 아니면 환율도 적습니다. 첫 내역을 추가하거나 통합 문서를 받으세요.',
    },
  },
  participation: {
    title: { en: 'Nobody is entered by name yet', ko: '아직 이름을 등록한 참가자가 없습니다' },
    text: {
      en: 'Here stands who took part in which training, where names are kept. The number of participants itself belongs to the training.',
      ko: '명단을 관리하는 연수의 참가자를 등록합니다. 참가 인원수는 연수·교육 기록에 적습니다.',
    },
  },
  exchange: {
    title: { en: 'No exchange is logged yet', ko: '아직 기록한 인력 교류가 없습니다' },
    text: {
      en: 'Here belong people of one side who work or study with the other for a time. Dispatched experts are entered as assignments.',
      ko: '일정 기간 상대국에서 일하거나 배우는 인력을 기록합니다. 파견 전문가는 파견·배치에 등록합니다.',
    },
  },
  followUp: {
    title: { en: 'No follow-up is entered yet', ko: '아직 등록한 후속사업이 없습니다' },
    text: {
      en: 'Here belong grants, loans and contracts that grow out of the work of a center, from the first idea on. Each names the records that it grew out of.',
      ko: '센터의 활동에서 이어진 무상원조, 차관, 수출 등을 발굴 단계부터 등록하고, 바탕이 된 기록을 선택합니다.',
    },
  },
  outcome: {
    title: { en: 'No outcome is entered yet', ko: '아직 등록한 대외 성과가 없습니다' },
    text: {
      en: 'Here belong figures that others publish, such as the rank of a country in a survey, each with its year and source.',
      ko: '국가별 순위 등 외부에서 발표한 지표를 연도와 출처와 함께 등록합니다.',
    },
  },
  story: {
    title: { en: 'No story is written yet', ko: '아직 작성한 센터 소식이 없습니다' },
    text: {
      en: 'Here belong short stories for the public, in several languages and with a photo. Headquarters publishes those that are marked so.',
      ko: '대외에 알릴 소식을 여러 언어로 사진과 함께 작성합니다. 본부는 공개 가능으로 표시된 소식만 공개합니다.',
    },
  },
  evidence: {
    title: { en: 'No evidence is entered yet', ko: '아직 등록한 증빙이 없습니다' },
    text: {
      en: 'Here belong minutes, photos, attendance sheets and letters that prove what was done. Records name them in “Evidence files”.',
      ko: '활동을 증명하는 회의록, 사진, 참석자 명부, 공문 등을 등록합니다. 각 기록의 ‘증빙 파일’에서 선택합니다.',
    },
  },
  report: {
    title: { en: 'No report is begun yet', ko: '아직 작성한 보고서가 없습니다' },
    text: {
      en: 'Here belong the reports to headquarters: monthly, quarterly, annual and final ones, from draft to acceptance.',
      ko: '본부에 제출하는 월간·분기·연간·최종 보고서를 작성부터 승인까지 관리합니다.',
    },
  },
  reportStep: {
    title: { en: 'No report was submitted yet', ko: '아직 제출한 보고서가 없습니다' },
    text: {
      en: 'Here stands who submitted, returned or accepted which report, and when. Steps are taken on the page Reports.',
      ko: '보고서를 제출, 반려, 승인한 사람과 일시가 표시됩니다. 처리는 보고서 화면에서 합니다.',
    },
  },
  sealPart: {
    title: { en: 'No report was sealed yet', ko: '아직 봉인한 보고서가 없습니다' },
    text: {
      en: 'Here stands what reports said when they were submitted.',
      ko: '제출 당시의 보고서 내용이 보관됩니다.',
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
