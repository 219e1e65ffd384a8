import type { Label } from '../../core/language.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type FileError, fileError } from '../../messages/fileErrors.ts';
import type { ReadLimits, SavedBy, SheetGrid, WorkbookGrid, WorkbookKind } from '../grid.ts';
import { cellAddress } from '../write/sheetPlan.ts';
import { decryptAgile } from './agileDecryption.ts';
import { readDelimitedText } from './delimitedText.ts';
import { type AgilePackage, type FileKind, fileKind, zipKind } from './fileKind.ts';
import { decodeEntities } from './hiddenLines.ts';
import { noRawInflate, type RawInflate } from './rawInflate.ts';
import { readWithSheetJs, type SheetJsError } from './sheetJsReader.ts';
import { type XlsxOutcome, XlsxReader } from './xlsxReader.ts';
import { zipError } from './zipErrors.ts';
import { type GuardedZip, guardZip, type PartTaker } from './zipGuard.ts';

export interface ReadOptions {
  readonly password?: string;
  readonly limits?: Partial<ReadLimits>;
}

/** What a file is, before it is read: a workbook of some kind (and whether it is locked), or something else. */
export type InspectedFile =
  | { readonly kind: 'workbook'; readonly format: WorkbookKind; readonly locked: 'no' | 'password' | 'old' }
  | { readonly kind: 'refused'; readonly error: FileError };

export const defaultReadLimits: ReadLimits = {
  fileBytes: 25 * 1024 * 1024,
  zipEntries: 1000,
  inflatedBytes: 200 * 1024 * 1024,
  ratio: 100,
  rowsPerSheet: 200_000,
  // Logs have dozens; a year by days has 366.
  columnsPerSheet: 1000,
  columnsInAll: 10_000,
  cellLength: 32_767,
};

/** Excel writes 100,000; each step costs a hash, so a forged count would keep the reader busy for hours. */
const maxSpinCount = 1_000_000;

/**
 * Reads a workbook or a table in a text file into plain grids: values only, nothing evaluated, followed or run.
 * What the file is follows from its bytes; `name` serves for messages, and to tell a one-column CSV from prose.
 * Every refusal is one FileError (EMPTY_FILE, TOO_LARGE, NOT_A_SPREADSHEET, OTHER_FORMAT, PASSWORD_NEEDED,
 * PASSWORD_WRONG, LEGACY_PASSWORD, DAMAGED, UNSAFE, BOMB, TOO_MANY_ROWS, TOO_MANY_COLUMNS, TOO_WIDE,
 * TEXT_TOO_LONG); it never
 * throws. Time and memory are not bounded here: run it where it can be killed. `rawInflate` is the host's own inflating, where it has one.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
  rawInflate: RawInflate = noRawInflate,
): Promise<Result<WorkbookGrid, FileError>> {
  const job: Job = {
    bytes,
    name,
    rawInflate,
    limits: { ...defaultReadLimits, ...options.limits },
    password: options.password,
  };
  try {
    const refused = sizeError(job);
    return refused === null ? await readKind(job, fileKind(bytes)) : err(refused);
  } catch (error) {
    return err(damaged(name, error instanceof Error ? error.message : String(error)));
  }
}

/** Tells what a file is without reading its cells; as careful as reading it. */
export async function inspectKind(
  bytes: Uint8Array,
  name: string,
  limits: Partial<ReadLimits> = {},
  rawInflate: RawInflate = noRawInflate,
): Promise<InspectedFile> {
  const job: Job = {
    bytes,
    name,
    rawInflate,
    limits: { ...defaultReadLimits, ...limits },
    password: undefined,
  };
  try {
    const refused = sizeError(job);
    return refused === null ? await inspect(job, fileKind(bytes)) : { kind: 'refused', error: refused };
  } catch (error) {
    return { kind: 'refused', error: damaged(name, error instanceof Error ? error.message : String(error)) };
  }
}

interface Job {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly rawInflate: RawInflate;
  readonly limits: ReadLimits;
  readonly password: string | undefined;
}

function sizeError({ bytes, name, limits }: Job): FileError | null {
  if (bytes.length === 0) return fileError('EMPTY_FILE', 'no bytes', { name });
  if (bytes.length <= limits.fileBytes) return null;
  const inMegabytes = (size: number) => Math.ceil((size / 1024 / 1024) * 10) / 10;
  return fileError('TOO_LARGE', `${bytes.length} bytes`, {
    name,
    size: inMegabytes(bytes.length),
    limit: inMegabytes(limits.fileBytes),
  });
}

async function readKind(job: Job, kind: FileKind): Promise<Result<WorkbookGrid, FileError>> {
  const { name } = job;
  switch (kind.kind) {
    case 'zip': {
      const reader = new XlsxReader(job.limits);
      const zip = await guardedZip(job, reader);
      return zip.ok ? readZip(job, zip.value.zip, zip.value.format, reader) : zip;
    }
    case 'xls':
      return fromSheetJs(job, job.bytes, 'xls', kind.codePage);
    case 'html':
    case 'xml':
      return fromSheetJs(job, kind.text, kind.kind);
    case 'text':
      return readText(job, kind.text);
    case 'encryptedXlsx':
      return readEncrypted(job, kind.agile);
    case 'encryptedXls':
      return err(fileError('LEGACY_PASSWORD', 'encrypted .xls', { name }));
    case 'damaged':
      return err(damaged(name, kind.detail));
    case 'otherFormat':
      return err(otherFormat(name, kind.format));
    case 'other':
      return err(notASpreadsheet(name, kind.found));
  }
}

async function inspect(job: Job, kind: FileKind): Promise<InspectedFile> {
  switch (kind.kind) {
    case 'zip': {
      const zip = await guardedZip(job);
      return zip.ok ? workbook(zip.value.format) : { kind: 'refused', error: zip.error };
    }
    case 'xls':
    case 'html':
    case 'xml':
      return workbook(kind.kind);
    case 'encryptedXlsx':
      return workbook('xlsx', kind.agile === null ? 'old' : 'password');
    case 'encryptedXls':
      return workbook('xls', 'old');
    case 'text': {
      const read = readText(job, kind.text);
      return read.ok ? workbook('csv') : { kind: 'refused', error: read.error };
    }
    case 'damaged':
      return { kind: 'refused', error: damaged(job.name, kind.detail) };
    case 'otherFormat':
      return { kind: 'refused', error: otherFormat(job.name, kind.format) };
    case 'other':
      return { kind: 'refused', error: notASpreadsheet(job.name, kind.found) };
  }
}

async function guardedZip(
  job: Job,
  taker: PartTaker | null = null,
): Promise<Result<{ readonly zip: GuardedZip; readonly format: WorkbookKind }, FileError>> {
  const zip = await guardZip(job.bytes, job.limits, job.rawInflate, taker);
  if (!zip.ok) return err(zipError(job.name, zip.error));
  const found = zipKind(zip.value.names, zip.value.mimetype, zip.value.contentTypes);
  if (found === 'incomplete') return err(damaged(job.name, 'the workbook part is missing'));
  if ('found' in found) return err(notASpreadsheet(job.name, found.found));
  return ok({ zip: zip.value, format: found.workbook });
}

/** The reader for the usual has seen the parts already; whatever it does not know goes to the one that knows all. */
function readZip(
  job: Job,
  zip: GuardedZip,
  format: WorkbookKind,
  reader: XlsxReader,
): Result<WorkbookGrid, FileError> {
  const outcome: XlsxOutcome = format === 'xlsx' || format === 'xlsm' ? reader.finish() : { kind: 'odd' };
  if (outcome.kind === 'tooManyRows') return err(tooManyRows(job, outcome.sheet));
  if (outcome.kind === 'tooManyColumns') return err(tooManyColumns(job, outcome));
  const read =
    outcome.kind === 'odd'
      ? fromSheetJs(job, zip.unpacked() ?? job.bytes, format)
      : grid(job, format, outcome.workbook.dateSystem, outcome.workbook.sheets, outcome.workbook.saved);
  if (!read.ok) return read;
  return ok(withHidden(format === 'ods' ? withPlainNames(read.value) : read.value, zip.hidden));
}

/** The library gives the names of an OpenDocument's sheets as they stand in the XML: “R&amp;D”. */
function withPlainNames(book: WorkbookGrid): WorkbookGrid {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({ ...sheet, name: decodeEntities(sheet.name) })),
  };
}

/** Far beyond the columns of any record type. */
const columnsToKnow = 200;

function withHidden(book: WorkbookGrid, hidden: GuardedZip['hidden']): WorkbookGrid {
  if (hidden.size === 0) return book;
  const sheets = book.sheets.map((sheet): SheetGrid => {
    const found = hidden.get(sheet.name);
    if (found === undefined) return sheet;
    const columns = Array.from({ length: columnsToKnow }, (_, position) => position).filter((position) =>
      found.columns.some(([first, last]) => first <= position + 1 && position + 1 <= last),
    );
    return {
      ...sheet,
      ...(found.rows > 0 ? { hiddenRows: found.rows } : {}),
      ...(columns.length > 0 ? { hiddenColumns: columns } : {}),
    };
  });
  return { ...book, sheets };
}

/** Decrypted, the package goes the way of any other file, all checks included. */
async function readEncrypted(job: Job, agile: AgilePackage | null): Promise<Result<WorkbookGrid, FileError>> {
  const { name, password } = job;
  if (agile === null) return err(fileError('LEGACY_PASSWORD', 'encryption older than agile', { name }));
  if (agile.spinCount > maxSpinCount)
    return err(fileError('UNSAFE', `spin count ${agile.spinCount}`, { name }));
  if (password === undefined) return err(fileError('PASSWORD_NEEDED', 'encrypted .xlsx', { name }));
  const opened = decryptAgile(agile.info, agile.encrypted, password);
  if (opened.ok) {
    const kind = fileKind(opened.value);
    const inner: Job = { ...job, bytes: opened.value, password: undefined };
    return kind.kind === 'zip' ? readKind(inner, kind) : err(damaged(name, 'decrypted package'));
  }
  switch (opened.error.code) {
    case 'PASSWORD_WRONG':
      return err(fileError('PASSWORD_WRONG', opened.error.detail, { name }));
    case 'TAMPERED':
      return err(damaged(name, opened.error.detail));
    case 'UNSUPPORTED':
      return err(fileError('LEGACY_PASSWORD', opened.error.detail, { name }));
  }
}

function readText(job: Job, text: string): Result<WorkbookGrid, FileError> {
  const rows = readDelimitedText(text, job.name, job.limits);
  const sheet = job.name.replace(/\.[^.]*$/, '');
  if (rows.ok) return grid(job, 'csv', '1900', [{ name: sheet, visibility: 'visible', rows: rows.value }]);
  if (rows.error.code === 'TOO_MANY_ROWS') return err(tooManyRows(job, sheet));
  if (rows.error.code === 'TOO_MANY_COLUMNS') return err(tooManyColumns(job, { ...rows.error, sheet }));
  return err(notASpreadsheet(job.name, { en: 'plain text', ko: '일반 텍스트' }));
}

function fromSheetJs(
  job: Job,
  source: Uint8Array | string,
  format: WorkbookKind,
  codePage: number | null = null,
): Result<WorkbookGrid, FileError> {
  const read = readWithSheetJs(source, job.limits.rowsPerSheet, codePage);
  if (!read.ok) return err(parserError(job, read.error));
  const { dateSystem, sheets, saved } = read.value;
  return grid(job, format, dateSystem, sheets, saved);
}

/** The grid, unless a cell lies or holds more than the limits let it; whichever reader gave the sheets. */
function grid(
  job: Job,
  kind: WorkbookKind,
  dateSystem: WorkbookGrid['dateSystem'],
  sheets: readonly SheetGrid[],
  saved: SavedBy | null = null,
): Result<WorkbookGrid, FileError> {
  let columns = 0;
  for (const sheet of sheets) {
    const refused = cellError(job, sheet);
    if (refused !== null) return err(refused);
    columns += sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  }
  const { columnsInAll: limit } = job.limits;
  if (columns > limit)
    return err(fileError('TOO_WIDE', `${columns} columns in all`, { name: job.name, columns, limit }));
  return ok(saved === null ? { kind, dateSystem, sheets } : { kind, dateSystem, sheets, saved });
}

function cellError(job: Job, { name: sheet, rows }: SheetGrid): FileError | null {
  const { columnsPerSheet, cellLength } = job.limits;
  for (const [row, cells] of rows.entries()) {
    // Rows end with a filled cell.
    if (cells.length > columnsPerSheet) return tooManyColumns(job, { sheet, row, column: cells.length - 1 });
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== 'string' || cell.length <= cellLength) continue;
      return fileError('TEXT_TOO_LONG', `${cell.length} characters`, {
        name: job.name,
        sheet,
        cell: cellAddress(row, column),
        length: cell.length,
        limit: cellLength,
      });
    }
  }
  return null;
}

function parserError(job: Job, error: SheetJsError): FileError {
  const { name } = job;
  switch (error.code) {
    case 'UNREADABLE':
      return damaged(name, error.detail);
    case 'TOO_MANY_ROWS':
      return tooManyRows(job, error.sheet);
  }
}

function workbook(format: WorkbookKind, locked: 'no' | 'password' | 'old' = 'no'): InspectedFile {
  return { kind: 'workbook', format, locked };
}

const damaged = (name: string, detail: string) => fileError('DAMAGED', detail, { name });
const notASpreadsheet = (name: string, found: Label) =>
  fileError('NOT_A_SPREADSHEET', found.en, { name, found: found.en, foundKo: found.ko });
const otherFormat = (name: string, found: string) => fileError('OTHER_FORMAT', found, { name, found });
const tooManyColumns = (
  { name, limits }: Job,
  { sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number },
) =>
  fileError('TOO_MANY_COLUMNS', `more than ${limits.columnsPerSheet} columns`, {
    name,
    sheet,
    cell: cellAddress(row, column),
    limit: limits.columnsPerSheet,
  });
const tooManyRows = (job: Job, sheet: string) =>
  fileError('TOO_MANY_ROWS', `more than ${job.limits.rowsPerSheet} rows`, {
    name: job.name,
    sheet,
    rows: job.limits.rowsPerSheet + 1,
    limit: job.limits.rowsPerSheet,
  });
