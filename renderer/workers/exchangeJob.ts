import { err, ok, type Result } from '../../shared/core/result.ts';
import { type FileError, fileError } from '../../shared/messages/fileErrors.ts';
import { recordSetOf, referenceBookOf } from '../../shared/records/recordSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { type ExportOptions, exportDocument } from '../../shared/workbook/exportWorkbook.ts';
import { foreignSheets } from '../../shared/workbook/foreign/foreignReader.ts';
import type { WorkbookMapping } from '../../shared/workbook/foreign/mapping.ts';
import { type RememberedMappings, recallWorkbook } from '../../shared/workbook/foreign/remembered.ts';
import { isSettledMapping } from '../../shared/workbook/foreign/startMapping.ts';
import type { WorkbookGrid } from '../../shared/workbook/grid.ts';
import type { ImportPlan } from '../../shared/workbook/importPlan.ts';
import type { PlanContext } from '../../shared/workbook/planContext.ts';
import { type FileToPlan, planImports } from '../../shared/workbook/planImport.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';

export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password: string | null;
  /** Why it cannot be read, when that is known already. */
  readonly refused?: FileError;
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

export type ExchangeJob =
  | {
      readonly kind: 'plan';
      readonly files: readonly FileToRead[];
      readonly options: PlanOptions;
      readonly records: readonly StoredRecord[];
    }
  | {
      readonly kind: 'export';
      readonly options: ExportOptions;
      readonly records: readonly StoredRecord[];
    };

/** One result for each file, in their order. */
export type PlansByFile = readonly PlannedFile[];

/** Somebody's own table is planned once its mapping is known, and refused as MAPPING_NEEDED until then. */
export type PlannedFile = Result<ImportPlan, FileError> & { readonly foreign?: ForeignFile };

export interface ForeignFile {
  /** Only the sheets that are read through a mapping. */
  readonly grid: WorkbookGrid;
  /** By which the file was planned; null while somebody has to be asked. */
  readonly mapping: WorkbookMapping | null;
  /** Nobody was asked: the headers were known from before. */
  readonly recalled: boolean;
}

export type ExchangeAnswer =
  | { readonly kind: 'plans'; readonly plans: PlansByFile }
  | { readonly kind: 'workbook'; readonly workbook: Result<Uint8Array, FileError> };

/** Where a job is: reading the file at an index, or at what follows. */
export type ExchangeStep =
  | { readonly step: 'reading'; readonly file: number }
  | { readonly step: 'planning' }
  | { readonly step: 'writing' };

/** Plans imports or writes a workbook; the same in a worker and under test. */
export async function runExchangeJob(
  job: ExchangeJob,
  report: (step: ExchangeStep) => void,
): Promise<ExchangeAnswer> {
  const records = recordSetOf(job.records);
  if (job.kind === 'plan') {
    const files = await readFiles(job.files, report);
    report({ step: 'planning' });
    const { remembered = {}, ...options } = job.options;
    return { kind: 'plans', plans: planReadable(files, { ...options, records }, remembered) };
  }
  report({ step: 'writing' });
  return { kind: 'workbook', workbook: await writeWorkbook(exportDocument(records, job.options)) };
}

interface FileWithGrid extends FileToPlan {
  readonly aside: boolean;
}

interface ReadFile extends FileToPlan {
  readonly foreign: ForeignFile | null;
}

async function readFiles(
  files: readonly FileToRead[],
  report: (step: ExchangeStep) => void,
): Promise<readonly Result<FileWithGrid, FileError>[]> {
  const read: Result<FileWithGrid, FileError>[] = [];
  for (const [index, { name, bytes, password, refused, mapping, aside = false }] of files.entries()) {
    if (refused !== undefined) {
      read.push(err(refused));
      continue;
    }
    report({ step: 'reading', file: index });
    const grid = await readWorkbook(bytes, name, password === null ? {} : { password });
    const file = { name, aside, ...(mapping === undefined ? {} : { mapping }) };
    read.push(grid.ok ? ok({ ...file, grid: grid.value }) : grid);
  }
  return read;
}

/** A file that cannot be read, or not yet, leaves the others as they are. */
function planReadable(
  files: readonly Result<FileWithGrid, FileError>[],
  context: PlanContext,
  remembered: RememberedMappings,
): PlansByFile {
  const mapped = files.map((file) => (file.ok ? ok(withMapping(file.value, context, remembered)) : file));
  const plans = planImports(
    mapped.flatMap((file) => (file.ok && !isAsking(file.value) ? [file.value] : [])),
    context,
  ).values();
  return mapped.map((file) => {
    if (!file.ok) return file;
    const { foreign, name } = file.value;
    if (foreign !== null && isAsking(file.value)) {
      return { ...err(fileError('MAPPING_NEEDED', 'columns not matched', { name })), foreign };
    }
    const { value: plan } = plans.next();
    if (plan === undefined) throw new Error(`${name} was read but not planned`);
    return foreign === null ? plan : { ...plan, foreign };
  });
}

const isAsking = ({ foreign }: ReadFile): boolean => foreign !== null && foreign.mapping === null;

function withMapping(
  file: FileWithGrid,
  { records, language }: PlanContext,
  remembered: RememberedMappings,
): ReadFile {
  const sheets = foreignSheets(file.grid);
  if (sheets.length === 0) return { ...file, foreign: null };
  const grid = { ...file.grid, sheets };
  if (file.aside) return { ...file, foreign: { grid, mapping: null, recalled: false } };
  if (file.mapping !== undefined) {
    return { ...file, foreign: { grid, mapping: file.mapping, recalled: false } };
  }
  const recalled = recallWorkbook(grid, remembered);
  const context = { language, references: referenceBookOf(records, language) };
  const isSettled =
    recalled !== null && isSettledMapping(grid, recalled, { context, dateSystem: grid.dateSystem });
  return isSettled
    ? { ...file, mapping: recalled, foreign: { grid, mapping: recalled, recalled: true } }
    : { ...file, foreign: { grid, mapping: null, recalled: false } };
}
