import type { ChartValues } from './chartScene.ts';
import { legendOf } from './legend.ts';
import { highest } from './scale.ts';
import { type Scene, type SceneMark, type SceneTarget, textWidth, wrapText } from './scene.ts';
import { barMarks } from './seriesLook.ts';

const thickness = 16;
const gap = 12;

/** Bars one below the other, each category's name at the left and the number behind each bar. */
export function barsScene(chart: ChartValues, width: number): Scene {
  const { categories, series, stacked, format } = chart;
  const legend = legendOf(series, width, false);
  const widest = Math.max(0, ...categories.map((name) => textWidth(name)));
  const left = Math.min(widest, width * 0.36, 220) + 10;
  const most = chart.most ?? highest(series, stacked);
  const longest = Math.max(...numbersIn(chart).map((value) => textWidth(format(value))), 0) + 10;
  const room = Math.max(20, width - left - longest);
  // A bar cannot be shorter than nothing: what is negative, such as more refunds than spending, its number says alone.
  const lengthOf = (value: number): number => (most === 0 ? 0 : (Math.max(0, value) / most) * room);
  const rowHeight = Math.max(30, thickness * (stacked ? 1 : series.length)) + gap;
  const marks: SceneMark[] = [...legend.marks];
  const targets: SceneTarget[] = [];
  for (const [category, name] of categories.entries()) {
    const top = legend.height + category * rowHeight;
    const row = rowOf(chart, category, { left, top: top + gap / 2, lengthOf });
    marks.push(...nameMarks(name, left - 10, top + rowHeight / 2), ...row.marks);
    targets.push(...row.targets);
  }
  const bottom = legend.height + categories.length * rowHeight;
  marks.push({
    kind: 'line',
    points: [
      [left, legend.height],
      [left, bottom],
    ],
    stroke: 'axis',
  });
  return { width, height: bottom + 4, marks, targets };
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly lengthOf: (value: number) => number;
}

function rowOf(chart: ChartValues, category: number, place: Place): Pick<Scene, 'marks' | 'targets'> {
  const { left, top, lengthOf } = place;
  const own = chart.series.map(({ values }) => values[category] ?? null);
  const rows = chart.stacked ? 1 : own.length;
  // A single bar stands in the middle of the room that a name of two lines needs.
  const first = top + Math.max(0, 30 - rows * thickness) / 2;
  const marks: SceneMark[] = [];
  const targets: SceneTarget[] = [];
  let x = left;
  for (const [series, value] of own.entries()) {
    const y = first + (chart.stacked ? 0 : series * thickness);
    const width = lengthOf(value ?? 0);
    const box = { x, y: y + 1, width, height: thickness - 2 };
    if (value !== null && width > 0) marks.push(...barMarks(chart.series[series]?.look ?? series, box));
    if (value !== null && (value !== 0 || !chart.stacked)) {
      targets.push({ ...box, width: Math.max(width, chart.stacked ? 6 : 28), series, category });
    }
    if (chart.stacked) x += width;
    else marks.push(number(value === null ? '–' : chart.format(value), left + width, y));
  }
  const sum = own.reduce<number>((all, value) => all + (value ?? 0), 0);
  if (chart.stacked) marks.push(number(chart.format(sum), x, first));
  return { marks, targets };
}

const number = (text: string, end: number, y: number): SceneMark => ({
  kind: 'text',
  x: end + 6,
  y: y + thickness / 2 + 4,
  text,
  paint: 'ink',
});

function nameMarks(name: string, right: number, middle: number): readonly SceneMark[] {
  const lines = wrapText(name, right);
  return lines.map((text, line) => ({
    kind: 'text',
    x: right,
    y: middle + 4 + (line - (lines.length - 1) / 2) * 15,
    text,
    paint: 'ink',
    anchor: 'end',
  }));
}

function numbersIn({ series, stacked, categories }: ChartValues): readonly number[] {
  if (!stacked) return series.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  return [...categories.keys()].map((category) =>
    series.reduce((all, { values }) => all + (values[category] ?? 0), 0),
  );
}
