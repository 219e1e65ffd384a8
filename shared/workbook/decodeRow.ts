import { canonicalJson, type JsonValue } from '../core/json.ts';
import type { Label } from '../core/language.ts';
import { valueProblemTexts } from '../messages/valueProblems.ts';
import type { CellContext, CellProblem } from '../schema/codec.ts';
import { codecOf, toJson } from '../schema/codecByKind.ts';
import { cellProblem, cellText, isEmptyCell } from '../schema/codecs/cells.ts';
import type { FieldValue } from '../schema/fieldSpec.ts';
import { joinPath } from '../schema/migrations.ts';
import { valueToPaths } from '../sync/paths.ts';
import type { StoredRecord } from '../sync/record.ts';
import { joinKnowledge } from '../sync/versions.ts';
import { cellHash } from './cellHash.ts';
import { columnAddress, columnHeader, columnLetters, type SheetField } from './columns.ts';
import { type EarlierRow, hasFromRow, valueBefore } from './earlierRow.ts';
import type { EditStamp } from './editStamps.ts';
import { addressesOf, presentFields } from './fieldAddresses.ts';
import { fieldStamps, hasParts } from './fieldStamps.ts';
import { foreignCellText } from './foreign/translateSheet.ts';
import type { GridCell } from './grid.ts';
import type { RowProblem } from './importPlan.ts';
import {
  alikeBeside,
  exported,
  holdsAllOf,
  type IncomingPath,
  isPromised,
  marksOf,
  siblingsOf,
} from './incomingPaths.ts';
import { cellAt, type IncomingRow, type IncomingSheet } from './incomingRows.ts';
import { cellHashes } from './stateRows.ts';

/** Typed into a cell, it erases the field. */
export const clearMark = '[CLEAR]';

export interface DecodedRow {
  readonly paths: readonly IncomingPath[];
  readonly problems: readonly RowProblem[];
  /** The fields that the problems are about. */
  readonly badFields: ReadonlySet<string>;
  /** Some cells were blanked; whether that clears them is the reader's choice. */
  readonly blanked: boolean;
}

export interface DecodeOptions {
  readonly context: CellContext;
  /** The stamp of what people changed in the row. */
  readonly editStamp: EditStamp;
  /** What a blanked cell means: erase the value, or (as usual) nothing. */
  readonly blankClears: boolean;
  /** What the row was when it was imported before, where a person said that it goes on. */
  readonly earlier?: EarlierRow | null;
}

/**
 * Reads a row as values with stamps. Untouched fields that this replica already has with the same stamps are passed
 * over: there is nothing to learn from them. Every bad cell is reported.
 */
export function decodeRow(
  sheet: IncomingSheet,
  row: IncomingRow,
  existing: StoredRecord | null,
  options: DecodeOptions,
): DecodedRow {
  if (isKnown(row, existing)) return nothingNew;
  if (isPromised(row.state) && row.edited.size === 0) return nothingNew;
  const paths: IncomingPath[] = [...marksOf(row, existing, options.editStamp), ...siblingsOf(row)];
  const problems: RowProblem[] = [];
  const badFields = new Set<string>();
  let blanked = false;
  for (const field of presentFields(sheet)) {
    const edited = editedAddresses(sheet, row, field, existing, options);
    if (edited.length === 0) {
      if (row.state !== null) decodeUntouched(sheet, row, field, existing, options, paths, problems);
      continue;
    }
    const result = decodeEdited(sheet, row, field, edited, existing, options);
    paths.push(...result.paths);
    problems.push(...result.problems);
    if (result.problems.length > 0) badFields.add(field.key);
    blanked ||= result.blanked;
  }
  return { paths, problems, badFields, blanked };
}

const noAddresses: readonly string[] = [];

/** The cells of a field that say something else than before; of a row that goes on, also those that were emptied. */
function editedAddresses(
  sheet: IncomingSheet,
  row: IncomingRow,
  field: SheetField,
  existing: StoredRecord | null,
  { context, earlier = null }: DecodeOptions,
): readonly string[] {
  if (row.edited.size === 0) return noAddresses;
  const addresses = addressesOf(sheet, field);
  const filled = addresses.filter((address) => row.edited.has(address));
  if (earlier === null || existing === null) return filled;
  if (filled.length === addresses.length || !hasFromRow(sheet.definition, existing, earlier, field.key)) {
    return filled;
  }
  const cellsOf = (value: FieldValue | undefined) => codecOf(field.spec).toCells(value, context);
  const here = cellsOf(existing.values[field.key]);
  const before = cellsOf(valueBefore(sheet.definition, existing, earlier, field.key));
  return addresses.filter(
    (address, index) =>
      row.edited.has(address) ||
      (sheet.positions.has(address) &&
        isEmptyCell(cellAt(sheet, row, address)) &&
        !isEmptyCell(before[index] ?? null) &&
        !isEmptyCell(here[index] ?? null)),
  );
}

const noFields: ReadonlySet<string> = new Set();
const nothingNew: DecodedRow = { paths: [], problems: [], badFields: noFields, blanked: false };

/** Nobody touched the row, and this replica has every value that it was exported with. */
function isKnown({ state, edited }: IncomingRow, existing: StoredRecord | null): boolean {
  if (state === null || existing === null || edited.size > 0) return false;
  return state.isKnown === true || holdsAllOf(existing, state);
}

/** A problem of a field, placed at its column in the sheet. */
export function placedProblem(
  sheet: IncomingSheet,
  field: SheetField,
  row: IncomingRow,
  { code, params, column }: CellProblem,
  message: Label,
): RowProblem {
  const shown = sheet.layout.columns[field.firstColumn + column];
  const address = shown === undefined ? field.key : columnAddress(shown);
  const position = sheet.source === undefined ? sheet.positions.get(address) : sheet.source.get(address);
  return {
    level: 'error',
    code,
    column: typeof position === 'number' ? columnLetters(position) : null,
    header:
      shown === undefined
        ? field.spec.label
        : { en: columnHeader(shown, 'en'), ko: columnHeader(shown, 'ko') },
    value:
      row.foreign === undefined
        ? cellText(cellAt(sheet, row, address))
        : foreignCellText(sheet, row, address),
    message,
    params,
  };
}

function decodeUntouched(
  sheet: IncomingSheet,
  row: IncomingRow,
  field: SheetField,
  existing: StoredRecord | null,
  options: DecodeOptions,
  paths: IncomingPath[],
  problems: RowProblem[],
): void {
  const { state } = row;
  if (state === null) return;
  const own = state.stamps[field.key];
  const isOnePath = !hasParts(state, field.key) && codecOf(field.spec).merge === 'whole';
  if (isOnePath && (own === undefined || existing?.stamps[field.key] === own)) return;
  const stamps = isOnePath ? [] : fieldStamps(row, field.key);
  if (!isOnePath && stamps.every(([path, stamp]) => existing?.stamps[path] === stamp)) return;
  const value = exportedValue(sheet, row, field, options);
  if (value === 'unreadable') {
    problems.push(badState(field));
    return;
  }
  if (isOnePath && own !== undefined) {
    // By far the most fields have one path, their own.
    paths.push(exported(state, field.key, value === undefined ? null : toJson(value), own));
    return;
  }
  const present = new Map(
    valueToPaths(field.key, field.spec, value).map((part) => [part.path, part.value] as const),
  );
  for (const [path, stamp] of stamps) paths.push(exported(state, path, present.get(path) ?? null, stamp));
}

/** The value that the exporter had: from the hidden state where cells do not tell it, else from the cells. */
function exportedValue(
  sheet: IncomingSheet,
  row: IncomingRow,
  field: SheetField,
  options: DecodeOptions,
): FieldValue | undefined | 'unreadable' {
  const codec = codecOf(field.spec);
  const explicit = row.state?.values[field.key];
  if (explicit !== undefined) return codec.fromJson(explicit) ?? 'unreadable';
  const addresses = addressesOf(sheet, field);
  const decoded = codec.fromCells(
    addresses.map((address) => cellAt(sheet, row, address)),
    options.context,
  );
  return decoded.ok ? decoded.value : 'unreadable';
}

function decodeEdited(
  sheet: IncomingSheet,
  row: IncomingRow,
  field: SheetField,
  edited: readonly string[],
  existing: StoredRecord | null,
  options: DecodeOptions,
): Omit<DecodedRow, 'badFields'> {
  const refused = row.foreign === undefined ? [] : refusedCells(sheet, row, field, edited);
  if (refused.length > 0) return { paths: [], problems: refused, blanked: false };
  const codec = codecOf(field.spec);
  const { earlier = null } = options;
  const base =
    earlier === null || existing === null
      ? baseValue(row, field, existing)
      : valueBefore(sheet.definition, existing, earlier, field.key);
  const baseCells = codec.toCells(base, options.context);
  let blanked = false;
  const cells = addressesOf(sheet, field).map((address, index): GridCell => {
    // A column that somebody took out says nothing of its part of the value.
    if (!sheet.positions.has(address)) return baseCells[index] ?? null;
    const cell = cellAt(sheet, row, address);
    if (!edited.includes(address)) return cell;
    if (typeof cell === 'string' && cell.trim().toUpperCase() === clearMark) return null;
    if (!isEmptyCell(cell)) return cell;
    blanked = true;
    return options.blankClears ? null : (baseCells[index] ?? null);
  });
  const onlyBlanked = edited.every((address) => isEmptyCell(cellAt(sheet, row, address)));
  if (onlyBlanked && !options.blankClears) {
    // As if untouched, as far as the exported value is known without its cell.
    return { paths: untouchedPaths(row, field, base), problems: [], blanked: true };
  }
  const decoded = codec.fromCells(cells, options.context);
  if (!decoded.ok) {
    return {
      paths: [],
      problems: decoded.error.map((problem) => problemAt(sheet, field, row, problem)),
      blanked,
    };
  }
  const paths = isRespelled(sheet, row, field, decoded.value, options.context)
    ? untouchedPaths(row, field, decoded.value)
    : editedPaths(row, field, base, decoded.value, options.editStamp);
  return { paths, problems: [], blanked };
}

/** Cells of somebody's own table that the conventions of their columns cannot read. */
function refusedCells(
  sheet: IncomingSheet,
  row: IncomingRow,
  field: SheetField,
  edited: readonly string[],
): readonly RowProblem[] {
  return addressesOf(sheet, field).flatMap((address, column) => {
    const code = row.foreign?.refused.get(address);
    if (code === undefined || !edited.includes(address)) return [];
    return [
      problemAt(sheet, field, row, { ...cellProblem(cellAt(sheet, row, address), code, column), column }),
    ];
  });
}

/**
 * The cells look different and mean what was exported: a program saved the dates as bare numbers, somebody typed the
 * same value again in another form. Such cells are no edits, or a mere re-save would win over people's work.
 */
function isRespelled(
  sheet: IncomingSheet,
  row: IncomingRow,
  field: SheetField,
  value: FieldValue | undefined,
  context: CellContext,
): boolean {
  if (row.state === null) return false;
  const cells = codecOf(field.spec).toCells(value, context);
  const hashes = cellHashes(row.state.hashes);
  return addressesOf(sheet, field).every((address, index) => {
    const hashIndex = sheet.hashIndexes.get(address);
    const exported = hashIndex === undefined ? '' : (hashes[hashIndex] ?? '');
    return cellHash(cells[index] ?? null) === exported;
  });
}

/** What the workbook's author saw in the field before changing it, as far as this file or this replica knows it. */
function baseValue(
  row: IncomingRow,
  field: SheetField,
  existing: StoredRecord | null,
): FieldValue | undefined {
  const explicit = row.state?.values[field.key];
  if (explicit !== undefined) return codecOf(field.spec).fromJson(explicit) ?? undefined;
  if (row.state !== null) {
    // An exact field leaves no copy; this replica's value stands in where it is the very one that was exported.
    const stamps = fieldStamps(row, field.key);
    const same = stamps.length > 0 && stamps.every(([path, stamp]) => existing?.stamps[path] === stamp);
    return same ? existing?.values[field.key] : undefined;
  }
  // Whoever pasted a row saw what it says, and nothing of the record here.
  return row.isNew || row.isPasted === true ? undefined : existing?.values[field.key];
}

function untouchedPaths(
  row: IncomingRow,
  field: SheetField,
  base: FieldValue | undefined,
): readonly IncomingPath[] {
  if (row.state === null || base === undefined) return [];
  const values = new Map(valueToPaths(field.key, field.spec, base).map(({ path, value }) => [path, value]));
  const { state } = row;
  return fieldStamps(row, field.key).map(([path, stamp]) =>
    exported(state, path, values.get(path) ?? null, stamp),
  );
}

/** Parts that differ from the base are edits; the others keep the stamps they were exported with. */
function editedPaths(
  row: IncomingRow,
  field: SheetField,
  base: FieldValue | undefined,
  value: FieldValue | undefined,
  editStamp: EditStamp,
): readonly IncomingPath[] {
  const before = new Map(valueToPaths(field.key, field.spec, base).map((part) => [part.path, part.value]));
  const after = new Map(valueToPaths(field.key, field.spec, value).map((part) => [part.path, part.value]));
  const stamps = new Map(fieldStamps(row, field.key));
  // A cleared field whose exported value is unknown here still has its path.
  const whole = codecOf(field.spec).merge === 'whole' ? [joinPath(field.key, '')] : [];
  const all = new Set([...before.keys(), ...after.keys(), ...stamps.keys(), ...whole]);
  return [...all].map((path) => {
    const now = after.get(path) ?? null;
    const same = before.has(path) === after.has(path) && sameJson(before.get(path) ?? null, now);
    const stamp = stamps.get(path);
    const known = row.state?.knows[path] ?? [];
    // Equal to the base, so unchanged; unless the base is unknown and a value stands there.
    const untouched =
      same && stamp !== undefined && (before.has(path) || now === null) && !whole.includes(path);
    if (untouched) return { path, value: now, stamp, knows: known, edited: false };
    // Whoever edits a cell sees the value that was exported, and has seen what its author had.
    const seen = stamp === undefined ? [] : [stamp, ...alikeBeside(row, field, path)];
    return { path, value: now, stamp: editStamp(path, now), knows: joinKnowledge(known, seen), edited: true };
  });
}

function sameJson(a: JsonValue, b: JsonValue): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function problemAt(
  sheet: IncomingSheet,
  field: SheetField,
  row: IncomingRow,
  problem: CellProblem,
): RowProblem {
  return placedProblem(sheet, field, row, problem, valueProblemTexts[problem.code]);
}

function badState(field: SheetField): RowProblem {
  return {
    level: 'error',
    code: 'BAD_STORED_VALUE',
    column: null,
    header: field.spec.label,
    value: '',
    message: valueProblemTexts.BAD_STORED_VALUE,
    params: {},
  };
}
