import type { ChartValues } from './chartScene.ts';
import { type PlotFrame, plotFrame } from './plotFrame.ts';
import { type Scene, type SceneMark, type SceneTarget, textWidth } from './scene.ts';
import { barMarks } from './seriesLook.ts';

const widestColumn = 44;

/** Columns from left to right, beside each other or on one another. */
export function columnsScene(chart: ChartValues, width: number): Scene {
  const frame = plotFrame(chart, width);
  const marks: SceneMark[] = [...frame.marks];
  const targets: SceneTarget[] = [];
  for (const category of chart.categories.keys()) {
    const columns = columnsOf(chart, frame, category);
    marks.push(
      ...columns
        .filter(({ height }) => height > 0)
        .flatMap(({ series, ...box }) => barMarks(chart.series[series]?.look ?? series, box)),
    );
    marks.push(...numbersOf(chart, columns, category, frame.step));
    targets.push(...columns.map((column) => ({ ...reachable(column), category })));
  }
  return { width, height: frame.height, marks, targets };
}

interface Column {
  readonly series: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function columnsOf(
  chart: ChartValues,
  { left, step, bottom, yOf }: PlotFrame,
  category: number,
): readonly Column[] {
  const shown = chart.stacked ? 1 : chart.series.length;
  const width = Math.min(widestColumn, (step * 0.72) / shown);
  const start = left + step * (category + 0.5) - (width * shown) / 2;
  let below = 0;
  return chart.series.flatMap(({ values }, series): readonly Column[] => {
    const value = values[category] ?? null;
    if (value === null) return [];
    const height = bottom - yOf(value);
    const y = bottom - below - height;
    if (chart.stacked) {
      if (value === 0) return [];
      below += height;
      return [{ series, x: start, y, width, height }];
    }
    return [{ series, x: start + series * width + 0.5, y, width: width - 1, height }];
  });
}

/** The numbers above the columns, where they have room; above a stack its sum. */
function numbersOf(
  chart: ChartValues,
  columns: readonly Column[],
  category: number,
  step: number,
): readonly SceneMark[] {
  const number = (value: number, x: number, y: number): SceneMark => ({
    kind: 'text',
    x,
    y: y - 5,
    text: chart.format(value),
    paint: 'ink',
    anchor: 'middle',
  });
  if (chart.stacked) {
    const top = columns.at(-1);
    const sum = chart.series.reduce((all, { values }) => all + (values[category] ?? 0), 0);
    return top === undefined || textWidth(chart.format(sum)) > step
      ? []
      : [number(sum, top.x + top.width / 2, top.y)];
  }
  return columns.flatMap(({ series, x, y, width }) => {
    const value = chart.series[series]?.values[category] ?? 0;
    const isSingle = chart.series.length === 1;
    // Where several columns stand together, their empty places say zero, and two numbers must not read as one.
    const isRoomy = textWidth(chart.format(value)) <= (isSingle ? step : value === 0 ? 0 : width - 3);
    return isRoomy ? [number(value, x + width / 2, y)] : [];
  });
}

/** A low column can still be hit. */
function reachable({ y, height, ...column }: Column): Column {
  const reach = Math.max(height, 16);
  return { ...column, y: y + height - reach, height: reach };
}
