import type { Language } from '../../core/language.ts';
import { foldText } from '../../core/text.ts';
import { cellText } from '../../schema/codecs/cells.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import { columnAddress, columnHeader, idColumnKey } from '../columns.ts';
import type { GridCell, GridRow, SheetGrid } from '../grid.ts';
import { addressOfHeader } from '../headerMatching.ts';
import type { IncomingRow, IncomingSheet } from '../incomingRows.ts';
import type { ReturnedRow } from '../returnedRows.ts';

/** A sheet as it goes back to its author, and how its columns are read then. */
export interface ReturnedTable {
  readonly grid: SheetGrid;
  readonly sheet: IncomingSheet;
  readonly rows: readonly ReturnedRow[];
}

const notRead = { en: 'not read', ko: '가져오지 않음' };

/**
 * A foreign table as it goes back: in its own columns, behind them one for each value that no column gave, and the
 * ids. It is read by its headers then and no longer through a mapping, so each header means one field, columns that
 * were left out say so, and rows that were no records keep nothing that could be read as one.
 */
export function returnedTable(
  grid: SheetGrid,
  sheet: IncomingSheet,
  rows: readonly ReturnedRow[],
  language: Language,
): ReturnedTable {
  const positions = returnedPositions(grid, sheet);
  const header = returnedHeader(sheet, positions, language);
  // A row that was taken for a record that is here has said all; read again, it would undo what was edited since.
  const kept = rows.filter(({ row, isRejected }) => row.isNew || isRejected);
  const moved = kept.map(({ row, ...rest }) => ({ ...rest, row: movedRow(row, sheet, positions) }));
  const cellsByRow = new Map(moved.map(({ row }) => [row.row, row.cells]));
  const first = sheet.headerRow + 1;
  const taken = new Set(positions.values());
  const data = grid.rows
    .slice(first)
    .map((cells, index) => cellsByRow.get(first + index + 1) ?? withoutCells(cells, taken));
  const own = { ...withoutSource(sheet), positions, header, rows: moved.map(({ row }) => row) };
  return {
    grid: { ...grid, rows: [...grid.rows.slice(0, sheet.headerRow), header, ...data] },
    sheet: own,
    rows: moved.map((row) => ({ ...row, sheet: own })),
  };
}

/** The records that a person had made for names, as a sheet of Fieldbook's own form: other rows refer to them. */
export function returnedNames(
  definition: AnyRecordDefinition,
  named: readonly ReturnedRow[],
  language: Language,
): ReturnedTable | null {
  const layout = named[0]?.sheet.layout;
  if (layout === undefined) return null;
  const used = new Set(named.flatMap(({ sheet }) => [...sheet.positions.keys()]));
  const columns = layout.columns.filter(
    (column) => column.key === idColumnKey || used.has(columnAddress(column)),
  );
  const positions = new Map(columns.map((column, index) => [columnAddress(column), index]));
  const header = columns.map((column) => columnHeader(column, language));
  const name = definition.label.many[language];
  const rows = named.map((one, index) => {
    const { sheet, row } = one;
    const cells = columns.map((column): GridCell => {
      const position = sheet.positions.get(columnAddress(column));
      return position === undefined ? null : (row.cells[position] ?? null);
    });
    return { ...one, row: { ...withoutForeign(row), row: index + 2, cells } };
  });
  const sheet: IncomingSheet = {
    name,
    definition,
    layout,
    headerRow: 0,
    header,
    positions,
    hashIndexes: new Map(),
    rows: rows.map(({ row }) => row),
  };
  return {
    grid: { name, visibility: 'visible', rows: [header, ...sheet.rows.map(({ cells }) => cells)] },
    sheet,
    rows: rows.map((row) => ({ ...row, sheet })),
  };
}

/** Where each address stands: in the column that it was read from, else in one of its own behind the others. */
function returnedPositions(grid: SheetGrid, sheet: IncomingSheet): ReadonlyMap<string, number> {
  let next = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const taken = new Set<number>();
  const positions = new Map<string, number>();
  for (const address of sheet.positions.keys()) {
    const from = sheet.source?.get(address) ?? null;
    const isFree = from !== null && !taken.has(from);
    const position = isFree ? from : next++;
    taken.add(position);
    positions.set(address, position);
  }
  return positions.set(idColumnKey, next);
}

function returnedHeader(
  { definition, layout, header, converted = nothingConverted }: IncomingSheet,
  positions: ReadonlyMap<string, number>,
  language: Language,
): GridRow {
  const own = new Map(
    layout.columns.flatMap((column) => {
      const position = positions.get(columnAddress(column));
      return position === undefined ? [] : [[position, columnHeader(column, language)] as const];
    }),
  );
  const width = Math.max(header.length, ...[...positions.values()].map((position) => position + 1));
  // “Cost (1,000 KRW)” above whole won, or “Period” above first days, would not be true any more.
  const renamed = new Set([...converted].flatMap((address) => positions.get(address) ?? []));
  const texts = Array.from({ length: width }, (_, position) => {
    const text = cellText(header[position] ?? null).trim();
    return text === '' || renamed.has(position) ? (own.get(position) ?? '') : text;
  });
  const folded = texts.map((text) => foldText(text.replace(/[*＊]/gu, ' ')));
  const readTexts = new Set([...own.keys()].map((position) => folded[position]));
  return texts.map((text, position) => {
    if (text === '') return null;
    const field = own.get(position);
    if (field === undefined) {
      const wouldBeRead = readTexts.has(folded[position]) || addressOfHeader(definition, text) !== null;
      return wouldBeRead ? `${text} (${notRead[language]})` : text;
    }
    const isAlone = [...own.keys()].every(
      (other) => other === position || folded[other] !== folded[position],
    );
    return isAlone ? text : `${text} · ${field}`;
  });
}

function movedRow(
  row: IncomingRow,
  sheet: IncomingSheet,
  positions: ReadonlyMap<string, number>,
): IncomingRow {
  const cells: GridCell[] = [...(row.foreign?.cells ?? [])];
  for (const [address, position] of positions) {
    while (cells.length <= position) cells.push(null);
    const from = sheet.source?.get(address) ?? null;
    const isConverted = sheet.converted?.has(address) === true;
    if ((from === position && !isConverted) || address === idColumnKey) continue;
    const read = row.cells[sheet.positions.get(address) ?? -1];
    const isRead = from === null || (isConverted && row.foreign?.refused.has(address) !== true);
    const raw = from === null ? null : (row.foreign?.cells[from] ?? null);
    // Under its new header, without the table's title, “900” would be whole.
    const isDoubtful = row.foreign?.refused.get(address) === 'UNIT_MISSING';
    const cell = isRead ? read : isDoubtful ? `${cellText(raw)} ?` : raw;
    cells[position] = row.edited.has(address) ? (cell ?? null) : null;
  }
  return { ...withoutForeign(row), cells };
}

const nothingConverted: ReadonlySet<string> = new Set();

const withoutCells = (cells: GridRow, taken: ReadonlySet<number>): GridRow =>
  cells.map((cell, position) => (taken.has(position) ? null : cell));

function withoutSource({ source: _source, converted: _converted, ...sheet }: IncomingSheet): IncomingSheet {
  return sheet;
}

function withoutForeign({ foreign: _, ...row }: IncomingRow): IncomingRow {
  return row;
}
