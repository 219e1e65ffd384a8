import { choice } from '../schema/fields.ts';

/** Stands for “of no field” wherever records are told apart by their fields. */
export const noField = 'none';

/** Whether a record's field is the wanted one; null for any, `noField` for records without. */
export const isOfField = (own: string | undefined, wanted: string | null): boolean =>
  wanted === null || (own ?? noField) === wanted;

/** The fields of digital government in which centers work; assignments, projects and advice share them. */
export const workFields = [
  {
    value: 'strategy',
    label: { en: 'Strategy and master plan', ko: '전략·기본계획' },
    aliases: ['strategy', 'master plan', 'policy', '전략', '기본계획', '마스터플랜', '정책'],
  },
  {
    value: 'law',
    label: { en: 'Law and institutions', ko: '법·제도' },
    aliases: ['law', 'legal', 'legislation', 'institution', '법제도', '법률', '제도'],
  },
  {
    value: 'infrastructure',
    label: { en: 'Infrastructure and cloud', ko: '인프라·클라우드' },
    aliases: ['infrastructure', 'cloud', 'data center', 'network', '인프라', '클라우드', '데이터센터'],
  },
  {
    value: 'publicServices',
    label: { en: 'Public services online', ko: '온라인 공공서비스' },
    aliases: [
      'public services',
      'e-services',
      'service',
      'civil petitions',
      '공공서비스',
      '민원',
      '행정서비스',
    ],
  },
  {
    value: 'administration',
    label: { en: 'Administration inside government', ko: '행정업무 정보화' },
    aliases: [
      'administration',
      'back office',
      'G2G',
      'procurement',
      'tax',
      'customs',
      '행정정보화',
      '내부행정',
      '조달',
    ],
  },
  {
    value: 'identity',
    label: { en: 'Digital identity', ko: '디지털 신원' },
    aliases: ['identity', 'digital ID', 'eID', 'PKI', 'e-signature', '신원', '전자서명', '인증'],
  },
  {
    value: 'data',
    label: { en: 'Data and interoperability', ko: '데이터·상호운용' },
    aliases: [
      'data',
      'interoperability',
      'open data',
      'information sharing',
      '데이터',
      '상호운용성',
      '공공데이터',
      '정보공유',
    ],
  },
  {
    value: 'security',
    label: { en: 'Information security', ko: '정보보호' },
    aliases: [
      'security',
      'cybersecurity',
      'cyber security',
      'privacy',
      '보안',
      '정보보안',
      '사이버보안',
      '개인정보보호',
    ],
  },
  {
    value: 'local',
    label: { en: 'Local government', ko: '지방자치단체' },
    aliases: ['local', 'municipality', 'regional', 'smart city', '지방', '지자체', '지방정부', '스마트시티'],
  },
  {
    value: 'capacity',
    label: { en: 'Capacity building', ko: '역량강화' },
    aliases: ['capacity', 'training', 'education', 'human resources', '교육', '인력양성', '역량 강화'],
  },
  {
    value: 'emerging',
    label: { en: 'AI and new technology', ko: '인공지능·신기술' },
    aliases: [
      'AI',
      'artificial intelligence',
      'blockchain',
      'IoT',
      'new technology',
      '인공지능',
      '신기술',
      '블록체인',
    ],
  },
  { value: 'other', label: { en: 'Other', ko: '기타' }, aliases: ['others', 'etc', 'etc.'] },
] as const;

type Options = Pick<Parameters<typeof choice>[0], 'required' | 'group' | 'help'>;

/** The field of work, recognised under the headers that people give it. */
export const workField = (options: Options = {}) =>
  choice({
    label: { en: 'Field', ko: '분야' },
    help: {
      en: 'The field of digital government that it is mainly about.',
      ko: '주로 다루는 디지털정부 분야를 선택하세요.',
    },
    aliases: [
      'area',
      'field of work',
      'sector',
      'subject area',
      '업무 분야',
      '자문 분야',
      '사업 분야',
      '영역',
    ],
    width: 24,
    sensitivity: 'public',
    ...options,
    choices: workFields,
  });
