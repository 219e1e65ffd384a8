import type { RecordId } from '../../../../shared/core/ids.ts';
import { foldText } from '../../../../shared/core/text.ts';
import { findDefinition } from '../../../../shared/records/registry.ts';
import type { AnyRecordDefinition } from '../../../../shared/schema/defineRecord.ts';
import { addressesGiven, fieldPartOf } from '../../../../shared/workbook/foreign/fieldParts.ts';
import { columnCells, columnKey, foreignTable } from '../../../../shared/workbook/foreign/foreignTable.ts';
import type {
  ColumnMapping,
  Fill,
  NameDecision,
  RowDecision,
  SheetMapping,
  WorkbookMapping,
} from '../../../../shared/workbook/foreign/mapping.ts';
import type { RememberedMappings } from '../../../../shared/workbook/foreign/remembered.ts';
import {
  type SheetStart,
  startSheet,
  suggestedName,
  workbookViews,
} from '../../../../shared/workbook/foreign/startMapping.ts';
import {
  columnMapping,
  type Knowledge,
  type Settled,
} from '../../../../shared/workbook/foreign/suggestSheet.ts';
import type { SheetGrid, WorkbookGrid } from '../../../../shared/workbook/grid.ts';

/** A mapping while a person works on it. */
export interface MappingDraft {
  readonly sheets: readonly SheetStart[];
  /** What the person said of names; the others take what is suggested. */
  readonly names: readonly NameDecision[];
  /** Names, as `nameKey` writes them, of which nothing is to be made. */
  readonly unnamed: ReadonlySet<string>;
  readonly rows: readonly RowDecision[];
}

/** Where a draft begins: what was decided for this file, else what is remembered or suggested. */
export interface DraftBase {
  readonly grid: WorkbookGrid;
  readonly knowledge: Knowledge;
  readonly remembered: RememberedMappings;
  /** The center that this computer works for. */
  readonly centerId: RecordId | null;
  /** Of new organizations, where nothing else tells. */
  readonly country: string | null;
}

export const nameKey = ({ type, name }: Pick<NameDecision, 'type' | 'name'>): string =>
  `${type} ${foldText(name)}`;

/** `starts` are those that were found before, away from the window's own thread; others are found here. */
export function draftOf(
  base: DraftBase,
  given: WorkbookMapping | null,
  starts: readonly SheetStart[] = [],
): MappingDraft {
  const { grid, knowledge, remembered, centerId } = base;
  const startByName = new Map(starts.map((start) => [start.mapping.sheet, start]));
  const sheets = grid.sheets.map((sheet): SheetStart => {
    const start = startByName.get(sheet.name) ?? startSheet(sheet, knowledge, remembered, centerId);
    const own = given?.sheets.find((one) => one.sheet === sheet.name);
    return own === undefined ? start : { ...start, mapping: own, assignments: [] };
  });
  const names = given?.names ?? sheets.flatMap((start) => start.names);
  return { sheets, names, unnamed: new Set(), rows: given?.rows ?? [] };
}

/** The mapping as it would be confirmed now: suggestions stand for what nobody said of a name. */
export function mappingOf(draft: MappingDraft, { grid, knowledge, country }: DraftBase): WorkbookMapping {
  const sheets = draft.sheets.map(({ mapping }) => mapping);
  const said = { sheets, names: draft.names, rows: draft.rows };
  const open = workbookViews(grid, said, knowledge).flatMap(({ openNames }) => openNames);
  const suggested = new Map<string, NameDecision>();
  for (const name of open) {
    const key = nameKey(name);
    const decision = draft.unnamed.has(key) ? null : suggestedName(name, country);
    if (decision !== null) suggested.set(key, decision);
  }
  return { ...said, names: [...draft.names, ...suggested.values()] };
}

/** Another type or header: columns are suggested anew around it. */
export function withSettled(
  draft: MappingDraft,
  base: DraftBase,
  sheet: SheetGrid,
  settled: Settled,
): MappingDraft {
  const before = startOf(draft, sheet.name)?.mapping;
  const start = startSheet(sheet, base.knowledge, base.remembered, base.centerId, {
    ...(before === undefined
      ? {}
      : { type: before.type, headerRow: before.headerRow, headerRows: before.headerRows }),
    ...settled,
  });
  return {
    ...draft,
    sheets: draft.sheets.map((one) => (one.mapping.sheet === sheet.name ? start : one)),
  };
}

export interface ColumnKey {
  readonly header: string;
  readonly nth: number;
}

export const isSameColumn = (a: ColumnKey, b: ColumnKey): boolean => a.header === b.header && a.nth === b.nth;

/** Gives a column to a field part; the column that had it before is left out then. */
export function withAddress(
  draft: MappingDraft,
  sheet: SheetGrid,
  key: ColumnKey,
  address: string | null,
): MappingDraft {
  return withMapping(draft, sheet.name, (mapping) => {
    const table = foreignTable(sheet, mapping);
    const own = table.columns.find(({ column }) => isSameColumn(column, key));
    if (own === undefined) return mapping;
    const definition = mapping.type === null ? null : findDefinition(mapping.type);
    const place = { sheet, headerRow: mapping.headerRow };
    const chosen = columnMapping(definition, own.column, columnCells(table, own), address, place);
    const given = givenBy(definition, address);
    const others = mapping.columns
      .filter((column) => !isSameColumn(column, key))
      .map((column) =>
        givenBy(definition, column.address).some((one) => given.includes(one))
          ? { ...column, address: null }
          : column,
      );
    return { ...mapping, columns: inSheetOrder(sheet, mapping, [...others, chosen]) };
  });
}

/** The addresses that a column gives: a period gives two days. */
function givenBy(definition: AnyRecordDefinition | null, address: string | null): readonly string[] {
  const part = definition === null || address === null ? null : fieldPartOf(definition, address);
  return part === null ? [] : addressesGiven(part);
}

/** What a person says of a column's values. */
export type ConventionAnswer = Partial<
  Pick<ColumnMapping, 'dateOrder' | 'decimalMark' | 'year' | 'ownCurrency'>
>;

export function withConvention(
  draft: MappingDraft,
  sheet: string,
  key: ColumnKey,
  convention: ConventionAnswer,
): MappingDraft {
  return withMapping(draft, sheet, (mapping) => ({
    ...mapping,
    columns: mapping.columns.map((column) =>
      isSameColumn(column, key) ? { ...column, ...convention } : column,
    ),
  }));
}

/** Reads amounts in the unit that the table names for them, or as they stand. */
export function withUnit(
  draft: MappingDraft,
  sheet: string,
  key: ColumnKey,
  { currency, factor }: Pick<ColumnMapping, 'currency' | 'factor'>,
): MappingDraft {
  return withMapping(draft, sheet, (mapping) => ({
    ...mapping,
    columns: mapping.columns.map((column) => {
      if (!isSameColumn(column, key)) return column;
      const { currency: _currency, factor: _factor, ...plain } = column;
      return {
        ...plain,
        ...(currency === undefined ? {} : { currency }),
        ...(factor === undefined ? {} : { factor }),
      };
    }),
  }));
}

export function withFill(
  draft: MappingDraft,
  sheet: string,
  address: string,
  fill: Fill | null,
): MappingDraft {
  return withMapping(draft, sheet, (mapping) => {
    const others = mapping.fills.filter((one) => one.address !== address);
    return { ...mapping, fills: fill === null ? others : [...others, fill] };
  });
}

export function withIncluded(
  draft: MappingDraft,
  sheet: string,
  row: number,
  included: boolean,
): MappingDraft {
  return withMapping(draft, sheet, (mapping) => {
    const others = mapping.included.filter((one) => one !== row);
    return { ...mapping, included: included ? [...others, row].sort((a, b) => a - b) : others };
  });
}

/** Null: nothing is made of the name, and rows that need it are rejected. */
export function withName(
  draft: MappingDraft,
  name: Pick<NameDecision, 'type' | 'name'>,
  decision: NameDecision | null,
): MappingDraft {
  const key = nameKey(name);
  const names = draft.names.filter((one) => nameKey(one) !== key);
  const unnamed = new Set(draft.unnamed);
  if (decision === null) unnamed.add(key);
  else unnamed.delete(key);
  return { ...draft, names: decision === null ? names : [...names, decision], unnamed };
}

function startOf(draft: MappingDraft, sheet: string): SheetStart | undefined {
  return draft.sheets.find(({ mapping }) => mapping.sheet === sheet);
}

function withMapping(
  draft: MappingDraft,
  sheet: string,
  change: (mapping: SheetMapping) => SheetMapping,
): MappingDraft {
  return {
    ...draft,
    sheets: draft.sheets.map((start) =>
      start.mapping.sheet === sheet ? { ...start, mapping: change(start.mapping) } : start,
    ),
  };
}

function inSheetOrder(
  sheet: SheetGrid,
  mapping: SheetMapping,
  columns: readonly ColumnMapping[],
): readonly ColumnMapping[] {
  const places = new Map(
    foreignTable(sheet, mapping).columns.map(({ column }, place) => [columnKey(column), place]),
  );
  const placeOf = (column: ColumnMapping): number => places.get(columnKey(column)) ?? -1;
  return [...columns].sort((a, b) => placeOf(a) - placeOf(b));
}
