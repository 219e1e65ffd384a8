import type { ChartValues } from './chartScene.ts';
import { plotFrame } from './plotFrame.ts';
import { type Point, type Scene, type SceneMark, type SceneTarget, textWidth } from './scene.ts';
import { dashOf, pointMark } from './seriesLook.ts';

const reach = 22;

interface LinePoint {
  readonly category: number;
  readonly value: number;
  readonly at: Point;
}

/** Lines from left to right; where a value lacks, the line has a gap rather than a guess. */
export function linesScene(chart: ChartValues, width: number): Scene {
  const frame = plotFrame(chart, width);
  const lines = chart.series.map(({ values }) =>
    values.map((value, category): LinePoint | null =>
      value === null
        ? null
        : { category, value, at: [frame.left + frame.step * (category + 0.5), frame.yOf(value)] },
    ),
  );
  const marks: SceneMark[] = [...frame.marks];
  const targets: SceneTarget[] = [];
  for (const [series, points] of lines.entries()) {
    const look = chart.series[series]?.look ?? series;
    marks.push(...runsOf(points).map((run) => lineMark(look, run)));
    for (const { category, value, at } of points.flatMap((point) => point ?? [])) {
      marks.push(pointMark(look, at));
      const isLast = category === chart.categories.length - 1;
      if (isLast || textWidth(chart.format(value)) + 4 <= frame.step) {
        marks.push(numberOf(chart, lines, series, { category, value, at }));
      }
      targets.push({
        x: at[0] - reach / 2,
        y: at[1] - reach / 2,
        width: reach,
        height: reach,
        series,
        category,
      });
    }
  }
  return { width, height: frame.height, marks, targets };
}

/** Neighbours that all have values. */
function runsOf(points: readonly (LinePoint | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point.at);
  }
  return runs.filter((run) => run.length > 1);
}

const lineMark = (look: number, points: readonly Point[]): SceneMark => ({
  kind: 'line',
  points,
  stroke: 'deep',
  width: 2,
  dash: dashOf(look),
});

/** The number stands above its point, or below it where another line runs above. */
function numberOf(
  chart: ChartValues,
  lines: readonly (readonly (LinePoint | null)[])[],
  series: number,
  { category, value, at: [x, y] }: LinePoint,
): SceneMark {
  const isCovered = lines.some((points, other) => {
    const own = points[category]?.value ?? null;
    return own !== null && other !== series && (own > value || (own === value && other < series));
  });
  return {
    kind: 'text',
    x,
    // At the bottom of the scale there is no room below.
    y: isCovered && value > 0 ? y + 19 : y - 9,
    text: chart.format(value),
    paint: 'ink',
    anchor: 'middle',
    halo: true,
  };
}
