import { err, type Result } from '../../shared/core/result.ts';
import type { OpenedPack } from '../../shared/exchangePack/readPack.ts';
import type { WorkbookPort } from '../../shared/ipc/host.ts';
import { type FileError, fileError } from '../../shared/messages/fileErrors.ts';
import { allRecords, type RecordSet } from '../../shared/records/recordSet.ts';
import type { ExportOptions } from '../../shared/workbook/exportWorkbook.ts';
import type { PlanContext } from '../../shared/workbook/planContext.ts';
import { contextAfter } from '../../shared/workbook/planImport.ts';
import type {
  ExchangeAnswer,
  ExchangeJob,
  ExchangeStep,
  FileOfJob,
  FilePlanned,
  FileToRead,
  PlanOptions,
} from './exchangeJob.ts';
import type { ExchangeMessage, ExchangeTask } from './exchangeMessages.ts';
import { HostReadings } from './hostReadings.ts';

/** One result for each file, in their order. */
export type PlansByFile = readonly FilePlanned[];

export interface ExchangeControl {
  /** Aborting ends the work at once; the answer is then null. */
  readonly signal?: AbortSignal;
  readonly onStep?: (step: ExchangeStep) => void;
  /** Where files are read; the worker reads them itself where there is none. */
  readonly workbooks?: WorkbookPort | null;
  /** How long the worker may take to read one file; the host keeps its own bounds. */
  readonly readSeconds?: number;
  /** How long the worker may take to plan one file, wherever it was read. */
  readonly planSeconds?: number;
  readonly startWorker?: () => Worker;
}

/** Ten years of a center are planned within seconds; what takes this long on a slow laptop was made to. */
const mostPlanSeconds = 120;

/**
 * Reads workbooks and plans what importing them in this order would do; nothing is written. One result per file; a
 * file that takes too long or brings its reader down is refused (TIMEOUT, DAMAGED), and the rest goes on with what
 * was planned before it. Null when cancelled: then nothing is kept.
 */
export async function planInWorker(
  records: RecordSet,
  files: readonly FileToRead[],
  options: PlanOptions,
  control: ExchangeControl = {},
): Promise<PlansByFile | null> {
  if (control.signal?.aborted === true) return null;
  const plans: FilePlanned[] = [];
  let context: PlanContext = { ...options, records };
  const planned = (plan: FilePlanned): void => {
    plans.push(plan);
    context = contextAfter(context, plan.ok ? plan.value : null);
  };
  while (plans.length < files.length) {
    const first = plans.length;
    const { records: known, ...rest } = context;
    const left = files.slice(first);
    const job = {
      kind: 'plan',
      files: left.map((file) => fileOfJob(file, control)),
      options: { ...options, ...rest },
      records: allRecords(known),
    } as const;
    const onStep = (step: ExchangeStep): void =>
      control.onStep?.('file' in step ? { ...step, file: first + step.file } : step);
    const ended = await run(job, left, { ...control, onStep }, planned);
    if (ended.kind === 'cancelled') return null;
    // Each round refuses one more file, so this ends.
    if (ended.kind === 'stuck') planned(err(ended.error));
    else if (ended.kind !== 'planned') throw new Error('the worker answered another question');
    else if (plans.length < files.length) throw new Error('the worker left a file out');
  }
  return plans;
}

/** The bytes of a workbook that came in, with what is wrong in it. Null when cancelled. */
export async function problemsInWorker(
  records: RecordSet,
  file: FileToRead,
  options: PlanOptions,
  control: ExchangeControl = {},
): Promise<Result<Uint8Array, FileError> | null> {
  const files = [fileOfJob(file, control)] as const;
  const job = { kind: 'problems', files, options, records: allRecords(records) } as const;
  return workbookOf(await run(job, [file], control));
}

/** Each second checks some megabytes of a pack, on a slow laptop. */
const packBytesPerSecond = 5_000_000;

/** Checks an exchange pack, away from the window's own thread. Null when cancelled. */
export async function unpackInWorker(
  file: FileToRead,
  control: ExchangeControl = {},
): Promise<Result<OpenedPack, FileError> | null> {
  const readSeconds = 20 + Math.ceil(file.bytes.length / packBytesPerSecond);
  const ended = await run({ kind: 'unpack', files: [file] }, [file], { readSeconds, ...control });
  if (ended.kind === 'cancelled') return null;
  if (ended.kind === 'stuck') return err(ended.error);
  if (ended.kind !== 'unpacked') throw new Error('the worker answered another question');
  return ended.pack;
}

/** Writes the export workbook's bytes. Null when cancelled. */
export async function exportInWorker(
  records: RecordSet,
  options: ExportOptions,
  control: ExchangeControl = {},
): Promise<Result<Uint8Array, FileError> | null> {
  return workbookOf(await run({ kind: 'export', options, records: allRecords(records) }, [], control));
}

function workbookOf(ended: RunEnd): Result<Uint8Array, FileError> | null {
  if (ended.kind === 'cancelled') return null;
  if (ended.kind === 'stuck') return err(ended.error);
  if (ended.kind !== 'workbook') throw new Error('the worker answered another question');
  return ended.workbook;
}

type RunEnd =
  | ExchangeAnswer
  | { readonly kind: 'cancelled' }
  /** Reading or planning a file did not end, or the worker ended with it. */
  | { readonly kind: 'stuck'; readonly error: FileError };

/** One worker for one job: a reader that misbehaves can only be stopped by ending its thread. */
async function run(
  job: ExchangeJob,
  files: readonly FileToRead[],
  control: ExchangeControl,
  planned: (plan: FilePlanned) => void = () => undefined,
): Promise<RunEnd> {
  const { signal, startWorker = startExchangeWorker } = control;
  if (signal?.aborted === true) return { kind: 'cancelled' };
  const worker = startWorker();
  const tell = (task: ExchangeTask, transfer: Transferable[] = []): void =>
    worker.postMessage(task, transfer);
  const watch = new JobWatch(job, {
    reading: control.readSeconds ?? 20,
    planning: control.planSeconds ?? mostPlanSeconds,
  });
  const host = new HostReadings(control.workbooks ?? null, files, (part) =>
    tell({ kind: 'part', part }, part.ok ? [part.value.bytes.buffer] : []),
  );
  let cancel = (): void => undefined;
  try {
    return await new Promise<RunEnd>((resolve, reject) => {
      cancel = () => resolve({ kind: 'cancelled' });
      signal?.addEventListener('abort', cancel);
      const fail = (detail: string): void => {
        const end = watch.failed(detail);
        if (end === null) reject(new Error(`the exchange worker failed: ${detail}`));
        else resolve(end);
      };
      worker.addEventListener('message', ({ data: message }: MessageEvent<ExchangeMessage>) => {
        if (message.kind === 'done') return resolve(message.answer);
        if (message.kind === 'failed') return fail(message.detail);
        if (message.kind === 'planned') return planned(message.plan);
        if (message.kind === 'wanted') return void host.giveNext(message.file).catch(reject);
        watch.follow(message.step, resolve);
        control.onStep?.(message.step);
      });
      worker.addEventListener('error', (event) => fail(event.message));
      worker.addEventListener('messageerror', () => fail('its message cannot be read'));
      tell({ kind: 'job', job });
    });
  } finally {
    watch.stop();
    signal?.removeEventListener('abort', cancel);
    worker.terminate();
    host.end();
  }
}

/** Knows which file the worker is at, and for how long it may be read and planned. */
class JobWatch {
  #file: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly job: ExchangeJob,
    private readonly seconds: { readonly reading: number; readonly planning: number },
  ) {}

  follow(step: ExchangeStep, giveUp: (end: RunEnd) => void): void {
    this.stop();
    this.#file = step.step === 'writing' ? null : step.file;
    if (step.step === 'writing' || (step.step === 'reading' && this.#isReadByHost(step.file))) return;
    const seconds = this.seconds[step.step];
    const end = this.#stuck(step.file, 'TIMEOUT', `not done with ${step.step} after ${seconds} s`, seconds);
    this.#timer = setTimeout(() => giveUp(end), seconds * 1000);
  }

  /** Null when the worker was at no file, so none is to blame. */
  failed(detail: string): RunEnd | null {
    return this.#file === null ? null : this.#stuck(this.#file, 'DAMAGED', detail);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #isReadByHost(file: number): boolean {
    return this.job.kind !== 'export' && this.job.files[file]?.bytes === null;
  }

  #stuck(file: number, code: 'TIMEOUT' | 'DAMAGED', detail: string, seconds = 0): RunEnd {
    const name = this.job.kind === 'export' ? '' : (this.job.files[file]?.name ?? '');
    return { kind: 'stuck', error: fileError(code, detail, { name, seconds }) };
  }
}

/** The bytes of a file that the host reads are of no use to the worker. */
function fileOfJob(file: FileToRead, { workbooks = null }: ExchangeControl): FileOfJob {
  return workbooks === null ? file : { ...file, bytes: null };
}

function startExchangeWorker(): Worker {
  return new Worker(new URL('./exchangeWorker.ts', import.meta.url), { type: 'module' });
}
