/** An OLE compound file: the container of .xls and of encrypted workbooks (and of .doc, .ppt, .hwp, .msg). */
export interface CompoundFile {
  readonly streamNames: readonly string[];
  /** The first bytes of a stream, at most `length`; null when there is none or its chain is broken. */
  head(name: string, length: number): Uint8Array | null;
}

const endOfChain = 0xfffffffe;
const freeSector = 0xffffffff;
const directoryEntryLength = 128;
const headerLength = 512;
/** A workbook of 25 MB has at most about 400 sectors of table; a chain longer than the file is a loop. */
const maxDirectoryEntries = 10_000;

export function isCompoundFile(bytes: Uint8Array): boolean {
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return bytes.length >= headerLength && magic.every((value, index) => bytes[index] === value);
}

/**
 * Reads a compound file's directory with this project's own code ([MS-CFB]), so that its kind and protection are
 * known before a parser sees it; null when the sector tables point outside of the file or in circles.
 */
export function readCompoundFile(bytes: Uint8Array): CompoundFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectors = { view, size: 1 << shift, table: readTable(view, 1 << shift) };
  const directory = readChain(sectors, view.getUint32(48, true), maxDirectoryEntries * directoryEntryLength);
  if (directory === null) return null;
  const entries = readDirectory(directory);
  const root = entries.find((entry) => entry.type === 5);
  if (root === undefined) return null;
  const miniCutoff = view.getUint32(56, true);
  return {
    streamNames: entries.filter((entry) => entry.type === 2).map((entry) => entry.name),
    head: (name, length) => {
      const entry = entries.find((one) => one.type === 2 && one.name === name);
      if (entry === undefined) return null;
      const wanted = Math.min(length, entry.size);
      if (entry.size >= miniCutoff)
        return readChain(sectors, entry.start, wanted)?.subarray(0, wanted) ?? null;
      return readMini(sectors, root, entry.start, wanted);
    },
  };
}

interface Sectors {
  readonly view: DataView;
  readonly size: number;
  readonly table: readonly number[];
}
interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** The sector allocation table, from the 109 places in the header and the chain of sectors behind them. */
function readTable(view: DataView, size: number): readonly number[] {
  const places: number[] = [];
  for (let index = 0; index < 109; index++) places.push(view.getUint32(76 + index * 4, true));
  let more = view.getUint32(68, true);
  const limit = view.byteLength / size;
  for (let step = 0; step < limit && inFile(view, size, more); step++) {
    for (let at = 0; at < size - 4; at += 4) places.push(view.getUint32(offsetOf(more, size) + at, true));
    more = view.getUint32(offsetOf(more, size) + size - 4, true);
  }
  const table: number[] = [];
  for (const sector of new Set(places)) {
    if (sector === freeSector || !inFile(view, size, sector)) continue;
    for (let at = 0; at < size; at += 4) table.push(view.getUint32(offsetOf(sector, size) + at, true));
  }
  return table;
}

/** At least `length` bytes of a chain where it has them; null when it leaves the file or runs in circles. */
function readChain(sectors: Sectors, start: number, length: number): Uint8Array | null {
  const { view, size, table } = sectors;
  const parts: Uint8Array[] = [];
  const seen = new Set<number>();
  let sector = start;
  while (sector !== endOfChain && parts.length * size < length) {
    if (!inFile(view, size, sector) || seen.has(sector)) return null;
    seen.add(sector);
    parts.push(new Uint8Array(view.buffer, view.byteOffset + offsetOf(sector, size), size));
    sector = table[sector] ?? endOfChain;
  }
  const whole = new Uint8Array(parts.length * size);
  for (const [index, part] of parts.entries()) whole.set(part, index * size);
  return whole;
}

/** Short streams live in 64-byte sectors inside the root entry's stream, with a table of their own. */
function readMini(sectors: Sectors, root: DirectoryEntry, start: number, length: number): Uint8Array | null {
  const { view } = sectors;
  const store = readChain(sectors, root.start, root.size);
  const table = readChain(sectors, view.getUint32(60, true), view.getUint32(64, true) * sectors.size);
  if (store === null || table === null) return null;
  const tableView = new DataView(table.buffer);
  const result = new Uint8Array(length);
  const seen = new Set<number>();
  let sector = start;
  for (let filled = 0; filled < length; filled += 64) {
    if (seen.has(sector) || (sector + 1) * 64 > store.length) return null;
    seen.add(sector);
    result.set(store.subarray(sector * 64, sector * 64 + Math.min(64, length - filled)), filled);
    sector = sector * 4 + 4 <= table.length ? tableView.getUint32(sector * 4, true) : endOfChain;
  }
  return result;
}

function readDirectory(bytes: Uint8Array): readonly DirectoryEntry[] {
  const view = new DataView(bytes.buffer);
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + directoryEntryLength <= bytes.length; at += directoryEntryLength) {
    const type = view.getUint8(at + 66);
    const nameLength = Math.min(64, view.getUint16(at + 64, true));
    if (type === 0 || nameLength < 2) continue;
    let name = '';
    for (let unit = 0; unit < nameLength - 2; unit += 2)
      name += String.fromCharCode(view.getUint16(at + unit, true));
    entries.push({ name, type, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
  }
  return entries;
}

const offsetOf = (sector: number, size: number) => (sector + 1) * size;
/** The last sector of a file may be cut short by careless writers; it must at least begin inside of it. */
const inFile = (view: DataView, size: number, sector: number) =>
  sector < endOfChain && offsetOf(sector, size) + size <= view.byteLength;
