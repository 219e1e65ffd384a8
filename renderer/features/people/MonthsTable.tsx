import type { MonthsTable as Months, MonthsCell, MonthsRow } from '../../../shared/reports/personMonths.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import tables from '../../ui/DataTable.module.css';
import { NumberButton } from '../../ui/NumberButton.tsx';
import classes from './People.module.css';
import { peopleTexts } from './peopleTexts.ts';

export interface MonthsTableProps {
  readonly type: 'assignment' | 'exchange';
  readonly name: string;
  readonly caption: string;
  readonly head: string;
  readonly table: Months;
  readonly nameOf: (key: string) => string;
}

/** Person-months by some key and year; every number opens the records behind it. */
export function MonthsTable({ type, name, caption, head, table, nameOf }: MonthsTableProps) {
  const t = useTexts(peopleTexts);
  const { rows, sum } = table;
  // The newest first: of ten years, these are what one looks for.
  const years = table.years.toReversed();
  const withLeave = type === 'assignment';
  return (
    <div className={classes.stack}>
      <p className={classes.muted}>{caption}</p>
      <div className={tables.box}>
        <table className={tables.table} aria-label={name}>
          <thead>
            <tr>
              <th scope="col">{head}</th>

              <Head>{t('total')}</Head>
              {withLeave ? <Head>{t('leaveDays')}</Head> : null}
              <Head>{t('planned')}</Head>
              {years.map((year) => (
                <Head key={year}>{t('yearName', { year })}</Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{nameOf(row.key)}</th>
                <Cells type={type} name={nameOf(row.key)} row={row} years={years} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <Cells type={type} name={t('total')} row={sum} years={years} />
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}

function Head({ children }: { readonly children: string }) {
  return (
    <th scope="col" className={tables.number}>
      {children}
    </th>
  );
}

interface CellsProps {
  readonly type: MonthsTableProps['type'];
  readonly name: string;
  readonly row: Omit<MonthsRow, 'key'>;
  readonly years: readonly number[];
}

function Cells({ type, name, row, years }: CellsProps) {
  const t = useTexts(peopleTexts);
  const months = useMonthsText();
  return (
    <>
      <td className={tables.number}>
        <Cell type={type} name={name} period={t('total')} cell={row.total} />
      </td>
      {type === 'assignment' ? (
        <td className={tables.number}>{row.leaveDays === 0 ? '–' : row.leaveDays}</td>
      ) : null}
      <td className={tables.number}>{row.planned === 0 ? '–' : months(row.planned)}</td>
      {years.map((year) => (
        <td key={year} className={tables.number}>
          <Cell type={type} name={name} period={t('yearName', { year })} cell={row.byYear.get(year)} />
        </td>
      ))}
    </>
  );
}

interface CellProps extends Pick<CellsProps, 'type' | 'name'> {
  readonly period: string;
  readonly cell: MonthsCell | undefined;
}

function Cell({ type, name, period, cell }: CellProps) {
  const t = useTexts(peopleTexts);
  const months = useMonthsText();
  const openRecords = useOpenRecords();
  if (cell === undefined || cell.ids.length === 0) return '–';
  const text = months(cell.months);
  return (
    <NumberButton
      label={t('openMonths', { name, period, months: text, count: cell.ids.length })}
      onClick={() => openRecords(type, cell.ids, `${name}, ${period}`)}
    >
      {text}
    </NumberButton>
  );
}

/** Two decimals: a hundredth of a month is less than a day. */
function useMonthsText(): (months: number) => string {
  const format = useFormat();
  return (months) => format.amount(Math.round(months * 100) / 100);
}
