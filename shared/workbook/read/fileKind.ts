import type { Label } from '../../core/language.ts';
import type { WorkbookKind } from '../grid.ts';
import { type CompoundFile, isCompoundFile, readCompoundFile } from './compoundFile.ts';
import { decodeLatin1, decodeText } from './textDecoding.ts';

/** What a file is by its bytes; its name is never asked. */
export type FileKind =
  /** A zip archive; which kind is known after its directory was checked. */
  | { readonly kind: 'zip' }
  /** `codePage` of the texts, where the file is older than Unicode and states one. */
  | { readonly kind: 'xls'; readonly codePage: number | null }
  | { readonly kind: 'encryptedXlsx'; readonly agile: AgilePackage | null }
  | { readonly kind: 'encryptedXls' }
  | { readonly kind: 'html' | 'xml' | 'text'; readonly text: string }
  | { readonly kind: 'damaged'; readonly detail: string }
  /** A spreadsheet of an old program. */
  | { readonly kind: 'otherFormat'; readonly format: string }
  | { readonly kind: 'other'; readonly found: Label };

/** The two streams of a workbook with agile encryption; older ways are not opened here. */
export interface AgilePackage {
  readonly info: Uint8Array;
  readonly encrypted: Uint8Array;
  /** How many hashes a try of the password costs. */
  readonly spinCount: number;
}

/** What a zip archive is, by the names and the two telling parts inside of it. */
export function zipKind(
  names: readonly string[],
  mimetype: string,
  contentTypes: string,
): { readonly workbook: WorkbookKind } | { readonly found: Label } | 'incomplete' {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (mimetype.includes('opendocument.spreadsheet'))
    return has(/^content\.xml$/i) ? { workbook: 'ods' } : 'incomplete';
  if (mimetype.includes('hwp+zip')) return { found: same('HWPX') };
  if (mimetype.includes('opendocument')) return { found: same('OpenDocument (.odt, .odp)') };
  if (mimetype.includes('epub')) return { found: same('EPUB') };
  if (has(/^xl\/workbook\.bin$/i)) return { workbook: 'xlsb' };
  if (has(/^xl\/.*\.xml$/i) || /spreadsheetml/i.test(contentTypes)) {
    if (!has(/(^|\/)workbook\d*\.xml$/i)) return 'incomplete';
    return { workbook: has(/vbaProject\.bin$/i) || hasMacroType(contentTypes) ? 'xlsm' : 'xlsx' };
  }
  if (has(/^word\//i)) return { found: same('Word (.docx)') };
  if (has(/^ppt\//i)) return { found: same('PowerPoint (.pptx)') };
  return { found: { en: 'ZIP archive', ko: 'ZIP 압축 파일' } };
}

/** Whether the workbook part itself is declared macro-enabled; some writers list that type for parts they lack. */
function hasMacroType(contentTypes: string): boolean {
  const overrides = contentTypes.match(/<Override\s[^>]*>/g) ?? [];
  return overrides.some((tag) => /workbook\d*\.xml/i.test(tag) && /macroEnabled/i.test(tag));
}

/** What a file is by its first bytes, its container's directory or, for text, its content. */
export function fileKind(bytes: Uint8Array): FileKind {
  // Two letters would not do: a CSV may begin with the column "PK".
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return { kind: 'zip' };
  if (isCompoundFile(bytes)) return compoundKind(bytes);
  const known = signatures.find(({ magic, at = 0 }) => startsWith(bytes.subarray(at), magic));
  if (known !== undefined) return { kind: 'other', found: known.found };
  const old = oldFormats.find(({ magic }) => startsWith(bytes, magic));
  if (old !== undefined) return { kind: 'otherFormat', format: old.format };
  if (isBareBiff(bytes)) return { kind: 'xls', codePage: codePageOf(bytes.subarray(0, 8192)) };
  const text = decodeText(bytes);
  return text === null ? { kind: 'other', found: binary } : textKind(text);
}

function textKind(text: string): FileKind {
  const start = text
    .slice(0, 4096)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('{\\rtf')) return { kind: 'other', found: same('RTF') };
  if (start.startsWith('%!PS')) return { kind: 'other', found: same('PostScript') };
  if (/^(MIME-Version:|From:|Received:|Content-Type: multipart)/i.test(start))
    return { kind: 'other', found: { en: 'mail or web archive', ko: '메일 또는 웹 보관 파일' } };
  if (!start.startsWith('<')) return { kind: 'text', text };
  const root = rootOf(start);
  if (root !== null) return { kind: 'other', found: root };
  if (/<!ENTITY/i.test(text)) return { kind: 'damaged', detail: 'entity declaration in XML' };
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start) && /<(?:\w+:)?Workbook[\s>]/.test(text))
    return /<!DOCTYPE/i.test(start)
      ? { kind: 'damaged', detail: 'document type in XML' }
      : { kind: 'xml', text };
  if (/<table[\s>]/i.test(text)) return { kind: 'html', text };
  if (/^(<!doctype html|<html|<head|<body|<div|<p[\s>])/i.test(start))
    return { kind: 'other', found: { en: 'web page without a table', ko: '표가 없는 웹 페이지' } };
  return { kind: 'other', found: same('XML') };
}

/**
 * What a document of markup is by its root element, where that is of another vocabulary than HTML's: a drawing may well
 * have an element `table` too. Null for web pages, and for what says nothing of it.
 */
function rootOf(start: string): Label | null {
  const found =
    /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)*<([\w-]+)(\s[^>]*)?>/i.exec(start);
  const [, name = '', attributes = ''] = found ?? [];
  if (name.toLowerCase() === 'svg') return same('SVG');
  const space = /\sxmlns\s*=\s*["']([^"']*)/i.exec(attributes)?.[1];
  const isPage = space === undefined || /xhtml|html40|schemas-microsoft-com/i.test(space);
  return isPage || name.toLowerCase() === 'html' ? null : same('XML');
}

function compoundKind(bytes: Uint8Array): FileKind {
  const file = readCompoundFile(bytes);
  if (file === null) return { kind: 'damaged', detail: 'compound file directory' };
  const has = (name: string) => file.streamNames.includes(name);
  if (has('EncryptedPackage')) return encryptionOf(file);
  if (has('Workbook') || has('Book')) {
    const head = file.head(has('Workbook') ? 'Workbook' : 'Book', 8192);
    if (head === null) return { kind: 'damaged', detail: 'workbook stream' };
    if (findRecord(head, filePassRecord) !== null) return { kind: 'encryptedXls' };
    return { kind: 'xls', codePage: has('Workbook') ? null : codePageOf(head) };
  }
  if (has('WordDocument')) return { kind: 'other', found: same('Word (.doc)') };
  if (has('PowerPoint Document')) return { kind: 'other', found: same('PowerPoint (.ppt)') };
  if (has('FileHeader') && has('DocInfo')) return { kind: 'other', found: same('HWP') };
  return { kind: 'other', found: { en: 'OLE compound file', ko: 'OLE 복합 파일' } };
}

/** [MS-OFFCRYPTO]: version 4.4 is "agile" (XML behind 8 bytes); all others are older ways. */
function encryptionOf(file: CompoundFile): FileKind {
  const info = file.head('EncryptionInfo', 65_536);
  const encrypted = file.head('EncryptedPackage', Number.POSITIVE_INFINITY);
  if (info === null || encrypted === null || encrypted.length < 8)
    return { kind: 'damaged', detail: 'encryption streams' };
  if (info[0] !== 4 || info[2] !== 4) return { kind: 'encryptedXlsx', agile: null };
  const spinCount = Number(/spinCount="(\d+)"/.exec(decodeLatin1(info))?.[1] ?? 0);
  return { kind: 'encryptedXlsx', agile: { info, encrypted, spinCount } };
}

/** [MS-XLS] 2.4.117: the workbook is encrypted. */
const filePassRecord = 0x2f;
/** [MS-XLS] 2.4.52. */
const codePageRecord = 0x42;
/** [MS-XLS] 2.4.28: the records before the sheets are over. */
const boundSheetRecord = 0x85;

/** Where the content of a record begins that stands among the stream's first ones, before any sheet. */
function findRecord(head: Uint8Array, wanted: number): number | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  let at = 0;
  while (at + 4 <= head.length) {
    const type = view.getUint16(at, true);
    if (type === wanted) return at + 4;
    if (type === boundSheetRecord) return null;
    at += 4 + view.getUint16(at + 2, true);
  }
  return null;
}

function codePageOf(head: Uint8Array): number | null {
  const at = findRecord(head, codePageRecord);
  const [low, high] = at === null ? [] : head.subarray(at, at + 2);
  return low === undefined || high === undefined ? null : low + high * 256;
}

/** Excel 2 to 4 wrote their records without a container: a BOF record of 4, 6 or 8 bytes. */
function isBareBiff(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && [4, 6, 8].includes(bytes[2] ?? -1)
  );
}

const same = (text: string): Label => ({ en: text, ko: text });
const binary: Label = { en: 'unknown binary data', ko: '알 수 없는 이진 데이터' };

const signatures: readonly {
  readonly magic: readonly number[];
  readonly at?: number;
  readonly found: Label;
}[] = [
  { magic: [0x25, 0x50, 0x44, 0x46], found: same('PDF') },
  { magic: [0xff, 0xd8, 0xff], found: same('JPEG') },
  { magic: [0x89, 0x50, 0x4e, 0x47], found: same('PNG') },
  { magic: [0x47, 0x49, 0x46, 0x38], found: same('GIF') },
  { magic: [0x49, 0x49, 0x2a, 0x00], found: same('TIFF') },
  { magic: [0x4d, 0x4d, 0x00, 0x2a], found: same('TIFF') },
  { magic: [0x57, 0x45, 0x42, 0x50], at: 8, found: same('WebP') },
  {
    magic: [0x66, 0x74, 0x79, 0x70],
    at: 4,
    found: { en: 'HEIC photo or video', ko: 'HEIC 사진 또는 동영상' },
  },
  { magic: [0x52, 0x61, 0x72, 0x21], found: same('RAR') },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], found: same('7-Zip') },
  { magic: [0x1f, 0x8b], found: same('gzip') },
  { magic: [0x4d, 0x5a, 0x90, 0x00], found: { en: 'Windows program', ko: 'Windows 프로그램' } },
  { magic: [0x7f, 0x45, 0x4c, 0x46], found: { en: 'program', ko: '프로그램' } },
  { magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], found: same('SQLite') },
];

const oldFormats: readonly { readonly magic: readonly number[]; readonly format: string }[] = [
  { magic: [0x49, 0x44, 0x3b, 0x50], format: 'SYLK (.slk)' },
  { magic: [0x00, 0x00, 0x1a, 0x00], format: 'Lotus 1-2-3' },
  { magic: [0x00, 0x00, 0x02, 0x00, 0x04, 0x04], format: 'Microsoft Works, Lotus 1-2-3' },
  { magic: [0xff, 0x00, 0x02, 0x00, 0x04, 0x04], format: 'Microsoft Works' },
  { magic: [0x00, 0x00, 0x02, 0x00], format: 'Lotus 1-2-3, Quattro Pro' },
];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, index) => bytes[index] === value);
}
