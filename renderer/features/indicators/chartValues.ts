import type { Language } from '../../../shared/core/language.ts';
import type { FigureChart } from '../../../shared/reports/figureCharts.ts';
import type { Format } from '../../i18n/useFormat.ts';
import type { ChartValues } from '../../ui/chart/chartScene.ts';
import { highest } from '../../ui/chart/scale.ts';
import { shortFigure } from './figureText.ts';

/** A chart as it is drawn: shares over time as lines, amounts over time as columns, names as bars. */
export function chartValues(chart: FigureChart, language: Language, format: Format): ChartValues {
  const { axis, kind, format: unit } = chart;
  const series = chart.series.map(({ label, place, values }) => ({
    name: label[language],
    look: place,
    values: values.map((value) => value?.value ?? null),
  }));
  return {
    categories: chart.categories.map(({ label }) => label[language]),
    series,
    shape: axis === 'names' ? 'bars' : unit === 'percent' ? 'lines' : 'columns',
    stacked: kind === 'parts',
    // More can be spent than was planned.
    ...(unit === 'percent' ? { most: Math.max(1, highest(series, false)) } : {}),
    format: (value) => shortFigure(unit, value, format),
  };
}

/** Wide enough for a page of a document, where texts keep the size of its notes. */
export const pictureWidth = 720;
