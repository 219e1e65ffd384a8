import { Link } from '@tanstack/react-router';
import { countryName } from '../../../shared/core/countries.ts';
import { type Chart, chartOf, type OutcomeSeries } from '../../../shared/reports/outcomeSeries.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import type { TitleOf } from '../../stores/useTitles.ts';
import tables from '../../ui/DataTable.module.css';
import classes from './Pipeline.module.css';
import { pipelineTexts } from './pipelineTexts.ts';

interface OutcomeChartsProps {
  readonly series: readonly OutcomeSeries[];
  readonly titleOf: TitleOf;
}

/** Each published figure as a line over the years, with its table beside it. */
export function OutcomeCharts({ series, titleOf }: OutcomeChartsProps) {
  return (
    <div>
      {series.map((one) => (
        <OneSeries key={one.key} series={one} titleOf={titleOf} />
      ))}
    </div>
  );
}

function OneSeries({ series, titleOf }: { readonly series: OutcomeSeries; readonly titleOf: TitleOf }) {
  const t = useTexts(pipelineTexts);
  const language = useLanguage();
  const format = useFormat();
  const { name, unit, center, country, isRank, points } = series;
  const whose =
    center !== null ? [titleOf('center', center)] : country !== null ? [countryName(country, language)] : [];
  const title = [...whose, name].join(' · ');
  const [first, last] = [points[0], points.at(-1)];
  const valueText = (value: number): string =>
    unit === '' || isRank ? format.number(value) : `${format.number(value)} ${unit}`;
  const chartName =
    first === undefined || last === undefined
      ? title
      : t('chartName', {
          what: [name, ...whose].join(', '),
          first: valueText(first.value),
          from: String(first.year),
          last: valueText(last.value),
          to: String(last.year),
        });
  return (
    <div className={classes.series}>
      <h3 className={classes.seriesTitle}>{title}</h3>
      <div>
        <Drawing chart={chartOf(series)} name={chartName} />
        {isRank ? <p className={classes.small}>{t('rankNote')}</p> : null}
      </div>
      <div className={tables.box}>
        <table className={tables.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('year')}</th>
              <th scope="col" className={tables.number}>
                {t('figure')}
              </th>
              <th scope="col">{t('source')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ id, year, value, source }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={paths.record('outcome', id)} className={classes.link}>
                    {t('yearName', { year: String(year) })}
                  </Link>
                </th>
                <td className={tables.number}>{valueText(value)}</td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

// The drawing's own units; it is scaled to the width that there is.
const width = 420;
const height = 170;
const edge = { left: 28, right: 28, top: 26, bottom: 30 } as const;

function Drawing({ chart: { points }, name }: { readonly chart: Chart; readonly name: string }) {
  const format = useFormat();
  const placed = points.map((point) => ({
    ...point,
    x: edge.left + point.x * (width - edge.left - edge.right),
    y: edge.top + point.y * (height - edge.top - edge.bottom),
  }));
  const ground = height - edge.bottom + 10;
  return (
    <svg className={classes.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      <line className={classes.axis} x1={8} x2={width - 8} y1={ground} y2={ground} />
      <polyline className={classes.line} points={placed.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {placed.map(({ id, x, y, year, value }) => (
        <g key={id}>
          <circle className={classes.point} cx={x} cy={y} r={4} />
          <text className={classes.pointText} x={x} y={y - 10} textAnchor="middle">
            {format.number(value)}
          </text>
          <text x={x} y={ground + 15} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
    </svg>
  );
}
