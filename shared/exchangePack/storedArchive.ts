import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { LocalDateTime } from '../core/timeZones.ts';
import { crc32 } from '../workbook/read/crc32.ts';

const localLength = 30;
const centralLength = 46;
const endLength = 22;
/** Names are UTF-8. */
const utf8Flag = 0x800;

interface WrittenEntry {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly bytes: number;
  readonly at: number;
}

/**
 * A zip archive without compression, written entry by entry into one buffer: photos and PDFs are compressed already,
 * and so no file has to be held beside the archive for longer than it takes to copy it. Sizes stand before the data,
 * which the unpackers of all systems can read; the streams of fflate put them behind, and its `zipSync` holds all twice.
 */
export class StoredArchive {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly entries: WrittenEntry[] = [];
  private readonly time: number;
  private readonly day: number;
  private at = 0;

  /** `capacity` in bytes, from `archiveBytes`; the time is what unpackers show for every entry. */
  constructor(capacity: number, { date, time }: LocalDateTime) {
    this.bytes = new Uint8Array(capacity);
    this.view = new DataView(this.bytes.buffer);
    const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
    const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
    this.day = (Math.min(Math.max(year - 1980, 0), 127) << 9) | (month << 5) | day;
    this.time = (hours << 11) | (minutes << 5) | (seconds >> 1);
  }

  /** Throws where the capacity does not suffice. */
  add(path: string, content: Uint8Array): void {
    const entry = { name: utf8ToBytes(path), crc: crc32(content), bytes: content.length, at: this.at };
    this.view.setUint32(this.at, 0x04034b50, true);
    this.writeFacts(this.at + 4, entry);
    this.bytes.set(entry.name, this.at + localLength);
    this.bytes.set(content, this.at + localLength + entry.name.length);
    this.at += localLength + entry.name.length + content.length;
    this.entries.push(entry);
  }

  /** The whole archive; nothing can be added afterwards. */
  finish(): Uint8Array {
    const directory = this.at;
    for (const entry of this.entries) {
      this.view.setUint32(this.at, 0x02014b50, true);
      this.view.setUint16(this.at + 4, 20, true);
      this.writeFacts(this.at + 6, entry);
      this.view.setUint32(this.at + 42, entry.at, true);
      this.bytes.set(entry.name, this.at + centralLength);
      this.at += centralLength + entry.name.length;
    }
    this.view.setUint32(this.at, 0x06054b50, true);
    this.view.setUint16(this.at + 8, this.entries.length, true);
    this.view.setUint16(this.at + 10, this.entries.length, true);
    this.view.setUint32(this.at + 12, this.at - directory, true);
    this.view.setUint32(this.at + 16, directory, true);
    return this.bytes.subarray(0, this.at + endLength);
  }

  /** What the local and the central header share, in the same order. */
  private writeFacts(at: number, { name, crc, bytes }: WrittenEntry): void {
    this.view.setUint16(at, 20, true);
    this.view.setUint16(at + 2, utf8Flag, true);
    this.view.setUint16(at + 6, this.time, true);
    this.view.setUint16(at + 8, this.day, true);
    this.view.setUint32(at + 10, crc, true);
    this.view.setUint32(at + 14, bytes, true);
    this.view.setUint32(at + 18, bytes, true);
    this.view.setUint16(at + 22, name.length, true);
  }
}

/** How many bytes an archive of such entries takes. */
export function archiveBytes(entries: readonly { readonly path: string; readonly bytes: number }[]): number {
  return entries.reduce(
    (sum, { path, bytes }) => sum + localLength + centralLength + 2 * utf8ToBytes(path).length + bytes,
    endLength,
  );
}
