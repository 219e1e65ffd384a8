import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { newDeviceId } from '../../shared/core/ids.ts';
import { builtInCenterId, builtInChanges } from '../../shared/records/builtIn.ts';
import { overlaySet } from '../../shared/sync/overlay.ts';
import type { ExportOptions } from '../../shared/workbook/exportWorkbook.ts';
import type { GridCell, SheetGrid, WorkbookGrid } from '../../shared/workbook/grid.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import { countingRandom, Replica } from './exchange.ts';

/** A colleague's installation that exists only as far as workbooks come from it. */
export function colleague(seed: number): Replica {
  const replica = new Replica(newDeviceId(countingRandom(seed)), seed);
  // Before the window under test was opened, whatever day that is.
  replica.now = Date.UTC(2025, 5, 2, 9);
  replica.records = overlaySet(replica.records, builtInChanges());
  return replica;
}

/** Writes down one consultation with its organization and expert. */
export function logAt(replica: Replica, center: string, topic: string): void {
  const client = replica.create('organization', {
    name: { en: `Agency of ${topic}` },
    type: 'agency',
    country: center.slice(0, 2),
  });
  const expert = replica.create('person', { name: { en: 'Park Jiho', ko: '박지호' } });
  replica.create('consultation', {
    center: builtInCenterId(center),
    date: '2025-04-07',
    experts: [expert],
    client,
    topic,
    field: 'strategy',
    mode: 'visit',
    question: 'How do other countries do it?',
    advice: 'Start with a law.',
    result: 'none',
  });
}

/** The workbook that a colleague sends, as a file. */
export async function saveExport(
  replica: Replica,
  path: string,
  options: Partial<ExportOptions> = {},
): Promise<void> {
  const document = replica.export(options);
  const written = await writeWorkbook(
    options.password === undefined ? document : { ...document, password: options.password },
  );
  if (!written.ok) throw new Error(written.error.detail);
  saveFile(path, written.value);
}

export function saveFile(path: string, content: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** What the product's own reader sees in a file. */
export async function readFile(path: string): Promise<WorkbookGrid> {
  const read = await readWorkbook(readFileSync(path), path);
  if (!read.ok) throw new Error(read.error.detail);
  return read.value;
}

export function sheetOf(grid: WorkbookGrid, name: string): SheetGrid {
  const sheet = grid.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name} among ${grid.sheets.map((one) => one.name)}`);
  return sheet;
}

/** A cell by its column's header and the text of another cell in its row. */
export function cellOf(sheet: SheetGrid, rowWith: string, header: string): GridCell {
  const { row, column } = placeOf(sheet, rowWith, header);
  return sheet.rows[row]?.[column] ?? null;
}

/** Where a cell stands, counted from 0, and as Excel names it. */
export function placeOf(
  sheet: SheetGrid,
  rowWith: string,
  header: string,
): { readonly row: number; readonly column: number; readonly address: string } {
  const column = sheet.rows[0]?.indexOf(header) ?? -1;
  const row = sheet.rows.findIndex((cells) => cells.includes(rowWith));
  if (column < 0 || row < 0) throw new Error(`no cell ${header} beside ${rowWith} in ${sheet.name}`);
  return { row, column, address: `${columnName(column)}${row + 1}` };
}

/** An edit of one cell as a spreadsheet program saves it, made in the sheet's XML; the rest stays byte for byte. */
export async function withEditedCells(
  path: string,
  target: string,
  edits: readonly {
    readonly sheet: string;
    readonly rowWith: string;
    readonly header: string;
    readonly text: string;
  }[],
): Promise<void> {
  const grid = await readFile(path);
  const parts = unzipSync(readFileSync(path));
  for (const { sheet, rowWith, header, text } of edits) {
    const { address } = placeOf(sheetOf(grid, sheet), rowWith, header);
    const part = sheetPart(parts, sheet);
    parts[part] = strToU8(withCellText(strFromU8(parts[part] ?? new Uint8Array()), address, text));
  }
  saveFile(target, zipSync(parts, { mtime: new Date(2026, 0, 1) }));
}

function withCellText(xml: string, address: string, text: string): string {
  const style = new RegExp(`<c r="${address}"([^>]*?)(/>|>.*?</c>)`, 's');
  const found = style.exec(xml);
  if (found === null) throw new Error(`no cell ${address}`);
  const kept = (found[1] ?? '').replace(/ t="[^"]*"/, '');
  return xml.replace(style, `<c r="${address}"${kept} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`);
}

function sheetPart(parts: Readonly<Record<string, Uint8Array>>, name: string): string {
  const textOf = (part: string): string => strFromU8(parts[part] ?? new Uint8Array());
  const sheets = [...textOf('xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => tag);
  const relation = sheets
    .find((tag) => tag.includes(`name="${escaped(name)}"`))
    ?.match(/r:id="([^"]+)"/)?.[1];
  const relations = [...textOf('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(
    ([tag]) => tag,
  );
  const target = relations
    .find((tag) => tag.includes(`Id="${relation}"`))
    ?.match(/Target="\/?(?:xl\/)?([^"]+)"/)?.[1];
  if (target === undefined) throw new Error(`no part for sheet ${name}`);
  return `xl/${target}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : columnName(rest)) + String.fromCharCode(65 + (index % 26));
}
