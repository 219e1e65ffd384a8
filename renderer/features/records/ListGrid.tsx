import { useElementSize, useMergedRef } from '@mantine/hooks';
import {
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { compareTexts } from '../../../shared/core/compareTexts.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import { referenceBookOf } from '../../../shared/records/recordSet.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { type CellTextContext, sortValue } from './cellText.ts';
import { GridBodyRow, GridFootRow, GridHeadRow } from './GridRows.tsx';
import { fitColumns, gridTemplate, type ListColumn, totalMinWidth } from './listColumns.ts';
import classes from './Records.module.css';
import { recordsTexts } from './recordsTexts.ts';

export interface ListGridProps {
  readonly definition: AnyRecordDefinition;
  readonly columns: readonly ListColumn[];
  readonly records: readonly StoredRecord[];
  /** What the list is narrowed by; a change brings back its beginning. */
  readonly narrowedBy: string;
  readonly sorting: SortingState;
  readonly onSorting: (sorting: SortingState) => void;
  readonly openId: RecordId | null;
  readonly onOpen: (id: RecordId) => void;
  readonly rowHeight: number;
  /** Columns that do not fit are left out instead of scrolled to. */
  readonly fit: boolean;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const sidePadding = 24;

/** A grid that draws only the rows in sight, so that thousands scroll as easily as ten. */
export function ListGrid(props: ListGridProps) {
  const { definition, columns, records, sorting, onSorting, openId, onOpen, rowHeight, fit } = props;
  const t = useTexts(recordsTexts);
  const label = useLabel();
  const context = useCellContext();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>();
  const shownColumns = fit ? fitColumns(columns, width - sidePadding) : columns;

  const table = useTable({
    features,
    data: useMemo(() => [...records], [records]),
    columns: useMemo(() => columnDefinitions(definition, context), [definition, context]),
    state: { sorting },
    enableSortingRemoval: false,
    getRowId: ({ id }) => id,
    onSortingChange: (updater) => onSorting(typeof updater === 'function' ? updater(sorting) : updater),
  });
  const rows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    // The heading row lies over the list, the totals as well.
    scrollPaddingStart: 36,
    scrollPaddingEnd: 36,
  });

  useScrolling(scroller, `${props.narrowedBy} ${JSON.stringify(sorting)}`);
  const openIndex = rows.findIndex(({ id }) => id === openId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening another record may move the list.
  useEffect(() => {
    if (openIndex >= 0) virtualizer.scrollToIndex(openIndex, { align: 'auto' });
  }, [openId]);

  const [activeId, setActiveId] = useState<string | null>(null);
  const activeIndex = rows.findIndex(({ id }) => id === (activeId ?? openId));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') {
      const row = rows[activeIndex];
      if (row !== undefined) onOpen(row.original.id);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 3);
    const next = nextIndex(event.key, activeIndex, rows.length, page);
    if (next === null) return;
    event.preventDefault();
    setActiveId(rows[next]?.id ?? null);
    virtualizer.scrollToIndex(next);
  };
  const template = { gridTemplateColumns: gridTemplate(shownColumns) };
  const minWidth = totalMinWidth(shownColumns) + sidePadding;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in sight.
    <div
      ref={useMergedRef(scroller, sizeRef)}
      className={classes.grid}
      role="grid"
      tabIndex={0}
      aria-label={t('list', { type: label(definition.label.many) })}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={activeIndex < 0 ? undefined : rowDomId(rows[activeIndex]?.id)}
      onKeyDown={onKeyDown}
    >
      <GridHeadRow
        columns={shownColumns}
        sorting={sorting}
        style={{ ...template, minWidth }}
        onSort={(key) => table.getColumn(key)?.toggleSorting()}
      />
      <div className={classes.rows} style={{ height: virtualizer.getTotalSize(), minWidth }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <GridBodyRow
              key={row.id}
              domId={rowDomId(row.id)}
              record={row.original}
              index={index}
              columns={shownColumns}
              context={context}
              isOpen={row.id === openId}
              isActive={index === activeIndex}
              style={{ ...template, height: rowHeight, transform: `translateY(${start}px)` }}
              onOpen={(id) => {
                setActiveId(id);
                onOpen(id);
              }}
            />
          );
        })}
      </div>
      <GridFootRow
        definition={definition}
        columns={shownColumns}
        records={records}
        style={{ ...template, minWidth }}
      />
    </div>
  );
}

/** Back to the first row when what is shown, or its order, is another. */
function useScrolling(scroller: RefObject<HTMLElement | null>, narrowedBy: string): void {
  const before = useRef(narrowedBy);
  useEffect(() => {
    if (before.current === narrowedBy) return;
    before.current = narrowedBy;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, narrowedBy]);
}

const rowDomId = (id: string | undefined): string => `row-${id ?? ''}`;

function useCellContext(): CellTextContext {
  const language = useLanguage();
  const format = useFormat();
  const records = useRecordSet();
  return useMemo(
    () => ({ language, format, references: referenceBookOf(records, language) }),
    [language, format, records],
  );
}

function columnDefinitions(definition: AnyRecordDefinition, context: CellTextContext) {
  const collator = new Intl.Collator(context.language, { numeric: true });
  return definition.fieldKeys.map((key) => {
    const spec = definition.spec(key);
    const isTime = spec?.kind === 'date' || spec?.kind === 'dateTime';
    return {
      id: key,
      accessorFn: ({ values }: StoredRecord): string | number | undefined =>
        spec === null ? undefined : sortValue(spec, values[key], context),
      sortUndefined: 'last' as const,
      sortDescFirst: false,
      sortFn: (a: SortedRow, b: SortedRow) =>
        compare(a.getValue(key), b.getValue(key), isTime ? compareTexts : collator.compare),
    };
  });
}

interface SortedRow {
  getValue<Value>(column: string): Value;
}

function compare(
  a: string | number,
  b: string | number,
  compareTexts: (a: string, b: string) => number,
): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b));
}

// Dates are in their order letter by letter, and a collator takes many times as long.

function nextIndex(key: string, index: number, count: number, page: number): number | null {
  const clamp = (next: number): number => Math.min(count - 1, Math.max(0, next));
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1);
    case 'ArrowUp':
      return clamp(index - 1);
    case 'PageDown':
      return clamp(index + page);
    case 'PageUp':
      return clamp(index - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
