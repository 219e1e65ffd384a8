import { sha256Hex } from '../core/hashing.ts';
import { derivedRecordId, isRecordId, type RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { foldText } from '../core/text.ts';
import type { ValueProblemCode } from '../messages/valueProblems.ts';
import { recordDefinitions } from '../records/registry.ts';
import { cellText, isEmptyCell } from '../schema/codecs/cells.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { gridHash, normalizedCell, rowHashes } from './cellHash.ts';
import { columnAddress, columnHeader, idColumnKey, type SheetLayout, sheetLayout } from './columns.ts';
import { coverSheetName } from './coverSheet.ts';
import { dictionarySheetName } from './dictionarySheet.ts';
import type { GridCell, GridRow, SheetGrid, WorkbookGrid } from './grid.ts';
import { matchHeader, matchSheet, type SheetMatch } from './headerMatching.ts';
import { historySheetName } from './historySheet.ts';
import type { PlanNote } from './importPlan.ts';
import { indicatorSheetName } from './indicatorSheet.ts';
import { listsSheetName } from './listsSheet.ts';
import { type StateRow, type StateSheet, stateSheetName, type WorkbookState } from './state.ts';
import { listSheetName as longListsSheetName } from './write/writeWorkbook.ts';

/** A sheet of a file that holds records of one type. */
export interface IncomingSheet {
  readonly name: string;
  readonly definition: AnyRecordDefinition;
  readonly layout: SheetLayout;
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
  /** Addresses of the cells that differ from what was exported; all filled ones of a row without state. */
  readonly edited: ReadonlySet<string>;
  readonly foreign?: ForeignRow;
}

/** What a row of a foreign table is besides what was read from it. */
export interface ForeignRow {
  /** As the file has them. */
  readonly cells: GridRow;
  /** Addresses whose cell its column's conventions cannot read, with the reason. */
  readonly refused: ReadonlyMap<string, ValueProblemCode>;
  /** What the row says, in a form that is the same for every importer. */
  readonly content: string;
}

export interface IncomingWorkbook {
  readonly state: WorkbookState | null;
  readonly sheets: readonly IncomingSheet[];
  readonly notes: readonly PlanNote[];
  /** SHA-256 of everything that people changed or added, whatever the order or format of the rows. */
  readonly contentHash: string;
  readonly hasEdits: boolean;
}

/** Finds the record sheets of a file, matches their columns and rows, and tells what was edited since the export. */
export function incomingWorkbook(
  grid: WorkbookGrid,
  state: WorkbookState | null,
  readForeign: ForeignReader = () => null,
): IncomingWorkbook {
  const notes: PlanNote[] = [];
  const stateRows = new Map((state?.rows ?? []).map((row) => [row.id, row]));
  const sheets = grid.sheets
    .filter((sheet) => !isOwnSheet(sheet.name) && sheet.visibility !== 'veryHidden')
    .flatMap((sheet) => {
      const foreign = state === null ? readForeign(sheet) : null;
      if (foreign !== null) {
        notes.push(...foreign.notes);
        return foreign.sheets;
      }
      const found = matchOf(sheet, state, notes);
      return found === null ? [] : [incomingSheet(sheet, found, state, stateRows)];
    });
  const edits = sheets.flatMap(editLines).sort();
  return {
    state,
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

/** Sheets that Fieldbook writes beside the records. */
export function isOwnSheet(name: string): boolean {
  const own: readonly Label[] = [coverSheetName, historySheetName, indicatorSheetName, dictionarySheetName];
  const folded = foldText(name);
  return (
    // A program that knows no very hidden sheets saves them as hidden or visible ones.
    [stateSheetName, listsSheetName, longListsSheetName].includes(name) ||
    own.some(({ en, ko }) => foldText(en) === folded || foldText(ko) === folded)
  );
}

function matchOf(sheet: SheetGrid, state: WorkbookState | null, notes: PlanNote[]): SheetMatch | null {
  if (sheet.rows.every((row) => row.every(isEmptyCell))) return null;
  const exported = state?.header.sheets.find(({ name }) => name === sheet.name);
  const definition = recordDefinitions.find(({ type }) => type === exported?.type);
  const match = definition === undefined ? matchSheet(sheet) : matchHeader(definition, sheet.rows, 0);
  if (match === null || match.positions.size === 0) {
    notes.push({ code: 'UNKNOWN_SHEET', params: { sheet: sheet.name } });
    return null;
  }
  for (const header of match.unknown) {
    notes.push({ code: 'UNKNOWN_COLUMN', params: { sheet: sheet.name, column: header } });
  }
  const original = state?.header.sheets.find(({ type }) => type === match.definition.type);
  if (original !== undefined && exported === undefined) {
    notes.push({ code: 'SHEET_RENAMED', params: { sheet: sheet.name, was: original.name } });
  }
  noteMissingColumns(sheet, match, original, notes);
  return match;
}

function noteMissingColumns(
  sheet: SheetGrid,
  match: SheetMatch,
  original: StateSheet | undefined,
  notes: PlanNote[],
): void {
  const { columns } = sheetLayout(match.definition, false);
  for (const column of columns) {
    const address = columnAddress(column);
    if (original === undefined || match.positions.has(address) || !original.columns.includes(address))
      continue;
    const header = { en: columnHeader(column, 'en'), ko: columnHeader(column, 'ko') };
    notes.push({ code: 'MISSING_COLUMN', params: { sheet: sheet.name, column: header } });
  }
}

function incomingSheet(
  sheet: SheetGrid,
  match: SheetMatch,
  state: WorkbookState | null,
  stateRows: ReadonlyMap<RecordId, StateRow>,
): IncomingSheet {
  const { definition, positions, headerRow } = match;
  const layout = sheetLayout(definition, false);
  const original = state?.header.sheets.find(({ type }) => type === definition.type);
  const hashIndexes = new Map((original?.columns ?? []).map((address, index) => [address, index]));
  const dataRows = sheet.rows.slice(headerRow + 1);
  const hashes = original === undefined ? [] : rowHashes(dataRows);
  const untouched = original !== undefined && gridHash(hashes) === original.hash;
  const namespace = state?.header.workbookId ?? 'foreign';
  const uses = new Map<string, number>();
  const addresses = [...positions.keys()].filter((address) => address !== idColumnKey).sort();
  const places = addresses.map((address) => positions.get(address) ?? -1);
  const rows: IncomingRow[] = [];
  dataRows.forEach((cells, index) => {
    const cellOf = (address: string): GridCell => cells[positions.get(address) ?? -1] ?? null;
    const idText = cellText(cellOf(idColumnKey)).trim();
    // A row whose hidden id stayed when its cells were emptied is still that record's row.
    if (!isRecordId(idText) && places.every((place) => isEmptyCell(cells[place] ?? null))) return;
    const base = { row: headerRow + index + 2, cells };
    if (isRecordId(idText)) {
      const known = stateRows.get(idText);
      const own = known?.type === definition.type && !known.deleted ? known : null;
      const edited = untouched
        ? noneEdited
        : own === null
          ? filledAddresses(addresses, cellOf)
          : editedAddresses(own, addresses, hashIndexes, positions, hashes[index] ?? []);
      rows.push({ ...base, id: idText, isNew: false, badId: null, state: own, edited });
      return;
    }
    const content = addresses
      .map((address) => `${address}=${normalizedCell(cellOf(address))}`)
      .join('\u0001');
    const occurrence = uses.get(content) ?? 0;
    uses.set(content, occurrence + 1);
    const id = derivedRecordId(namespace, definition.type, content, String(occurrence));
    const filled = filledAddresses(addresses, cellOf);
    rows.push({
      ...base,
      id,
      isNew: true,
      badId: idText === '' ? null : idText,
      state: null,
      edited: filled,
    });
  });
  return { name: sheet.name, definition, layout, positions, hashIndexes, rows };
}

const noneEdited: ReadonlySet<string> = new Set();

function editedAddresses(
  state: StateRow,
  addresses: readonly string[],
  hashIndexes: ReadonlyMap<string, number>,
  positions: ReadonlyMap<string, number>,
  hashes: readonly string[],
): ReadonlySet<string> {
  const edited = new Set<string>();
  for (const address of addresses) {
    const index = hashIndexes.get(address);
    const before = index === undefined ? '' : (state.hashes[index] ?? '');
    if ((hashes[positions.get(address) ?? -1] ?? '') !== before) edited.add(address);
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
