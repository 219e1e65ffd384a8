import type { ChartValues } from './chartScene.ts';
import { type Legend, legendOf } from './legend.ts';
import { highest, roundTicks, wholeTicks } from './scale.ts';
import { type SceneMark, textWidth, wrapText } from './scene.ts';

/** The area of a chart that runs from left to right: its scale, grid, names and legend. */
export interface PlotFrame {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly SceneMark[];
  /** Room for each category, from `left` on. */
  readonly left: number;
  readonly step: number;
  /** The line of zero. */
  readonly bottom: number;
  yOf(value: number): number;
}

const plotHeight = 176;

export function plotFrame(chart: ChartValues, width: number): PlotFrame {
  const { series, categories, format, stacked, most } = chart;
  const legend: Legend = legendOf(series, width, chart.shape === 'lines');
  const ticks = ticksOf(most ?? highest(series, stacked), series);
  const scale = ticks.at(-1) ?? 1;
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick)))) + 8;
  const top = legend.height + 24;
  const bottom = top + plotHeight;
  const step = (width - left) / Math.max(1, categories.length);
  const yOf = (value: number): number => bottom - (value / scale) * plotHeight;
  const names = categoryNames(categories, left, step, bottom + 16);
  return {
    width,
    height: bottom + names.height,
    marks: [
      ...legend.marks,
      ...ticks.flatMap((tick) => grid(tick, format(tick), left, width, yOf(tick))),
      ...names.marks,
    ],
    left,
    step,
    bottom,
    yOf,
  };
}

function ticksOf(most: number, series: ChartValues['series']): readonly number[] {
  const isWhole = series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)));
  // Shares are whole numbers only where all are 0 or 1, and their scale has quarters.
  return isWhole && most > 1 ? wholeTicks(most) : roundTicks(most);
}

function grid(value: number, text: string, left: number, width: number, y: number): readonly SceneMark[] {
  return [
    {
      kind: 'line',
      points: [
        [left, y],
        [width, y],
      ],
      stroke: value === 0 ? 'axis' : 'line',
    },
    { kind: 'text', x: left - 6, y: y + 4, text, paint: 'muted', anchor: 'end' },
  ];
}

/** Names below the plot: where they have no room, every second, third … only, the last of all in any case. */
function categoryNames(
  names: readonly string[],
  left: number,
  step: number,
  y: number,
): { readonly height: number; readonly marks: readonly SceneMark[] } {
  const right = left + step * names.length;
  const widest = Math.min(90, Math.max(0, ...names.map((name) => textWidth(name))));
  // The last name ends with the plot and so comes nearer to the one before it.
  const moved = Math.max(0, (widest - step) / 2);
  const every = Math.max(1, Math.ceil((widest + 6 + moved) / step));
  let most = 1;
  const marks = names.flatMap((name, index) => {
    if ((names.length - 1 - index) % every !== 0) return [];
    const lines = wrapText(name, step * every - 4);
    most = Math.max(most, lines.length);
    return lines.map(
      (text, line): SceneMark => ({
        kind: 'text',
        x: Math.min(left + step * (index + 0.5), right - textWidth(text) / 2),
        y: y + line * 15,
        text,
        paint: 'ink',
        anchor: 'middle',
      }),
    );
  });
  return { height: 8 + most * 16, marks };
}
