import { isEmptyCell } from '../../schema/codecs/cells.ts';
import type { GridCell } from '../grid.ts';
import { currencyAddress, currencyOfAmount, holdsNoAmount } from './amounts.ts';
import { type ReadCell, readForeignCell } from './conventions.ts';
import { type FieldPart, fieldPartOf } from './fieldParts.ts';
import { columnCells, type ForeignTable, type MappedColumn } from './foreignTable.ts';
import { foreignPeriod } from './periods.ts';
import type { Knowledge } from './suggestSheet.ts';
import { isAccountForm } from './writtenAmount.ts';

/** Where the cells of a field part come from. */
export interface CellSource {
  readonly part: FieldPart;
  /** Null for a text that stands in all rows. */
  readonly from: MappedColumn | null;
  readonly text: string;
  /** A day of the column's periods, or the currency of its amounts: what the cell names, else `text`. */
  readonly as?: 'start' | 'end' | 'currency';
}

/** Everything that a mapped table gives, each part once. */
export function sourcesOf({ definition, columns, fills }: ForeignTable): readonly CellSource[] {
  const given = columns.flatMap(columnSources);
  const filled = fills.map((fill): CellSource => {
    if (fill.from === 'column') return { part: fill.part, from: fill.source, text: '' };
    const amounts = columns.find((column) => currencyAddress(column) === fill.part.address);
    return amounts === undefined
      ? { part: fill.part, from: null, text: fill.text }
      : { part: fill.part, from: amounts, text: fill.text, as: 'currency' };
  });
  const addresses = new Set([...given, ...filled].map(({ part }) => part.address));
  const currencies = columns.flatMap((from): readonly CellSource[] => {
    const address = currencyAddress(from);
    const part = definition === null || address === null ? null : fieldPartOf(definition, address);
    if (part === null || addresses.has(part.address)) return [];
    return [{ part, from, text: from.mapping.currency ?? '', as: 'currency' }];
  });
  return [...given, ...currencies, ...filled];
}

function columnSources(from: MappedColumn): readonly CellSource[] {
  const { part } = from;
  if (part === null) return [];
  if (part.period === undefined) return [{ part, from, text: '' }];
  const { start, end } = part.period;
  return [
    { part: start, from, text: '', as: 'start' },
    { part: end, from, text: '', as: 'end' },
  ];
}

/** Whether what is read is something else than its column holds. */
export function isConverted({ as, from, part }: CellSource, table: ForeignTable): boolean {
  const { factor = 1 } = from?.mapping ?? {};
  if (as !== undefined || factor !== 1) return true;
  if (from === null || part.spec.kind !== 'money' || part.part !== 'amount') return false;
  return columnCells(table, from).some((cell) => typeof cell === 'string' && isAccountForm(cell));
}

/** A cell of a source as the field's codec is to read it; `raw` is as the column has it. */
export function readSource(
  { part, from, text, as }: CellSource,
  raw: GridCell,
  { dateSystem }: Knowledge,
): ReadCell {
  if (from === null) return { ok: true, cell: text };
  if (as === undefined) return readForeignCell(raw, part.spec, part.part, from.mapping, dateSystem);
  if (isEmptyCell(raw)) return { ok: true, cell: null };
  // What is no amount has no currency either.
  if (as === 'currency' && holdsNoAmount(raw)) return { ok: true, cell: null };
  if (as === 'currency') return { ok: true, cell: currencyOfAmount(raw, { currency: text }) };
  const read = foreignPeriod(raw, from.mapping, dateSystem);
  return read.ok ? { ok: true, cell: { kind: 'date', date: read.period[as], time: null } } : read;
}
