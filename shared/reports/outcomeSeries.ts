import { compareTexts } from '../core/compareTexts.ts';
import type { RecordId } from '../core/ids.ts';
import { foldText } from '../core/text.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordOf, recordsOf } from '../records/recordsOf.ts';
import type { PipelineScope } from './pipeline.ts';

export interface OutcomePoint {
  readonly id: RecordId;
  readonly year: number;
  readonly value: number;
  readonly source: string;
}

/** One published figure of one country or center over the years. */
export interface OutcomeSeries {
  readonly key: string;
  readonly name: string;
  /** '' while it is not entered. */
  readonly unit: string;
  /** ISO 3166-1 code; null while nothing says whose it is. */
  readonly country: string | null;
  /** The first is the best: a lower value is drawn higher. */
  readonly isRank: boolean;
  /** By year; never empty. */
  readonly points: readonly OutcomePoint[];
}

/** Published figures by name, unit and country, written alike or not; those with a name, a year and a value. */
export function outcomeSeries(
  set: RecordSet,
  { centerId, country }: PipelineScope,
): readonly OutcomeSeries[] {
  const wanted = country ?? (centerId === null ? null : countryOfCenter(set, centerId));
  const series = new Map<string, OutcomeSeries>();
  for (const { id, values } of recordsOf(set, 'outcome')) {
    const { name, unit = '', year, value, source = '' } = values;
    if (name === undefined || year === undefined || value === undefined) continue;
    const of = values.country ?? (values.center === undefined ? null : countryOfCenter(set, values.center));
    if (wanted !== null && of !== wanted) continue;
    const key = JSON.stringify([foldText(name), foldText(unit), of]);
    const before = series.get(key);
    const points = [...(before?.points ?? []), { id, year, value, source }];
    series.set(key, {
      ...(before ?? { key, name, unit, country: of, isRank: isRank(name, unit) }),
      points: points.sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1)),
    });
  }
  return [...series.values()].sort(
    (a, b) =>
      compareTexts(a.country ?? '', b.country ?? '') ||
      compareTexts(a.name, b.name) ||
      compareTexts(a.key, b.key),
  );
}

export interface ChartPoint extends OutcomePoint {
  /** Parts of the drawing's width and height, 0 to 1; 0, 0 is the upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface Chart {
  readonly points: readonly ChartPoint[];
  /** The values at the upper and the lower edge. */
  readonly top: number;
  readonly bottom: number;
}

/** Where a series' points lie: the best value on top, which of a rank is the lowest. */
export function chartOf({ points, isRank: isRanked }: Pick<OutcomeSeries, 'points' | 'isRank'>): Chart {
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const years = points.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const [top, bottom] = isRanked ? [low, high] : [high, low];
  return {
    top,
    bottom,
    points: points.map((point) => ({
      ...point,
      x: last === first ? 0.5 : (point.year - first) / (last - first),
      y: top === bottom ? 0.5 : Math.abs(point.value - top) / Math.abs(bottom - top),
    })),
  };
}

const rankUnits: readonly string[] = ['rank', 'ranking', 'place', 'position', '순위', '위', '등'];

/** Nothing declares it, so the words do that people use for it. */
function isRank(name: string, unit: string): boolean {
  return rankUnits.includes(foldText(unit)) || /\brank(ing)?\b|순위/iu.test(name);
}

const countryOfCenter = (set: RecordSet, id: RecordId): string | null =>
  recordOf(set, 'center', id)?.values.country ?? null;
