import { countryName } from '../core/countries.ts';
import { defineRecord } from '../schema/defineRecord.ts';
import { country, integer, longText, number, ref, text } from '../schema/fields.ts';
import { joinTitle } from './titles.ts';

/** A figure from elsewhere that shows where a country stands, such as its rank in a survey. */
export const outcome = defineRecord({
  type: 'outcome',
  scope: 'programme',
  label: { one: { en: 'Outcome', ko: '대외 성과' }, many: { en: 'Outcomes', ko: '대외 성과' } },
  sheetAliases: ['outcome', 'outcome indicators', 'EGDI', '성과', '대외 지표', '전자정부 순위'],
  version: 1,
  migrations: [],
  groups: [
    { key: 'what', label: { en: 'Which figure is it?', ko: '어떤 지표입니까?' } },
    { key: 'of', label: { en: 'Whose is it?', ko: '어디의 지표입니까?' } },
    { key: 'source', label: { en: 'Who published it?', ko: '어디에서 발표했습니까?' } },
  ],
  fields: {
    name: text({
      label: { en: 'Name', ko: '지표명' },
      help: { en: 'For example the EGDI rank.', ko: '예: 유엔 전자정부발전지수 순위' },
      required: true,
      aliases: ['outcome', 'indicator', 'measure', 'index', '지표', '성과지표명', '명칭'],
      sensitivity: 'public',
      group: 'what',
    }),
    year: integer({
      label: { en: 'Year', ko: '연도' },
      help: { en: 'The year for which it stands.', ko: '지표의 기준 연도입니다.' },
      required: true,
      aliases: ['reference year', 'as of', '기준 연도', '기준연도'],
      year: true,
      min: 1990,
      max: 2200,
      sensitivity: 'public',
      group: 'what',
    }),
    value: number({
      label: { en: 'Value', ko: '값' },
      help: { en: 'As published.', ko: '발표된 값 그대로 적으세요.' },
      required: true,
      aliases: ['figure', 'rank', 'score', 'result', '순위', '점수', '수치'],
      sensitivity: 'public',
      group: 'what',
    }),
    unit: text({
      label: { en: 'Unit', ko: '단위' },
      help: { en: 'What is counted: rank, points, per cent.', ko: '순위, 점, % 등 값의 단위를 적으세요.' },
      aliases: ['measured in', '측정 단위'],
      maxLength: 40,
      sensitivity: 'public',
      group: 'what',
    }),
    country: country({
      label: { en: 'Country', ko: '국가' },
      help: { en: 'The country that it is about.', ko: '지표의 대상 국가입니다.' },
      aliases: ['partner country', 'nation', '국가명', '협력국', '대상 국가'],
      sensitivity: 'public',
      group: 'of',
    }),
    center: ref({
      to: 'center',
      label: { en: 'Center', ko: '관련 센터' },
      help: {
        en: 'Only when it is about one center; empty for a whole country.',
        ko: '한 센터에만 해당하는 지표일 때 선택하세요. 국가 전체의 지표이면 비워 두세요.',
      },
      aliases: ['eGCC', 'DGCC', 'related center', '센터', '협력센터'],
      sensitivity: 'public',
      group: 'of',
    }),
    source: longText({
      label: { en: 'Source', ko: '출처' },
      help: { en: 'Who published it, and where.', ko: '발표한 기관과 자료를 적으세요.' },
      required: true,
      aliases: ['reference', 'published in', 'link', '근거', '자료 출처', '발표 기관'],
      maxLength: 1000,
      sensitivity: 'public',
      group: 'source',
    }),
  },
  title: ({ name, country: code, year }, { language }) =>
    joinTitle(
      name ?? '',
      code === undefined ? '' : countryName(code, language),
      year === undefined ? '' : String(year),
    ),
  listFields: ['name', 'country', 'year', 'value', 'unit', 'source'],
  indexes: ['country', 'center'],
  rules: [
    {
      code: 'WHOSE_UNKNOWN',
      level: 'warning',
      field: 'country',
      message: {
        en: 'Nothing says which country or center the figure is about. Choose one of the two.',
        ko: '어느 국가나 센터의 지표인지 알 수 없습니다. 둘 중 하나를 선택하세요.',
      },
      broken: ({ country: code, center }) => code === undefined && center === undefined,
    },
    {
      code: 'COUNTRY_OF_OTHER_CENTER',
      level: 'warning',
      field: 'center',
      message: {
        en: 'The center is in another country than the figure. Correct one of the two.',
        ko: '관련 센터의 국가와 지표의 국가가 다릅니다. 둘 중 하나를 고치세요.',
      },
      broken: ({ country: code, center }, lookup) => {
        const of = center === undefined ? undefined : lookup.get('center', center)?.values.country;
        return code !== undefined && of !== undefined && of !== code;
      },
    },
    {
      code: 'OUTCOME_TWICE',
      level: 'warning',
      field: 'value',
      message: {
        en: 'The same figure of {year} is entered twice. Delete one of the two, or correct its year.',
        ko: '{year}년의 같은 지표가 두 번 입력되었습니다. 하나를 삭제하거나 연도를 고치세요.',
      },
      broken: ({ name, year, country: code, center }, lookup, id) =>
        name !== undefined &&
        year !== undefined &&
        lookup
          .where('outcome', 'name', name)
          .some(
            ({ id: otherId, values }) =>
              otherId !== id && values.year === year && values.country === code && values.center === center,
          ) && { year: String(year) },
    },
  ],
});
