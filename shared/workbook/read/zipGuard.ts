import { err, ok, type Result } from '../../core/result.ts';
import { crc32 } from './crc32.ts';
import { type HiddenLines, hiddenBySheet } from './hiddenLines.ts';
import { inflateInSteps, noRawInflate, type RawInflate } from './rawInflate.ts';
import { StoredZip } from './storedZip.ts';
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
  /** The most `<row` elements in one worksheet part of an xlsx workbook. */
  readonly mostRows: number;
  /** Cells of the type "ISO date", which hucre's stream gives as text. */
  readonly hasIsoDates: boolean;
  /** Phonetic runs (furigana), which hucre's stream adds to the text. */
  readonly hasPhonetics: boolean;
  /** The part that tells what an OpenDocument archive holds, or what an OOXML package declares. */
  readonly mimetype: string;
  readonly contentTypes: string;
  /** By the name of an xlsx workbook's sheet; only sheets that have any. */
  readonly hidden: ReadonlyMap<string, HiddenLines>;
  /** The checked entries as an archive without compression; null when they are too large to be held twice, or oddly named. */
  readonly unpacked: Uint8Array | null;
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
const keptParts: readonly string[] = ['mimetype', '[Content_Types].xml', workbookPart, relationsPart];

/**
 * Unpacks every entry of a zip archive once, without keeping it, and vouches for the archive: at most so many
 * entries and so much data, sizes and CRC as declared, XML in UTF-8 without a document type. Parsers that trust a
 * directory's sizes or ignore its checksums may read it afterwards. `rawInflate` only makes it quicker.
 */
export async function guardZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  rawInflate: RawInflate = noRawInflate,
): Promise<Result<GuardedZip, ZipGuardProblem>> {
  const entries = readZipDirectory(bytes, limits.zipEntries);
  if (!entries.ok) return entries;
  const declared = entries.value.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > limits.inflatedBytes) return bomb(declared, 'declared size');
  const found = { mostRows: 0, hasIsoDates: false, hasPhonetics: false, mimetype: '', contentTypes: '' };
  const hiddenByPart = new Map<string, HiddenLines>();
  const texts = { [workbookPart]: '', [relationsPart]: '' };
  const unpacked = declared <= keptBytes ? StoredZip.of(entries.value) : null;
  for (const [index, entry] of entries.value.entries()) {
    const scan = isXml(entry.name) ? new XmlScan(/\/worksheets\//.test(`/${entry.name}`)) : null;
    const keep = keptParts.includes(entry.name) ? new Uint8Array(entry.size) : null;
    const problem = await unpackEntry(bytes, entry, limits, rawInflate, (piece, offset) => {
      keep?.set(piece, offset);
      unpacked?.place(index, piece, offset);
      return scan?.add(piece) ?? null;
    });
    if (problem !== null) return err(problem);
    const flaw = scan?.end() ?? null;
    if (flaw !== null) return err({ code: flaw.code, detail: `${flaw.detail} in an XML part` });
    if (scan !== null) {
      found.mostRows = Math.max(found.mostRows, scan.rows);
      found.hasIsoDates ||= scan.hasIsoDates;
      found.hasPhonetics ||= scan.hasPhonetics;
      const hidden = { rows: scan.hiddenRows, columns: scan.hiddenColumns };
      if (hidden.rows > 0 || hidden.columns.length > 0) hiddenByPart.set(entry.name, hidden);
    }
    if (keep === null) continue;
    if (entry.name === workbookPart || entry.name === relationsPart) {
      texts[entry.name] = decodeText(keep) ?? '';
    } else found[entry.name === 'mimetype' ? 'mimetype' : 'contentTypes'] = asciiText(keep);
  }
  const hidden = hiddenBySheet(texts[workbookPart], texts[relationsPart], hiddenByPart);
  const names = entries.value.map((entry) => entry.name);
  return ok({ names, ...found, hidden, unpacked: unpacked?.bytes ?? null });
}

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
  const data = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  const ratioCap = Math.max(ratioFreeBytes, entry.compressedSize * limits.ratio);
  const state = { size: 0, crc: 0 };
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
      problem = onPiece(piece, offset);
    }
  };
  const whole = await wholeEntry(data, entry, ratioCap, rawInflate);
  if (whole !== null) {
    for (let at = 0; at < whole.length; at += pieceBytes) take(whole.subarray(at, at + pieceBytes));
  } else if (!inflateInSteps(data, take, () => problem !== null))
    problem ??= { code: 'BROKEN', detail: 'deflate stream damaged' };
  if (problem !== null) return problem;
  if (state.size !== entry.size) return { code: 'BROKEN', detail: 'entry shorter than declared' };
  return state.crc === entry.crc ? null : { code: 'BROKEN', detail: 'checksum differs' };
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

function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const megabytes = (size: number) => Math.ceil((size / 1024 / 1024) * 10) / 10;
const bomb = (size: number, detail: string) =>
  err<ZipGuardProblem>({ code: 'BOMB', megabytes: megabytes(size), detail });
