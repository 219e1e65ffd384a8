import { barsScene } from './barsScene.ts';
import { columnsScene } from './columnsScene.ts';
import { linesScene } from './linesScene.ts';
import type { Scene } from './scene.ts';

/** What a chart draws: texts in the reader's language, a value for each series and category; null for none. */
export interface ChartValues {
  readonly categories: readonly string[];
  readonly series: readonly DrawnSeries[];
  /** `lines` and `columns` run from left to right, as time does; `bars` go down, as lists do. */
  readonly shape: 'lines' | 'columns' | 'bars';
  /** Values of a category stand on one another instead of beside each other. */
  readonly stacked: boolean;
  /** The highest value of the scale, where it is known beforehand: 1 for shares. */
  readonly most?: number;
  readonly format: (value: number) => string;
}

export interface DrawnSeries {
  readonly name: string;
  /** Which of the looks it has, so that the same thing looks alike in every chart. */
  readonly look: number;
  readonly values: readonly (number | null)[];
}

/** A chart in the given width; its height follows from what it shows. */
export function chartScene(chart: ChartValues, width: number): Scene {
  switch (chart.shape) {
    case 'lines':
      return linesScene(chart, width);
    case 'columns':
      return columnsScene(chart, width);
    case 'bars':
      return barsScene(chart, width);
  }
}
