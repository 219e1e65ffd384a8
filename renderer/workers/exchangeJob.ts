import { err, ok, type Result } from '../../shared/core/result.ts';
import type { FileError } from '../../shared/messages/fileErrors.ts';
import { recordSetOf } from '../../shared/records/recordSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { type ExportOptions, exportDocument } from '../../shared/workbook/exportWorkbook.ts';
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
      readonly kind: 'export';
      readonly options: ExportOptions;
      readonly records: readonly StoredRecord[];
    };

/** One result for each file, in their order. */
export type PlansByFile = readonly Result<ImportPlan, FileError>[];

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
    return { kind: 'plans', plans: planReadable(files, { ...job.options, records }) };
  }
  report({ step: 'writing' });
  return { kind: 'workbook', workbook: await writeWorkbook(exportDocument(records, job.options)) };
}

async function readFiles(
  files: readonly FileToRead[],
  report: (step: ExchangeStep) => void,
): Promise<readonly Result<FileToPlan, FileError>[]> {
  const read: Result<FileToPlan, FileError>[] = [];
  for (const [index, { name, bytes, password, refused }] of files.entries()) {
    if (refused !== undefined) {
      read.push(err(refused));
      continue;
    }
    report({ step: 'reading', file: index });
    const grid = await readWorkbook(bytes, name, password === null ? {} : { password });
    read.push(grid.ok ? ok({ name, grid: grid.value }) : grid);
  }
  return read;
}

/** A file that cannot be read leaves the others as they are. */
function planReadable(files: readonly Result<FileToPlan, FileError>[], context: PlanContext): PlansByFile {
  const plans = planImports(
    files.flatMap((file) => (file.ok ? [file.value] : [])),
    context,
  ).values();
  return files.map((file) => {
    if (!file.ok) return file;
    const { value: plan } = plans.next();
    if (plan === undefined) throw new Error(`${file.value.name} was read but not planned`);
    return plan;
  });
}
