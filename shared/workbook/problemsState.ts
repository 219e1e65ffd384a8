import type { RecordId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import { recordDefinitions } from '../records/registry.ts';
import type { CellContext } from '../schema/codec.ts';
import { cellText } from '../schema/codecs/cells.ts';
import { splitPath } from '../schema/migrations.ts';
import type { StoredRecord } from '../sync/record.ts';
import { parseStamp, type Stamp } from '../sync/stamp.ts';
import { cellHash } from './cellHash.ts';
import { columnAddress, columnHeader, idColumnKey } from './columns.ts';
import type { IncomingRow, IncomingSheet, IncomingWorkbook } from './incomingRows.ts';
import { recordRow, stateRow } from './recordSheet.ts';
import type { ReturnedRow } from './returnedRows.ts';
import type { StateHeader, StateSheet, WorkbookState } from './state.ts';
import { cellHashes, type StateRow } from './stateRows.ts';

export interface ReturnedWorkbook {
  readonly incoming: IncomingWorkbook;
  readonly rows: readonly ReturnedRow[];
  /** What its edits were stamped with. */
  readonly editStamp: Stamp;
  /** How its cells are read. */
  readonly cells: CellContext;
  /** Names of its sheets in the workbook that goes back. */
  readonly nameOf: (sheet: IncomingSheet) => string;
}

/**
 * The hidden state of a workbook that goes back to be corrected: that of the replica which the workbook was with its
 * edits. What was taken is no edit any more but what was exported, with the very stamps that it was taken with. What
 * was rejected is still an edit of what the first exporter had; a rejected new row has its id now, and nothing else.
 */
export function problemsState(returned: ReturnedWorkbook): WorkbookState {
  const { incoming, rows } = returned;
  const sheets = stateSheets(returned);
  const columnsByType = new Map(sheets.map(({ type, columns }) => [type, columns]));
  const stateRows = new Map<RecordId, StateRow>((incoming.state?.rows ?? []).map((row) => [row.id, row]));
  for (const one of rows) {
    const row = stateRowOf(one, columnsByType.get(one.sheet.definition.type) ?? [], returned.cells);
    // Of two rows with one id the second is rejected; the first tells what the record is.
    if (row !== null && (!one.isRejected || !stateRows.has(row.id))) stateRows.set(row.id, row);
  }
  return { header: headerOf(returned, sheets), rows: [...stateRows.values()] };
}

function headerOf(
  { incoming, editStamp, cells }: ReturnedWorkbook,
  sheets: readonly StateSheet[],
): StateHeader {
  const header = incoming.state?.header;
  const language: Language = cells.language;
  return {
    // The ids of rows that are added later follow from it: they must be those of the workbook that came in.
    workbookId: header?.workbookId ?? 'foreign',
    device: parseStamp(editStamp).device,
    exportStamp: editStamp,
    by: header?.by ?? '',
    at: header?.at ?? 0,
    language,
    scope: header?.scope ?? { kind: 'all', centerId: null, from: null, to: null },
    redacted: header?.redacted ?? false,
    template: header?.template ?? false,
    sample: header?.sample ?? false,
    seen: header?.seen ?? {},
    versions: header?.versions ?? Object.fromEntries(recordDefinitions.map((one) => [one.type, one.version])),
    sheets,
  };
}

function stateSheets({ incoming, nameOf }: ReturnedWorkbook): readonly StateSheet[] {
  const columns = new Map<string, string[]>();
  for (const { definition, layout, positions } of incoming.sheets) {
    const known = columns.get(definition.type) ?? exportedColumns(incoming, definition.type);
    columns.set(definition.type, known);
    const fields = new Set([...positions.keys()].map((address) => splitPath(address).field));
    // All parts of a field, also those that the sheet has no column for: a value is compared as a whole.
    for (const column of layout.columns) {
      const address = columnAddress(column);
      if (fields.has(column.key) && !known.includes(address)) known.push(address);
    }
  }
  const present = incoming.sheets.map((sheet): StateSheet => {
    const { type } = sheet.definition;
    return {
      type,
      name: nameOf(sheet),
      columns: columns.get(type) ?? [],
      hash: '',
      headerRow: sheet.headerRow,
      headers: headersOf(sheet),
    };
  });
  const missing = (incoming.state?.header.sheets ?? []).filter(({ type }) => !columns.has(type));
  return [...present, ...missing];
}

const exportedColumns = ({ state }: IncomingWorkbook, type: string): string[] => [
  ...(state?.header.sheets.find((sheet) => sheet.type === type)?.columns ?? []),
];

/** Each header as the sheet has it, with what it means. */
function headersOf({ layout, positions, header }: IncomingSheet): NonNullable<StateSheet['headers']> {
  return layout.columns.flatMap((column): (readonly [string, string])[] => {
    const address = columnAddress(column);
    const position = positions.get(address);
    if (position === undefined)
      return column.key === idColumnKey ? [[columnHeader(column, 'en'), address]] : [];
    const text = cellText(header[position] ?? null).trim();
    return [[text === '' ? columnHeader(column, 'en') : text, address]];
  });
}

function stateRowOf(
  { sheet, row, isRejected, record }: ReturnedRow,
  columns: readonly string[],
  cells: CellContext,
): StateRow | null {
  if (isRejected) return row.isNew && row.badId === null ? promised(sheet, row) : row.state;
  // Where nothing says when a row was written, nothing does in the workbook that goes back.
  if (row.state === null && !row.isNew && row.isPasted !== true) return null;
  if (row.edited.size === 0 || record === null) return row.state;
  return takenRow(sheet, row, record, columns, cells);
}

function promised({ definition }: IncomingSheet, { id }: IncomingRow): StateRow {
  return {
    type: definition.type,
    id,
    deleted: false,
    deletedSeeing: [],
    stamps: {},
    knows: {},
    siblings: {},
    resolved: {},
    hashes: '',
    values: {},
    createdBy: '',
    createdAt: 0,
    sample: false,
  };
}

/** A row whose edits were taken; of fields that could not be told from their cells, what the exporter said stays. */
function takenRow(
  { definition, layout }: IncomingSheet,
  { state }: IncomingRow,
  record: StoredRecord,
  columns: readonly string[],
  cells: CellContext,
): StateRow {
  const told = new Set(Object.keys(record.stamps).map((path) => splitPath(path).field));
  const canonical = recordRow(layout, record, cells);
  const hashByAddress = new Map(
    layout.columns.map((column, index) => [columnAddress(column), cellHash(canonical[index] ?? null)]),
  );
  const before = cellHashes(state?.hashes ?? '');
  const hashes = columns.map((address, index) => {
    const { field } = splitPath(address);
    const isTold = field === idColumnKey || told.has(field);
    return (isTold ? hashByAddress.get(address) : before[index]) ?? '';
  });
  const made = stateRow(definition, layout, record, hashes.join(','), false);
  if (state === null) return made;
  const untold = Object.entries(state.values).filter(([field]) => !told.has(field));
  return {
    ...made,
    stamps: { ...state.stamps, ...made.stamps },
    knows: { ...state.knows, ...made.knows },
    values: { ...Object.fromEntries(untold), ...made.values },
  };
}
