import type { Language } from '../core/language.ts';
import { foldText } from '../core/text.ts';
import { recordDefinitions } from '../records/registry.ts';
import { cellText } from '../schema/codecs/cells.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { isRequired } from '../schema/isRequired.ts';
import { columnAddress, columnHeader, idColumnKey, type SheetColumn, sheetLayout } from './columns.ts';
import type { GridCell, GridRow, SheetGrid } from './grid.ts';
import type { StateSheet } from './state.ts';

/** How the columns of a sheet in a file map to the columns that a record type has. */
export interface SheetMatch {
  readonly definition: AnyRecordDefinition;
  /** Index in `rows` of the header row. */
  readonly headerRow: number;
  /** Position in the sheet of each known column; a column that the sheet lacks is absent. */
  readonly positions: ReadonlyMap<string, number>;
  /** Headers that no column of the type has. */
  readonly unknown: readonly string[];
}

const languages: readonly Language[] = ['en', 'ko'];
/** Title rows and notes may stand above the header. */
const headerSearchRows = 20;
/** A table whose name says nothing is taken for a type when at least this many headers are the type's. */
const leastHeaders = 3;

/** The record type and columns that a sheet most likely holds; null when it looks like none. */
export function matchSheet(sheet: SheetGrid): SheetMatch | null {
  const named = recordDefinitions.find((definition) => namesOfType(definition).has(foldText(sheet.name)));
  const candidates = (named === undefined ? recordDefinitions : [named])
    .map((definition) => matchType(definition, sheet.rows))
    .filter((match) => match !== null)
    .sort((a, b) => score(b) - score(a));
  const [best] = candidates;
  if (best === undefined) return null;
  return fieldCount(best) >= (named === undefined ? leastHeaders : 1) ? best : null;
}

/** The match of one type's headers in a known header row. `own` tells what headers mean that are not the type's. */
export function matchHeader(
  definition: AnyRecordDefinition,
  rows: readonly GridRow[],
  headerRow: number,
  own: StateSheet['headers'] = [],
): SheetMatch {
  const ownBook = new Map(own.map(([header, address]) => [headerText(header), address]));
  const book = headerBook(definition);
  const positions = new Map<string, number>();
  const unknown: string[] = [];
  (rows[headerRow] ?? []).forEach((cell, position) => {
    const text = headerText(cell);
    if (text === '') return;
    const address = ownBook.get(text) ?? book.get(text);
    if (address === undefined || positions.has(address)) unknown.push(cellText(cell).trim());
    else positions.set(address, position);
  });
  return { definition, headerRow, positions, unknown };
}

/** The column of a type that a header names, in either language or by alias; null for none. */
export function addressOfHeader(definition: AnyRecordDefinition, header: GridCell): string | null {
  return headerBook(definition).get(headerText(header)) ?? null;
}

/**
 * The columns of a known type, wherever the header row stands; null where there is none. `own` tells what headers mean
 * that are not the type's.
 */
export function matchType(
  definition: AnyRecordDefinition,
  rows: readonly GridRow[],
  own: StateSheet['headers'] = [],
): SheetMatch | null {
  let best: SheetMatch | null = null;
  for (let row = 0; row < Math.min(rows.length, headerSearchRows); row++) {
    const match = matchHeader(definition, rows, row, own);
    if (match.positions.size > 0 && (best === null || score(match) > score(best))) best = match;
  }
  return best;
}

// A required column says more than an optional one that many types share.
function score({ definition, positions }: SheetMatch): number {
  let sum = 0;
  for (const address of positions.keys()) {
    const key = address.split('/')[0] ?? address;
    const spec = definition.spec(key);
    sum += spec !== null && isRequired(spec, {}) ? 2 : 1;
  }
  return sum;
}

const fieldCount = ({ positions }: SheetMatch): number =>
  [...positions.keys()].filter((address) => address !== idColumnKey).length;

/** Sheet names that mean a record type, folded. */
export function namesOfType(definition: AnyRecordDefinition): ReadonlySet<string> {
  const { label, sheet, sheetAliases = [], type } = definition;
  const labels = [label.one, label.many, ...(sheet === undefined ? [] : [sheet])];
  const names = [...labels.flatMap(({ en, ko }) => [en, ko]), ...sheetAliases, type];
  return new Set(names.map(foldText));
}

const headerBooks = new Map<string, ReadonlyMap<string, string>>();

/** Column address by every header under which the column is known, folded. Exact headers win over aliases. */
function headerBook(definition: AnyRecordDefinition): ReadonlyMap<string, string> {
  let book = headerBooks.get(definition.type);
  if (book === undefined) {
    const columns = sheetLayout(definition, false).columns;
    const names = [exactNames, aliasNames, plainNames].flatMap((list) =>
      columns.flatMap((column) =>
        list(column).map((name) => [foldText(name), columnAddress(column)] as const),
      ),
    );
    const entries = new Map<string, string>();
    for (const [name, address] of names) if (!entries.has(name)) entries.set(name, address);
    book = entries;
    headerBooks.set(definition.type, book);
  }
  return book;
}

function exactNames(column: SheetColumn): readonly string[] {
  return [...languages.map((language) => columnHeader(column, language)), columnAddress(column)];
}

function aliasNames({ spec, layout }: SheetColumn): readonly string[] {
  const { partLabel } = layout;
  const aliases = spec?.aliases ?? [];
  if (partLabel === null) return aliases;
  return aliases.flatMap((alias) => languages.map((language) => `${alias} (${partLabel[language]})`));
}

/** A field of several columns that somebody keeps in one: the column that the bare name most likely means. */
function plainNames({ spec, part }: SheetColumn): readonly string[] {
  if (spec === null || part === '') return [];
  const names = [spec.label.en, spec.label.ko, ...(spec.aliases ?? [])];
  switch (spec.kind) {
    case 'localizedText': {
      const isKorean = (name: string): boolean => /\p{Script=Hangul}/u.test(name);
      if (part === 'ko') return names.filter(isKorean);
      return part === 'en' ? names.filter((name) => !isKorean(name)) : [];
    }
    case 'money':
      return part === 'amount' ? names : [];
    case 'attendance':
      return part === 'undisclosed' ? names : [];
    case 'dateTime':
      return part === 'time' ? names : [];
    default:
      return [];
  }
}

// People mark required headers with a star and break long ones over lines.
function headerText(cell: GridCell): string {
  return foldText(cellText(cell).replace(/[*＊]/gu, ' '));
}
