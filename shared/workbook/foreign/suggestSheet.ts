import type { DateSystem } from '../../core/dates.ts';
import { foldText } from '../../core/text.ts';
import { recordDefinitions } from '../../records/registry.ts';
import type { CellContext } from '../../schema/codec.ts';
import { isEmptyCell } from '../../schema/codecs/cells.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import { isRequired } from '../../schema/isRequired.ts';
import type { GridCell, SheetGrid } from '../grid.ts';
import { namesOfType } from '../headerMatching.ts';
import { type Assignment, assignColumns } from './assignColumns.ts';
import { isHangul } from './columnContents.ts';
import { contentOf, findDateOrder, findDecimalMark, isWhole } from './conventions.ts';
import { type FieldPart, fieldPartOf } from './fieldParts.ts';
import { isTwoRowHeader, type TableColumn, tableColumns } from './headerRows.ts';
import { headerScores } from './headerScores.ts';
import type { ColumnMapping, SheetMapping } from './mapping.ts';
import type { MoneyUnit } from './moneyUnit.ts';
import { findPeriodOrder, yearGap } from './periods.ts';
import { tableRows } from './rowKinds.ts';
import { columnUnit, type SaidUnit, type TablePlace } from './saidUnits.ts';

/** What a suggestion may look at besides the sheet. */
export interface Knowledge {
  /** Names of records here, in the reader's language. */
  readonly context: CellContext;
  readonly dateSystem: DateSystem;
}

/** What a person settled already; the rest is suggested around it. */
export interface Settled {
  /** Null: the sheet is left out. */
  readonly type?: string | null;
  readonly headerRow?: number;
  readonly headerRows?: 1 | 2;
}

export interface SheetSuggestion {
  readonly mapping: SheetMapping;
  /** Of each of the mapping's columns, in their order. */
  readonly assignments: readonly Assignment[];
}

/** Title rows and notes may stand above the header. */
const headerSearchRows = 20;
/** A table whose name says nothing is taken for a type when at least this many headers are the type's. */
const leastHeaders = 3;
/** So much of a column tells what it holds; in a wide table, where each column is held against each field, less does. */
const sampleSize = 200;
const leastSample = 10;
const sampledCells = 10_000;

const sampleSizeFor = (columns: number): number =>
  Math.max(leastSample, Math.min(sampleSize, Math.floor(sampledCells / columns)));

/** The record type, header and columns that a sheet most likely has. */
export function suggestSheet(sheet: SheetGrid, knowledge: Knowledge, settled: Settled = {}): SheetSuggestion {
  const { type } = settled;
  const named = recordDefinitions.filter((definition) => namesOfType(definition).has(foldText(sheet.name)));
  const candidates =
    type === undefined
      ? named.length > 0
        ? named
        : recordDefinitions
      : recordDefinitions.filter((one) => one.type === type);
  const places = headerPlaces(sheet, settled);
  const headers = candidates
    .flatMap((definition) => bestHeader(definition, sheet, places))
    .sort((a, b) => b.score - a.score);
  const [best] = headers;
  const enough = type !== undefined || named.length > 0 ? 1 : leastHeaders;
  if (best === undefined || (type === undefined && best.found < enough)) {
    return withoutType(sheet, knowledge, settled, type === undefined ? null : (candidates[0] ?? null));
  }
  return suggestion(sheet, best.definition, best.headerRow, best.headerRows, knowledge);
}

interface HeaderChoice {
  readonly definition: AnyRecordDefinition;
  readonly headerRow: number;
  readonly headerRows: 1 | 2;
  readonly score: number;
  /** Headers that name a part of the type. */
  readonly found: number;
}

type HeaderPlace = Pick<HeaderChoice, 'headerRow' | 'headerRows'>;

/** Where the header can stand. */
function headerPlaces(sheet: SheetGrid, { headerRow, headerRows }: Settled): readonly HeaderPlace[] {
  const places: HeaderPlace[] = [];
  const last = Math.min(sheet.rows.length, headerSearchRows);
  const rows = headerRow === undefined ? Array.from({ length: last }, (_, row) => row) : [headerRow];
  for (const row of rows) {
    if ((sheet.rows[row] ?? []).every(isEmptyCell)) continue;
    // The second line of a header is none of its own.
    if (headerRow === undefined && row > 0 && isTwoRowHeader(sheet, row - 1)) continue;
    places.push({ headerRow: row, headerRows: headerRows ?? (isTwoRowHeader(sheet, row) ? 2 : 1) });
  }
  return places;
}

function bestHeader(
  definition: AnyRecordDefinition,
  sheet: SheetGrid,
  places: readonly HeaderPlace[],
): readonly HeaderChoice[] {
  let best: HeaderChoice | null = null;
  for (const { headerRow, headerRows } of places) {
    const choice = headerChoice(definition, sheet, headerRow, headerRows);
    if (choice.found > 0 && (best === null || choice.score > best.score)) best = choice;
  }
  return best === null ? [] : [best];
}

function headerChoice(
  definition: AnyRecordDefinition,
  sheet: SheetGrid,
  headerRow: number,
  headerRows: 1 | 2,
): HeaderChoice {
  const taken = new Set<string>();
  let score = 0;
  for (const column of tableColumns(sheet, headerRow, headerRows)) {
    const scores = [...headerScores(definition, column)].filter(([address]) => !taken.has(address));
    const [best] = scores.sort((a, b) => b[1] - a[1]);
    if (best === undefined || best[1] < 0.5) continue;
    taken.add(best[0]);
    // A required column says more than an optional one that many types share.
    const spec = fieldPartOf(definition, best[0])?.spec ?? null;
    score += best[1] * (spec !== null && isRequired(spec, {}) ? 2 : 1);
  }
  return { definition, headerRow, headerRows, score, found: taken.size };
}

/** Nothing is known of the headers: the first row that looks like one, for a person to go on from. */
function withoutType(
  sheet: SheetGrid,
  knowledge: Knowledge,
  settled: Settled,
  definition: AnyRecordDefinition | null,
): SheetSuggestion {
  const width = Math.max(0, ...sheet.rows.slice(0, headerSearchRows).map((row) => filledCount(row)));
  const dense = sheet.rows.findIndex((row) => filledCount(row) > width / 2);
  const headerRow = settled.headerRow ?? Math.max(0, dense);
  const headerRows = settled.headerRows ?? (isTwoRowHeader(sheet, headerRow) ? 2 : 1);
  return suggestion(sheet, definition, headerRow, headerRows, knowledge);
}

const filledCount = (row: readonly GridCell[]): number => row.filter((cell) => !isEmptyCell(cell)).length;

function suggestion(
  sheet: SheetGrid,
  definition: AnyRecordDefinition | null,
  headerRow: number,
  headerRows: 1 | 2,
  knowledge: Knowledge,
): SheetSuggestion {
  const columns = tableColumns(sheet, headerRow, headerRows);
  const records = tableRows(sheet, headerRow + headerRows, columns, headerRow + headerRows - 1).filter(
    ({ kind }) => kind === 'record',
  );
  const cellsOf = ({ position }: TableColumn): readonly GridCell[] =>
    records.flatMap(({ cells }) => {
      const cell = cells[position] ?? null;
      return isEmptyCell(cell) ? [] : [cell];
    });
  const size = sampleSizeFor(columns.length);
  const samples = columns.map((column) => ({ column, cells: cellsOf(column) }));
  const assignments =
    definition === null
      ? samples.map((): Assignment => ({ address: null, confidence: 0, from: 'nothing' }))
      : assignColumns(
          definition,
          samples.map(({ column, cells }) => ({ column, cells: cells.slice(0, size) })),
          knowledge,
        );
  const mapped = samples.map(({ column, cells }, index) =>
    columnMapping(definition, column, cells, assignments[index]?.address ?? null, { sheet, headerRow }),
  );
  return {
    mapping: {
      sheet: sheet.name,
      type: definition?.type ?? null,
      headerRow,
      headerRows,
      columns: mapped,
      fills: [],
      included: [],
    },
    assignments,
  };
}

/** A column of a mapping, with the form of its values as far as they, its header and the table's title tell it. */
export function columnMapping(
  definition: AnyRecordDefinition | null,
  { header, nth }: Pick<TableColumn, 'header' | 'nth'>,
  cells: readonly GridCell[],
  address: string | null,
  place: TablePlace,
): ColumnMapping {
  const plain = { header, nth, address, dateOrder: null, decimalMark: null };
  const part = definition === null || address === null ? null : fieldPartOf(definition, address);
  if (part === null) return plain;
  switch (contentOf(part.spec, part.part)) {
    case 'date': {
      const year = yearGap(cells, place.sheet, place.headerRow)?.year ?? null;
      const dateOrder = orderOf(part, cells, header).form;
      return { ...plain, dateOrder, ...(year === null ? {} : { year }) };
    }
    case 'number': {
      const decimalMark = isWhole(part.spec) ? null : findDecimalMark(cells, part.spec).form;
      return {
        ...plain,
        decimalMark,
        ...(part.spec.kind === 'money' ? unitSaid(columnUnit(header, place)) : {}),
      };
    }
    case 'other':
      return plain;
  }
}

/** The order of day and month in a column of days or periods. */
export function orderOf(
  { period }: FieldPart,
  cells: readonly GridCell[],
  header: string,
): ReturnType<typeof findDateOrder> {
  const ofDates = period === undefined ? findDateOrder(cells) : null;
  if (ofDates !== null && (ofDates.form !== null || ofDates.open.length > 0)) return ofDates;
  return findPeriodOrder(cells, isHangul(header));
}

/** How amounts are read in a unit; as they stand where there is none. */
export function unitGiven(unit: MoneyUnit | null): Pick<ColumnMapping, 'currency' | 'factor'> {
  const { currency = null, factor = 1 } = unit ?? {};
  return { ...(currency === null ? {} : { currency }), ...(factor === 1 ? {} : { factor }) };
}

/** The same of what a table says; nothing is taken for certain that is in doubt. */
export function unitSaid({ unit, doubt }: SaidUnit): Pick<ColumnMapping, 'currency' | 'factor'> {
  return doubt === null ? unitGiven(unit) : { ...unitGiven(unit), factor: null };
}
