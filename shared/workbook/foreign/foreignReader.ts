import type { RecordId } from '../../core/ids.ts';
import { isEmptyCell } from '../../schema/codecs/cells.ts';
import { idColumnKey } from '../columns.ts';
import type { SheetGrid, WorkbookGrid } from '../grid.ts';
import { matchSheet } from '../headerMatching.ts';
import type { PlanNote } from '../importPlan.ts';
import { type ForeignReader, isOwnSheet } from '../incomingRows.ts';
import { isStateSheet } from '../state.ts';
import { sureConfidence } from './assignColumns.ts';
import { type ForeignTable, foreignTable } from './foreignTable.ts';
import type { SheetMapping, WorkbookMapping } from './mapping.ts';
import type { RowKind } from './rowKinds.ts';
import { type Knowledge, suggestSheet } from './suggestSheet.ts';
import { translateSheet } from './translateSheet.ts';

/**
 * The sheets of a file that are somebody's own tables, to be read through a mapping. A workbook with the hidden state
 * has none, and a sheet in Fieldbook's own form with a column of ids is none, though it lost the state.
 */
export function foreignSheets(grid: WorkbookGrid): readonly SheetGrid[] {
  if (grid.sheets.some(isStateSheet)) return [];
  return grid.sheets.filter(isForeignSheet);
}

function isForeignSheet(sheet: SheetGrid): boolean {
  if (sheet.visibility === 'veryHidden' || isOwnSheet(sheet.name) || isStateSheet(sheet)) return false;
  if (sheet.rows.every((row) => row.every(isEmptyCell))) return false;
  return matchSheet(sheet)?.positions.has(idColumnKey) !== true;
}

/** The mapping that is used where no person looks: what was suggested, without guesses. */
export function sureMapping(sheet: SheetGrid, knowledge: Knowledge): SheetMapping {
  const { mapping, assignments } = suggestSheet(sheet, knowledge);
  return {
    ...mapping,
    columns: mapping.columns.map((column, index) =>
      (assignments[index]?.confidence ?? 0) >= sureConfidence ? column : { ...column, address: null },
    ),
  };
}

/** Reads foreign sheets as a mapping says; without one, as far as nobody needs to be asked. */
export function foreignReader(mapping: WorkbookMapping | null, knowledge: Knowledge): ForeignReader {
  const namesMade = new Set<RecordId>();
  return (sheet) => {
    if (!isForeignSheet(sheet)) return null;
    const own = mapping?.sheets.find((one) => one.sheet === sheet.name) ?? null;
    const table = foreignTable(sheet, own ?? sureMapping(sheet, knowledge));
    const read = translateSheet(table, mapping ?? noDecisionsMade, knowledge, namesMade);
    if (read === null) {
      const code = own === null ? 'UNKNOWN_SHEET' : 'SHEET_LEFT_OUT';
      return { sheets: [], notes: [{ code, params: { sheet: sheet.name } }] };
    }
    return {
      sheets: [...read.named, read.sheet],
      notes: [...columnNotes(table, own !== null), ...rowNotes(table, read.emptyRows, read.leftOut)],
    };
  };
}

const noDecisionsMade = { names: [], rows: [] };

function columnNotes({ sheet, columns }: ForeignTable, mapped: boolean): readonly PlanNote[] {
  const headers = columns.flatMap(({ part, column }) =>
    part === null && column.header !== '' ? [column.header] : [],
  );
  if (!mapped) {
    return headers.map((column) => ({ code: 'UNKNOWN_COLUMN', params: { sheet: sheet.name, column } }));
  }
  if (headers.length === 0) return [];
  return [{ code: 'COLUMNS_LEFT_OUT', params: { sheet: sheet.name, columns: headers.join(', ') } }];
}

const noteCodes = {
  total: 'TOTALS_LEFT_OUT',
  header: 'HEADERS_LEFT_OUT',
  section: 'SECTIONS_LEFT_OUT',
  blank: 'BLANK_ROWS_LEFT_OUT',
} as const satisfies Partial<Record<RowKind, PlanNote['code']>>;

/** What was left out is said with its row numbers, so that a person can look and have it taken in after all. */
function rowNotes(
  table: ForeignTable,
  emptyRows: readonly number[],
  leftOut: readonly number[],
): readonly PlanNote[] {
  const taken = new Set(table.records.map(({ row }) => row));
  const note = (code: PlanNote['code'], rows: readonly number[]): readonly PlanNote[] =>
    rows.length === 0 ? [] : [{ code, params: { sheet: table.sheet.name, rows: rowRanges(rows) } }];
  const ofKind = (kind: RowKind): readonly number[] =>
    table.rows.flatMap((one) => (one.kind === kind && !taken.has(one.row) ? [one.row] : []));
  const blank = [...ofKind('blank'), ...emptyRows].sort((a, b) => a - b);
  return [
    ...note(noteCodes.total, ofKind('total')),
    ...note(noteCodes.header, ofKind('header')),
    ...note(noteCodes.section, ofKind('section')),
    ...note(noteCodes.blank, blank),
    ...note('ROWS_LEFT_OUT', leftOut),
  ];
}

/** Rows as people name them: `3, 7–9`. */
export function rowRanges(rows: readonly number[]): string {
  const ranges: string[] = [];
  for (let index = 0; index < rows.length; ) {
    let end = index;
    while (end + 1 < rows.length && rows[end + 1] === (rows[end] ?? 0) + 1) end += 1;
    ranges.push(end === index ? `${rows[index]}` : `${rows[index]}–${rows[end]}`);
    index = end + 1;
  }
  return ranges.join(', ');
}
