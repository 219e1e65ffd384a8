import { groupBy } from '../../../shared/core/groupBy.ts';
import { definitionOf, type RecordType } from '../../../shared/records/registry.ts';
import type { FigureRow, FigureTable } from '../../../shared/reports/figures.ts';
import type { IndicatorValue, RecordRef } from '../../../shared/reports/indicators.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import tables from '../../ui/DataTable.module.css';
import { NumberButton } from '../../ui/NumberButton.tsx';
import classes from './Indicators.module.css';
import { indicatorsTexts } from './indicatorsTexts.ts';

/** A row for each indicator, a column for each year, country or field; every number opens its records. */
export function FigureGrid({ table }: { readonly table: FigureTable }) {
  const t = useTexts(indicatorsTexts);
  const label = useLabel();
  const hasTotal = table.breakdown !== 'year';
  return (
    <div className={tables.box}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            {table.columns.map((column) => (
              <th key={column.key} scope="col" className={tables.number}>
                <span className={classes.head}>{label(column.label)}</span>
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
                    <Figure row={row} value={value} column={label(column.label)} />
                  </td>
                );
              })}
              {hasTotal ? (
                <td className={tables.number}>
                  <Figure row={row} value={row.total} column={t('total')} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureProps {
  readonly row: FigureRow;
  readonly value: IndicatorValue | null;
  readonly column: string;
}

function Figure({ row, value, column }: FigureProps) {
  const t = useTexts(indicatorsTexts);
  const label = useLabel();
  const format = useFormat();
  const openRecords = useOpenRecords();
  if (value === null || value.value === null) return '–';
  const name = `${label(row.label)}, ${column}`;
  const shown =
    row.format === 'percent'
      ? `${format.number(Math.round(value.value * 1000) / 10)}%`
      : format.number(Math.round(value.value * 100) / 100);
  const groups = byType(value.records);
  if (groups.length < 2) {
    const [[type, records] = [undefined, []]] = groups;
    return (
      <NumberButton
        label={t('open', { name, count: records.length })}
        onClick={
          type === undefined
            ? undefined
            : () =>
                openRecords(
                  type,
                  records.map(({ id }) => id),
                  name,
                )
        }
      >
        {shown}
      </NumberButton>
    );
  }
  return (
    <>
      {shown}
      {groups.map(([type, records]) => (
        <span key={type} className={tables.note}>
          <TypeButton type={type} records={records} name={name} />
        </span>
      ))}
    </>
  );
}

/** Records of several types stand in lists of their own, so each list has its button. */
function TypeButton({
  type,
  records,
  name,
}: {
  readonly type: RecordType;
  readonly records: readonly RecordRef[];
  readonly name: string;
}) {
  const t = useTexts(indicatorsTexts);
  const label = useLabel();
  const openRecords = useOpenRecords();
  const list = label(definitionOf(type).label.many);
  return (
    <NumberButton
      label={t('open', { name: `${name}, ${list}`, count: records.length })}
      onClick={() =>
        openRecords(
          type,
          records.map(({ id }) => id),
          name,
        )
      }
    >
      {list} {records.length}
    </NumberButton>
  );
}

function byType(records: readonly RecordRef[]): readonly (readonly [RecordType, readonly RecordRef[]])[] {
  return [...groupBy(records, ({ type }) => type)];
}
