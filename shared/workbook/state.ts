import { quickHash, quickHashOfLines } from '../core/hashing.ts';
import { type DeviceId, isDeviceId, isRecordId, type RecordId } from '../core/ids.ts';
import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { isLanguage, type Language } from '../core/language.ts';
import { err, ok, type Result } from '../core/result.ts';
import { isStamp, type Stamp } from '../sync/stamp.ts';
import type { GridRow, SheetGrid } from './grid.ts';
import { KnownStateRow, parseJson, rowFromJson, rowToJson, type StateRow } from './stateRows.ts';

/** Name of the very hidden sheet by which a workbook is known as Fieldbook's. */
export const stateSheetName = '_fieldbook';
export const stateFormat = 1;
const stateMark = 'fieldbook';

/** What a workbook says of itself to programs: who exported what, when, and what the cells were then. */
export interface WorkbookState {
  readonly header: StateHeader;
  readonly rows: readonly StateRow[];
}

export interface StateHeader {
  readonly workbookId: string;
  readonly device: DeviceId;
  readonly exportStamp: Stamp;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly language: Language;
  readonly scope: StateScope;
  readonly redacted: boolean;
  readonly template: boolean;
  readonly sample: boolean;
  /** Highest stamp per device that the exporter had seen in a complete exchange. */
  readonly seen: Readonly<Record<string, Stamp>>;
  /** Version of each record type. */
  readonly versions: Readonly<Record<string, number>>;
  readonly sheets: readonly StateSheet[];
}

export interface StateScope {
  readonly kind: 'all' | 'period';
  readonly centerId: RecordId | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface StateSheet {
  readonly type: string;
  readonly name: string;
  /** Column addresses in order. */
  readonly columns: readonly string[];
  /** The gridHash of the data rows as exported; '' where each row has to be looked at. */
  readonly hash: string;
  /** Of somebody's own table that came back with what is wrong in it: where its header stands, from 0. */
  readonly headerRow?: number;
  /** What its headers mean: each header with its column address. */
  readonly headers?: readonly (readonly [header: string, address: string])[];
}

/** Also under another name: people who make the sheet visible sometimes rename it. */
export const isStateSheet = ({ name, rows }: Pick<SheetGrid, 'name' | 'rows'>): boolean =>
  name === stateSheetName || rows[0]?.[0] === stateMark;

export type StateError = 'NOT_OURS' | 'NEWER' | 'DAMAGED';

// An Excel cell holds 32,767 units; a little less leaves room for escapes.
const chunkLength = 30_000;

/** The rows of the state sheet. Stamps are kept once each and referred to by number. */
export function stateToRows({ header, rows }: WorkbookState): readonly GridRow[] {
  const stamps = new Map<Stamp, number>();
  const numberOf = (stamp: Stamp): number => {
    const known = stamps.get(stamp);
    if (known !== undefined) return known;
    stamps.set(stamp, stamps.size);
    return stamps.size - 1;
  };
  const lines = rows.map((row) => JSON.stringify(rowToJson(row, numberOf)));
  const stampList = [...stamps.keys()].join(' ');
  const json = headerToJson(header);
  const digest = quickHashOfLines([stampList, ...lines]);
  const head = canonicalJson({ ...json, digest, seal: sealOf(json, digest) });
  return [
    [stateMark, stateFormat, ...chunks(head)],
    ['stamps', null, ...chunks(stampList)],
    ...lines.map((line): GridRow => ['row', null, ...chunks(line)]),
  ];
}

/**
 * Reads a state sheet; damaged where a part is missing, does not fit, or was changed. Of rows that `isKnown` says have
 * nothing new only their lines are kept.
 */
export function stateFromRows(
  grid: readonly GridRow[],
  isKnown: (row: StateRow) => boolean = () => false,
): Result<WorkbookState, StateError> {
  const [first, second, ...rest] = grid;
  if (first?.[0] !== stateMark) return err('NOT_OURS');
  const format = first[1];
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) return err('DAMAGED');
  if (format > stateFormat) return err('NEWER');
  const head = parseJson(joined(first));
  const stampList = second?.[0] === 'stamps' ? joined(second) : null;
  const header = isJsonObject(head) ? headerFromJson(head) : null;
  if (header === null || stampList === null || !isJsonObject(head)) return err('DAMAGED');
  const lines = rest.filter((row) => row[0] === 'row').map(joined);
  const { digest, seal, ...said } = head;
  if (digest !== quickHashOfLines([stampList, ...lines])) return err('DAMAGED');
  if (!isSealed(header, said, digest, seal)) return err('DAMAGED');
  const stamps = stampList === '' ? [] : stampList.split(' ');
  if (!stamps.every(isStamp)) return err('DAMAGED');
  const rows: StateRow[] = [];
  for (const line of lines) {
    const row = rowFromJson(parseJson(line), stamps);
    if (row === null) return err('DAMAGED');
    rows.push(isKnown(row) ? new KnownStateRow(row, line, stamps) : row);
  }
  return ok({ header, rows });
}

/** Tells a header that somebody changed. */
const sealOf = (header: JsonObject, digest: string): string => quickHash(`${digest}${canonicalJson(header)}`);

function isSealed(
  header: StateHeader,
  said: JsonObject,
  digest: string,
  seal: JsonValue | undefined,
): boolean {
  if (seal !== undefined) return seal === sealOf(said, digest);
  // The first workbooks had no seal; one whose name was changed does not make it such a workbook.
  const known = headerToJson(header);
  return Object.keys(said).every((key) => Object.hasOwn(known, key));
}

function headerToJson(header: StateHeader): JsonObject {
  const { scope, sheets, seen, versions, ...plain } = header;
  return {
    ...plain,
    scope: { ...scope },
    seen: { ...seen },
    versions: { ...versions },
    sheets: sheets.map(({ headerRow, headers, ...sheet }) => ({
      ...sheet,
      ...(headerRow === undefined ? {} : { headerRow }),
      ...(headers === undefined ? {} : { headers }),
    })),
  };
}

function headerFromJson(json: JsonObject): StateHeader | null {
  const { workbookId, device, exportStamp, by, at, language, redacted, template, sample } = json;
  const scope = scopeFromJson(json.scope);
  const sheets = sheetsFromJson(json.sheets);
  const seen = isJsonObject(json.seen) ? Object.entries(json.seen) : [];
  const versions = isJsonObject(json.versions) ? Object.entries(json.versions) : [];
  if (typeof workbookId !== 'string' || !isDeviceId(device) || !isStamp(exportStamp)) return null;
  if (typeof by !== 'string' || typeof at !== 'number' || !isLanguage(language)) return null;
  if (scope === null || sheets === null) return null;
  return {
    workbookId,
    device,
    exportStamp,
    by,
    at,
    language,
    scope,
    sheets,
    redacted: redacted === true,
    template: template === true,
    sample: sample === true,
    seen: Object.fromEntries(
      seen.flatMap(([name, stamp]) => (isStamp(stamp) ? [[name, stamp] as const] : [])),
    ),
    versions: Object.fromEntries(
      versions.flatMap(([type, version]) => (typeof version === 'number' ? [[type, version] as const] : [])),
    ),
  };
}

function scopeFromJson(json: JsonValue | undefined): StateScope | null {
  if (!isJsonObject(json)) return null;
  const { kind, centerId, from, to } = json;
  if (kind !== 'all' && kind !== 'period') return null;
  return {
    kind,
    centerId: isRecordId(centerId) ? centerId : null,
    from: typeof from === 'string' ? from : null,
    to: typeof to === 'string' ? to : null,
  };
}

function sheetsFromJson(json: JsonValue | undefined): readonly StateSheet[] | null {
  if (!Array.isArray(json)) return null;
  const sheets: StateSheet[] = [];
  for (const item of json) {
    if (!isJsonObject(item)) return null;
    const { type, name, columns, hash } = item;
    if (typeof type !== 'string' || typeof name !== 'string' || typeof hash !== 'string') return null;
    if (!Array.isArray(columns)) return null;
    const addresses = columns.filter((column): column is string => typeof column === 'string');
    if (addresses.length !== columns.length) return null;
    const own = ownHeader(item);
    if (own === null) return null;
    sheets.push({ type, name, hash, columns: addresses, ...own });
  }
  return sheets;
}

function ownHeader({ headerRow, headers }: JsonObject): Pick<StateSheet, 'headerRow' | 'headers'> | null {
  if (headerRow === undefined && headers === undefined) return {};
  if (typeof headerRow !== 'number' || !Array.isArray(headers)) return null;
  const pairs = headers.flatMap((pair): (readonly [string, string])[] => {
    const [header, address] = Array.isArray(pair) ? pair : [];
    return typeof header === 'string' && typeof address === 'string' ? [[header, address]] : [];
  });
  return pairs.length === headers.length ? { headerRow, headers: pairs } : null;
}

function chunks(text: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; start += chunkLength) {
    // The mark in front keeps a part from looking like a formula or losing its blanks.
    parts.push(`|${text.slice(start, start + chunkLength)}|`);
  }
  return parts;
}

function joined(row: GridRow): string {
  return row
    .slice(2)
    .map((cell) => (typeof cell === 'string' ? cell.slice(1, -1) : ''))
    .join('');
}
