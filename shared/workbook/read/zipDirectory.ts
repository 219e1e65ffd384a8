import { err, ok, type Result } from '../../core/result.ts';

/** One entry of a zip archive as its central directory and its local header agree on it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; nothing else occurs in workbooks. */
  readonly method: 0 | 8;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the entry's data starts. */
  readonly dataStart: number;
}

export type ZipProblem =
  /** Cut short, overwritten, or sizes that disagree. */
  | { readonly code: 'BROKEN'; readonly detail: string }
  /** Made to mislead a reader: nothing that a spreadsheet program writes. */
  | { readonly code: 'UNSAFE'; readonly detail: string }
  | { readonly code: 'TOO_MANY_ENTRIES'; readonly count: number };

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const zip64Marker = 0xffffffff;
const endLength = 22;
const centralLength = 46;
const localLength = 30;

/**
 * The entries of a zip archive, read by this project's own code before any parser sees the file. Every offset is
 * checked against the file's length, every entry against its local header and against the others: entries that
 * overlap, share a name (in whatever case, with either slash), leave the archive (`..`, an absolute path), are
 * encrypted or need zip64 (no workbook of 25 MB does; its fields serve to forge sizes) are refused. Folder
 * entries are left out. Backslashes in names are taken for slashes, as Excel does. With `onOddPath`, entries that would
 * leave the archive are told by their names and left out, for readers that never take a name for a place.
 */
export function readZipDirectory(
  bytes: Uint8Array,
  maxEntries: number,
  onOddPath?: (rawName: string) => void,
): Result<readonly ZipEntry[], ZipProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return broken('no end of central directory');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const length = view.getUint32(end + 12, true);
  if (count === 0xffff || start === zip64Marker || length === zip64Marker) return unsafe('zip64 directory');
  if (count > maxEntries) return err({ code: 'TOO_MANY_ENTRIES', count });
  if (start + length > end) return broken('central directory outside of the file');
  const entries = readEntries(view, bytes, start, start + length, count, onOddPath);
  return entries.ok ? checkTogether(entries.value, start) : entries;
}

/** The name as a path inside the archive, or null when it could point elsewhere. */
export function safePath(name: string): string | null {
  const path = name.replaceAll('\\', '/');
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0')) return null;
  const parts = path.replace(/\/$/, '').split('/');
  return parts.some((part) => part === '' || part === '.' || part === '..') ? null : path;
}

interface LocatedEntry extends ZipEntry {
  readonly headerStart: number;
}

function readEntries(
  view: DataView,
  bytes: Uint8Array,
  start: number,
  end: number,
  count: number,
  onOddPath: ((rawName: string) => void) | undefined,
): Result<readonly LocatedEntry[], ZipProblem> {
  const entries: LocatedEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + centralLength > end || view.getUint32(at, true) !== centralSignature)
      return broken(`central directory ends after ${index} of ${count} entries`);
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + centralLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return broken('central directory entry outside of the directory');
    const name = latin1(bytes.subarray(at + centralLength, at + centralLength + nameLength));
    if (onOddPath !== undefined && safePath(name) === null) onOddPath(name);
    else {
      const entry = readEntry(view, bytes, at, name, start);
      if (!entry.ok) return entry;
      if (entry.value !== null) entries.push(entry.value);
    }
    at = next;
  }
  // Entries that the count hides would be seen by a reader that goes by signatures.
  if (at + 4 <= end && view.getUint32(at, true) === centralSignature) return unsafe('uncounted entries');
  return ok(entries);
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  rawName: string,
  limit: number,
): Result<LocatedEntry | null, ZipProblem> {
  const name = safePath(rawName);
  if (name === null) return unsafe('entry path leaves the archive');
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const compressedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const headerStart = view.getUint32(at + 42, true);
  if (name.endsWith('/')) return size === 0 ? ok(null) : unsafe('folder entry with content');
  if ((flags & 0x2041) !== 0) return unsafe('encrypted zip entry');
  if (method !== 0 && method !== 8) return broken(`compression method ${method}`);
  if (compressedSize === zip64Marker || size === zip64Marker || headerStart === zip64Marker)
    return unsafe('zip64 sizes');
  if (headerStart + localLength > limit || view.getUint32(headerStart, true) !== localSignature)
    return broken('local header missing');
  const nameEnd = headerStart + localLength + view.getUint16(headerStart + 26, true);
  const dataStart = nameEnd + view.getUint16(headerStart + 28, true);
  if (dataStart + compressedSize > limit) return broken('entry data outside of the file');
  if (latin1(bytes.subarray(headerStart + localLength, nameEnd)) !== rawName)
    return unsafe('local and central names differ');
  const local = {
    flags: view.getUint16(headerStart + 6, true),
    method: view.getUint16(headerStart + 8, true),
  };
  const localSize = view.getUint32(headerStart + 22, true);
  if (local.method !== method) return unsafe('local and central methods differ');
  // With bit 3 the sizes follow the data; the local ones are then 0, or (some writers) correct, or zip64 marks.
  if ((local.flags & 8) === 0 && localSize !== size) return unsafe('local and central sizes differ');
  if (method === 0 && size !== compressedSize) return unsafe('stored entry with two sizes');
  if (method === 8 && compressedSize === 0) return unsafe('deflated entry without data');
  return ok({ name, method, crc, compressedSize, size, dataStart, headerStart });
}

function checkTogether(
  entries: readonly LocatedEntry[],
  directoryStart: number,
): Result<readonly ZipEntry[], ZipProblem> {
  const names = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (names.has(key)) return unsafe('two entries of one name');
    names.add(key);
  }
  const ordered = entries.toSorted((a, b) => a.headerStart - b.headerStart);
  for (const [index, entry] of ordered.entries()) {
    const next = ordered[index + 1]?.headerStart ?? directoryStart;
    if (entry.dataStart + entry.compressedSize > next) return unsafe('entries overlap');
  }
  return ok(entries);
}

/** The end record is the last thing in the file but for a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let at = view.byteLength - endLength; at >= lowest; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return null;
}

/** Names serve as keys only; the parts of a workbook are named in ASCII. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const broken = (detail: string) => err<ZipProblem>({ code: 'BROKEN', detail });
const unsafe = (detail: string) => err<ZipProblem>({ code: 'UNSAFE', detail });
