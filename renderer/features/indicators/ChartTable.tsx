import type { FigureChart } from '../../../shared/reports/figureCharts.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import tables from '../../ui/DataTable.module.css';
import { chartsTexts } from './chartsTexts.ts';
import { Figure } from './Figure.tsx';
import { figureText } from './figureText.ts';

export interface ChartTableProps {
  readonly chart: FigureChart;
  /** Whether its numbers open their records; not where it only reads a drawing out. */
  readonly canOpen: boolean;
}

/** The numbers of a chart, one category a row. */
export function ChartTable({ chart, canOpen }: ChartTableProps) {
  const t = useTexts(chartsTexts);
  const label = useLabel();
  const format = useFormat();
  const { title, axis, categories, series } = chart;
  return (
    <div className={tables.box}>
      <table className={tables.table} aria-label={label(title)}>
        <thead>
          <tr>
            <th scope="col">{axis === 'time' ? t('year') : t('name')}</th>
            {series.map((one) => (
              <th key={one.key} scope="col" className={tables.number}>
                {label(one.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <tr key={category.key}>
              <th scope="row">{label(category.label)}</th>
              {series.map((one) => {
                const value = one.values[index] ?? null;
                return (
                  <td key={one.key} className={tables.number}>
                    {canOpen ? (
                      <Figure
                        format={chart.format}
                        value={value}
                        name={`${label(one.label)}, ${label(category.label)}`}
                      />
                    ) : value?.value == null ? (
                      '–'
                    ) : (
                      figureText(chart.format, value.value, format)
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
