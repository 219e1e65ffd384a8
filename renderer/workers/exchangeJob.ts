import { err, ok, type Result } from '../../shared/core/result.ts';
import { type OpenedPack, readPack } from '../../shared/exchangePack/readPack.ts';
import { type FileError, fileError } from '../../shared/messages/fileErrors.ts';
import { recordSetOf, referenceBookOf } from '../../shared/records/recordSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { type ExportOptions, exportDocument } from '../../shared/workbook/exportWorkbook.ts';
import { foreignSheets } from '../../shared/workbook/foreign/foreignReader.ts';
import type { WorkbookMapping } from '../../shared/workbook/foreign/mapping.ts';
import { type RememberedMappings, recallWorkbook } from '../../shared/workbook/foreign/remembered.ts';
import { isSettledRecall, type SheetStart, startSheet } from '../../shared/workbook/foreign/startMapping.ts';
import type { WorkbookGrid } from '../../shared/workbook/grid.ts';
import { GridAssembler, type GridPart } from '../../shared/workbook/gridParts.ts';
import type { ImportPlan } from '../../shared/workbook/importPlan.ts';
import type { PlanContext } from '../../shared/workbook/planContext.ts';
import { contextAfter, type FileToPlan, planImport } from '../../shared/workbook/planImport.ts';
import { problemsWorkbook } from '../../shared/workbook/problemsWorkbook.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import { streamInflate } from './streamInflate.ts';
import { webHash } from './webHash.ts';

export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password: string | null;
  /** How a person said that its foreign sheets are read. */
  readonly mapping?: WorkbookMapping;
  /** Not to be planned yet, whatever is remembered of its headers. */
  readonly aside?: boolean;
}

/** What planning needs to know besides the records. */
export interface PlanOptions extends Omit<PlanContext, 'records'> {
  /** How foreign sheets were read before, by their headers. */
  readonly remembered?: RememberedMappings;
}

/** A file of a job: without bytes where somebody else reads it (see HostReading). */
export interface FileOfJob extends Omit<FileToRead, 'bytes'> {
  readonly bytes: Uint8Array | null;
}

export type ExchangeJob =
  | {
      readonly kind: 'plan';
      readonly files: readonly FileOfJob[];
      readonly options: PlanOptions;
      readonly records: readonly StoredRecord[];
    }
  | {
      /** The workbook that came in, with what is wrong in it. */
      readonly kind: 'problems';
      readonly files: readonly [FileOfJob];
      readonly options: PlanOptions;
      readonly records: readonly StoredRecord[];
    }
  | {
      /** What of an exchange pack holds. */
      readonly kind: 'unpack';
      readonly files: readonly [FileToRead];
    }
  | {
      readonly kind: 'export';
      readonly options: ExportOptions;
      readonly records: readonly StoredRecord[];
    };

/** Somebody's own table is planned once its mapping is known, and refused as MAPPING_NEEDED until then. */
export type FilePlanned = Result<ImportPlan, FileError> & { readonly foreign?: ForeignFile };

export interface ForeignFile {
  /** Only the sheets that are read through a mapping. */
  readonly grid: WorkbookGrid;
  /** By which the file was planned; null while somebody has to be asked. */
  readonly mapping: WorkbookMapping | null;
  /** Nobody was asked: the headers were known from before. */
  readonly recalled: boolean;
  /** What a person begins with, sheet by sheet: found here, because a wide table takes its time. */
  readonly starts?: readonly SheetStart[];
}

export type ExchangeAnswer =
  /** Every file was told of before. */
  | { readonly kind: 'planned' }
  | { readonly kind: 'unpacked'; readonly pack: Result<OpenedPack, FileError> }
  | { readonly kind: 'workbook'; readonly workbook: Result<Uint8Array, FileError> };

/** Where a job is: reading or planning the file at an index, or writing. */
export type ExchangeStep =
  | { readonly step: 'reading' | 'planning'; readonly file: number }
  | { readonly step: 'writing' };

/** What a job tells while it runs. */
export interface ExchangeListener {
  step(step: ExchangeStep): void;
  /** The file at an index is done. Told one by one, so that what follows cannot spoil it. */
  planned(file: number, plan: FilePlanned): void;
}

/** Has the file at an index read by the host, part by part in their order. */
export type HostReading = (file: number) => Promise<Result<GridPart, FileError>>;

/** What a job needs of where it runs. */
export interface ExchangeSurroundings {
  readonly tell: ExchangeListener;
  readonly hostReading: HostReading;
}

/** Plans imports or writes a workbook; the same in a worker and under test. */
export async function runExchangeJob(job: ExchangeJob, here: ExchangeSurroundings): Promise<ExchangeAnswer> {
  if (job.kind === 'unpack') {
    const [{ name, bytes }] = job.files;
    here.tell.step({ step: 'reading', file: 0 });
    return {
      kind: 'unpacked',
      pack: await readPack(bytes, name, { hash: webHash, rawInflate: streamInflate }),
    };
  }
  const records = recordSetOf(job.records);
  switch (job.kind) {
    case 'plan': {
      const { remembered = {}, ...options } = job.options;
      await planFiles(job.files, { ...options, records }, remembered, here);
      return { kind: 'planned' };
    }
    case 'problems': {
      const { remembered: _, ...options } = job.options;
      return { kind: 'workbook', workbook: await returned(job.files[0], { ...options, records }, here) };
    }
    case 'export':
      here.tell.step({ step: 'writing' });
      return { kind: 'workbook', workbook: await writeWorkbook(exportDocument(records, job.options)) };
  }
}

/** One file after the other: of what was read, nothing but its plan is kept, and a table that is to be mapped. */
async function planFiles(
  files: readonly FileOfJob[],
  context: PlanContext,
  remembered: RememberedMappings,
  here: ExchangeSurroundings,
): Promise<void> {
  const { tell } = here;
  let next = context;
  for (const [index, file] of files.entries()) {
    const read = await readFile(index, file, here);
    tell.step({ step: 'planning', file: index });
    const plan = read.ok ? planMapped(read.value, file.aside === true, next, remembered) : read;
    next = contextAfter(next, plan.ok ? plan.value : null);
    tell.planned(index, plan);
  }
}

async function returned(
  file: FileOfJob,
  context: PlanContext,
  here: ExchangeSurroundings,
): Promise<Result<Uint8Array, FileError>> {
  const read = await readFile(0, file, here);
  if (!read.ok) return read;
  here.tell.step({ step: 'writing' });
  const document = problemsWorkbook(read.value, context, { at: context.now, password: file.password });
  return document.ok ? await writeWorkbook(document.value) : document;
}

async function readFile(
  index: number,
  { name, bytes, password, mapping }: FileOfJob,
  { tell, hostReading }: ExchangeSurroundings,
): Promise<Result<FileToPlan, FileError>> {
  tell.step({ step: 'reading', file: index });
  const grid =
    bytes === null
      ? await readByHost(index, hostReading)
      : await readWorkbook(bytes, name, password === null ? {} : { password }, streamInflate);
  return grid.ok ? ok({ name, grid: grid.value, ...(mapping === undefined ? {} : { mapping }) }) : grid;
}

async function readByHost(index: number, hostReading: HostReading): Promise<Result<WorkbookGrid, FileError>> {
  const grid = new GridAssembler();
  for (;;) {
    const part = await hostReading(index);
    if (!part.ok) return part;
    grid.add(part.value.bytes);
    if (part.value.isLast) return ok(grid.grid());
  }
}

function planMapped(
  file: FileToPlan,
  aside: boolean,
  context: PlanContext,
  remembered: RememberedMappings,
): FilePlanned {
  const foreign = foreignFileOf(file, aside, context, remembered);
  if (foreign === null) return planImport(file, context);
  const { mapping } = foreign;
  if (mapping === null) {
    const error = fileError('MAPPING_NEEDED', 'columns not matched', { name: file.name });
    return { ...err(error), foreign };
  }
  return { ...planImport({ ...file, mapping }, context), foreign };
}

/** What is foreign in a file and how it is read; null for a workbook of Fieldbook's own. */
function foreignFileOf(
  file: FileToPlan,
  aside: boolean,
  { records, language, defaultCenterId }: PlanContext,
  remembered: RememberedMappings,
): ForeignFile | null {
  const sheets = foreignSheets(file.grid);
  if (sheets.length === 0) return null;
  const grid = { ...file.grid, sheets };
  if (aside) return { grid, mapping: null, recalled: false };
  const context = { language, references: referenceBookOf(records, language) };
  const knowledge = { context, dateSystem: grid.dateSystem };
  const starts = sheets.map((sheet) => startSheet(sheet, knowledge, remembered, defaultCenterId));
  if (file.mapping !== undefined) return { grid, mapping: file.mapping, recalled: false, starts };
  const recalled = recallWorkbook(grid, remembered, defaultCenterId);
  const isSettled = recalled !== null && isSettledRecall(grid, recalled, knowledge, defaultCenterId);
  return { grid, mapping: isSettled ? recalled : null, recalled: isSettled, starts };
}
