import { err, ok, type Result } from '../../core/result.ts';
import { crc32 } from './crc32.ts';
import { type HiddenLines, hiddenBySheet, hiddenInOpenDocument } from './hiddenLines.ts';
import { inflateInSteps, noRawInflate, type RawInflate } from './rawInflate.ts';
import { storedZip } from './storedZip.ts';
import { decodeText } from './textDecoding.ts';
import { XmlScan } from './xmlScan.ts';
import { readZipDirectory, type ZipEntry, type ZipProblem } from './zipDirectory.ts';

export interface ZipLimits {
  readonly zipEntries: number;
  readonly inflatedBytes: number;
  readonly ratio: number;
}

export interface GuardedZip {
  readonly names: readonly string[];
  /** The part that tells what an OpenDocument archive holds, or what an OOXML package declares. */
  readonly mimetype: string;
  readonly contentTypes: string;
  /** By the name of a sheet, of .xlsx and .ods; only sheets that have any. */
  readonly hidden: ReadonlyMap<string, HiddenLines>;
  /**
   * Makes an archive of the checked entries without compression, so that a parser need not unpack them once more and
   * sees the very bytes that were checked; null when they are too large to be held twice, or oddly named.
   */
  readonly unpacked: () => Uint8Array | null;
}

/** Is given the contents of the parts that it wants, each checked: worksheets after all others. */
export interface PartTaker {
  readonly wants: (name: string) => boolean;
  readonly take: (name: string, contents: Uint8Array) => void;
}

export type ZipGuardProblem =
  | ZipProblem
  | { readonly code: 'BOMB'; readonly megabytes: number; readonly detail: string };

/** Below this an archive may inflate at any ratio: a sheet of one repeated value packs 1,000 to 1. */
const ratioFreeBytes = 100 * 1024;
/** Above this the archive is unpacked again by whoever reads it, rather than kept in memory. */
const keptBytes = 32 * 1024 * 1024;
/** What is unpacked at once is looked at in pieces, so that no text as long as the whole has to be made of it. */
const pieceBytes = 64 * 1024;

const workbookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';
const contentPart = 'content.xml';
const keptParts: readonly string[] = ['mimetype', '[Content_Types].xml', workbookPart, relationsPart];
/** Looking for hidden rows is not worth holding a larger part of an OpenDocument as a text. */
const contentBytes = 8 * 1024 * 1024;

/** Whether guardZip itself looks into the entry. */
const isKeptPart = ({ name, size }: ZipEntry): boolean =>
  keptParts.includes(name) || (name === contentPart && size <= contentBytes);

/**
 * Unpacks every entry of a zip archive once and vouches for the archive: at most so many entries and so much data,
 * sizes and CRC as declared, XML in UTF-8 without a document type. Parsers that trust a directory's sizes or ignore its
 * checksums may read it afterwards. `rawInflate` only makes it quicker. `taker` gets parts while later ones are not
 * checked yet: what it makes of them counts only when the whole archive has passed.
 */
export async function guardZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  rawInflate: RawInflate = noRawInflate,
  taker: PartTaker | null = null,
): Promise<Result<GuardedZip, ZipGuardProblem>> {
  const directory = readZipDirectory(bytes, limits.zipEntries);
  if (!directory.ok) return directory;
  const entries = directory.value;
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > limits.inflatedBytes) return bomb(declared, 'declared size');
  const isKept = declared <= keptBytes;
  const parts = new Map<ZipEntry, Uint8Array>();
  const hiddenByPart = new Map<string, HiddenLines>();
  for (const entry of [...entries.filter(isNoWorksheet), ...entries.filter(isWorksheet)]) {
    const scan = isXml(entry.name) ? new XmlScan(isWorksheet(entry)) : null;
    const isWanted = isKept || isKeptPart(entry) || taker?.wants(entry.name) === true;
    const contents = await unpack(
      bytes,
      entry,
      limits,
      rawInflate,
      isWanted,
      (piece) => scan?.add(piece) ?? null,
    );
    if (!contents.ok) return contents;
    const flaw = scan?.end() ?? null;
    if (flaw !== null) return err({ code: flaw.code, detail: `${flaw.detail} in an XML part` });
    if (scan !== null && (scan.hiddenRows > 0 || scan.hiddenColumns.length > 0))
      hiddenByPart.set(entry.name, { rows: scan.hiddenRows, columns: scan.hiddenColumns });
    if (contents.value === null) continue;
    if (isKept || isKeptPart(entry)) parts.set(entry, contents.value);
    if (taker?.wants(entry.name) === true) taker.take(entry.name, contents.value);
  }
  const partOf = (name: string): Uint8Array | null => {
    for (const [entry, contents] of parts) if (entry.name === name) return contents;
    return null;
  };
  const textOf = (name: string): string => decodeText(partOf(name) ?? new Uint8Array()) ?? '';
  const content = entries.find(({ name }) => name === contentPart);
  return ok({
    names: entries.map(({ name }) => name),
    mimetype: asciiText(partOf('mimetype')),
    contentTypes: asciiText(partOf('[Content_Types].xml')),
    hidden:
      content !== undefined && isKeptPart(content)
        ? hiddenInOpenDocument(textOf(contentPart))
        : hiddenBySheet(textOf(workbookPart), textOf(relationsPart), hiddenByPart),
    unpacked: () => (isKept ? storedZip(entries.map((entry) => [entry, parts.get(entry)])) : null),
  });
}

const isWorksheet = ({ name }: ZipEntry): boolean => /(?:^|\/)worksheets\//.test(name);
const isNoWorksheet = (entry: ZipEntry): boolean => !isWorksheet(entry);

/** Looks at a piece of an entry, by its offset; a problem ends the unpacking. */
type PieceCheck = (piece: Uint8Array, offset: number) => ZipGuardProblem | null;

/** Unpacks one entry piece by piece and vouches for its size, ratio and CRC; null when nothing is wrong. */
export async function unpackEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  limits: Pick<ZipLimits, 'ratio'>,
  rawInflate: RawInflate,
  onPiece: PieceCheck,
): Promise<ZipGuardProblem | null> {
  const unpacked = await unpack(bytes, entry, limits, rawInflate, false, onPiece);
  return unpacked.ok ? null : unpacked.error;
}

/** The entry's contents, checked and looked at piece by piece; null where they are not wanted and were not kept. */
async function unpack(
  bytes: Uint8Array,
  entry: ZipEntry,
  limits: Pick<ZipLimits, 'ratio'>,
  rawInflate: RawInflate,
  isWanted: boolean,
  onPiece: PieceCheck,
): Promise<Result<Uint8Array | null, ZipGuardProblem>> {
  const data = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  const ratioCap = Math.max(ratioFreeBytes, entry.compressedSize * limits.ratio);
  const state = { size: 0, crc: 0 };
  const whole = await wholeEntry(data, entry, ratioCap, rawInflate);
  const kept = whole === null && isWanted ? new Uint8Array(entry.size) : null;
  let problem: ZipGuardProblem | null = null;
  const take = (piece: Uint8Array) => {
    if (problem !== null) return;
    const offset = state.size;
    state.size += piece.length;
    if (state.size > ratioCap)
      problem = { code: 'BOMB', megabytes: megabytes(state.size), detail: `ratio above ${limits.ratio}` };
    else if (state.size > entry.size) problem = { code: 'UNSAFE', detail: 'entry larger than declared' };
    else {
      state.crc = crc32(piece, state.crc);
      kept?.set(piece, offset);
      problem = onPiece(piece, offset);
    }
  };
  if (whole !== null) {
    for (let at = 0; at < whole.length; at += pieceBytes) take(whole.subarray(at, at + pieceBytes));
  } else if (!inflateInSteps(data, take, () => problem !== null))
    problem ??= { code: 'BROKEN', detail: 'deflate stream damaged' };
  if (problem !== null) return err(problem);
  if (state.size !== entry.size) return err({ code: 'BROKEN', detail: 'entry shorter than declared' });
  if (state.crc !== entry.crc) return err({ code: 'BROKEN', detail: 'checksum differs' });
  return ok(isWanted ? (whole ?? kept) : null);
}

/** The entry unpacked at once; null where it has to be done step by step, to stop in time or to tell what is wrong. */
async function wholeEntry(
  data: Uint8Array,
  { method, size }: ZipEntry,
  ratioCap: number,
  rawInflate: RawInflate,
): Promise<Uint8Array | null> {
  if (method === 0) return data;
  if (size > ratioCap) return null;
  const whole = await rawInflate(data, size);
  return whole?.length === size ? whole : null;
}

function isXml(name: string): boolean {
  return /\.(xml|rels|vml|rdf)$/i.test(name);
}

function asciiText(bytes: Uint8Array | null): string {
  let text = '';
  for (const byte of bytes ?? []) text += String.fromCharCode(byte);
  return text;
}

const megabytes = (size: number) => Math.ceil((size / 1024 / 1024) * 10) / 10;
const bomb = (size: number, detail: string) =>
  err<ZipGuardProblem>({ code: 'BOMB', megabytes: megabytes(size), detail });
