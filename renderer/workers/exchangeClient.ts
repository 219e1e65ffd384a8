import type { Result } from '../../shared/core/result.ts';
import { type FileError, fileError } from '../../shared/messages/fileErrors.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import { recordTypes } from '../../shared/records/registry.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import type { ExportOptions } from '../../shared/workbook/exportWorkbook.ts';
import type {
  ExchangeAnswer,
  ExchangeJob,
  ExchangeStep,
  FileToRead,
  PlanOptions,
  PlansByFile,
} from './exchangeJob.ts';
import type { ExchangeMessage } from './exchangeMessages.ts';

export interface ExchangeControl {
  /** Aborting ends the work at once; the answer is then null. */
  readonly signal?: AbortSignal;
  readonly onStep?: (step: ExchangeStep) => void;
  /** How long reading one file may take. */
  readonly readSeconds?: number;
  readonly startWorker?: () => Worker;
}

/**
 * Reads workbooks and plans what importing them in this order would do; nothing is written. One result per file; a
 * file that takes too long or brings its reader down is refused (TIMEOUT, DAMAGED) and the others are planned
 * without it. Null when cancelled.
 */
export async function planInWorker(
  records: RecordSet,
  files: readonly FileToRead[],
  options: PlanOptions,
  control: ExchangeControl = {},
): Promise<PlansByFile | null> {
  const everything = allRecords(records);
  for (let remaining = files; ; ) {
    const ended = await run({ kind: 'plan', files: remaining, options, records: everything }, control);
    if (ended.kind === 'cancelled') return null;
    if (ended.kind === 'plans') return ended.plans;
    if (ended.kind !== 'stuck') throw new Error('the worker answered another question');
    // Each round refuses one more file, so this ends.
    remaining = remaining.map((file, index) =>
      index === ended.file ? { ...file, refused: ended.error } : file,
    );
  }
}

/** Writes the export workbook's bytes. Null when cancelled. */
export async function exportInWorker(
  records: RecordSet,
  options: ExportOptions,
  control: ExchangeControl = {},
): Promise<Result<Uint8Array, FileError> | null> {
  const ended = await run({ kind: 'export', options, records: allRecords(records) }, control);
  if (ended.kind === 'cancelled') return null;
  if (ended.kind !== 'workbook') throw new Error('the worker answered another question');
  return ended.workbook;
}

type RunEnd =
  | ExchangeAnswer
  | { readonly kind: 'cancelled' }
  /** Reading this file did not end, or ended the worker. */
  | { readonly kind: 'stuck'; readonly file: number; readonly error: FileError };

/** One worker for one job: a reader that misbehaves can only be stopped by ending its thread. */
async function run(job: ExchangeJob, control: ExchangeControl): Promise<RunEnd> {
  const { signal, startWorker = startExchangeWorker } = control;
  if (signal?.aborted === true) return { kind: 'cancelled' };
  const worker = startWorker();
  const watch = new ReadingWatch(job, control.readSeconds ?? 20);
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
        watch.follow(message.step, resolve);
        control.onStep?.(message.step);
      });
      worker.addEventListener('error', (event) => fail(event.message));
      worker.addEventListener('messageerror', () => fail('its message cannot be read'));
      worker.postMessage(job);
    });
  } finally {
    watch.stop();
    signal?.removeEventListener('abort', cancel);
    worker.terminate();
  }
}

/** Knows which file is being read, and for how long that may go on. */
class ReadingWatch {
  #file: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly job: ExchangeJob,
    private readonly seconds: number,
  ) {}

  follow(step: ExchangeStep, giveUp: (end: RunEnd) => void): void {
    this.stop();
    this.#file = step.step === 'reading' ? step.file : null;
    if (this.#file === null) return;
    const end = this.#stuck(this.#file, 'TIMEOUT', `not read after ${this.seconds} s`);
    this.#timer = setTimeout(() => giveUp(end), this.seconds * 1000);
  }

  /** Null when no file was being read, so none is to blame. */
  failed(detail: string): RunEnd | null {
    return this.#file === null ? null : this.#stuck(this.#file, 'DAMAGED', detail);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #stuck(file: number, code: 'TIMEOUT' | 'DAMAGED', detail: string): RunEnd {
    const name = this.job.kind === 'plan' ? (this.job.files[file]?.name ?? '') : '';
    return { kind: 'stuck', file, error: fileError(code, detail, { name, seconds: this.seconds }) };
  }
}

function startExchangeWorker(): Worker {
  return new Worker(new URL('./exchangeWorker.ts', import.meta.url), { type: 'module' });
}

function allRecords(records: RecordSet): readonly StoredRecord[] {
  return recordTypes.flatMap((type) => [...records.all(type), ...records.deleted(type)]);
}
