import { type IsoDate, isoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordLookup, Rule, RuleParams } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { openingYear } from './center.ts';
import { dateOf } from './dateRules.ts';
import { publishedHistory, publishedSource } from './publishedHistory.ts';

/** The columns of the history table that a figure can be published for. */
export type FigureMetric = 'projects' | 'consulting' | 'workshops';

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

/** Whether the history counts such a record at all: a project from the status running on. */
export const hasCounted = (type: string, { status }: AnyValues): boolean =>
  type !== 'project' || status === 'running' || status === 'done';

/**
 * Warning: a published figure of the center most likely holds this work already, so that the history counts it twice.
 * Samples are left alone: they are in no table that is published.
 */
export function notInPublishedFigure<Start extends string>(
  type: string,
  metric: FigureMetric,
  field: Start,
): Rule<{ readonly center?: RecordId | undefined } & { readonly [Key in Start]?: IsoDate | undefined }> {
  return {
    code: 'IN_PUBLISHED_FIGURE',
    level: 'warning',
    field,
    message: {
      en: 'The published figure of this center is taken to hold its work until {until}, so the history counts this record twice. If it is in the figure, delete the record or correct the figure; if not, enter under “Published figures” the day for which the figure stands.',
      ko: '이 센터의 공표 실적은 {until}까지의 활동을 포함한 것으로 보아 이 기록이 실적 표에 중복 집계됩니다. 포함된 활동이면 기록을 삭제하거나 공표 건수를 고치고, 아니면 ‘공표 실적’에 기준일을 입력하세요.',
    },
    broken: (values, lookup, id) => {
      const day = dateOf(values, field);
      if (day === null || values.center === undefined || !hasCounted(type, values)) return false;
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
  const days = lookup
    .where('baseline', 'center', centerId)
    .filter(({ values }) => values.metric === metric && values.value !== 0)
    .flatMap(({ values }) => figureStandsUntil(values, center.values) ?? []);
  const until = days.sort().at(-1);
  return until !== undefined && day <= until && { until };
}
