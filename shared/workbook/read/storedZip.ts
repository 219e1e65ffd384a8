import type { ZipEntry } from './zipDirectory.ts';

const localLength = 30;
const centralLength = 46;
const endLength = 22;
/**
 * A zip archive of the same entries without compression, filled while they are checked, so that a parser behind the
 * checks need not unpack them once more and sees the very bytes that were checked.
 */
export class StoredZip {
  readonly bytes: Uint8Array;
  private readonly starts: readonly number[];

  /** Null for names beyond ASCII, which no spreadsheet program gives to parts and whose encoding nobody states. */
  static of(entries: readonly ZipEntry[]): StoredZip | null {
    return entries.every(({ name }) => /^[\x20-\x7e]*$/.test(name)) ? new StoredZip(entries) : null;
  }

  private constructor(entries: readonly ZipEntry[]) {
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
    this.starts = starts;
    this.bytes = new Uint8Array(at + endLength);
    this.writeHeaders(entries, names, directory);
  }

  /** A piece of an entry, by its offset in it. */
  place(index: number, piece: Uint8Array, offset: number): void {
    this.bytes.set(piece, (this.starts[index] ?? 0) + offset);
  }

  private writeHeaders(entries: readonly ZipEntry[], names: readonly Uint8Array[], directory: number): void {
    const view = new DataView(this.bytes.buffer);
    let at = directory;
    entries.forEach((entry, index) => {
      const name = names[index] ?? new Uint8Array();
      const local = (this.starts[index] ?? 0) - name.length - localLength;
      view.setUint32(local, 0x04034b50, true);
      writeFacts(view, local + 4, entry, name.length);
      this.bytes.set(name, local + localLength);
      view.setUint32(at, 0x02014b50, true);
      view.setUint16(at + 4, 20, true);
      writeFacts(view, at + 6, entry, name.length);
      view.setUint32(at + 42, local, true);
      this.bytes.set(name, at + centralLength);
      at += centralLength + name.length;
    });
    view.setUint32(at, 0x06054b50, true);
    view.setUint16(at + 8, entries.length, true);
    view.setUint16(at + 10, entries.length, true);
    view.setUint32(at + 12, at - directory, true);
    view.setUint32(at + 16, directory, true);
  }
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
