import { chunksOf } from '../../../shared/core/chunksOf.ts';
import type { MonthsTable as Months, MonthsCell, MonthsRow } from '../../../shared/reports/personMonths.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import { cx } from '../../ui/cx.ts';
import tables from '../../ui/DataTable.module.css';
import { NumberButton } from '../../ui/NumberButton.tsx';
import classes from './People.module.css';
import { peopleTexts } from './peopleTexts.ts';

/** As many years as fit beside names and sums across a page of A4 that lies on its side. */
const mostYears = 8;

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
  // The newest first: of ten years, these are what one looks for.
  const years = table.years.toReversed();
  const parts = chunksOf(years, mostYears);
  const [first = [], ...more] = parts;
  const shown = { type, name, head, table, nameOf };
  return (
    <div className={classes.stack}>
      <p className={classes.muted}>
        {caption} <span data-screen-only>{t('monthsOpen')}</span>
      </p>
      <div className={cx(tables.box, more.length > 0 && classes.onlyScreen)}>
        <YearsTable {...shown} years={years} withSums />
      </div>
      {more.length === 0
        ? null
        : [first, ...more].map((part, index) => (
            <div key={part[0]} className={classes.onlyPrint}>
              <YearsTable {...shown} years={part} withSums={index === 0} />
            </div>
          ))}
    </div>
  );
}

interface YearsTableProps extends Omit<MonthsTableProps, 'caption'> {
  readonly years: readonly number[];
  /** With what stands for all years, before them. */
  readonly withSums: boolean;
}

function YearsTable({ type, name, head, table: { rows, sum }, nameOf, years, withSums }: YearsTableProps) {
  const t = useTexts(peopleTexts);
  const cells = { type, years, withSums };
  return (
    <table className={tables.table} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {withSums ? (
            <>
              <Head>{t('total')}</Head>
              {type === 'assignment' ? <Head>{t('leaveDays')}</Head> : null}
              <Head>{t('planned')}</Head>
            </>
          ) : null}
          {years.map((year) => (
            <Head key={year}>{t('yearName', { year })}</Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{nameOf(row.key)}</th>
            <Cells {...cells} name={nameOf(row.key)} row={row} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          <Cells {...cells} name={t('total')} row={sum} />
        </tr>
      </tfoot>
    </table>
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
  readonly withSums: boolean;
}

function Cells({ type, name, row, years, withSums }: CellsProps) {
  const t = useTexts(peopleTexts);
  const months = useMonthsText();
  return (
    <>
      {withSums ? (
        <>
          <td className={tables.number}>
            <Cell type={type} name={name} period={t('total')} cell={row.total} />
          </td>
          {type === 'assignment' ? (
            <td className={tables.number}>{row.leaveDays === 0 ? '–' : row.leaveDays}</td>
          ) : null}
          <td className={tables.number}>{row.planned === 0 ? '–' : months(row.planned)}</td>
        </>
      ) : null}
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
