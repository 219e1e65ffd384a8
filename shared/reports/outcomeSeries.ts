import { compareTexts } from '../core/compareTexts.ts';
import type { RecordId } from '../core/ids.ts';
import { foldText } from '../core/text.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../records/recordsOf.ts';
import type { PipelineScope } from './pipeline.ts';

export interface OutcomePoint {
  readonly id: RecordId;
  readonly year: number;
  readonly value: number;
  readonly source: string;
}

/** One published figure of one center or of a whole country over the years. */
export interface OutcomeSeries {
  readonly key: string;
  readonly name: string;
  /** '' while it is not entered. */
  readonly unit: string;
  /** Null for a figure of a whole country. */
  readonly center: RecordId | null;
  /** ISO 3166-1 code, of a center's figure the center's; null while nothing says whose it is. */
  readonly country: string | null;
  /** The first is the best: a lower value is drawn higher. */
  readonly isRank: boolean;
  /** By year; never empty. */
  readonly points: readonly OutcomePoint[];
}

/**
 * Published figures by name and unit, written alike or not, and by whose they are; those with a name, a year and a
 * value. A center's are its own and those of its country: another center's figure in the same country is another figure.
 */
export function outcomeSeries(set: RecordSet, scope: PipelineScope): readonly OutcomeSeries[] {
  const isWanted = wantedIn(set, scope);
  const series = new Map<string, OutcomeSeries>();
  for (const { id, values } of recordsOf(set, 'outcome')) {
    const { name, unit = '', year, value, source = '' } = values;
    if (name === undefined || year === undefined || value === undefined) continue;
    const whose = whoseIs(set, values);
    if (!isWanted(whose)) continue;
    const key = JSON.stringify([foldText(name), foldText(unit), whose.center ?? whose.country]);
    const before = series.get(key);
    const points = [...(before?.points ?? []), { id, year, value, source }];
    series.set(key, {
      ...(before ?? { key, name, unit, ...whose, isRank: isRank(name, unit) }),
      points: points.sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1)),
    });
  }
  return [...series.values()].sort(
    (a, b) =>
      compareTexts(a.country ?? '', b.country ?? '') ||
      compareTexts(a.name, b.name) ||
      Number(a.center !== null) - Number(b.center !== null) ||
      compareTexts(a.key, b.key),
  );
}

type Whose = Pick<OutcomeSeries, 'center' | 'country'>;

function whoseIs(set: RecordSet, { center, country }: RecordOf<'outcome'>['values']): Whose {
  return center === undefined
    ? { center: null, country: country ?? null }
    : { center, country: countryOfCenter(set, center) ?? country ?? null };
}

function wantedIn(set: RecordSet, { centerId, country }: PipelineScope): (whose: Whose) => boolean {
  const homeOf = centerId === null ? null : countryOfCenter(set, centerId);
  return (whose) =>
    (country === null || whose.country === country) &&
    (centerId === null ||
      (whose.center === null ? homeOf !== null && whose.country === homeOf : whose.center === centerId));
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
