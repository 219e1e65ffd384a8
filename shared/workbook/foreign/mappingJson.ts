import { isRecordId } from '../../core/ids.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { dateOrders } from '../../core/parseDate.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isRecordType } from '../../records/registry.ts';
import { isCurrency } from '../../schema/codecs/money.ts';
import type {
  ColumnMapping,
  ColumnUnit,
  Fill,
  NameDecision,
  RowDecision,
  SheetMapping,
  WorkbookMapping,
} from './mapping.ts';
import type { MoneyUnit } from './moneyUnit.ts';

/** Names the form of a mapping file; a later form gets another number. */
export const mappingFormat = 'fieldbook-mapping-1';

export function mappingToJson({ sheets, names, rows }: WorkbookMapping): JsonObject {
  return {
    format: mappingFormat,
    sheets: sheets.map(sheetToJson),
    names: names.map((name) => ({ ...name })),
    rows: rows.map((row) => ({ ...row })),
  };
}

export type MappingError = 'NOT_A_MAPPING' | 'NEWER' | { readonly part: string };

/** Reads a mapping file; names the first part that does not fit. */
export function mappingFromJson(json: unknown): Result<WorkbookMapping, MappingError> {
  if (!isJsonObject(json) || typeof json.format !== 'string') return err('NOT_A_MAPPING');
  if (json.format !== mappingFormat) {
    return err(json.format.startsWith('fieldbook-mapping-') ? 'NEWER' : 'NOT_A_MAPPING');
  }
  const sheets = listFromJson(json.sheets, 'sheets', sheetFromJson);
  if (!sheets.ok) return sheets;
  const names = listFromJson(json.names ?? [], 'names', nameFromJson);
  if (!names.ok) return names;
  const rows = listFromJson(json.rows ?? [], 'rows', rowFromJson);
  if (!rows.ok) return rows;
  return ok({ sheets: sheets.value, names: names.value, rows: rows.value });
}

export function sheetToJson({ columns, fills, included, units, ...sheet }: SheetMapping): JsonObject {
  return {
    ...sheet,
    columns: columns.map(columnToJson),
    fills: fills.map((fill) => ({ ...fill })),
    included,
    ...(units === undefined ? {} : { units: units.map((unit) => ({ ...unit })) }),
  };
}

function columnToJson({ unitBefore, ownCurrency, ...column }: ColumnMapping): JsonObject {
  return {
    ...column,
    ...(ownCurrency === undefined ? {} : { ownCurrency }),
    ...(unitBefore === undefined ? {} : { unitBefore: { ...unitBefore } }),
  };
}

export function sheetFromJson(json: JsonValue): SheetMapping | null {
  if (!isJsonObject(json)) return null;
  const { sheet, type, headerRow, headerRows, contents } = json;
  const units = json.units === undefined ? undefined : unitsFromJson(json.units);
  if (typeof sheet !== 'string' || !isIndex(headerRow) || (headerRows !== 1 && headerRows !== 2)) return null;
  if (type !== null && (typeof type !== 'string' || !isRecordType(type))) return null;
  const columns = listFromJson(json.columns, 'columns', columnFromJson);
  const fills = listFromJson(json.fills ?? [], 'fills', fillFromJson);
  const included = listFromJson(json.included ?? [], 'included', (row) => (isIndex(row) ? row : null));
  if (!columns.ok || !fills.ok || !included.ok) return null;
  if ((contents !== undefined && typeof contents !== 'string') || units === null) return null;
  return {
    sheet,
    type,
    headerRow,
    headerRows,
    columns: columns.value,
    fills: fills.value,
    included: included.value,
    ...(contents === undefined ? {} : { contents }),
    ...(units === undefined ? {} : { units }),
  };
}

function columnFromJson(json: JsonValue): ColumnMapping | null {
  if (!isJsonObject(json)) return null;
  const { header, nth, address, dateOrder, decimalMark } = json;
  if (typeof header !== 'string' || !isIndex(nth)) return null;
  if (address !== null && typeof address !== 'string') return null;
  const order = dateOrders.find((one) => one === dateOrder) ?? null;
  const mark = decimalMark === '.' || decimalMark === ',' ? decimalMark : null;
  if (order === null && dateOrder !== null && dateOrder !== undefined) return null;
  if (mark === null && decimalMark !== null && decimalMark !== undefined) return null;
  const unit = unitFromJson(json);
  return unit === null ? null : { header, nth, address, dateOrder: order, decimalMark: mark, ...unit };
}

/** What cells leave out; null where it fits nothing. */
function unitFromJson({
  year,
  currency,
  factor,
  ownCurrency,
  unitBefore,
}: JsonObject): Pick<ColumnMapping, 'year' | 'currency' | 'factor' | 'ownCurrency' | 'unitBefore'> | null {
  if (year !== undefined && !(isIndex(year) && year > 0 && year < 10_000)) return null;
  if (currency !== undefined && !(typeof currency === 'string' && isCurrency(currency))) return null;
  if (factor !== undefined && factor !== null && !isFactor(factor)) return null;
  if (ownCurrency !== undefined && ownCurrency !== 'whole' && ownCurrency !== 'unit') return null;
  const before = unitBefore === undefined ? undefined : moneyUnitFromJson(unitBefore);
  if (before === null) return null;
  return {
    ...(year === undefined ? {} : { year }),
    ...(currency === undefined ? {} : { currency }),
    ...(factor === undefined ? {} : { factor }),
    ...(ownCurrency === undefined ? {} : { ownCurrency }),
    ...(before === undefined ? {} : { unitBefore: before }),
  };
}

function moneyUnitFromJson(json: JsonValue): MoneyUnit | null {
  if (!isJsonObject(json)) return null;
  const { currency, factor } = json;
  if (currency !== null && !(typeof currency === 'string' && isCurrency(currency))) return null;
  return isFactor(factor) ? { currency, factor } : null;
}

/** The units of a table as mapping files and settings have them; null where they do not fit or are not there. */
export function unitsFromJson(json: JsonValue | undefined): readonly ColumnUnit[] | null {
  if (!Array.isArray(json)) return null;
  const members: readonly JsonValue[] = json;
  const units = members.map((member): ColumnUnit | null => {
    const unit = moneyUnitFromJson(member);
    if (unit === null || !isJsonObject(member)) return null;
    const { header, nth, doubt } = member;
    if (typeof header !== 'string' || typeof nth !== 'number') return null;
    if (doubt !== undefined && typeof doubt !== 'string') return null;
    return { header, nth, ...unit, ...(doubt === undefined ? {} : { doubt }) };
  });
  return units.every((unit) => unit !== null) ? units : null;
}

function fillFromJson(json: JsonValue): Fill | null {
  if (!isJsonObject(json) || typeof json.address !== 'string') return null;
  const { address, from, text, header, nth } = json;
  if (from === 'text') return typeof text === 'string' ? { address, from, text } : null;
  if (from !== 'column' || typeof header !== 'string' || !isIndex(nth)) return null;
  return { address, from, header, nth };
}

export function nameFromJson(json: JsonValue): NameDecision | null {
  if (!isJsonObject(json)) return null;
  const { type, name, means, id, cells } = json;
  if (typeof type !== 'string' || !isRecordType(type) || typeof name !== 'string' || name === '') return null;
  if (means === 'existing') return isRecordId(id) ? { type, name, means, id } : null;
  if (means !== 'new' || !isJsonObject(cells)) return null;
  const texts: Record<string, string> = {};
  for (const [address, text] of Object.entries(cells)) {
    if (typeof text !== 'string') return null;
    texts[address] = text;
  }
  return { type, name, means, cells: texts };
}

function rowFromJson(json: JsonValue): RowDecision | null {
  if (!isJsonObject(json)) return null;
  const { sheet, row, becomes, id } = json;
  if (typeof sheet !== 'string' || !isIndex(row)) return null;
  if (becomes === 'new' || becomes === 'nothing') return { sheet, row, becomes };
  return becomes === 'record' && isRecordId(id) ? { sheet, row, becomes, id } : null;
}

function listFromJson<T>(
  json: JsonValue | undefined,
  part: string,
  read: (member: JsonValue) => T | null,
): Result<readonly T[], MappingError> {
  if (!isList(json)) return err({ part });
  const members: T[] = [];
  for (const [index, member] of json.entries()) {
    const value = read(member);
    if (value === null) return err({ part: `${part}[${index}]` });
    members.push(value);
  }
  return ok(members);
}

// Array.isArray narrows a readonly array to any[]; this keeps the element type.
const isList = (json: JsonValue | undefined): json is readonly JsonValue[] => Array.isArray(json);

const isFactor = (value: unknown): value is number => isIndex(value) && value > 0;

const isIndex = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
