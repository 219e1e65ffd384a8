import { defineRecord } from '../schema/defineRecord.ts';
import { choice, country, localizedText } from '../schema/fields.ts';
import { localizedTitle } from './titles.ts';

/** A ministry, agency, company or other body on either side. */
export const organization = defineRecord({
  type: 'organization',
  scope: 'programme',
  label: { one: { en: 'Organization', ko: '기관' }, many: { en: 'Organizations', ko: '기관' } },
  sheetAliases: ['organization', 'organisations', 'institutions', 'agencies', '기관 목록', '기관현황'],
  version: 1,
  migrations: [],
  groups: [{ key: 'identity', label: { en: 'Which organization is it?', ko: '어떤 기관입니까?' } }],
  fields: {
    name: localizedText({
      label: { en: 'Name', ko: '기관명' },
      help: {
        en: 'In at least one language; the official name without abbreviations.',
        ko: '한 언어 이상으로, 약칭이 아닌 공식 명칭을 적으세요.',
      },
      required: true,
      aliases: ['organization', 'organization name', 'institution', 'agency', '기관', '기관 이름', '명칭'],
      maxLength: 200,
      width: 32,
      sensitivity: 'public',
    }),
    type: choice({
      label: { en: 'Type', ko: '유형' },
      help: { en: 'What kind of body it is.', ko: '기관의 성격을 선택하세요.' },
      required: true,
      aliases: ['kind', 'category', 'organization type', '기관 유형', '구분', '기관 구분'],
      choices: [
        {
          value: 'ministry',
          label: { en: 'Ministry', ko: '중앙부처' },
          aliases: ['central government', '부처', '정부부처'],
        },
        {
          value: 'agency',
          label: { en: 'Agency', ko: '전문기관' },
          aliases: ['government agency', '청', '공공기관'],
        },
        {
          value: 'localGovernment',
          label: { en: 'Local government', ko: '지방자치단체' },
          aliases: ['municipality', 'city', 'province', '지자체', '지방정부'],
        },
        {
          value: 'publicCompany',
          label: { en: 'Public company', ko: '공기업' },
          aliases: ['state-owned enterprise', 'SOE', '공사'],
        },
        {
          value: 'academia',
          label: { en: 'Academia', ko: '학계' },
          aliases: ['university', 'research institute', '대학', '대학교', '연구기관'],
        },
        {
          value: 'private',
          label: { en: 'Private sector', ko: '민간' },
          aliases: ['private', 'company', '민간기업', '기업'],
        },
        {
          value: 'donor',
          label: { en: 'Donor or development bank', ko: '공여기관·개발은행' },
          aliases: [
            'donor',
            'development bank',
            'MDB',
            'international organization',
            '공여기관',
            '국제기구',
            '개발은행',
          ],
        },
      ],
      sensitivity: 'public',
    }),
    country: country({
      label: { en: 'Country', ko: '국가' },
      help: { en: 'The country that it belongs to.', ko: '기관이 속한 국가입니다.' },
      required: true,
      aliases: ['nation', '국가명', '소재국'],
      sensitivity: 'public',
    }),
  },
  title: ({ name }, context) => localizedTitle(name, context),
  listFields: ['name', 'type', 'country'],
  indexes: ['type', 'country'],
  rules: [],
});
