import { err, ok, type Result } from '../../shared/core/result.ts';
import { type FileError, fileError } from '../../shared/messages/fileErrors.ts';
import type { WorkbookGrid } from '../../shared/workbook/grid.ts';
import { GridAssembler, type GridPart } from '../../shared/workbook/gridParts.ts';
import type { ReadOptions } from '../../shared/workbook/read/readWorkbook.ts';
import type { ReaderProcess, ReaderQuestion, ReadRequest } from './readerProcess.ts';

/** Reads workbooks where reading can be ended, whatever the file does to the parser. */
export interface KillableReader {
  /** Never rejects: what readWorkbook returns, or TIMEOUT, TOO_MUCH_MEMORY, DAMAGED (the reader broke). */
  read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<Result<WorkbookGrid, FileError>>;
  /** Ends the process; it is started again when something is read. */
  close(): void;
}

export interface PartedReader extends KillableReader {
  /** What `read` does in parts, for somebody else to put together. */
  begin(bytes: Uint8Array, name: string, options?: ReadOptions): Reading;
}

/**
 * One file that is read; others wait until its last part was given, it was refused, or it was ended. A reading that
 * nobody asks to go on is ended as late as a file that takes too long.
 */
export interface Reading {
  /** The next part, with the errors of `read`; asked again only after it answered. */
  next(): Promise<Result<GridPart, FileError>>;
  /** Gives the file up, whatever the process is doing with it. */
  end(): void;
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
): PartedReader {
  const shared = new SharedProcess(start, limits);
  let last: Promise<void> = Promise.resolve();
  const begin = (bytes: Uint8Array, name: string, options: ReadOptions = {}): Reading => {
    const reading = new QueuedReading(shared, { bytes, name, options }, last);
    last = reading.ended;
    return reading;
  };
  return {
    begin,
    read: (bytes, name, options) => assembled(begin(bytes, name, options)),
    close: () => shared.stop(),
  };
}

async function assembled(reading: Reading): Promise<Result<WorkbookGrid, FileError>> {
  const grid = new GridAssembler();
  for (;;) {
    const part = await reading.next();
    if (!part.ok) return part;
    grid.add(part.value.bytes);
    if (part.value.isLast) return ok(grid.grid());
  }
}

class SharedProcess {
  #running: ReaderProcess | null = null;

  constructor(
    private readonly start: (limits: ReaderLimits) => ReaderProcess,
    readonly limits: ReaderLimits,
  ) {}

  ask(question: ReaderQuestion): Promise<Outcome> {
    this.#running ??= this.start(this.limits);
    return answerWithin(this.#running, question, this.limits);
  }

  stop(): void {
    this.#running?.kill();
    this.#running = null;
  }
}

class QueuedReading implements Reading {
  /** When the next one may begin. */
  readonly ended: Promise<void>;
  #state: 'waiting' | 'begun' | 'ended' = 'waiting';
  #idle: NodeJS.Timeout | undefined;
  #release: () => void = () => undefined;

  constructor(
    private readonly process: SharedProcess,
    private readonly request: ReadRequest,
    private readonly turn: Promise<void>,
  ) {
    const done = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    // One that is given up before its turn waits for it all the same, or the next would overtake the one before.
    this.ended = Promise.all([turn, done]).then(() => undefined);
  }

  async next(): Promise<Result<GridPart, FileError>> {
    clearTimeout(this.#idle);
    await this.turn;
    const question = this.#begin();
    return question === 'ended' ? this.#givenUp() : this.#answer(await this.process.ask(question));
  }

  end(): void {
    this.#end(this.#state === 'begun');
  }

  #begin(): ReaderQuestion | 'ended' {
    if (this.#state === 'ended') return 'ended';
    const isFirst = this.#state === 'waiting';
    this.#state = 'begun';
    return isFirst ? this.request : 'next';
  }

  #answer(outcome: Outcome): Result<GridPart, FileError> {
    // While the process was busy.
    if (this.#state === 'ended') return this.#givenUp();
    const { limits } = this.process;
    if (outcome.kind !== 'answer') {
      this.#end(true);
      return err(outcomeError(outcome, this.request.name, limits));
    }
    const { result, residentBytes } = outcome.answer;
    if (!result.ok || result.value.isLast) this.#end(residentBytes > limits.residentBytes * restingShare);
    else this.#idle = setTimeout(() => this.#end(true), limits.milliseconds);
    return result;
  }

  #end(stops: boolean): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    clearTimeout(this.#idle);
    if (stops) this.process.stop();
    this.#release();
  }

  #givenUp(): Result<GridPart, FileError> {
    return err(fileError('DAMAGED', 'the reading was ended', { name: this.request.name }));
  }
}

type Outcome = Awaited<ReturnType<ReaderProcess['ask']>> | { readonly kind: 'late' };

async function answerWithin(
  reader: ReaderProcess,
  question: ReaderQuestion,
  { milliseconds }: ReaderLimits,
): Promise<Outcome> {
  // Starting takes time too, but is not the file's fault.
  if (!(await reader.ready)) return { kind: 'broken', detail: 'the reader did not start' };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'late' }), milliseconds);
  });
  try {
    return await Promise.race([reader.ask(question), late]);
  } finally {
    clearTimeout(timer);
  }
}

function outcomeError(
  outcome: Exclude<Outcome, { readonly kind: 'answer' }>,
  name: string,
  { milliseconds, residentBytes }: ReaderLimits,
): FileError {
  switch (outcome.kind) {
    case 'late':
      return fileError('TIMEOUT', `${milliseconds} ms`, { name, seconds: Math.ceil(milliseconds / 1000) });
    case 'outOfMemory': {
      const limit = Math.round(residentBytes / 1024 / 1024);
      return fileError('TOO_MUCH_MEMORY', `memory ≥ ${limit} MB`, { name, limit });
    }
    case 'broken':
      return fileError('DAMAGED', outcome.detail, { name });
  }
}
