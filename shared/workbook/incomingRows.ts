import type { DateSystem } from '../core/dates.ts';
import { sha256Hex } from '../core/hashing.ts';
import { derivedRecordId, isRecordId, type RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { foldText } from '../core/text.ts';
import type { ValueProblemCode } from '../messages/valueProblems.ts';
import { cellText, isEmptyCell } from '../schema/codecs/cells.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { gridHash, hashLine, normalizedCell } from './cellHash.ts';
import { idColumnKey, type SheetLayout, sheetLayout } from './columns.ts';
import { correctionSheetName } from './correctionSheet.ts';
import { coverSheetName } from './coverSheet.ts';
import { dictionarySheetName } from './dictionarySheet.ts';
import { exportedRowNotes } from './exportedRows.ts';
import type { GridCell, GridRow, SavedBy, SheetGrid, WorkbookGrid } from './grid.ts';
import type { SheetMatch } from './headerMatching.ts';
import { historySheetName } from './historySheet.ts';
import type { PlanNote } from './importPlan.ts';
import { indicatorSheetName } from './indicatorSheet.ts';
import { listsSheetName } from './listsSheet.ts';
import { withoutReasons } from './reasonColumn.ts';
import { matchRecordSheet, type StateRows } from './recordSheets.ts';
import { sealCorrectionSheetName } from './sealCorrectionSheet.ts';
import { unshiftedRows } from './shiftedDates.ts';
import { slippedEdits } from './slippedEdits.ts';
import { slippedIds } from './slippedIds.ts';
import { isStateSheet, stateSheetName, type WorkbookState } from './state.ts';
import { cellHashes, type StateRow } from './stateRows.ts';
import { listSheetName as longListsSheetName } from './write/writeWorkbook.ts';

/** A sheet of a file that holds records of one type. */
export interface IncomingSheet {
  readonly name: string;
  readonly definition: AnyRecordDefinition;
  readonly layout: SheetLayout;
  /** Index of its header's row, and the header as it stands there. */
  readonly headerRow: number;
  readonly header: GridRow;
  /** Position in the file of each column address. */
  readonly positions: ReadonlyMap<string, number>;
  /** Index of each column address in the hashes of the state's rows. */
  readonly hashIndexes: ReadonlyMap<string, number>;
  readonly rows: readonly IncomingRow[];
  /**
   * Of a foreign table: the column of the file that each address was read from; null for what no column says. Its
   * `positions` count in `cells`, which hold what was read.
   */
  readonly source?: ReadonlyMap<string, number | null>;
  /** Of a foreign table: addresses that hold something else than their column does, such as one day of its periods. */
  readonly converted?: ReadonlySet<string>;
  /** Its rows are records that are made for names in a foreign table; no sheet of the file has them. */
  readonly isOfNames?: boolean;
}

export interface IncomingRow {
  /** As Excel numbers it. */
  readonly row: number;
  readonly cells: GridRow;
  /** The id as written; for a new row, the one that follows from its content. */
  readonly id: RecordId;
  readonly isNew: boolean;
  /** The text of an id cell that is no id. */
  readonly badId: string | null;
  /** What the exporter said of the record; null for new rows and where the state is missing. */
  readonly state: StateRow | null;
  /** Its id is none of those that the workbook was exported with: the row came out of another workbook. */
  readonly isPasted?: true;
  /** Addresses of the cells that differ from what was exported; all filled ones of a row without state. */
  readonly edited: ReadonlySet<string>;
  /** Its id stood beside another row; most of its cells, not all, tell what record it is. */
  readonly isToldByCells?: true;
  readonly foreign?: ForeignRow;
  /** A person said of a new row that it is one indeed, or that it edits the record further whose id it has. */
  readonly told?: 'new' | 'record';
}

/** What a row of a foreign table is besides what was read from it. */
export interface ForeignRow {
  /** As the file has them. */
  readonly cells: GridRow;
  /** Addresses whose cell its column's conventions cannot read, with the reason. */
  readonly refused: ReadonlyMap<string, ValueProblemCode>;
  /** What the row says, in a form that is the same for every importer. */
  readonly content: string;
  /** A person said that it is a new record, whatever it resembles. */
  readonly isTold?: true;
}

export interface IncomingWorkbook {
  readonly state: WorkbookState | null;
  readonly saved: SavedBy | null;
  readonly sheets: readonly IncomingSheet[];
  readonly notes: readonly PlanNote[];
  /** SHA-256 of everything that people changed or added, whatever the order or format of the rows. */
  readonly contentHash: string;
  readonly hasEdits: boolean;
}

interface SheetSearch {
  readonly state: WorkbookState | null;
  readonly stateRows: StateRows;
  readonly sheetNames: ReadonlySet<string>;
  readonly dateSystem: DateSystem;
}

/** Finds the record sheets of a file, matches their columns and rows, and tells what was edited since the export. */
export function incomingWorkbook(
  grid: WorkbookGrid,
  state: WorkbookState | null,
  readForeign: ForeignReader = () => null,
): IncomingWorkbook {
  const notes: PlanNote[] = [];
  const stateRows = new Map((state?.rows ?? []).map((row) => [row.id, row]));
  const sheetNames = new Set(grid.sheets.map(({ name }) => name));
  const search = { state, stateRows, sheetNames, dateSystem: grid.dateSystem };
  const sheets = grid.sheets
    .filter((sheet) => !isOwnSheet(sheet.name) && !isStateSheet(sheet) && sheet.visibility !== 'veryHidden')
    .map(withoutReasons)
    .flatMap((sheet) => {
      const foreign = state === null ? readForeign(sheet) : null;
      if (foreign !== null) {
        notes.push(...foreign.notes);
        return foreign.sheets;
      }
      const found = matchOf(sheet, search, notes);
      return found === null ? [] : [incomingSheet(sheet, found, search, notes)];
    });
  const edits = sheets.flatMap(editLines).sort();
  notes.push(...exportedRowNotes(sheets, state));
  return {
    state,
    saved: grid.saved ?? null,
    sheets,
    notes,
    contentHash: sha256Hex([state?.header.workbookId ?? 'foreign', ...edits].join('\n')),
    hasEdits: edits.length > 0,
  };
}

/** How somebody's own table is read; null for a sheet in Fieldbook's own form. */
export type ForeignReader = (
  sheet: SheetGrid,
) => { readonly sheets: readonly IncomingSheet[]; readonly notes: readonly PlanNote[] } | null;

/** A cell of a row by its column's address; null where the sheet lacks the column. */
export function cellAt(sheet: IncomingSheet, row: IncomingRow, address: string): GridCell {
  const position = sheet.positions.get(address);
  return position === undefined ? null : (row.cells[position] ?? null);
}

/** A sheet that Fieldbook writes for people or for itself and never reads records from. */
export function isOwnSheet(name: string): boolean {
  const own: readonly Label[] = [
    coverSheetName,
    historySheetName,
    indicatorSheetName,
    dictionarySheetName,
    correctionSheetName,
    sealCorrectionSheetName,
  ];
  const folded = foldText(name);
  return (
    // A program that knows no very hidden sheets saves them as hidden or visible ones.
    [stateSheetName, listsSheetName, longListsSheetName].includes(name) ||
    own.some(({ en, ko }) => foldText(en) === folded || foldText(ko) === folded)
  );
}

function matchOf(
  sheet: SheetGrid,
  { state, stateRows, sheetNames }: SheetSearch,
  notes: PlanNote[],
): SheetMatch | null {
  if (sheet.rows.every((row) => row.every(isEmptyCell))) return null;
  const found = matchRecordSheet(sheet, state, stateRows, sheetNames);
  if (found === null) {
    notes.push({ code: 'UNKNOWN_SHEET', params: { sheet: sheet.name } });
    return null;
  }
  notes.push(...found.notes);
  return found.match;
}

function incomingSheet(
  sheet: SheetGrid,
  match: SheetMatch,
  search: SheetSearch,
  notes: PlanNote[],
): IncomingSheet {
  const { definition, positions, headerRow } = match;
  const { state, stateRows } = search;
  const layout = sheetLayout(definition, false);
  const { dataRows, hashes, untouched, inPlace, hashIndexes, idOf, toldByCells } = dataOf(
    sheet,
    match,
    search,
    notes,
  );
  const addresses = [...positions.keys()].filter((address) => address !== idColumnKey).sort();
  const places = addresses.map((address) => positions.get(address) ?? -1);
  const newIdOf = newIds(definition.type, state?.header.workbookId ?? 'foreign');
  const rows: IncomingRow[] = [];
  dataRows.forEach((cells, index) => {
    const cellOf = (address: string): GridCell => cells[positions.get(address) ?? -1] ?? null;
    const idText = idOf(cells, index);
    const hasId = isRecordId(idText);
    // A row whose hidden id stayed when its cells were emptied is still that record's row.
    if (!hasId && places.every((place) => isEmptyCell(cells[place] ?? null))) return;
    const base = { row: headerRow + index + 2, cells };
    if (!hasId) {
      const id = newIdOf(addresses.map((address) => `${address}=${normalizedCell(cellOf(address))}`));
      const edited = filledAddresses(addresses, cellOf);
      rows.push({ ...base, id, isNew: true, badId: idText === '' ? null : idText, state: null, edited });
      return;
    }
    const known = stateRows.get(idText);
    const own = known?.type === definition.type && !known.deleted ? known : null;
    const same = untouched || (inPlace && own !== null && own.hashes === hashes[index]);
    const edited = same
      ? noneEdited
      : own === null
        ? filledAddresses(addresses, cellOf)
        : editedAddresses(own, addresses, hashIndexes, positions, hashes[index] ?? '');
    // An id that was copied from another sheet must not give two records one name.
    const badId = known === undefined || known.type === definition.type ? null : idText;
    const told = toldByCells.has(index) ? { isToldByCells: true as const } : {};
    const pasted = state !== null && own === null ? { isPasted: true as const } : {};
    rows.push({ ...base, id: idText, isNew: false, badId, state: own, edited, ...told, ...pasted });
  });
  const header = sheet.rows[headerRow] ?? [];
  return { name: sheet.name, definition, layout, headerRow, header, positions, hashIndexes, rows };
}

/** Ids that follow from the cells of new rows; rows that are alike are told by their number. */
function newIds(type: string, namespace: string): (cells: readonly string[]) => RecordId {
  const uses = new Map<string, number>();
  return (cells) => {
    const content = cells.join('\u0001');
    const occurrence = uses.get(content) ?? 0;
    uses.set(content, occurrence + 1);
    return derivedRecordId(namespace, type, content, String(occurrence));
  };
}

interface SheetData {
  readonly dataRows: readonly GridRow[];
  /** The hash line of each row; none where there is nothing to compare them with. */
  readonly hashes: readonly string[];
  /** Nobody changed anything since the export. */
  readonly untouched: boolean;
  /** Every column stands where it was exported. */
  readonly inPlace: boolean;
  readonly hashIndexes: ReadonlyMap<string, number>;
  /** The text of a row's id cell, or the id that its cells belong to. */
  readonly idOf: (cells: GridRow, index: number) => string;
  /** Rows whose id follows from most of their cells. */
  readonly toldByCells: ReadonlyMap<number, RecordId>;
}

const noneTold: SheetData['toldByCells'] = new Map();

/** The rows below the header, with what a program or a slip of the hand did to all of them put right. */
function dataOf(
  sheet: SheetGrid,
  { definition, positions, headerRow }: SheetMatch,
  { state, stateRows, dateSystem }: SheetSearch,
  notes: PlanNote[],
): SheetData {
  const written = sheet.rows.slice(headerRow + 1);
  const idOf = (cells: GridRow): string => cellText(cells[positions.get(idColumnKey) ?? -1] ?? null).trim();
  const original = state?.header.sheets.find(({ type }) => type === definition.type);
  if (original === undefined) {
    const hashIndexes = new Map<string, number>();
    return {
      dataRows: written,
      hashes: [],
      untouched: false,
      inPlace: false,
      hashIndexes,
      idOf,
      toldByCells: noneTold,
    };
  }
  const hashIndexes = new Map(original.columns.map((address, index) => [address, index]));
  const exportedOf = (cells: GridRow): StateRow | undefined => {
    const id = idOf(cells);
    return isRecordId(id) ? stateRows.get(id) : undefined;
  };
  const { rows: dataRows, count } = unshiftedRows(written, dateSystem, exportedOf, (position) => {
    const address = [...positions].find(([, place]) => place === position)?.[0] ?? '';
    return hashIndexes.get(address) ?? -1;
  });
  if (count > 0) notes.push({ code: 'DATES_SHIFTED', params: { sheet: sheet.name, count } });
  const hashes = dataRows.map(hashLine);
  const inPlace = original.columns.every((address, index) => positions.get(address) === index);
  if (inPlace && gridHash(hashes) === original.hash) {
    return { dataRows, hashes, untouched: true, inPlace, hashIndexes, idOf, toldByCells: noneTold };
  }
  const columns = original.columns.flatMap((address, index) =>
    address === idColumnKey ? [] : [{ index, position: positions.get(address) ?? -1 }],
  );
  // A row that was rejected before has an id that is only promised, and no cells with which it was exported.
  const exported = [...stateRows.values()].filter(
    ({ type, deleted, hashes: line }) => type === original.type && !deleted && line !== '',
  );
  const rowsNow = dataRows.map((cells, row) => {
    const now = cellHashes(hashes[row] ?? '');
    const own = exportedOf(cells);
    return {
      id: own === undefined || own.hashes === '' ? null : own.id,
      hashes: columns.map(({ position }) => now[position] ?? ''),
    };
  });
  const rowsThen = exported.map(({ id, hashes: line }) => {
    const then = cellHashes(line);
    return { id, hashes: columns.map(({ index }) => then[index] ?? '') };
  });
  const slipped = slippedIds(rowsNow, rowsThen);
  const toldByCells = slippedEdits(rowsNow, rowsThen, slipped);
  const ids = new Map([...slipped, ...toldByCells]);
  if (ids.size > 0) notes.push({ code: 'IDS_SLIPPED', params: { sheet: sheet.name, count: ids.size } });
  const realIdOf = (cells: GridRow, index: number): string => ids.get(index) ?? idOf(cells);
  return { dataRows, hashes, untouched: false, inPlace, hashIndexes, idOf: realIdOf, toldByCells };
}

const noneEdited: ReadonlySet<string> = new Set();

function editedAddresses(
  state: StateRow,
  addresses: readonly string[],
  hashIndexes: ReadonlyMap<string, number>,
  positions: ReadonlyMap<string, number>,
  hashLineNow: string,
): ReadonlySet<string> {
  const edited = new Set<string>();
  const exported = cellHashes(state.hashes);
  const now = cellHashes(hashLineNow);
  for (const address of addresses) {
    const index = hashIndexes.get(address);
    const before = index === undefined ? '' : (exported[index] ?? '');
    if ((now[positions.get(address) ?? -1] ?? '') !== before) edited.add(address);
  }
  return edited;
}

/** Of a row of which the exporter says nothing, every filled cell is a statement. */
function filledAddresses(
  addresses: readonly string[],
  cellOf: (address: string) => GridCell,
): ReadonlySet<string> {
  return new Set(addresses.filter((address) => !isEmptyCell(cellOf(address))));
}

function editLines(sheet: IncomingSheet): readonly string[] {
  return sheet.rows.flatMap((row) =>
    row.foreign !== undefined
      ? [`${row.id}\u0001${row.foreign.content}`]
      : [...row.edited].map(
          (address) => `${row.id}\u0001${address}\u0001${normalizedCell(cellAt(sheet, row, address))}`,
        ),
  );
}
