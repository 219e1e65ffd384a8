import { ok, type Result } from '../../shared/core/result.ts';
import type { FileError } from '../../shared/messages/fileErrors.ts';
import { recordSetOf } from '../../shared/records/recordSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { type ExportOptions, exportDocument } from '../../shared/workbook/exportWorkbook.ts';
import type { ImportPlan } from '../../shared/workbook/importPlan.ts';
import type { PlanContext } from '../../shared/workbook/planContext.ts';
import { contextAfter, type FileToPlan, planImport } from '../../shared/workbook/planImport.ts';
import { problemsWorkbook } from '../../shared/workbook/problemsWorkbook.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import { streamInflate } from './streamInflate.ts';

export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password: string | null;
}

/** What planning needs to know besides the records. */
export type PlanOptions = Omit<PlanContext, 'records'>;

export type ExchangeJob =
  | {
      readonly kind: 'plan';
      readonly files: readonly FileToRead[];
      readonly options: PlanOptions;
      readonly records: readonly StoredRecord[];
    }
  | {
      /** The workbook that came in, with what is wrong in it. */
      readonly kind: 'problems';
      readonly files: readonly [FileToRead];
      readonly options: PlanOptions;
      readonly records: readonly StoredRecord[];
    }
  | {
      readonly kind: 'export';
      readonly options: ExportOptions;
      readonly records: readonly StoredRecord[];
    };

export type FilePlanned = Result<ImportPlan, FileError>;

export type ExchangeAnswer =
  /** Every file was told of before. */
  | { readonly kind: 'planned' }
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

/** Plans imports or writes a workbook; the same in a worker and under test. */
export async function runExchangeJob(job: ExchangeJob, tell: ExchangeListener): Promise<ExchangeAnswer> {
  const records = recordSetOf(job.records);
  switch (job.kind) {
    case 'plan':
      await planFiles(job.files, { ...job.options, records }, tell);
      return { kind: 'planned' };
    case 'problems':
      return { kind: 'workbook', workbook: await returned(job.files[0], { ...job.options, records }, tell) };
    case 'export':
      tell.step({ step: 'writing' });
      return { kind: 'workbook', workbook: await writeWorkbook(exportDocument(records, job.options)) };
  }
}

/** One file after the other: of what was read, nothing but its plan is kept. */
async function planFiles(
  files: readonly FileToRead[],
  context: PlanContext,
  tell: ExchangeListener,
): Promise<void> {
  let next = context;
  for (const [index, file] of files.entries()) {
    const read = await readFile(index, file, tell);
    tell.step({ step: 'planning', file: index });
    const plan = read.ok ? planImport(read.value, next) : read;
    next = contextAfter(next, plan.ok ? plan.value : null);
    tell.planned(index, plan);
  }
}

async function returned(
  file: FileToRead,
  context: PlanContext,
  tell: ExchangeListener,
): Promise<Result<Uint8Array, FileError>> {
  const read = await readFile(0, file, tell);
  if (!read.ok) return read;
  tell.step({ step: 'writing' });
  const document = problemsWorkbook(read.value, context, { at: context.now, password: file.password });
  return document.ok ? await writeWorkbook(document.value) : document;
}

async function readFile(
  index: number,
  { name, bytes, password }: FileToRead,
  tell: ExchangeListener,
): Promise<Result<FileToPlan, FileError>> {
  tell.step({ step: 'reading', file: index });
  const grid = await readWorkbook(bytes, name, password === null ? {} : { password }, streamInflate);
  return grid.ok ? ok({ name, grid: grid.value }) : grid;
}
