import { derivedRecordId, type RecordId } from '../../core/ids.ts';
import { foldText } from '../../core/text.ts';
import type { ValueProblemCode } from '../../messages/valueProblems.ts';
import { definitionOf } from '../../records/registry.ts';
import { cellText, isEmptyCell } from '../../schema/codecs/cells.ts';
import { listSeparator } from '../../schema/codecs/choices.ts';
import type { FieldSpec } from '../../schema/fieldSpec.ts';
import { normalizedCell } from '../cellHash.ts';
import { sheetLayout } from '../columns.ts';
import type { GridCell, GridRow } from '../grid.ts';
import type { IncomingRow, IncomingSheet } from '../incomingRows.ts';
import { type CellSource, isConverted, readSource, sourcesOf } from './cellSources.ts';
import { isHangul } from './columnContents.ts';
import type { ForeignTable } from './foreignTable.ts';
import type { NameDecision, RowDecision, WorkbookMapping } from './mapping.ts';
import { decisionOf, nameElements } from './names.ts';
import type { TableRow } from './rowKinds.ts';
import type { Knowledge } from './suggestSheet.ts';

/** What a foreign sheet is to the planner: a table in Fieldbook's own columns, and the records its names ask for. */
export interface TranslatedSheet {
  readonly sheet: IncomingSheet;
  /** Records that a person wants made for names that nobody bears, each where its name stands first. */
  readonly named: readonly IncomingSheet[];
  /** Rows with nothing in the columns that are taken in. */
  readonly emptyRows: readonly number[];
  /** Rows that a person left out. */
  readonly leftOut: readonly number[];
}

/**
 * Reads a sheet as its mapping says. Ids follow from what the rows say once they are read, whatever the importer has:
 * the same file with the same mapping gives the same records everywhere. `namesMade` are the names that earlier sheets
 * of the workbook brought.
 */
export function translateSheet(
  table: ForeignTable,
  { names, rows: decisions }: Pick<WorkbookMapping, 'names' | 'rows'>,
  knowledge: Knowledge,
  namesMade: Set<RecordId>,
): TranslatedSheet | null {
  const { sheet, definition, records } = table;
  if (definition === null) return null;
  const sources = sourcesOf(table);
  if (sources.length === 0) return null;
  const positions = new Map(sources.map(({ part }, index) => [part.address, index]));
  const uses = new Map<string, number>();
  const made = new Map<RecordId, NewName>();
  const rows: IncomingRow[] = [];
  const emptyRows: number[] = [];
  const leftOut: number[] = [];
  for (const row of records) {
    if (sources.every(({ from }) => from === null || isEmptyCell(row.cells[from.column.position] ?? null))) {
      emptyRows.push(row.row);
      continue;
    }
    const decision = decisions.find((one) => one.sheet === sheet.name && one.row === row.row) ?? null;
    // Counted before it is left out, so that the rows after it keep their ids.
    const read = readRow(row, sources, names, knowledge, decision);
    const occurrence = uses.get(read.content) ?? 0;
    uses.set(read.content, occurrence + 1);
    if (decision?.becomes === 'nothing') {
      leftOut.push(row.row);
      continue;
    }
    const id =
      decision?.becomes === 'record'
        ? decision.id
        : derivedRecordId('foreign', definition.type, read.content, String(occurrence));
    for (const name of read.newNames) if (!made.has(name.id)) made.set(name.id, { ...name, row });
    rows.push({
      row: row.row,
      cells: read.cells,
      id,
      isNew: decision?.becomes !== 'record',
      badId: null,
      state: null,
      edited: read.edited,
      foreign: {
        cells: row.cells,
        refused: read.refused,
        content: read.content,
        ...(decision?.becomes === 'new' ? { isTold: true as const } : {}),
      },
    });
  }
  const source = new Map(sources.map(({ part, from }) => [part.address, from?.column.position ?? null]));
  const layout = sheetLayout(definition, false);
  return {
    sheet: {
      name: sheet.name,
      definition,
      layout,
      headerRow: table.mapping.headerRow + table.mapping.headerRows - 1,
      header: headerOf(table),
      positions,
      hashIndexes: noIndexes,
      rows,
      source,
      converted: new Set(
        sources.filter((source) => isConverted(source, table)).map(({ part }) => part.address),
      ),
    },
    named: [...made.values()].flatMap((name) => namedSheet(sheet.name, name, namesMade)),
    emptyRows,
    leftOut,
  };
}

/** What each column of the file is called, by its place. */
function headerOf({ columns }: ForeignTable): GridRow {
  const header: GridCell[] = [];
  for (const { column } of columns) {
    while (header.length < column.position) header.push(null);
    header[column.position] = column.header;
  }
  return header;
}

const noIndexes: ReadonlyMap<string, number> = new Map();

interface ReadRow {
  readonly cells: GridRow;
  readonly edited: ReadonlySet<string>;
  readonly refused: ReadonlyMap<string, ValueProblemCode>;
  readonly content: string;
  readonly newNames: readonly Omit<NewName, 'row'>[];
}

function readRow(
  row: TableRow,
  sources: readonly CellSource[],
  names: readonly NameDecision[],
  knowledge: Knowledge,
  decision: RowDecision | null,
): ReadRow {
  const cells: GridCell[] = [];
  const edited = new Set<string>();
  const refused = new Map<string, ValueProblemCode>();
  const content: string[] = [];
  const newNames: Omit<NewName, 'row'>[] = [];
  for (const source of sources) {
    const { part, from } = source;
    const { address, spec } = part;
    const raw = from === null ? source.text : (row.cells[from.column.position] ?? null);
    const read = readSource(source, raw, knowledge);
    if (!read.ok) refused.set(address, read.code);
    const resolved = resolveNames(
      read.ok ? read.cell : raw,
      spec,
      names,
      knowledge,
      from?.column.position ?? null,
    );
    cells.push(resolved.cell);
    newNames.push(...resolved.newNames);
    if (isEmptyCell(resolved.cell)) continue;
    content.push(`${address}=${resolved.content}`);
    // A text for all rows is no statement about a record that is there already.
    if (decision?.becomes !== 'record' || from !== null) edited.add(address);
  }
  return { cells, edited, refused, content: content.sort().join('\u0001'), newNames };
}

interface Resolved {
  readonly cell: GridCell;
  /** The same whatever records the importer has. */
  readonly content: string;
  readonly newNames: readonly Omit<NewName, 'row'>[];
}

/** Names in a reference column, with what a person decided of them; the others are looked up when the row is read. */
function resolveNames(
  cell: GridCell,
  spec: FieldSpec,
  names: readonly NameDecision[],
  { context }: Knowledge,
  position: number | null,
): Resolved {
  if ((spec.kind !== 'ref' && spec.kind !== 'refs') || typeof cell !== 'string') {
    return { cell, content: normalizedCell(cell), newNames: [] };
  }
  const newNames: Omit<NewName, 'row'>[] = [];
  const existing: string[] = [];
  const elements = nameElements(cell, spec, context).map((name): string => {
    const decision = decisionOf(names, spec.to, name, context);
    if (decision === null) return name;
    if (decision.means === 'existing') {
      existing.push(decision.id);
      return decision.id;
    }
    const made = { id: idOfNewName(decision), decision, position };
    newNames.push(made);
    return made.id;
  });
  return {
    cell: elements.join(listSeparator),
    // Taking a name for another record is another reading of the row; making its record is not.
    content: [normalizedCell(cell), ...existing].join('\u0002'),
    newNames,
  };
}

interface NewName {
  readonly id: RecordId;
  readonly decision: Extract<NameDecision, { means: 'new' }>;
  /** The column in which it stands first; null for a text that stands in all rows. */
  readonly position: number | null;
  readonly row: TableRow;
}

/**
 * The record that a new name becomes: the same in every workbook that names it, so that two people who import the logs
 * of different years do not make two ministries of one. Bodies of one name in two countries stay two.
 */
export function idOfNewName({ type, name, cells }: Extract<NameDecision, { means: 'new' }>): RecordId {
  return derivedRecordId('foreign name', type, foldText(name), cells.country ?? '');
}

function namedSheet(
  sheetName: string,
  { id, decision, position, row }: NewName,
  namesMade: Set<RecordId>,
): readonly IncomingSheet[] {
  if (namesMade.has(id)) return [];
  namesMade.add(id);
  const definition = definitionOf(decision.type);
  const nameAddress = isHangul(decision.name) ? 'name/ko' : 'name/en';
  const all = new Map([[nameAddress, decision.name], ...Object.entries(decision.cells)]);
  const filled = [...all].filter(([, text]) => !isEmptyCell(text));
  const addresses = filled.map(([address]) => address);
  const content = filled.map(([address, text]) => `${address}=${normalizedCell(text)}`).sort();
  return [
    {
      name: sheetName,
      definition,
      layout: sheetLayout(definition, false),
      headerRow: 0,
      header: [],
      isOfNames: true,
      positions: new Map(addresses.map((address, index) => [address, index])),
      hashIndexes: noIndexes,
      source: new Map(addresses.map((address) => [address, address === nameAddress ? position : null])),
      rows: [
        {
          row: row.row,
          cells: filled.map(([, text]) => text),
          id,
          isNew: true,
          badId: null,
          state: null,
          edited: new Set(addresses),
          foreign: { cells: row.cells, refused: nothingRefused, content: content.join('\u0001') },
        },
      ],
    },
  ];
}

const nothingRefused: ReadonlyMap<string, ValueProblemCode> = new Map();

/** As the sheet shows the cell that an address was read from; a text for all rows as it was entered. */
export function foreignCellText(sheet: IncomingSheet, row: IncomingRow, address: string): string {
  const position = sheet.source?.get(address);
  if (typeof position === 'number') return cellText(row.foreign?.cells[position] ?? null);
  const own = sheet.positions.get(address);
  return own === undefined ? '' : cellText(row.cells[own] ?? null);
}
