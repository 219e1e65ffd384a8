import type { Indicator } from '../../../shared/reports/indicators.ts';
import type { Format } from '../../i18n/useFormat.ts';

/** A figure as it is written: 12, 4.25, 37.5%. */
export function figureText(kind: Indicator['format'], value: number, format: Format): string {
  return kind === 'percent'
    ? `${format.number(Math.round(value * 1000) / 10)}%`
    : format.number(Math.round(value * 100) / 100);
}

/** Short, where it stands in a drawing: no decimals of percents, large numbers without theirs. */
export function shortFigure(kind: Indicator['format'], value: number, format: Format): string {
  if (kind === 'percent') return `${format.number(Math.round(value * 100))}%`;
  return format.number(value >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
}
