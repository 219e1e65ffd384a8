import { defineRecord } from '../schema/defineRecord.ts';
import { choice, date, integer, longText } from '../schema/fields.ts';
import { dateOf } from './dateRules.ts';
import { choiceTitle, joinTitle, referenceTitle } from './titles.ts';

const metric = choice({
  label: { en: 'Figure', ko: '실적 구분' },
  help: {
    en: 'The column of the history table that it belongs to.',
    ko: '실적 표에서 해당하는 열을 선택하세요.',
  },
  required: true,
  aliases: ['metric', 'indicator', 'column', '지표', '구분', '항목'],
  choices: [
    {
      value: 'projects',
      label: { en: 'Project', ko: '공동협력과제' },
      aliases: ['projects', '과제', '프로젝트'],
    },
    {
      value: 'consulting',
      label: { en: 'Consulting', ko: '컨설팅' },
      aliases: ['consultation', 'consultations', '자문'],
    },
    {
      value: 'workshops',
      label: { en: 'Workshop, seminar, etc.', ko: '워크숍·세미나 등' },
      aliases: ['workshops', 'workshop', 'seminar', 'workshops and seminars', '워크숍', '세미나'],
    },
  ],
  width: 24,
  sensitivity: 'public',
});

/** The records that a column of the history table counts, and the field that dates them. */
const sourcesByMetric = {
  projects: [['project', 'start']],
  consulting: [['consultation', 'date']],
  workshops: [
    ['training', 'start'],
    ['event', 'date'],
  ],
} as const;

/** A published figure that stands for work which no single record describes. */
export const baseline = defineRecord({
  type: 'baseline',
  scope: 'center',
  label: {
    one: { en: 'Published figure', ko: '공표 실적' },
    many: { en: 'Published figures', ko: '공표 실적' },
  },
  sheetAliases: ['baseline', 'baselines', 'published figures', '기준 실적', '기존 실적', '누적 실적'],
  version: 1,
  migrations: [],
  groups: [
    { key: 'figure', label: { en: 'Which figure was published?', ko: '어떤 실적이 공표되었습니까?' } },
  ],
  fields: {
    metric,
    value: integer({
      label: { en: 'Number', ko: '건수' },
      help: {
        en: 'As the source states it; counted records are added to it.',
        ko: '출처에 나온 건수입니다. 기록된 건수가 여기에 더해집니다.',
      },
      required: true,
      aliases: ['value', 'count', '값', '실적', '수'],
      min: 0,
      max: 1_000_000,
      sensitivity: 'public',
    }),
    source: longText({
      label: { en: 'Source', ko: '출처' },
      help: { en: 'Where the figure was published.', ko: '실적이 공표된 곳을 적으세요.' },
      required: true,
      aliases: ['reference', 'published in', '근거', '자료 출처'],
      maxLength: 1000,
      sensitivity: 'public',
    }),
    // Not required: the programme's own page states no date, and none is invented.
    asOf: date({
      label: { en: 'As of', ko: '기준일' },
      help: {
        en: 'The day for which the source states the figure; empty when it names none.',
        ko: '출처가 밝힌 기준일입니다. 기준일이 없으면 비워 두세요.',
      },
      aliases: ['date', 'status date', 'cut-off date', '기준 일자', '날짜', '일자'],
      sensitivity: 'public',
    }),
  },
  title: (values, context) =>
    joinTitle(
      choiceTitle(metric, values.metric, context.language),
      referenceTitle('center', values.center, context),
    ),
  dateField: 'asOf',
  listFields: ['center', 'metric', 'value', 'asOf', 'source'],
  indexes: ['center', 'metric'],
  rules: [
    {
      code: 'FIGURE_TWICE',
      level: 'warning',
      field: 'metric',
      message: {
        en: 'This center has another published figure of the same kind, and both are added up. Delete one of them.',
        ko: '이 센터에 같은 구분의 공표 실적이 또 있어 둘이 합산됩니다. 하나를 삭제하세요.',
      },
      broken: ({ center, metric: own }, lookup, id) =>
        center !== undefined &&
        own !== undefined &&
        lookup
          .where('baseline', 'center', center)
          .some((other) => other.id !== id && other.values.metric === own),
    },
    {
      code: 'FIGURE_INCLUDES_RECORDS',
      level: 'warning',
      field: 'asOf',
      message: {
        en: '{count} record(s) of this center are dated {date} or earlier, so the figure may hold them already and the history counts them twice. Check the figure, or clear its date.',
        ko: '이 센터에는 {date} 이전의 기록이 {count}건 있어 공표 실적과 중복 집계될 수 있습니다. 건수를 확인하거나 기준일을 비우세요.',
      },
      broken: ({ center, metric: own, asOf }, lookup) => {
        if (center === undefined || own === undefined || asOf === undefined) return false;
        const count = sourcesByMetric[own]
          .flatMap(([type, field]) =>
            lookup.where(type, 'center', center).map(({ values }) => dateOf(values, field)),
          )
          .filter((day) => day !== null && day <= asOf).length;
        return count > 0 && { count, date: asOf };
      },
    },
  ],
});
