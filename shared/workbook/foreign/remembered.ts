import { sha256Hex } from '../../core/hashing.ts';
import type { RecordId } from '../../core/ids.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { foldText } from '../../core/text.ts';
import { isEmptyCell } from '../../schema/codecs/cells.ts';
import type { SheetGrid, WorkbookGrid } from '../grid.ts';
import { foreignSheets } from './foreignReader.ts';
import { type TableColumn, tableColumns } from './headerRows.ts';
import type { ColumnUnit, Fill, NameDecision, SheetMapping, WorkbookMapping } from './mapping.ts';
import { nameFromJson, sheetFromJson, sheetToJson, unitsFromJson } from './mappingJson.ts';
import { withOwnCenter, withoutOwnCenter } from './ownCenter.ts';
import { withOwnForms } from './ownForms.ts';
import { asChosen, isAmount, unitsSeen } from './rememberedUnits.ts';

/** How sheets with certain headers were read the last time, by the headers' fingerprint. */
export type RememberedMappings = Readonly<Record<string, RememberedSheet>>;

export interface RememberedSheet {
  readonly mapping: SheetMapping;
  /** What the table counted its amounts in; a column of amounts that is not here named nothing. */
  readonly units: readonly ColumnUnit[];
  readonly names: readonly NameDecision[];
}

/** The same for the same headers, whatever stands above and below them and in which order. */
export function fingerprintOf(columns: readonly Pick<TableColumn, 'header' | 'nth'>[]): string {
  const headers = columns.map(({ header, nth }) => `${foldText(header)}\u0001${nth}`).sort();
  return sha256Hex(headers.join('\u0002')).slice(0, 32);
}

/**
 * What is remembered once a mapping was confirmed. Rows and their decisions belong to one file and are not, nor is the
 * center that this computer works for.
 */
export function remember(
  remembered: RememberedMappings,
  grid: WorkbookGrid,
  { sheets, names }: WorkbookMapping,
  centerId: RecordId | null,
): RememberedMappings {
  const next: Record<string, RememberedSheet> = { ...remembered };
  for (const sheet of foreignSheets(grid)) {
    const mapping = sheets.find((one) => one.sheet === sheet.name);
    if (mapping === undefined) continue;
    const columns = tableColumns(sheet, mapping.headerRow, mapping.headerRows);
    if (columns.length === 0) continue;
    const fingerprint = fingerprintOf(columns);
    const known = next[fingerprint];
    const before = known?.names ?? [];
    const isNewer = ({ type, name }: NameDecision): boolean =>
      names.some((one) => one.type === type && foldText(one.name) === foldText(name));
    next[fingerprint] = {
      mapping: withoutOwnCenter(
        { ...mapping, columns: mapping.columns.map(asChosen), included: [] },
        centerId,
      ),
      units: unitsSeen(sheet, mapping, known?.units ?? []),
      names: [...before.filter((one) => !isNewer(one)), ...names],
    };
  }
  return next;
}

export function forget(remembered: RememberedMappings, fingerprint: string): RememberedMappings {
  const { [fingerprint]: _forgotten, ...rest } = remembered;
  return rest;
}

export interface RecalledSheet {
  readonly fingerprint: string;
  readonly mapping: SheetMapping;
  /** What was entered for all rows of the last table: a suggestion for this one. */
  readonly recalledFills: readonly Fill[];
  readonly names: readonly NameDecision[];
}

const headerSearchRows = 20;

/**
 * The mapping of a sheet whose headers are known, at whatever row they stand; null when they are not. Rows that name no
 * center belong to `centerId`.
 */
export function recallSheet(
  sheet: SheetGrid,
  remembered: RememberedMappings,
  centerId: RecordId | null,
): RecalledSheet | null {
  const last = Math.min(sheet.rows.length, headerSearchRows);
  for (let headerRow = 0; headerRow < last; headerRow++) {
    if ((sheet.rows[headerRow] ?? []).every(isEmptyCell)) continue;
    for (const headerRows of [1, 2] as const) {
      const columns = tableColumns(sheet, headerRow, headerRows);
      if (columns.length === 0) continue;
      const fingerprint = fingerprintOf(columns);
      const known = Object.hasOwn(remembered, fingerprint) ? remembered[fingerprint] : undefined;
      if (known === undefined) continue;
      const mapping = { ...known.mapping, sheet: sheet.name, headerRow, headerRows, included: [] };
      const own = withOwnForms(sheet, withOwnCenter(withoutYears(mapping), centerId), known.units);
      return { fingerprint, mapping: own, recalledFills: known.mapping.fills, names: known.names };
    }
  }
  return null;
}

/** Last year's year is not this year's. */
const withoutYears = (mapping: SheetMapping): SheetMapping => ({
  ...mapping,
  columns: mapping.columns.map(({ year: _, ...column }) => column),
});

/** The mapping of a whole file; null unless every foreign sheet of it is known. */
export function recallWorkbook(
  grid: WorkbookGrid,
  remembered: RememberedMappings,
  centerId: RecordId | null,
): WorkbookMapping | null {
  const sheets = foreignSheets(grid).map((sheet) => recallSheet(sheet, remembered, centerId));
  if (sheets.length === 0 || !sheets.every((sheet) => sheet !== null)) return null;
  return {
    sheets: sheets.map(({ mapping }) => mapping),
    names: sheets.flatMap(({ names }) => names),
    rows: [],
  };
}

export function rememberedToJson(remembered: RememberedMappings): JsonObject {
  return Object.fromEntries(
    Object.entries(remembered).map(([fingerprint, { mapping, units, names }]) => [
      fingerprint,
      {
        mapping: sheetToJson(mapping),
        units: units.map((unit) => ({ ...unit })),
        names: names.map((name) => ({ ...name })),
      },
    ]),
  );
}

/** What does not fit is left out: it is asked for again. */
export function rememberedFromJson(json: JsonValue | undefined): RememberedMappings {
  const remembered: Record<string, RememberedSheet> = {};
  if (!isJsonObject(json)) return remembered;
  for (const [fingerprint, member] of Object.entries(json)) {
    if (!isJsonObject(member) || member.mapping === undefined) continue;
    const mapping = sheetFromJson(member.mapping);
    const names: readonly JsonValue[] = Array.isArray(member.names) ? member.names : [];
    const units = unitsFromJson(member.units);
    if (mapping === null) continue;
    // Of amounts in an unknown unit nothing can be said of the next table.
    if (units === null && mapping.columns.some(({ address }) => isAmount(mapping.type, address))) continue;
    remembered[fingerprint] = {
      mapping,
      units: units ?? [],
      names: names.flatMap((name) => {
        const known = nameFromJson(name);
        return known === null ? [] : [known];
      }),
    };
  }
  return remembered;
}
