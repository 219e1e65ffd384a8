import { cellText, isEmptyCell } from '../../schema/codecs/cells.ts';
import { columnAddress } from '../columns.ts';
import type { GridCell } from '../grid.ts';
import type { MappedColumn } from './foreignTable.ts';
import type { ColumnMapping } from './mapping.ts';
import { isNoAmount, writtenAmount } from './writtenAmount.ts';

/** Whether a cell of amounts holds none: it is empty, or has the dash of accounts. */
export const holdsNoAmount = (cell: GridCell): boolean =>
  isEmptyCell(cell) || (typeof cell === 'string' && isNoAmount(cell));

/** The currency of an amount: what its cell says, else its column; null where neither does. */
export function currencyOfAmount(
  cell: GridCell,
  { currency }: Pick<ColumnMapping, 'currency'>,
): string | null {
  return writtenAmount(cellText(cell)).currency ?? currency ?? null;
}

/** The address of the currency that belongs to a column of amounts; null for any other column. */
export function currencyAddress({ part }: Pick<MappedColumn, 'part'>): string | null {
  const isAmount = part?.spec.kind === 'money' && part.part === 'amount';
  return isAmount ? columnAddress({ key: part.key, part: 'currency' }) : null;
}
