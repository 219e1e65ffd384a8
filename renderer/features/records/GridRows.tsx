import type { SortingState } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type CSSProperties, memo, useMemo } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { cx } from '../../ui/cx.ts';
import { StateMark } from '../../ui/Notice.tsx';
import { type CellTextContext, cellText, isFigure } from './cellText.ts';
import { addUp, columnTotals } from './columnTotals.ts';
import type { ListColumn } from './listColumns.ts';
import classes from './Records.module.css';
import { recordsTexts } from './recordsTexts.ts';

export interface GridHeadRowProps {
  readonly columns: readonly ListColumn[];
  readonly sorting: SortingState;
  readonly style: CSSProperties;
  readonly onSort: (key: string) => void;
}

export function GridHeadRow({ columns, sorting, style, onSort }: GridHeadRowProps) {
  const label = useLabel();
  const [sort] = sorting;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in sight.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row.
    <div className={cx(classes.row, classes.headRow)} role="row" aria-rowindex={1} style={style}>
      {columns.map(({ key, spec }) => {
        const direction = sort?.id !== key ? 'none' : sort.desc ? 'descending' : 'ascending';
        return (
          // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in sight.
          // biome-ignore lint/a11y/useFocusableInteractive: the button inside is focused.
          <div
            key={key}
            role="columnheader"
            aria-sort={direction}
            className={cx(classes.cell, isFigure(spec) && classes.figure)}
          >
            <button type="button" className={classes.sort} onClick={() => onSort(key)}>
              <span className={classes.cellText}>{label(spec.label)}</span>
              {direction === 'descending' ? <ArrowDown size={12} aria-hidden="true" /> : null}
              {direction === 'ascending' ? <ArrowUp size={12} aria-hidden="true" /> : null}
            </button>
          </div>
        );
      })}
    </div>
  );
}

export interface GridBodyRowProps {
  readonly domId: string;
  readonly record: StoredRecord;
  readonly index: number;
  readonly columns: readonly ListColumn[];
  readonly context: CellTextContext;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  readonly style: CSSProperties;
  readonly onOpen: (id: RecordId) => void;
}

export const GridBodyRow = memo(function GridBodyRow(props: GridBodyRowProps) {
  const { domId, record, index, columns, context, isOpen, isActive, style, onOpen } = props;
  // The column with room names the record, so the mark stands there.
  const marked = record.sample ? (columns.find(({ grow }) => grow > 0) ?? columns[0])?.key : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in sight.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the grid opens the active row.
    <div
      id={domId}
      role="row"
      className={cx(classes.row, classes.bodyRow)}
      style={style}
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      data-active={isActive}
      onClick={() => onOpen(record.id)}
    >
      {columns.map(({ key, spec }) => {
        const value = record.values[key];
        const text = value === undefined ? '' : cellText(spec, value, context);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in sight.
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row.
          <div
            key={key}
            role="gridcell"
            className={cx(classes.cell, isFigure(spec) && classes.figure)}
            title={text}
          >
            <span className={classes.cellText}>{text}</span>
            {key === marked ? <SampleMark /> : null}
          </div>
        );
      })}
    </div>
  );
});

function SampleMark() {
  const t = useTexts(recordsTexts);
  return (
    <span className={classes.sampleMark}>
      <StateMark state="info">{t('sample')}</StateMark>
    </span>
  );
}

export interface GridFootRowProps {
  readonly definition: AnyRecordDefinition;
  readonly columns: readonly ListColumn[];
  readonly records: readonly StoredRecord[];
  readonly style: CSSProperties;
}

/** Sums under the columns of figures; nothing where no column has one, or the records are of more than one kind. */
export function GridFootRow({ definition, columns, records, style }: GridFootRowProps) {
  const t = useTexts(recordsTexts);
  const format = useFormat();
  const totals = useMemo(
    () =>
      addUp(definition, records) ? columns.map(({ key, spec }) => columnTotals(spec, key, records)) : [],
    [definition, columns, records],
  );
  if (totals.every((total) => total.length === 0)) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in sight.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row.
    <div className={cx(classes.row, classes.footRow)} role="row" style={style}>
      {columns.map(({ key, spec }, index) => {
        const text = (totals[index] ?? [])
          .map(({ currency, sum }) => [currency ?? '', format.number(sum)].join('\u00a0').trim())
          .join('\n');
        return (
          // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in sight.
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row.
          <div
            key={key}
            role="gridcell"
            className={cx(classes.cell, isFigure(spec) && classes.figure)}
            title={text}
          >
            <span className={classes.cellText}>{index === 0 && text === '' ? t('total') : text}</span>
          </div>
        );
      })}
    </div>
  );
}
