import { isRecordId, type RecordId } from '../core/ids.ts';
import { recordDefinitions } from '../records/registry.ts';
import { cellText, isEmptyCell } from '../schema/codecs/cells.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { cellHash } from './cellHash.ts';
import { columnAddress, columnHeader, idColumnKey, sheetLayout } from './columns.ts';
import type { GridRow, SheetGrid } from './grid.ts';
import { addressOfHeader, matchSheet, matchType, type SheetMatch } from './headerMatching.ts';
import type { PlanNote } from './importPlan.ts';
import type { StateSheet, WorkbookState } from './state.ts';
import { cellHashes, type StateRow } from './stateRows.ts';

export type StateRows = ReadonlyMap<RecordId, StateRow>;

export interface MatchedSheet {
  readonly match: SheetMatch;
  readonly notes: readonly PlanNote[];
}

/**
 * The record type and columns of a sheet, and what happened to the sheet and its columns since the export. The ids in
 * it tell what it is under any name: people rename, copy and exchange sheets.
 */
export function matchRecordSheet(
  sheet: SheetGrid,
  state: WorkbookState | null,
  stateRows: StateRows,
  sheetNames: ReadonlySet<string>,
): MatchedSheet | null {
  const named = state?.header.sheets.find(({ name }) => name === sheet.name);
  // Most sheets bear the name that they were exported under; their cells need not be looked through for ids.
  const idType = () => typeOfIds(sheet.rows, stateRows);
  const found = matchOfName(sheet, named) ?? matchOfType(sheet, idType() ?? named?.type) ?? matchSheet(sheet);
  if (found === null || found.positions.size === 0) return null;
  const original = state?.header.sheets.find(({ type }) => type === found.definition.type) ?? null;
  if (original === null) return { match: found, notes: columnNotes(sheet, found, null, new Map()) };
  const isNamed = original.name === sheet.name;
  const isAdded = !isNamed && sheetNames.has(original.name) && idType() === undefined;
  // Of a sheet that somebody made nothing is missing.
  if (isAdded) {
    const note = nameNote(sheet, original, 'SHEET_ADDED');
    return { match: found, notes: [note, ...columnNotes(sheet, found, null, new Map())] };
  }
  const renamed = renamedColumns(sheet, found, original, stateRows);
  const match = { ...found, positions: new Map([...found.positions, ...renamed]) };
  const code = sheetNames.has(original.name) ? 'SHEET_COPIED' : 'SHEET_RENAMED';
  const name = isNamed ? [] : [nameNote(sheet, original, code)];
  return { match, notes: [...name, ...columnNotes(sheet, match, original, renamed)] };
}

/** By its name as exported, when most of its headings are there: names are exchanged more easily than headings. */
function matchOfName(sheet: SheetGrid, named: StateSheet | undefined): SheetMatch | null {
  const match = matchOfType(sheet, named?.type, named?.headers);
  const columns = named?.headers?.map(([, address]) => address) ?? named?.columns ?? [];
  const there = columns.filter((address) => match?.positions.has(address) === true);
  return there.length * 2 > columns.length ? match : null;
}

function matchOfType(
  sheet: SheetGrid,
  type: string | undefined,
  headers?: StateSheet['headers'],
): SheetMatch | null {
  const definition = definitionOfType(type);
  return definition === null ? null : matchType(definition, sheet.rows, headers);
}

const definitionOfType = (type: string | undefined): AnyRecordDefinition | null =>
  recordDefinitions.find((definition) => definition.type === type) ?? null;

/** The type of most records whose ids stand in the sheet; null for none that the workbook was exported with. */
function typeOfIds(rows: readonly GridRow[], stateRows: StateRows): string | undefined {
  if (stateRows.size === 0) return undefined;
  const counts = new Map<string, number>();
  for (const row of rows) {
    // The row's own id stands last; others are of records that have no name.
    const cell = row.findLast((one) => typeof one === 'string' && one.length === idLength);
    const type = typeof cell === 'string' ? typeOfId(cell, stateRows) : null;
    if (type !== null) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const idLength = 36;

const typeOfId = (text: string, stateRows: StateRows): string | null =>
  isRecordId(text) ? (stateRows.get(text)?.type ?? null) : null;

const nameNote = (
  sheet: SheetGrid,
  original: StateSheet,
  code: 'SHEET_ADDED' | 'SHEET_COPIED' | 'SHEET_RENAMED',
): PlanNote => ({ code, params: { sheet: sheet.name, was: original.name } });

/** Columns whose heading is not known any more but whose cells are those of a column that seems to be missing. */
function renamedColumns(
  { rows }: SheetGrid,
  { headerRow, positions }: SheetMatch,
  original: StateSheet,
  stateRows: StateRows,
): ReadonlyMap<string, number> {
  const missing = original.columns.flatMap((address, index) =>
    positions.has(address) ? [] : [{ address, index }],
  );
  const idPosition = positions.get(idColumnKey);
  if (missing.length === 0 || idPosition === undefined) return new Map();
  const data = rows.slice(headerRow + 1);
  const known = new Set(positions.values());
  const found = new Map<string, number>();
  (rows[headerRow] ?? []).forEach((header, position) => {
    if (known.has(position) || isEmptyCell(header)) return;
    const best = missing
      .filter(({ address }) => !found.has(address))
      .map(({ address, index }) => ({
        address,
        share: shareOfCells(data, position, idPosition, index, stateRows),
      }))
      .sort((a, b) => b.share - a.share)[0];
    if (best !== undefined && best.share >= 0.5) found.set(best.address, position);
  });
  return found;
}

/** Of the cells that the column had at the export, the part that stands in the other column now. */
function shareOfCells(
  data: readonly GridRow[],
  position: number,
  idPosition: number,
  index: number,
  stateRows: StateRows,
): number {
  let filled = 0;
  let same = 0;
  for (const cells of data) {
    const id = cellText(cells[idPosition] ?? null).trim();
    const hash = isRecordId(id) ? (cellHashes(stateRows.get(id)?.hashes ?? '')[index] ?? '') : '';
    if (hash === '') continue;
    filled += 1;
    if (cellHash(cells[position] ?? null) === hash) same += 1;
  }
  return filled === 0 ? 0 : same / filled;
}

function columnNotes(
  sheet: SheetGrid,
  match: SheetMatch,
  original: StateSheet | null,
  renamed: ReadonlyMap<string, number>,
): readonly PlanNote[] {
  return [
    ...hiddenNotes(sheet, match),
    ...unknownColumns(sheet, match, renamed),
    ...(original === null ? [] : renamedNotes(sheet, match, renamed)),
    ...(original === null ? [] : missingNotes(sheet, match, original)),
    ...(original !== null && isMoved(match, original)
      ? [{ code: 'COLUMNS_MOVED' as const, params: { sheet: sheet.name } }]
      : []),
  ];
}

/** The id column is hidden from the start. */
function hiddenNotes(sheet: SheetGrid, { positions }: SheetMatch): readonly PlanNote[] {
  const { hiddenRows = 0, hiddenColumns = [] } = sheet;
  const known = [...positions].filter(([address]) => address !== idColumnKey).map(([, position]) => position);
  const columns = known.filter((position) => hiddenColumns.includes(position)).length;
  const params = (count: number) => ({ sheet: sheet.name, count });
  return [
    ...(hiddenRows > 0 ? [{ code: 'ROWS_HIDDEN' as const, params: params(hiddenRows) }] : []),
    ...(columns > 0 ? [{ code: 'COLUMNS_HIDDEN' as const, params: params(columns) }] : []),
  ];
}

function unknownColumns(
  sheet: SheetGrid,
  { definition, headerRow, positions }: SheetMatch,
  renamed: ReadonlyMap<string, number>,
): readonly PlanNote[] {
  const known = new Set([...positions.values(), ...renamed.values()]);
  return (sheet.rows[headerRow] ?? []).flatMap((header, position): PlanNote[] => {
    if (known.has(position) || isEmptyCell(header)) return [];
    const params = { sheet: sheet.name, column: cellText(header).trim() };
    const code = addressOfHeader(definition, header) === null ? 'UNKNOWN_COLUMN' : 'COLUMN_TWICE';
    return [{ code, params }];
  });
}

function renamedNotes(
  sheet: SheetGrid,
  { definition, headerRow }: SheetMatch,
  renamed: ReadonlyMap<string, number>,
): readonly PlanNote[] {
  return columnsOf(definition).flatMap(({ address, header }): PlanNote[] => {
    const position = renamed.get(address);
    if (position === undefined) return [];
    const column = cellText(sheet.rows[headerRow]?.[position] ?? null).trim();
    return [{ code: 'COLUMN_RENAMED', params: { sheet: sheet.name, column, was: header } }];
  });
}

function missingNotes(
  sheet: SheetGrid,
  { definition, positions }: SheetMatch,
  original: StateSheet,
): readonly PlanNote[] {
  return (
    columnsOf(definition)
      .filter(({ address }) => !positions.has(address) && original.columns.includes(address))
      // Of somebody's own table, the parts of a field that it never had are known too.
      .filter(({ address }) => original.headers?.some(([, known]) => known === address) !== false)
      .map(({ header }) => ({ code: 'MISSING_COLUMN', params: { sheet: sheet.name, column: header } }))
  );
}

const columnsOf = (definition: AnyRecordDefinition) =>
  sheetLayout(definition, false).columns.map((column) => ({
    address: columnAddress(column),
    header: { en: columnHeader(column, 'en'), ko: columnHeader(column, 'ko') },
  }));

function isMoved({ positions }: SheetMatch, { columns }: StateSheet): boolean {
  const places = columns.flatMap((address) => positions.get(address) ?? []);
  return places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0));
}
