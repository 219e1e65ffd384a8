import type { ZipEntry } from './zipDirectory.ts';

const localLength = 30;
const centralLength = 46;
const endLength = 22;
/**
 * A zip archive of the same entries without compression. Null for names beyond ASCII, which no spreadsheet program gives
 * to parts and whose encoding nobody states, and where an entry has no contents.
 */
export function storedZip(
  parts: readonly (readonly [entry: ZipEntry, contents: Uint8Array | undefined])[],
): Uint8Array | null {
  const entries = parts.map(([entry]) => entry);
  if (!entries.every(({ name }) => /^[\x20-\x7e]*$/.test(name))) return null;
  const names = entries.map(({ name }) => Uint8Array.from(name, (letter) => letter.charCodeAt(0)));
  const starts: number[] = [];
  let at = 0;
  entries.forEach(({ size }, index) => {
    at += localLength + (names[index]?.length ?? 0);
    starts.push(at);
    at += size;
  });
  const directory = at;
  for (const name of names) at += centralLength + name.length;
  const bytes = new Uint8Array(at + endLength);
  for (const [index, [, contents]] of parts.entries()) {
    if (contents === undefined) return null;
    bytes.set(contents, starts[index]);
  }
  writeHeaders(bytes, entries, names, starts, directory);
  return bytes;
}

function writeHeaders(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  names: readonly Uint8Array[],
  starts: readonly number[],
  directory: number,
): void {
  const view = new DataView(bytes.buffer);
  let at = directory;
  entries.forEach((entry, index) => {
    const name = names[index] ?? new Uint8Array();
    const local = (starts[index] ?? 0) - name.length - localLength;
    view.setUint32(local, 0x04034b50, true);
    writeFacts(view, local + 4, entry, name.length);
    bytes.set(name, local + localLength);
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeFacts(view, at + 6, entry, name.length);
    view.setUint32(at + 42, local, true);
    bytes.set(name, at + centralLength);
    at += centralLength + name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
}

/** What the local and the central header share, in the same order: version, flags, method, time, CRC, sizes, lengths. */
function writeFacts(view: DataView, at: number, { crc, size }: ZipEntry, nameLength: number): void {
  view.setUint16(at, 20, true);
  // 1 January 1980, the first day that the format knows.
  view.setUint16(at + 8, 0x21, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameLength, true);
}
