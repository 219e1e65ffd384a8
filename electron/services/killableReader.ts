import { err, type Result } from '../../shared/core/result.ts';
import { type FileError, fileError } from '../../shared/messages/fileErrors.ts';
import type { WorkbookGrid } from '../../shared/workbook/grid.ts';
import type { ReadOptions } from '../../shared/workbook/read/readWorkbook.ts';
import type { ReaderProcess, ReadRequest } from './readerProcess.ts';

/** Reads workbooks where reading can be ended, whatever the file does to the parser. */
export interface KillableReader {
  /** Never rejects: what readWorkbook returns, or TIMEOUT, TOO_MUCH_MEMORY, DAMAGED (the reader broke). */
  read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<Result<WorkbookGrid, FileError>>;
  /** Ends the process; it is started again when something is read. */
  close(): void;
}

export interface ReaderLimits {
  readonly milliseconds: number;
  readonly residentBytes: number;
}

export const defaultReaderLimits: ReaderLimits = {
  milliseconds: 20_000,
  residentBytes: 1024 * 1024 * 1024,
};

/** What the last file left behind must not count against the next one. */
const restingShare = 0.4;

/**
 * One process serves all files, one after the other; it is started when first needed and again after it was ended.
 * `start` decides what kind of process that is (see `forkReader`).
 */
export function createKillableReader(
  start: (limits: ReaderLimits) => ReaderProcess,
  limits: ReaderLimits = defaultReaderLimits,
): KillableReader {
  let running: ReaderProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const stop = (): void => {
    running?.kill();
    running = null;
  };

  const readNow = async (request: ReadRequest): Promise<Result<WorkbookGrid, FileError>> => {
    running ??= start(limits);
    const outcome = await answerWithin(running, request, limits);
    if (outcome.kind !== 'answer' || outcome.answer.residentBytes > limits.residentBytes * restingShare)
      stop();
    switch (outcome.kind) {
      case 'answer':
        return outcome.answer.result;
      case 'late':
        return err(
          fileError('TIMEOUT', `${limits.milliseconds} ms`, {
            name: request.name,
            seconds: Math.ceil(limits.milliseconds / 1000),
          }),
        );
      case 'outOfMemory': {
        const limit = Math.round(limits.residentBytes / 1024 / 1024);
        return err(fileError('TOO_MUCH_MEMORY', `memory ≥ ${limit} MB`, { name: request.name, limit }));
      }
      case 'broken':
        return err(fileError('DAMAGED', outcome.detail, { name: request.name }));
    }
  };

  return {
    read: (bytes, name, options = {}) => {
      const result = last.then(() => readNow({ bytes, name, options }));
      last = result;
      return result;
    },
    close: stop,
  };
}

type Outcome = Awaited<ReturnType<ReaderProcess['ask']>> | { readonly kind: 'late' };

async function answerWithin(
  reader: ReaderProcess,
  request: ReadRequest,
  { milliseconds }: ReaderLimits,
): Promise<Outcome> {
  // Starting takes time too, but is not the file's fault.
  if (!(await reader.ready)) return { kind: 'broken', detail: 'the reader did not start' };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'late' }), milliseconds);
  });
  try {
    return await Promise.race([reader.ask(request), late]);
  } finally {
    clearTimeout(timer);
  }
}
