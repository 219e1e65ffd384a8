import type { RecordId } from '../core/ids.ts';
import { defineRecord, type RecordLookup } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { choice, date, integer, longText } from '../schema/fields.ts';
import { dateOf } from './dateRules.ts';
import {
  type FigureMetric,
  hasCounted,
  isInFigure,
  type PublishedFigure,
  publishedFigure,
  sourcesByMetric,
} from './publishedFigures.ts';
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
        en: 'As the source states it; counted records that it does not hold are added to it.',
        ko: '출처에 나온 건수입니다. 여기에 포함되지 않은 기록이 더해집니다.',
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
        en: 'The last day of the work that the figure holds. While it is empty, work of the center’s first three years is taken to be in it.',
        ko: '실적에 포함된 활동의 마지막 날짜입니다. 비워 두면 센터 개소 후 3년간의 활동이 포함된 것으로 봅니다.',
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
        en: '{count} record(s) of this center are dated {date} or earlier, until when the figure is taken to hold all work, so the history does not add them. Enter the day for which the figure stands.',
        ko: '이 센터에는 공표 실적에 포함된 것으로 보아 실적 표에 더하지 않는 {date}까지의 기록이 {count}건 있습니다. 기준일을 입력하세요.',
      },
      broken: (values, lookup) => {
        const figure = figureOf(values, lookup);
        if (figure === null || figure.until === null || figure.isDayEntered) return false;
        const count = heldBy(values, figure, lookup).filter((said) => said === undefined).length;
        return count > 0 && { count, date: figure.until };
      },
    },
    {
      code: 'FIGURE_TOO_SMALL',
      level: 'warning',
      field: 'value',
      message: {
        en: '{count} records of this center are said or dated to be in this figure, which is {value} only; the latest of them are added to it. Check the number, and the day for which it stands.',
        ko: '이 공표 실적은 {value}건인데 여기에 포함된 것으로 표시되거나 날짜가 해당하는 기록이 {count}건입니다. 넘는 기록은 최근 순으로 더합니다. 건수와 기준일을 확인하세요.',
      },
      broken: (values, lookup) => {
        const figure = figureOf(values, lookup);
        if (figure === null) return false;
        const count = heldBy(values, figure, lookup).length;
        return count > figure.value && { count, value: figure.value };
      },
    },
  ],
});

interface FigureValues extends AnyValues {
  readonly center?: RecordId | undefined;
  readonly metric?: FigureMetric | undefined;
}

const figureOf = (values: FigureValues, lookup: RecordLookup): PublishedFigure | null =>
  values.center === undefined
    ? null
    : publishedFigure([values], lookup.get('center', values.center)?.values ?? {});

/** What is said of each record that the figure holds; undefined where its date alone says so. */
function heldBy({ center, metric: own }: FigureValues, figure: PublishedFigure, lookup: RecordLookup) {
  if (center === undefined || own === undefined) return [];
  return sourcesByMetric[own].flatMap(([type, field]) =>
    lookup
      .where(type, 'center', center)
      .filter(({ sample, values }) => !sample && hasCounted(type, values))
      .filter(({ values }) => isInFigure(values.inPublishedFigure, dateOf(values, field), figure))
      .map(({ values }) => values.inPublishedFigure),
  );
}
