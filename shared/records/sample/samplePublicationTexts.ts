import type { Label } from '../../core/language.ts';
import type { ValuesByType } from '../registry.ts';

export const sampleExchanges: Readonly<Record<'toKorea' | 'fromKorea', readonly Label[]>> = {
  toKorea: [
    { en: 'Studies how a civil petition portal is run', ko: '민원 포털 운영 방식 연수' },
    { en: 'Takes part in drills of the security center', ko: '보안관제센터 훈련 참여' },
    { en: 'Works with the sample agency on data standards', ko: '견본 기관에서 데이터 표준 업무 실습' },
  ],
  fromKorea: [
    { en: 'Reviews the design of the document system on site', ko: '문서유통시스템 설계 현지 검토' },
    { en: 'Helps with the trial run of the petition portal', ko: '민원 포털 시범 운영 지원' },
    { en: 'Works with the host on its catalogue of open data', ko: '수용 기관의 공공데이터 목록 작성 지원' },
  ],
};

export const sampleFollowUps: readonly {
  readonly title: Label;
  readonly type: NonNullable<ValuesByType['followUp']['type']>;
  readonly stage: NonNullable<ValuesByType['followUp']['stage']>;
}[] = [
  {
    title: { en: 'Civil petition portal (sample)', ko: '민원 포털 구축(견본)' },
    type: 'koica',
    stage: 'feasibility',
  },
  {
    title: { en: 'Government data center (sample)', ko: '정부 데이터센터 구축(견본)' },
    type: 'edcf',
    stage: 'conceptPaper',
  },
  {
    title: { en: 'Register exchange, national rollout (sample)', ko: '등록부 연계 전국 확산(견본)' },
    type: 'partnerBudget',
    stage: 'contracted',
  },
];

/** The country’s name is put in. */
export const sampleStories: readonly { readonly title: Label; readonly body: Label }[] = [
  {
    title: { en: 'Two registers talk to each other in {country}', ko: '{country}, 두 등록부를 연결하다' },
    body: {
      en: 'Officials of {country} and experts of the center connected two registers for the first time.\n\nA form that took three visits now takes one. (Invented for the sample.)',
      ko: '{country} 공무원과 센터 전문가가 처음으로 두 등록부를 연결했습니다.\n\n세 번 방문해야 했던 민원이 한 번으로 끝납니다. (견본을 위해 지어낸 글입니다.)',
    },
  },
  {
    title: { en: 'Forty officials complete a course', ko: '공무원 40명 교육과정 수료' },
    body: {
      en: 'For ten days officials of {country} planned their own information project, from the first idea to the request for proposals.\n\n(Invented for the sample.)',
      ko: '{country} 공무원들이 열흘 동안 정보화사업을 발굴부터 제안요청서까지 직접 기획했습니다.\n\n(견본을 위해 지어낸 글입니다.)',
    },
  },
  {
    title: { en: 'A forum on digital services', ko: '디지털 서비스 포럼 개최' },
    body: {
      en: 'Both sides compared how their citizens are served online, and what failed.\n\n(Invented for the sample.)',
      ko: '양측이 온라인 민원 서비스의 성과와 실패 경험을 나누었습니다.\n\n(견본을 위해 지어낸 글입니다.)',
    },
  },
];

export const sampleReportTexts = {
  summary: {
    en: 'The work went as planned; one training moved to the next period.',
    ko: '계획대로 추진하였으며, 연수 1건은 다음 기간으로 옮겼습니다.',
  },
  achievements: {
    en: 'Advice on the master plan was adopted, and the pilot went into operation.',
    ko: '기본계획 자문이 반영되었고 시범사업이 운영을 시작하였습니다.',
  },
  problems: {
    en: 'The counterpart changed twice, and introductions took time.',
    ko: '협력국 담당관이 두 차례 바뀌어 업무 인계에 시간이 걸렸습니다.',
  },
  nextSteps: { en: 'Prepare the committee and the forum.', ko: '위원회와 포럼을 준비합니다.' },
  returnNote: {
    en: 'Please add the attendance of the seminar and its evidence.',
    ko: '세미나 참석 인원과 증빙을 보완해 주시기 바랍니다.',
  },
} as const satisfies Readonly<Record<string, Label>>;
