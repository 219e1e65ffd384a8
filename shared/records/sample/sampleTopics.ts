import type { Label } from '../../core/language.ts';
import type { ValuesByType } from '../registry.ts';

type Field = NonNullable<ValuesByType['consultation']['field']>;

export interface SampleTopic {
  readonly field: Field;
  readonly topic: Label;
  readonly question: Label;
  readonly advice: Label;
  readonly nextAction: Label;
}

/** What experts advised on; an expert writes in one of the two languages. */
export const sampleTopics: readonly SampleTopic[] = [
  {
    field: 'strategy',
    topic: { en: 'Priorities of the e-government master plan', ko: '전자정부 기본계획의 우선순위' },
    question: {
      en: 'Which of the forty proposed tasks should be started in the first two years?',
      ko: '제안된 40개 과제 가운데 처음 2년 동안 무엇부터 시작해야 합니까?',
    },
    advice: {
      en: 'Start with the registers that other services build on, fund them for three years and name one owner each.',
      ko: '다른 서비스의 기반이 되는 등록부부터 시작하고, 3년 예산을 확보한 뒤 과제마다 책임 기관을 한 곳씩 지정하도록 권고했습니다.',
    },
    nextAction: { en: 'Send the task scoring sheet', ko: '과제 평가표 송부' },
  },
  {
    field: 'law',
    topic: { en: 'Draft law on electronic documents', ko: '전자문서법 초안 검토' },
    question: {
      en: 'When is an electronic document equal to paper, and who keeps the original?',
      ko: '전자문서는 언제 종이 문서와 같은 효력을 가지며 원본은 누가 보관합니까?',
    },
    advice: {
      en: 'Define the legal effect by function rather than technology, and leave retention periods to a decree.',
      ko: '기술이 아니라 기능을 기준으로 법적 효력을 정의하고, 보존 기간은 하위 법령에 두도록 권고했습니다.',
    },
    nextAction: { en: 'Comment on articles 12 to 20', ko: '제12조~제20조 검토 의견 제출' },
  },
  {
    field: 'infrastructure',
    topic: { en: 'Consolidating the ministries’ server rooms', ko: '부처 전산실 통합' },
    question: {
      en: 'How can eleven server rooms be moved into one data center without stopping services?',
      ko: '서비스를 멈추지 않고 11개 전산실을 하나의 데이터센터로 옮기려면 어떻게 해야 합니까?',
    },
    advice: {
      en: 'Move in four waves, least critical first, with a rehearsed way back after each wave.',
      ko: '중요도가 낮은 것부터 네 차례로 나누어 옮기고, 차수마다 원복 절차를 미리 훈련하도록 권고했습니다.',
    },
    nextAction: { en: 'Review the inventory of systems', ko: '시스템 현황 조사표 검토' },
  },
  {
    field: 'publicServices',
    topic: { en: 'One portal for civil petitions', ko: '민원 통합 포털' },
    question: {
      en: 'Which services should the portal offer on its first day?',
      ko: '포털을 열 때 어떤 민원 서비스를 먼저 제공해야 합니까?',
    },
    advice: {
      en: 'Ten services that make up two thirds of all counter visits; publish their waiting times from the first day.',
      ko: '창구 방문의 3분의 2를 차지하는 10종 민원부터 제공하고, 처리 기간을 첫날부터 공개하도록 권고했습니다.',
    },
    nextAction: { en: 'Prepare the list of ten services', ko: '우선 민원 10종 목록 작성' },
  },
  {
    field: 'administration',
    topic: { en: 'Electronic approval in the ministry', ko: '부처 전자결재 도입' },
    question: {
      en: 'Should electronic approval replace paper at once or step by step?',
      ko: '전자결재를 한 번에 도입해야 합니까, 단계적으로 도입해야 합니까?',
    },
    advice: {
      en: 'Step by step, one department a month, and stop printing where it has been introduced.',
      ko: '한 달에 한 부서씩 단계적으로 도입하고, 도입한 부서에서는 출력을 중단하도록 권고했습니다.',
    },
    nextAction: { en: 'Visit the pilot department', ko: '시범 부서 방문' },
  },
  {
    field: 'identity',
    topic: { en: 'Signature certificates for officials', ko: '공무원 전자서명 인증서' },
    question: {
      en: 'Who should issue certificates to officials, and on which medium?',
      ko: '공무원 인증서는 누가 어떤 매체로 발급해야 합니까?',
    },
    advice: {
      en: 'One government authority; cards for signing, phones for logging in.',
      ko: '정부 인증기관 한 곳에서 발급하고, 서명은 카드로, 로그인은 휴대전화로 하도록 권고했습니다.',
    },
    nextAction: { en: 'Share the certificate policy', ko: '인증서 정책 문서 공유' },
  },
  {
    field: 'data',
    topic: { en: 'Exchange of data between registers', ko: '등록부 간 데이터 연계' },
    question: {
      en: 'How can two registers exchange data when their identifiers differ?',
      ko: '식별자가 서로 다른 등록부 사이에서 데이터를 어떻게 연계합니까?',
    },
    advice: {
      en: 'Map identifiers in one place, log every query and let citizens see who asked.',
      ko: '식별자 대응표를 한 곳에서 관리하고, 모든 조회를 기록하여 국민이 확인할 수 있게 하도록 권고했습니다.',
    },
    nextAction: { en: 'Agree on the log format', ko: '조회 기록 형식 협의' },
  },
  {
    field: 'security',
    topic: { en: 'Incident response for government networks', ko: '정부망 침해사고 대응' },
    question: {
      en: 'What is needed to answer an incident within one hour?',
      ko: '침해사고에 한 시간 안에 대응하려면 무엇이 필요합니까?',
    },
    advice: {
      en: 'A duty roster, a call list on paper and two drills a year before any new software.',
      ko: '새 소프트웨어보다 먼저 당직 체계와 종이로 된 비상연락망을 갖추고 연 2회 훈련하도록 권고했습니다.',
    },
    nextAction: { en: 'Plan the first drill', ko: '1차 훈련 계획 수립' },
  },
  {
    field: 'local',
    topic: { en: 'Tax notices of the municipality', ko: '지방세 고지 정보화' },
    question: {
      en: 'How can the city send tax notices without a complete address register?',
      ko: '주소 등록부가 완전하지 않은데 지방세 고지서를 어떻게 보냅니까?',
    },
    advice: {
      en: 'Let payers confirm their address when they pay, and correct the register from there.',
      ko: '납부할 때 납세자가 주소를 확인하게 하고, 그 결과로 등록부를 바로잡도록 권고했습니다.',
    },
    nextAction: { en: 'Draft the confirmation form', ko: '주소 확인 서식 초안 작성' },
  },
  {
    field: 'capacity',
    topic: { en: 'Training plan for information officers', ko: '정보화 담당자 교육 계획' },
    question: {
      en: 'What should an information officer be able to do after one year?',
      ko: '정보화 담당자는 1년 뒤 무엇을 할 수 있어야 합니까?',
    },
    advice: {
      en: 'Write a request for proposals, read a cost table and lead a review meeting.',
      ko: '제안요청서를 쓰고, 비용표를 읽고, 검토 회의를 이끌 수 있어야 한다고 답했습니다.',
    },
    nextAction: { en: 'Propose three course outlines', ko: '교육과정안 3건 제안' },
  },
  {
    field: 'emerging',
    topic: { en: 'Answering citizens’ questions with AI', ko: '인공지능 민원 상담' },
    question: {
      en: 'Can an assistant answer citizens’ questions reliably enough?',
      ko: '인공지능 상담을 믿고 맡길 수 있습니까?',
    },
    advice: {
      en: 'Only from approved texts, with the source shown, and a person for everything else.',
      ko: '승인된 문서만 근거로 출처와 함께 답하게 하고, 그 밖의 질문은 담당자가 받도록 권고했습니다.',
    },
    nextAction: { en: 'Choose the texts for a trial', ko: '시범 적용 문서 선정' },
  },
];

export const sampleProjects: readonly {
  readonly field: Field;
  readonly kind: NonNullable<ValuesByType['project']['kind']>;
  readonly title: Label;
  readonly deliverables: Label;
  readonly result: Label;
}[] = [
  {
    field: 'strategy',
    kind: 'masterPlan',
    title: { en: 'e-Government master plan', ko: '전자정부 기본계획 수립' },
    deliverables: { en: 'Master plan, road map, cost table', ko: '기본계획서, 이행 로드맵, 소요 예산표' },
    result: {
      en: 'Adopted by the cabinet as the national plan.',
      ko: '내각에서 국가 계획으로 채택되었습니다.',
    },
  },
  {
    field: 'publicServices',
    kind: 'feasibility',
    title: { en: 'Feasibility of a civil petition portal', ko: '민원 포털 타당성조사' },
    deliverables: { en: 'Feasibility report, concept paper', ko: '타당성조사 보고서, 사업제안서' },
    result: { en: 'A concept paper was handed to a donor.', ko: '공여기관에 사업제안서를 제출했습니다.' },
  },
  {
    field: 'data',
    kind: 'pilot',
    title: { en: 'Pilot of data exchange between registers', ko: '등록부 간 데이터 연계 시범사업' },
    deliverables: { en: 'Two connected registers, operating manual', ko: '연계된 등록부 2종, 운영 지침서' },
    result: {
      en: 'Two registers exchange data every day.',
      ko: '두 등록부가 매일 데이터를 주고받고 있습니다.',
    },
  },
  {
    field: 'security',
    kind: 'jointResearch',
    title: { en: 'Joint research on incident response', ko: '침해사고 대응 공동연구' },
    deliverables: { en: 'Research report, drill scenarios', ko: '연구 보고서, 훈련 시나리오' },
    result: {
      en: 'The scenarios are used in yearly drills.',
      ko: '시나리오를 연례 훈련에 활용하고 있습니다.',
    },
  },
  {
    field: 'law',
    kind: 'lawOrPolicy',
    title: { en: 'Law on electronic documents', ko: '전자문서 법제 정비' },
    deliverables: { en: 'Draft law with reasons', ko: '법률안과 제안 이유서' },
    result: { en: 'The draft passed its first reading.', ko: '법률안이 1차 심의를 통과했습니다.' },
  },
];

export const sampleTrainings: readonly { readonly field: Field; readonly title: Label }[] = [
  { field: 'capacity', title: { en: 'Leadership in digital government', ko: '디지털정부 리더십 과정' } },
  { field: 'administration', title: { en: 'Planning information projects', ko: '정보화사업 기획 과정' } },
  { field: 'data', title: { en: 'Data management in the public sector', ko: '공공데이터 관리 과정' } },
  { field: 'security', title: { en: 'Basics of information security', ko: '정보보호 기초 과정' } },
  { field: 'publicServices', title: { en: 'Designing public services', ko: '공공서비스 설계 과정' } },
];

export const sampleEvents: readonly {
  readonly kind: NonNullable<ValuesByType['event']['kind']>;
  readonly title: Label;
}[] = [
  { kind: 'workshop', title: { en: 'Workshop on interoperability', ko: '상호운용성 워크숍' } },
  { kind: 'seminar', title: { en: 'Seminar on open data', ko: '공공데이터 세미나' } },
  { kind: 'forum', title: { en: 'Cooperation forum', ko: '협력 포럼' } },
  { kind: 'delegation', title: { en: 'Visit of a delegation', ko: '사절단 방문' } },
  { kind: 'roadshow', title: { en: 'Roadshow of digital services', ko: '디지털 서비스 로드쇼' } },
];
