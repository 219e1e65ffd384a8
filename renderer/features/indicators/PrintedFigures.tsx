import { chunksOf } from '../../../shared/core/chunksOf.ts';
import type { FigureColumn, FigureRow, FigureTable } from '../../../shared/reports/figures.ts';
import type { IndicatorValue } from '../../../shared/reports/indicators.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { cx } from '../../ui/cx.ts';
import tables from '../../ui/DataTable.module.css';
import { figureText } from './figureText.ts';
import classes from './Indicators.module.css';
import { indicatorsTexts } from './indicatorsTexts.ts';

/** As many as fit beside the names across a page of A4 that lies on its side, amounts of money among them. */
const mostColumns = 10;

/**
 * The figures as they are printed: paper cannot be scrolled, so a table with more columns than fit goes on below, and
 * how each figure is computed is said once at the end.
 */
export function PrintedFigures({ table }: { readonly table: FigureTable }) {
  const t = useTexts(indicatorsTexts);
  const label = useLabel();
  const columns: readonly PrintedColumn[] = [
    ...table.columns.map(
      (column, index): PrintedColumn => ({ ...column, valueOf: ({ values }) => values[index] ?? null }),
    ),
    ...(table.breakdown === 'year'
      ? []
      : [{ key: 'total', label: indicatorsTexts.entries.total, valueOf: ({ total }: FigureRow) => total }]),
  ];
  return (
    <div className={classes.onlyPrint} data-print-wide>
      {chunksOf(columns, mostColumns).map((part) => (
        <PrintedPart key={part[0]?.key} columns={part} rows={table.rows} />
      ))}
      <h2 className={classes.methodsTitle}>{t('methods')}</h2>
      <dl className={classes.methods}>
        {table.rows.map((row) => (
          <div key={row.key}>
            <dt>{label(row.label)}</dt>
            <dd>{label(row.method)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface PrintedColumn extends FigureColumn {
  readonly valueOf: (row: FigureRow) => IndicatorValue | null;
}

interface PrintedPartProps {
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly FigureRow[];
}

function PrintedPart({ columns, rows }: PrintedPartProps) {
  const t = useTexts(indicatorsTexts);
  const label = useLabel();
  const format = useFormat();
  return (
    <table className={cx(tables.table, classes.part)}>
      <thead>
        <tr>
          <th scope="col">{t('indicator')}</th>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={tables.number}>
              <span className={classes.head}>{label(column.label)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {label(row.label)}
              {row.unit === null ? null : <span className={classes.unit}> ({label(row.unit)})</span>}
            </th>
            {columns.map((column) => {
              const value = column.valueOf(row)?.value ?? null;
              return (
                <td key={column.key} className={tables.number}>
                  {value === null ? '–' : figureText(row.format, value, format)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
