import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type UtilityProcess, utilityProcess } from 'electron';
import {
  listenForWords,
  type ReadAnswer,
  type ReaderEnd,
  type ReaderProcess,
  readerEnvironment,
} from '../services/readerProcess.ts';

/** How long the last words may take to come after the process's end; Electron tells of the two apart. */
const wordsDelay = 250;

export interface UtilityReaderOptions {
  /** The bundle of killableReaderChild. */
  readonly entry: string;
  readonly execArgv?: readonly string[];
}

/**
 * `forkReader` inside Electron, whose program runs no Node script of anybody (the fuse RunAsNode is off): the same
 * process as one of Chromium's utility processes. It ends with the application.
 */
export function utilityReader(
  { entry, execArgv = [] }: UtilityReaderOptions,
  residentBytes: number,
): ReaderProcess {
  const lastWords = randomUUID();
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Fieldbook workbook reader',
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...readerEnvironment(lastWords, residentBytes) },
  });
  // Electron's pipe is a stream of Node's under a narrower type.
  const errors = child.stderr as NodeJS.ReadableStream as Parameters<typeof listenForWords>[0];
  const heard = listenForWords(errors, lastWords);
  const ended = new Promise<number>((resolve) => child.once('exit', resolve)).then(async (code) => {
    if (errors !== null && !errors.readableEnded) {
      await Promise.race([once(errors, 'close'), new Promise((done) => setTimeout(done, wordsDelay))]);
    }
    return endOf(heard(), code);
  });
  return {
    // Electron knows the number only once the process runs.
    get pid() {
      return child.pid ?? null;
    },
    ready: Promise.race([nextMessage(child).then(() => true), ended.then(() => false)]),
    ask: (question) => {
      const answer = nextMessage(child).then((message) => ({ kind: 'answer', answer: message }) as const);
      child.postMessage(question);
      return Promise.race([answer, ended]);
    },
    kill: () => {
      // Electron's own `kill` asks in a friendly way, which a parser in an endless loop need not hear.
      if (child.pid === undefined) return;
      try {
        process.kill(child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself a moment before.
      }
    },
  };
}

/** V8's own end at its heap limit: SIGABRT (a number or a shell's code), or Windows' codes for it. */
function endOf(hasLastWords: boolean, code: number): ReaderEnd {
  const abortCodes: readonly number[] = [6, 134, 0x80000003, 0xc0000005];
  return hasLastWords || abortCodes.includes(code)
    ? { kind: 'outOfMemory' }
    : { kind: 'broken', detail: `ended with ${code}` };
}

/** The boundary: both ends of the port are this project's own. */
function nextMessage(child: UtilityProcess): Promise<ReadAnswer> {
  return new Promise((resolve) => child.once('message', (message: ReadAnswer) => resolve(message)));
}
