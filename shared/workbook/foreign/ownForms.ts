import type { SheetGrid } from '../grid.ts';
import { contentOf, findDecimalMark } from './conventions.ts';
import { columnCells, columnKey, foreignTable, type MappedColumn } from './foreignTable.ts';
import type { ColumnMapping, ColumnUnit, SheetMapping } from './mapping.ts';
import { yearGap } from './periods.ts';
import { unitOnRecall } from './rememberedUnits.ts';
import type { TablePlace } from './saidUnits.ts';
import { orderOf } from './suggestSheet.ts';

/**
 * A mapping as it holds for another table of the same headers: what the table's own values prove and its title names
 * goes before what the mapping says. `units` are those that the mapping's own table named.
 */
export function withOwnForms(
  sheet: SheetGrid,
  mapping: SheetMapping,
  units: readonly ColumnUnit[],
): SheetMapping {
  const table = foreignTable(sheet, mapping);
  const ownByKey = new Map(table.columns.map((own) => [columnKey(own.column), own]));
  const place = { sheet, headerRow: mapping.headerRow, units };
  const columns = mapping.columns.map((column): ColumnMapping => {
    const own = ownByKey.get(columnKey(column));
    return own === undefined ? column : withOwnForm(column, own, columnCells(table, own), place);
  });
  return { ...mapping, columns };
}

function withOwnForm(
  column: ColumnMapping,
  { part, column: { header } }: MappedColumn,
  cells: ReturnType<typeof columnCells>,
  { units, ...place }: TablePlace & { readonly units: readonly ColumnUnit[] },
): ColumnMapping {
  if (part === null) return column;
  const content = contentOf(part.spec, part.part);
  const year = content === 'date' ? (yearGap(cells, place.sheet, place.headerRow)?.year ?? null) : null;
  const order = content === 'date' ? orderOf(part, cells, header) : null;
  // What was answered goes before what is only likely.
  const proven = order === null || order.open.length > 0 ? null : order.form;
  const own = {
    ...column,
    dateOrder: order === null ? null : (proven ?? column.dateOrder ?? order.form),
    decimalMark: content === 'number' ? (findDecimalMark(cells, part.spec).form ?? column.decimalMark) : null,
    ...(year === null ? {} : { year }),
  };
  return part.spec.kind === 'money' && content === 'number' ? unitOnRecall(own, units, place) : own;
}
