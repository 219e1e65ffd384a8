import {
  choice,
  country,
  date,
  integer,
  longText,
  money,
  number,
  ref,
  refs,
  text,
} from '../schema/fields.ts';
import { agreedRate, agreedRateDate } from './agreedRate.ts';
import { reportDuty } from './reportDuty.ts';

const koreaBudgetLabel = { en: 'Korea’s budget', ko: '한국 측 예산' };
const partnerBudgetLabel = { en: 'Partner’s budget', ko: '협력국 예산' };

/** The fields of a center, in the order of the programme's set-up procedure. */
export const centerFields = {
  code: text({
    label: { en: 'Code', ko: '센터 코드' },
    help: { en: 'Short and unique, for example BG10.', ko: '짧고 겹치지 않게 적으세요. 예: BG10' },
    required: true,
    aliases: ['center code', 'ID code', '코드', '센터코드'],
    maxLength: 12,
    width: 10,
    sensitivity: 'public',
    group: 'identity',
  }),
  programme: choice({
    label: { en: 'Programme', ko: '사업' },
    help: {
      en: 'The name under which the center was founded.',
      ko: '센터가 설립될 당시의 사업 명칭을 선택하세요.',
    },
    required: true,
    aliases: ['program', 'programme name', '사업명', '사업 구분'],
    choices: [
      {
        value: 'itcc',
        label: { en: 'IT Cooperation Center (ITCC)', ko: '정보통신협력센터(ITCC)' },
        aliases: ['ITCC'],
      },
      {
        value: 'egcc',
        label: { en: 'e-Government Cooperation Center (eGCC)', ko: '전자정부협력센터(eGCC)' },
        aliases: ['eGCC', 'e-GCC', 'e-Government Cooperation Center', '전자정부협력센터'],
      },
      {
        value: 'dgcc',
        label: { en: 'Digital Government Cooperation Center (DGCC)', ko: '디지털정부협력센터(DGCC)' },
        aliases: ['DGCC', 'Digital Government Cooperation Center', '디지털정부협력센터'],
      },
    ],
    width: 30,
    sensitivity: 'public',
    group: 'identity',
  }),
  country: country({
    label: { en: 'Partner country', ko: '협력국' },
    help: {
      en: 'The country that runs the center with Korea.',
      ko: '한국과 센터를 함께 운영하는 국가입니다.',
    },
    required: true,
    aliases: ['country', 'partner', '국가', '협력 국가', '상대국', '국가명'],
    sensitivity: 'public',
    group: 'identity',
  }),
  phase: integer({
    label: { en: 'Phase', ko: '차수' },
    help: {
      en: '1 for the country’s first center, 2 for its second.',
      ko: '해당 국가의 첫 번째 센터는 1, 두 번째 센터는 2입니다.',
    },
    required: true,
    aliases: ['round', 'term', '단계', '기수'],
    min: 1,
    max: 20,
    sensitivity: 'public',
    group: 'identity',
  }),
  since: integer({
    label: { en: 'Opening year', ko: '개소 연도' },
    help: {
      en: 'The year in the center’s label, as in Korea-Bulgaria(’10).',
      ko: '한-불가리아(’10)처럼 센터 이름에 붙는 연도입니다.',
    },
    aliases: ['since', 'year', 'year opened', 'founded', '연도', '개소연도', '설립 연도'],
    year: true,
    min: 1990,
    max: 2200,
    sensitivity: 'public',
    group: 'identity',
  }),
  status: choice({
    label: { en: 'Status', ko: '상태' },
    help: {
      en: 'Where the center stands now in the programme’s four stages.',
      ko: '사업의 네 단계 가운데 센터의 현재 상태를 선택하세요.',
    },
    required: true,
    aliases: ['stage', 'state', '현황', '진행 상태', '운영 상태'],
    choices: [
      {
        value: 'selection',
        label: { en: 'Country selection', ko: '국가 선정' },
        aliases: ['selection', '선정'],
      },
      { value: 'opening', label: { en: 'Opening', ko: '개소 준비' }, aliases: ['set-up', 'setup', '개소'] },
      {
        value: 'operating',
        label: { en: 'Operating', ko: '운영 중' },
        aliases: ['operation', 'running', 'active', '운영'],
      },
      { value: 'extended', label: { en: 'Extended', ko: '연장 운영' }, aliases: ['extension', '연장'] },
      { value: 'closed', label: { en: 'Closed', ko: '운영 종료' }, aliases: ['closure', 'ended', '종료'] },
      {
        value: 'followUp',
        label: { en: 'Follow-up after closure', ko: '종료 후 후속협력' },
        aliases: ['follow-up', 'followup', 'after closure', '후속', '후속협력', '후속사업'],
      },
      {
        value: 'unconfirmed',
        label: { en: 'To be confirmed', ko: '확인 필요' },
        aliases: ['unknown', 'tbc', '미확인'],
      },
    ],
    initial: 'selection',
    sensitivity: 'public',
    group: 'identity',
  }),
  source: longText({
    label: { en: 'Source of these details', ko: '정보 출처' },
    help: {
      en: 'The document or page from which the details were taken.',
      ko: '이 정보를 가져온 문서나 페이지를 적으세요.',
    },
    aliases: ['reference', 'source', '출처', '근거'],
    maxLength: 1000,
    sensitivity: 'public',
    group: 'identity',
  }),
  relationship: longText({
    label: { en: 'Cooperative relationship', ko: '협력 관계' },
    help: {
      en: 'What speaks for the country: past cooperation, agreements, shared interests.',
      ko: '기존 협력, 협정, 공동 관심사 등 선정의 근거가 되는 협력 관계를 적으세요.',
    },
    aliases: ['relationship', 'cooperation relationship', '협력관계'],
    group: 'selection',
  }),
  willingness: longText({
    label: { en: 'Willingness of the partner', ko: '협력국의 의지' },
    help: {
      en: 'How the partner has shown that it wants the center: letters, budget, staff, premises.',
      ko: '공문, 예산, 인력, 공간 등 협력국이 보인 추진 의지를 적으세요.',
    },
    aliases: ['willingness', 'commitment', '추진 의지', '의지'],
    group: 'selection',
  }),
  selectionNotes: longText({
    label: { en: 'Notes on the selection', ko: '선정 관련 메모' },
    help: { en: 'Anything else that led to the decision.', ko: '그 밖에 선정에 영향을 준 내용을 적으세요.' },
    aliases: ['selection notes', 'selection', '선정 메모', '선정 비고'],
    group: 'selection',
  }),
  mouSignedOn: date({
    label: { en: 'MoU signed on', ko: '양해각서 체결일' },
    help: {
      en: 'The day on which both governments signed the memorandum of understanding.',
      ko: '양국 정부가 양해각서(MoU)를 체결한 날입니다.',
    },
    aliases: ['MoU date', 'MoU', 'date of MoU', 'memorandum', 'MOU 체결일', 'MOU', '양해각서'],
    sensitivity: 'public',
    group: 'agreement',
  }),
  openedOn: date({
    label: { en: 'Opened on', ko: '개소일' },
    help: { en: 'The day of the opening ceremony.', ko: '개소식을 연 날입니다.' },
    aliases: ['opening date', 'opening ceremony', 'date of opening', '개소식', '개소 일자'],
    sensitivity: 'public',
    group: 'agreement',
  }),
  operationStart: date({
    label: { en: 'Operation from', ko: '운영 시작일' },
    help: {
      en: 'First day of the operating period; activities before it are asked for a reason.',
      ko: '운영 기간의 첫날입니다. 그 전의 활동에는 사유를 적어야 합니다.',
    },
    aliases: ['operation start', 'start of operation', 'start', '운영 시작', '운영개시일', '시작일'],
    sensitivity: 'public',
    group: 'agreement',
  }),
  operationEnd: date({
    label: { en: 'Operation until', ko: '운영 종료일' },
    help: {
      en: 'Last day of the operating period as agreed first, usually three years after its start.',
      ko: '당초 합의한 운영 기간의 마지막 날입니다. 보통 시작 후 3년입니다.',
    },
    aliases: ['operation end', 'end of operation', 'end', '운영 종료', '운영만료일', '종료일'],
    sensitivity: 'public',
    group: 'agreement',
  }),
  extendedUntil: date({
    label: { en: 'Extended until', ko: '연장 종료일' },
    help: {
      en: 'Last day after all extensions; empty when the center was not extended.',
      ko: '연장을 모두 반영한 마지막 날입니다. 연장하지 않았으면 비워 두세요.',
    },
    aliases: ['extension end', 'extended to', '연장 만료일', '연장일'],
    sensitivity: 'public',
    group: 'agreement',
  }),
  extensions: longText({
    label: { en: 'Extensions', ko: '연장 내용' },
    help: { en: 'Who extended the center, when and why.', ko: '누가 언제 왜 연장했는지 적으세요.' },
    aliases: ['extension', 'extension notes', '연장', '연장 사유'],
    group: 'agreement',
  }),
  koreaBudget: money({
    label: koreaBudgetLabel,
    help: {
      en: 'What the Korean government contributes in all, usually one million US dollars.',
      ko: '한국 정부가 부담하는 총액입니다. 보통 미화 100만 달러입니다.',
    },
    aliases: ['Korean budget', 'budget Korea', 'Korea budget', '한국 예산', '한국측 예산', '우리 측 예산'],
    defaultCurrency: 'USD',
    initial: { amount: 1_000_000, currency: 'USD' },
    group: 'budget',
  }),
  koreaBudgetRate: agreedRate({
    of: koreaBudgetLabel,
    aliases: ['rate of the Korean budget', '한국 예산 환율'],
    since: 2,
  }),
  koreaBudgetRateDate: agreedRateDate({
    of: koreaBudgetLabel,
    aliases: ['date of the Korean budget’s rate', '한국 예산 환율 기준일'],
    since: 2,
  }),
  partnerBudgetStatus: choice({
    label: { en: 'Partner’s contribution', ko: '협력국 분담 협의' },
    help: {
      en: 'Whether the partner’s contribution is agreed or still to be discussed.',
      ko: '협력국의 분담이 합의되었는지, 아직 협의해야 하는지 선택하세요.',
    },
    aliases: ['partner contribution', 'partner budget status', '협력국 분담', '분담 협의'],
    choices: [
      { value: 'agreed', label: { en: 'Agreed', ko: '합의됨' }, aliases: ['fixed', '합의', '확정'] },
      {
        value: 'toBeDiscussed',
        label: { en: 'To be discussed', ko: '협의 예정' },
        aliases: ['tbd', 'open', 'not agreed', '협의 필요', '협의 중', '미정'],
      },
    ],
    group: 'budget',
  }),
  partnerBudget: money({
    label: partnerBudgetLabel,
    help: {
      en: 'What the partner contributes in all; in kind: its estimated value.',
      ko: '협력국이 부담하는 총액입니다. 현물이면 환산 금액을 적으세요.',
    },
    aliases: ['partner budget', 'budget partner', '협력국 측 예산', '상대국 예산'],
    group: 'budget',
  }),
  partnerBudgetRate: agreedRate({
    of: partnerBudgetLabel,
    aliases: ['rate of the partner budget', '협력국 측 예산 환율'],
    since: 2,
  }),
  partnerBudgetRateDate: agreedRateDate({
    of: partnerBudgetLabel,
    aliases: ['date of the partner budget’s rate', '협력국 측 예산 환율 기준일'],
    since: 2,
  }),
  partnerBudgetForm: choice({
    label: { en: 'Form of the contribution', ko: '분담 방식' },
    help: {
      en: 'Money, goods and premises, or both.',
      ko: '현금, 현물(물품·공간 등) 또는 둘 다인지 선택하세요.',
    },
    aliases: ['contribution form', 'cash or in kind', '현금/현물', '부담 방식'],
    choices: [
      { value: 'cash', label: { en: 'Cash', ko: '현금' }, aliases: ['money'] },
      { value: 'inKind', label: { en: 'In kind', ko: '현물' }, aliases: ['in-kind', 'kind'] },
      {
        value: 'both',
        label: { en: 'Cash and in kind', ko: '현금·현물' },
        aliases: ['both', '둘 다', '혼합'],
      },
    ],
    group: 'budget',
  }),
  reportDuty,
  koreaLead: ref({
    to: 'organization',
    label: { en: 'Lead organization, Korea', ko: '한국 측 주관기관' },
    help: {
      en: 'The Korean body that is responsible for the center.',
      ko: '센터를 책임지는 한국 측 기관입니다.',
    },
    aliases: ['Korean lead', 'lead organization Korea', '한국 주관기관', '한국측 주관기관'],
    sensitivity: 'public',
    group: 'partners',
  }),
  koreaSpecialized: refs({
    to: 'organization',
    label: { en: 'Specialized organizations, Korea', ko: '한국 측 전문기관' },
    help: { en: 'Korean bodies that carry out the work.', ko: '사업을 수행하는 한국 측 전문기관입니다.' },
    aliases: [
      'Korean specialized organizations',
      'implementing agency Korea',
      '한국 전문기관',
      '한국측 전문기관',
    ],
    sensitivity: 'public',
    group: 'partners',
  }),
  partnerLead: ref({
    to: 'organization',
    label: { en: 'Lead organization, partner', ko: '협력국 주관기관' },
    help: {
      en: 'The partner’s body that is responsible for the center.',
      ko: '센터를 책임지는 협력국 기관입니다.',
    },
    aliases: ['partner lead', 'lead organization partner', '협력국 측 주관기관', '상대국 주관기관'],
    sensitivity: 'public',
    group: 'partners',
  }),
  partnerSpecialized: refs({
    to: 'organization',
    label: { en: 'Specialized organizations, partner', ko: '협력국 전문기관' },
    help: {
      en: 'The partner’s bodies that carry out the work.',
      ko: '사업을 수행하는 협력국 전문기관입니다.',
    },
    aliases: [
      'partner specialized organizations',
      'implementing agency partner',
      '협력국 측 전문기관',
      '상대국 전문기관',
    ],
    sensitivity: 'public',
    group: 'partners',
  }),
  city: text({
    label: { en: 'City', ko: '소재 도시' },
    help: { en: 'Where the center’s office is.', ko: '센터 사무실이 있는 도시입니다.' },
    aliases: ['location', 'place', '도시', '소재지', '위치'],
    sensitivity: 'public',
    group: 'place',
  }),
  latitude: number({
    label: { en: 'Latitude', ko: '위도' },
    help: {
      en: 'In decimal degrees, north positive: 42.6977.',
      ko: '십진수 도 단위로 적습니다. 북위는 양수입니다. 예: 42.6977',
    },
    aliases: ['lat'],
    min: -90,
    max: 90,
    sensitivity: 'public',
    group: 'place',
  }),
  longitude: number({
    label: { en: 'Longitude', ko: '경도' },
    help: {
      en: 'In decimal degrees, east positive: 23.3219.',
      ko: '십진수 도 단위로 적습니다. 동경은 양수입니다. 예: 23.3219',
    },
    aliases: ['lon', 'lng', 'long'],
    min: -180,
    max: 180,
    sensitivity: 'public',
    group: 'place',
  }),
} as const;
