import type { RecordId } from '../../../shared/core/ids.ts';
import { type HistoryMetric, historyMetrics } from '../../../shared/reports/countRules.ts';
import {
  type HistoryCell,
  type HistoryCells,
  type HistoryTable,
  historyLabels,
} from '../../../shared/reports/historyTable.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import classes from './History.module.css';
import { historyTexts } from './historyTexts.ts';

/** `row`: a center's id, `unknown` for records without a known center, `total` for the last row. */
export interface CellAddress {
  readonly row: RecordId | 'unknown' | 'total';
  readonly metric: HistoryMetric;
}

export interface HistoryGridProps {
  readonly table: HistoryTable;
  readonly selected: CellAddress | null;
  readonly onSelect: (address: CellAddress) => void;
}

/** The programme's public table; every number is a button that opens what stands behind it. */
export function HistoryGrid({ table, selected, onSelect }: HistoryGridProps) {
  const t = useTexts(historyTexts);
  const label = useLabel();
  const row = (key: CellAddress['row'], name: string, cells: HistoryCells) => (
    <tr key={key} className={key === 'total' ? classes.totalRow : undefined}>
      <th scope="row" className={classes.rowHead}>
        {name}
      </th>
      {historyMetrics.map((metric) => (
        <td key={metric} className={classes.cell}>
          <NumberButton
            cell={cells[metric]}
            center={name}
            metric={metric}
            pressed={selected?.row === key && selected.metric === metric}
            onClick={() => onSelect({ row: key, metric })}
          />
        </td>
      ))}
    </tr>
  );
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className={classes.colHeadFirst}>
            {t('center')}
          </th>
          {historyMetrics.map((metric) => (
            <th key={metric} scope="col" className={classes.colHead}>
              {label(historyLabels[metric])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{table.rows.map((one) => row(one.centerId ?? 'unknown', label(one.label), one.cells))}</tbody>
      <tfoot>{row('total', t('total'), table.totals)}</tfoot>
    </table>
  );
}

interface NumberButtonProps {
  readonly cell: HistoryCell;
  readonly center: string;
  readonly metric: HistoryMetric;
  readonly pressed: boolean;
  readonly onClick: () => void;
}

function NumberButton({ cell, center, metric, pressed, onClick }: NumberButtonProps) {
  const t = useTexts(historyTexts);
  const label = useLabel();
  const format = useFormat();
  const { baseline, counted, total, held } = cell;
  const numbers = {
    baseline: format.number(baseline),
    counted: format.number(counted),
    total: format.number(total),
  };
  const parts =
    baseline === 0 && counted === 0
      ? [t('none')]
      : counted === 0
        ? [t('onlyBaseline')]
        : baseline === 0
          ? [t('onlyCounted')]
          : [t('partPublished', { count: numbers.baseline }), t('partRecorded', { count: numbers.counted })];
  return (
    <button
      type="button"
      className={classes.number}
      aria-pressed={pressed}
      aria-label={`${t('openCell', { ...numbers, center, metric: label(historyLabels[metric]) })}${
        held.length === 0 ? '' : t('heldCell', { count: held.length })
      }`}
      onClick={onClick}
    >
      <span className={classes.sum}>{numbers.total}</span>
      <span className={classes.parts}>
        {parts.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
      {held.length === 0 ? null : (
        <span className={classes.parts}>{t('partHeld', { count: format.number(held.length) })}</span>
      )}
    </button>
  );
}
