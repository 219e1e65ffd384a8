import { zipSync } from 'fflate';
import type { GridRow, TableSheet, WorkbookDocument } from '../../shared/workbook/grid.ts';
import { cellAddress } from '../../shared/workbook/write/sheetPlan.ts';

/** Small files of known content for the workbook readers, made here so that tests need no binary fixtures. */

export type ZipParts = Readonly<Record<string, string | Uint8Array>>;

export interface SheetSource {
  readonly name: string;
  /** The XML inside of sheetData. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Ranges as Excel writes them: `A1:C1`. */
  readonly merges?: readonly string[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of an xlsx workbook. Styles: 0 General, 1 yyyy-mm-dd, 2 yyyy-mm-dd hh:mm:ss, 3 h:mm, 4 [h]:mm, 5 0.0%. */
export function xlsxParts(
  sheets: readonly SheetSource[],
  options: { readonly date1904?: boolean; readonly sharedStrings?: string } = {},
): Record<string, string> {
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations = sheets.map((_, index) =>
    relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packageRelations}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${options.date1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageRelations}">${relations.join('')}${relation(90, 'styles', 'styles.xml')}${relation(91, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="166" formatCode="h:mm"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${options.sharedStrings ?? ''}</sst>`,
  };
  for (const [index, { rows, merges = [] }] of sheets.entries()) {
    const areas = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    const merged = areas === '' ? '' : `<mergeCells count="${merges.length}">${areas}</mergeCells>`;
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${merged}</worksheet>`;
  }
  return parts;
}

/** A zip archive with fixed times. */
export function zipOf(parts: ZipParts, level: 0 | 6 = 6): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return zipSync(files, { level, mtime: new Date(2026, 0, 1) });
}

/** The XML of rows of texts and numbers; null is an absent cell. */
export function rowsXml(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map((cells, index) => {
      const inner = cells.map((cell, column) => {
        const place = `r="${cellAddress(index, column)}"`;
        if (cell === null) return '';
        if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
        const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
      });
      return `<row r="${index + 1}">${inner.join('')}</row>`;
    })
    .join('');
}

export function xlsxOf(...sheets: readonly SheetSource[]): Uint8Array {
  return zipOf(xlsxParts(sheets));
}

export interface RawEntry {
  readonly name: string;
  /** As it lies in the archive. */
  readonly data: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** What the local header says, where it differs. */
  readonly localSize?: number;
  readonly localName?: string;
  /** Where the central directory points instead of to this entry's own header. */
  readonly headerOf?: number;
  readonly flags?: number;
}

/** A zip archive in which every field is what the test says, true or not. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const locals: Uint8Array[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = encoder.encode(entry.localName ?? entry.name);
    const header = new DataView(new ArrayBuffer(30));
    header.setUint32(0, 0x04034b50, true);
    header.setUint16(6, entry.flags ?? 0, true);
    header.setUint16(8, entry.method, true);
    header.setUint32(14, entry.crc, true);
    header.setUint32(18, entry.data.length, true);
    header.setUint32(22, entry.localSize ?? entry.size, true);
    header.setUint16(26, name.length, true);
    offsets.push(offset);
    const local = joined([new Uint8Array(header.buffer), name, entry.data]);
    locals.push(local);
    offset += local.length;
  }
  const centrals = entries.map((entry, index) => {
    const name = encoder.encode(entry.name);
    const header = new DataView(new ArrayBuffer(46));
    header.setUint32(0, 0x02014b50, true);
    header.setUint16(8, entry.flags ?? 0, true);
    header.setUint16(10, entry.method, true);
    header.setUint32(16, entry.crc, true);
    header.setUint32(20, entry.data.length, true);
    header.setUint32(24, entry.size, true);
    header.setUint16(28, name.length, true);
    header.setUint32(42, offsets[entry.headerOf ?? index] ?? 0, true);
    return joined([new Uint8Array(header.buffer), name]);
  });
  const directory = joined(centrals);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, directory.length, true);
  end.setUint32(16, offset, true);
  return joined([...locals, directory, new Uint8Array(end.buffer)]);
}

/**
 * An OLE compound file with the given streams, each of at least 4,096 bytes (shorter ones are filled up), as many
 * as fit one sector of the allocation table (about 60 KB).
 */
export function compoundFileOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sector = 512;
  const names = Object.keys(streams);
  const chunks = names.map((name) => {
    const data = streams[name] ?? new Uint8Array();
    const padded = new Uint8Array(Math.max(4096, Math.ceil(data.length / sector) * sector));
    padded.set(data);
    return padded;
  });
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const table = new Uint32Array(sector / 4).fill(0xffffffff);
  table[0] = 0xfffffffd;
  for (let index = 0; index < directorySectors; index++)
    table[1 + index] = index === directorySectors - 1 ? 0xfffffffe : 2 + index;
  const directory = new DataView(new ArrayBuffer(directorySectors * sector));
  writeDirectoryEntry(directory, 0, 'Root Entry', 5, 0xfffffffe, 0);
  let next = 1 + directorySectors;
  for (const [index, name] of names.entries()) {
    const chunk = chunks[index] ?? new Uint8Array();
    writeDirectoryEntry(directory, index + 1, name, 2, next, Math.max(4096, streams[name]?.length ?? 0));
    const count = chunk.length / sector;
    for (let step = 0; step < count; step++)
      table[next + step] = step === count - 1 ? 0xfffffffe : next + step + 1;
    next += count;
  }
  return joined([
    compoundHeader(),
    new Uint8Array(table.buffer),
    new Uint8Array(directory.buffer),
    ...chunks,
  ]);
}

/** A plausible table sheet with one row per given row. */
export function tableSheet(
  rows: readonly GridRow[],
  columns: TableSheet['columns'],
  extra: Partial<TableSheet> = {},
): TableSheet {
  return {
    kind: 'table',
    name: 'Consultations',
    visibility: 'visible',
    columns,
    header: columns.map((_, index) => ({ text: `Column ${index + 1}`, required: index === 0 })),
    rows,
    tableName: 'Consultations',
    frozenColumns: 1,
    spareRows: 10,
    landscape: true,
    ...extra,
  };
}

export function documentOf(
  sheets: WorkbookDocument['sheets'],
  extra: Partial<WorkbookDocument> = {},
): WorkbookDocument {
  return {
    title: 'Report & plan',
    author: '김민지',
    language: 'en',
    createdAt: Date.UTC(2026, 8, 30, 9),
    sheets,
    ...extra,
  };
}

function compoundHeader(): Uint8Array {
  const header = new DataView(new ArrayBuffer(512));
  for (const [index, byte] of [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].entries())
    header.setUint8(index, byte);
  header.setUint16(24, 0x3e, true);
  header.setUint16(26, 3, true);
  header.setUint16(28, 0xfffe, true);
  header.setUint16(30, 9, true);
  header.setUint16(32, 6, true);
  header.setUint32(44, 1, true);
  header.setUint32(48, 1, true);
  header.setUint32(56, 4096, true);
  header.setUint32(60, 0xfffffffe, true);
  header.setUint32(68, 0xfffffffe, true);
  for (let index = 1; index < 109; index++) header.setUint32(76 + index * 4, 0xffffffff, true);
  header.setUint32(76, 0, true);
  return new Uint8Array(header.buffer);
}

function writeDirectoryEntry(
  view: DataView,
  index: number,
  name: string,
  type: number,
  start: number,
  size: number,
): void {
  const at = index * 128;
  for (let unit = 0; unit < name.length; unit++) view.setUint16(at + unit * 2, name.charCodeAt(unit), true);
  view.setUint16(at + 64, (name.length + 1) * 2, true);
  view.setUint8(at + 66, type);
  view.setUint32(at + 116, start, true);
  view.setUint32(at + 120, size, true);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A workbook of 1.2 million numbers, which takes a second or two and some 300 MB to read. */
export function costlyWorkbook(): Uint8Array {
  // Below the size of the streaming reader, and different numbers everywhere, so that it is no bomb by its ratio.
  let seed = 1;
  const rows = Array.from({ length: 15_000 }, (_, row) => {
    const cells = Array.from({ length: 80 }, () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return `<c><v>${seed}</v></c>`;
    });
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return xlsxOf({ name: 'Large', rows: rows.join('') });
}
