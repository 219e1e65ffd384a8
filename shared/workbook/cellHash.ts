import { quickHash, quickHashOfLines } from '../core/hashing.ts';
import type { GridCell, GridRow } from './grid.ts';

/**
 * A cell in the one form in which an exported and an imported cell are compared: what it holds, not how a program
 * stored it. Line ends are `\n`; an empty text is an empty cell.
 */
export function normalizedCell(cell: GridCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return `S${cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell}`;
  if (typeof cell === 'number') return `N${cell}`;
  if (typeof cell === 'boolean') return cell ? 'B1' : 'B0';
  if (cell.kind === 'error') return `E${cell.text}`;
  return cell.time === null || cell.time === '00:00:00' ? `D${cell.date}` : `D${cell.date}T${cell.time}`;
}

/** Tells an edited cell from an untouched one; '' for an empty cell. */
export function cellHash(cell: GridCell): string {
  if (typeof cell === 'string' && cell !== '' && !cell.includes('\r')) return quickHash(cell, 'S');
  const normalized = normalizedCell(cell);
  return normalized === '' ? '' : quickHash(normalized);
}

/** The hashes of a row's cells with commas between, as the state keeps them. */
export const hashLine = (row: GridRow): string => row.map(cellHash).join(',');

/**
 * Tells a sheet that was touched from one that was not, by the hash lines of its rows; rows that end in empty cells
 * equal those without them. Quick, since it runs over every export and import, and nobody gains by forging it.
 */
export function gridHash(hashLines: readonly string[]): string {
  const lines = hashLines.map(withoutEmptyEnd);
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return quickHashOfLines(lines);
}

function withoutEmptyEnd(line: string): string {
  let length = line.length;
  while (length > 0 && line[length - 1] === ',') length -= 1;
  return length === line.length ? line : line.slice(0, length);
}
