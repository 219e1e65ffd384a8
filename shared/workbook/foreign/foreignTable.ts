import { foldText } from '../../core/text.ts';
import { recordDefinitions } from '../../records/registry.ts';
import { isEmptyCell } from '../../schema/codecs/cells.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import type { GridCell, SheetGrid } from '../grid.ts';
import { addressesGiven, type FieldPart, fieldPartOf } from './fieldParts.ts';
import { type TableColumn, tableColumns } from './headerRows.ts';
import type { ColumnMapping, Fill, SheetMapping } from './mapping.ts';
import { type TableRow, tableRows } from './rowKinds.ts';

/** A sheet seen through its mapping: columns, rows and which of them are taken in. */
export interface ForeignTable {
  readonly sheet: SheetGrid;
  readonly mapping: SheetMapping;
  readonly definition: AnyRecordDefinition | null;
  readonly columns: readonly MappedColumn[];
  readonly fills: readonly MappedFill[];
  /** All rows below the header. */
  readonly rows: readonly TableRow[];
  /** Those that are taken in as records. */
  readonly records: readonly TableRow[];
}

export interface MappedColumn {
  readonly column: TableColumn;
  readonly mapping: ColumnMapping;
  /** Null for a column that is left out. */
  readonly part: FieldPart | null;
}

export type MappedFill =
  | { readonly part: FieldPart; readonly from: 'text'; readonly text: string }
  | { readonly part: FieldPart; readonly from: 'column'; readonly source: MappedColumn };

export function foreignTable(sheet: SheetGrid, mapping: SheetMapping): ForeignTable {
  const definition = recordDefinitions.find(({ type }) => type === mapping.type) ?? null;
  const { headerRow, headerRows } = mapping;
  const found = tableColumns(sheet, headerRow, headerRows);
  const taken = new Set<string>();
  const mappingByColumn = new Map<string, ColumnMapping>();
  for (const one of mapping.columns) {
    const key = columnKey(one);
    if (!mappingByColumn.has(key)) mappingByColumn.set(key, one);
  }
  const columns = found.map((column): MappedColumn => {
    const own = mappingByColumn.get(columnKey(column)) ?? unmapped(column);
    const part = definition === null || own.address === null ? null : fieldPartOf(definition, own.address);
    const given = part === null ? [] : addressesGiven(part);
    // Of two columns for one part the first counts; the screen lets nobody choose that.
    if (part === null || given.some((address) => taken.has(address)))
      return { column, mapping: { ...own, address: null }, part: null };
    for (const address of given) taken.add(address);
    return { column, mapping: own, part };
  });
  const fills =
    definition === null ? [] : mapping.fills.flatMap((fill) => mappedFill(definition, fill, columns, taken));
  const rows = tableRows(sheet, headerRow + headerRows, found, headerRow + headerRows - 1);
  const included = new Set(mapping.included);
  const records = rows.filter(
    ({ row, kind }) => kind === 'record' || (kind !== 'blank' && included.has(row)),
  );
  return { sheet, mapping, definition, columns, fills, rows, records };
}

/** The filled cells of a column in the rows that are taken in. */
export function columnCells({ records }: ForeignTable, { column }: MappedColumn): readonly GridCell[] {
  return records.flatMap(({ cells }) => {
    const cell = cells[column.position] ?? null;
    return isEmptyCell(cell) ? [] : [cell];
  });
}

/** The same for all spellings of a header that mean one column. */
export const columnKey = ({ header, nth }: Pick<ColumnMapping, 'header' | 'nth'>): string =>
  `${nth} ${foldText(header)}`;

const unmapped = ({ header, nth }: TableColumn): ColumnMapping => ({
  header,
  nth,
  address: null,
  dateOrder: null,
  decimalMark: null,
});

function mappedFill(
  definition: AnyRecordDefinition,
  fill: Fill,
  columns: readonly MappedColumn[],
  taken: Set<string>,
): readonly MappedFill[] {
  const part = fieldPartOf(definition, fill.address);
  // What a column gives needs no filling.
  if (part === null || taken.has(part.address)) return [];
  if (fill.from === 'text') {
    if (fill.text.trim() === '') return [];
    taken.add(part.address);
    return [{ part, from: 'text', text: fill.text }];
  }
  const key = columnKey(fill);
  const source = columns.find(({ column }) => columnKey(column) === key);
  if (source === undefined) return [];
  taken.add(part.address);
  return [{ part, from: 'column', source }];
}
