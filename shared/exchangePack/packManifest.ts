import { strFromU8 } from 'fflate';
import { isJsonObject, type JsonValue } from '../core/json.ts';
import { err, ok, type Result } from '../core/result.ts';
import { isSha256 } from '../ipc/evidenceStore.ts';

/** The one part by which an archive is known as an exchange pack. */
export const manifestPath = 'fieldbook-pack.json';

const format = 'fieldbook-exchange-pack';
const version = 1;

/** A part of the pack: where it lies in the archive, and what it must be. */
export interface PackPart {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A file of evidence. */
export interface PackFile extends PackPart {
  /** As its record calls it. */
  readonly name: string;
  /** The records that name it, the entries of evidence themselves left out. */
  readonly records: readonly PackedRecord[];
}

export interface PackedRecord {
  readonly type: string;
  readonly id: string;
}

export interface PackManifest {
  readonly workbook: PackPart;
  readonly files: readonly PackFile[];
}

export type ManifestProblem =
  | { readonly code: 'DAMAGED' }
  | { readonly code: 'NEWER'; readonly version: number };

/** The text of the manifest; people open it to see what was sent, so it is set with line ends. */
export function manifestText({ workbook, files }: PackManifest): string {
  return `${JSON.stringify({ format, version, workbook, files }, null, 1)}\n`;
}

/** Reads a manifest field by field; what it does not know is left behind. DAMAGED for anything else. */
export function readManifest(bytes: Uint8Array): Result<PackManifest, ManifestProblem> {
  const json = parseJson(bytes);
  if (!isJsonObject(json) || json.format !== format || typeof json.version !== 'number')
    return err({ code: 'DAMAGED' });
  if (json.version > version) return err({ code: 'NEWER', version: json.version });
  const workbook = partOf(json.workbook);
  const files = listOf(json.files)?.map(fileOf);
  return workbook === null || files === undefined || !files.every(isPresent)
    ? err({ code: 'DAMAGED' })
    : ok({ workbook, files });
}

function partOf(json: unknown): PackPart | null {
  if (!isJsonObject(json)) return null;
  const { path, sha256, bytes } = json;
  const isWhole = typeof path === 'string' && isSha256(sha256) && isSize(bytes);
  return isWhole ? { path, sha256, bytes } : null;
}

function fileOf(json: unknown): PackFile | null {
  const part = partOf(json);
  if (part === null || !isJsonObject(json) || typeof json.name !== 'string') return null;
  const records = listOf(json.records)?.map(recordOf);
  return records?.every(isPresent) === true ? { ...part, name: json.name, records } : null;
}

function recordOf(json: unknown): PackedRecord | null {
  if (!isJsonObject(json) || typeof json.type !== 'string' || typeof json.id !== 'string') return null;
  return { type: json.type, id: json.id };
}

const listOf = (json: JsonValue | undefined): readonly unknown[] | undefined =>
  Array.isArray(json) ? json : undefined;

const isPresent = <T>(value: T | null): value is T => value !== null;

const isSize = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return null;
  }
}
