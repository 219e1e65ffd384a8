import type { FigureTable } from '../../../shared/reports/figures.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { cx } from '../../ui/cx.ts';
import tables from '../../ui/DataTable.module.css';
import { Figure } from './Figure.tsx';
import classes from './Indicators.module.css';
import { indicatorsTexts } from './indicatorsTexts.ts';

/** A row for each indicator, a column for each year, center, country or field; every number opens its records. */
export function FigureGrid({ table }: { readonly table: FigureTable }) {
  const t = useTexts(indicatorsTexts);
  const label = useLabel();
  const hasTotal = table.breakdown !== 'year';
  return (
    <div className={cx(tables.box, classes.noPrint)}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            {table.columns.map((column) => (
              <th key={column.key} scope="col" className={tables.number}>
                {/* A year is one word; names of centers, countries and fields take several lines. */}
                <span className={hasTotal ? classes.head : undefined}>{label(column.label)}</span>
              </th>
            ))}
            {hasTotal ? (
              <th scope="col" className={tables.number}>
                {t('total')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={classes.name}>
                {label(row.label)}
                {row.unit === null ? null : <span className={classes.unit}> ({label(row.unit)})</span>}
                <span className={tables.note}>{label(row.method)}</span>
              </th>
              {row.values.map((value, index) => {
                const column = table.columns[index];
                return column === undefined ? null : (
                  <td key={column.key} className={tables.number}>
                    <Figure
                      format={row.format}
                      value={value}
                      name={`${label(row.label)}, ${label(column.label)}`}
                    />
                  </td>
                );
              })}
              {hasTotal ? (
                <td className={tables.number}>
                  <Figure format={row.format} value={row.total} name={`${label(row.label)}, ${t('total')}`} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
