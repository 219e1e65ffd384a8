import { type IsoDate, isoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordLookup, Rule, RuleParams } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { choice } from '../schema/fields.ts';
import { openingYear } from './center.ts';
import { dateOf } from './dateRules.ts';
import { publishedHistory, publishedSource } from './publishedHistory.ts';

/** The columns of the history table that a figure can be published for. */
export type FigureMetric = 'projects' | 'consulting' | 'workshops';

/** The records that a column of the history table counts, and the field that dates them. */
export const sourcesByMetric = {
  projects: [['project', 'start']],
  consulting: [['consultation', 'date']],
  workshops: [
    ['training', 'start'],
    ['event', 'date'],
  ],
} as const;

/** What a person says of a record; where nothing is said, its date decides (see `isInFigure`). */
export const inPublishedFigure = (group: string) =>
  choice({
    label: { en: 'In the published figure', ko: '공표 실적 포함 여부' },
    help: {
      en: 'Only for work of a time for which a figure was published: whether that figure holds it. Empty means that its date decides.',
      ko: '공표 실적이 있는 기간의 활동일 때만 선택하세요. 비워 두면 날짜로 판단합니다.',
    },
    aliases: ['in published figure', 'already published', 'published', '공표 포함', '공표 여부', '기공표'],
    choices: [
      {
        value: 'yes',
        label: { en: 'Yes, the figure holds it', ko: '포함됨' },
        aliases: ['yes', 'included', '예', '포함', '기공표'],
      },
      {
        value: 'no',
        label: { en: 'No, it is counted on top', ko: '포함되지 않음(추가 집계)' },
        aliases: ['no', 'not included', '아니요', '미포함', '제외'],
      },
    ],
    sensitivity: 'public',
    since: 3,
    group,
  });

/** The page states no day, but has counts of centers that opened in this year. */
const newestOnPage = Math.max(...publishedHistory.map(({ since }) => since));

/**
 * The last day of the work that a published figure holds. Where the figure names none, the end of its center's third
 * year, for which a center is run as a rule, and for figures of the programme's page not before the end of the newest
 * year that stands on it. Null where the opening year is not known.
 */
export function figureStandsUntil(figure: AnyValues, center: AnyValues): IsoDate | null {
  const asOf = dateOf(figure, 'asOf');
  if (asOf !== null) return asOf;
  const opened = openingYear(center);
  if (opened === null) return null;
  const last = opened + 2;
  return isoDate(figure.source === publishedSource ? Math.max(last, newestOnPage) : last, 12, 31);
}

/** The published figures of a center in a column, taken together. */
export interface PublishedFigure {
  /** Their sum; never zero. */
  readonly value: number;
  /** Until when they hold all work; null where that is not known. */
  readonly until: IsoDate | null;
  /** Whether somebody entered that day. */
  readonly isDayEntered: boolean;
}

/** Null where nothing was published for it, or nothing but zero. */
export function publishedFigure(figures: readonly AnyValues[], center: AnyValues): PublishedFigure | null {
  const numbers = figures.map(({ value }) => (typeof value === 'number' ? value : 0));
  const value = numbers.reduce((sum, number) => sum + number, 0);
  if (value === 0) return null;
  const last = figures
    .filter((_, index) => numbers[index] !== 0)
    .map((figure) => ({
      until: figureStandsUntil(figure, center),
      isDayEntered: dateOf(figure, 'asOf') !== null,
    }))
    .sort((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1))[0];
  return { value, until: last?.until ?? null, isDayEntered: last?.isDayEntered ?? false };
}

/** Whether a published figure holds a record: as somebody says of it; else if its day lies in the time of the figure. */
export function isInFigure(said: unknown, day: IsoDate | null, { until }: PublishedFigure): boolean {
  if (said === 'yes' || said === 'no') return said === 'yes';
  return day !== null && until !== null && day <= until;
}

/** Whether the history counts such a record at all: a project from the status running on. */
export const hasCounted = (type: string, { status }: AnyValues): boolean =>
  type !== 'project' || status === 'running' || status === 'done';

/**
 * Warning: by its date, a published figure of the center is taken to hold this work, for a time that nobody entered; so
 * the history does not add it. Samples are left alone: they are in no table that is published.
 */
export function notInPublishedFigure<Start extends string>(
  type: string,
  metric: FigureMetric,
  field: Start,
): Rule<
  {
    readonly center?: RecordId | undefined;
    readonly inPublishedFigure?: 'yes' | 'no' | undefined;
  } & { readonly [Key in Start]?: IsoDate | undefined }
> {
  return {
    code: 'IN_PUBLISHED_FIGURE',
    level: 'warning',
    field,
    message: {
      en: 'The published figure of this center is taken to hold its work until {until}, so the history does not add this record. Say under “In the published figure” whether that is right, or enter under “Published figures” the day for which the figure stands.',
      ko: '이 센터의 공표 실적은 {until}까지의 활동을 포함한 것으로 보아 이 기록을 실적 표에 더하지 않습니다. ‘공표 실적 포함 여부’를 선택하거나 ‘공표 실적’에 기준일을 입력하세요.',
    },
    broken: (values, lookup, id) => {
      const day = dateOf(values, field);
      if (day === null || values.center === undefined || !hasCounted(type, values)) return false;
      if (values.inPublishedFigure !== undefined) return false;
      if (id !== null && lookup.get(type, id)?.sample === true) return false;
      return coveredBy(lookup, values.center, metric, day);
    },
  };
}

function coveredBy(
  lookup: RecordLookup,
  centerId: RecordId,
  metric: FigureMetric,
  day: IsoDate,
): RuleParams | false {
  const center = lookup.get('center', centerId);
  if (center === null) return false;
  const figures = lookup
    .where('baseline', 'center', centerId)
    .filter(({ values }) => values.metric === metric)
    .map(({ values }) => values);
  const figure = publishedFigure(figures, center.values);
  if (figure === null || figure.until === null || figure.isDayEntered) return false;
  return day <= figure.until && { until: figure.until };
}
