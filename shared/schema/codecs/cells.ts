import { ok, type Result } from '../../core/result.ts';
import type { ValueProblemCode } from '../../messages/valueProblems.ts';
import type { DateCell, ErrorCell, GridCell } from '../../workbook/grid.ts';
import type { CellProblem, FieldColumn } from '../codec.ts';

/** The usual single column of a field. */
export const oneColumn = (
  format: FieldColumn['format'],
  width: number,
  wrap = false,
): readonly FieldColumn[] => [{ part: '', partLabel: null, format, width, wrap }];

export const isDateCell = (cell: GridCell): cell is DateCell =>
  typeof cell === 'object' && cell !== null && cell.kind === 'date';
export const isErrorCell = (cell: GridCell): cell is ErrorCell =>
  typeof cell === 'object' && cell !== null && cell.kind === 'error';

export const isEmptyCell = (cell: GridCell): boolean =>
  cell === null || (typeof cell === 'string' && cell.trim() === '');

/** A cell as a text, the way the sheet shows it. */
export function cellText(cell: GridCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.replace(/\r\n?/g, '\n');
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell.kind === 'error') return cell.text;
  return cell.time === null ? cell.date : `${cell.date} ${cell.time}`;
}

/** A problem of one cell; an error cell is always named as such. */
export function cellProblem(
  cell: GridCell,
  code: ValueProblemCode,
  column = 0,
  params: CellProblem['params'] = {},
): CellProblem {
  const value = shortened(cellText(cell));
  return isErrorCell(cell)
    ? { code: 'CELL_ERROR', column, params: { value } }
    : { code, column, params: { value, ...params } };
}

export const noValue: Result<undefined, never> = ok(undefined);

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
