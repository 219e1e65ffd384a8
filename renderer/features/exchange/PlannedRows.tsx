import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import type { RowChoices } from './mapping/RowChoice.tsx';
import { PlannedRowItem } from './PlannedRowItem.tsx';
import type { ShownRow } from './planRows.ts';
import classes from './Receive.module.css';
import { receiveTexts } from './receiveTexts.ts';

// A row's name and its first line; rows with cells are measured when they are drawn.
const usualHeight = 72;

/** The rows of a preview; only those in sight are drawn, however many there are. */
export function PlannedRows({
  rows,
  withFile,
  choicesOf,
}: {
  readonly rows: readonly ShownRow[];
  /** What can be decided of a file's rows, by its key. */
  readonly choicesOf: (fileKey: string) => RowChoices | null;
  /** Says of each row from which file it is. */
  readonly withFile: boolean;
}) {
  const t = useTexts(receiveTexts);
  const frame = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => usualHeight,
    overscan: 8,
    getItemKey: (index) => keyOf(rows[index], index),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter begins at its first row
  useEffect(() => {
    if (frame.current !== null) frame.current.scrollTop = 0;
  }, [rows]);
  if (rows.length === 0) return <p className={classes.muted}>{t('noRows')}</p>;
  const items = virtualizer.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key
    <section className={classes.rows} ref={frame} tabIndex={0} aria-label={t('rowsToShow')}>
      <div className={classes.rowsSpace} style={{ height: virtualizer.getTotalSize() }}>
        <ul className={classes.rowsShown} style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
          {items.map(({ index, key }) => {
            const shown = rows[index];
            return shown === undefined ? null : (
              <li
                key={key}
                data-index={index}
                ref={virtualizer.measureElement}
                aria-posinset={index + 1}
                aria-setsize={rows.length}
              >
                <PlannedRowItem
                  row={shown.row}
                  fileName={withFile ? shown.fileName : null}
                  choices={choicesOf(shown.fileKey)}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

function keyOf(shown: ShownRow | undefined, index: number): string {
  return shown === undefined
    ? String(index)
    : `${shown.fileKey} ${shown.row.sheet} ${shown.row.row ?? shown.row.id ?? index}`;
}
