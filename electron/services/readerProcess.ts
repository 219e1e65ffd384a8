import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Result } from '../../shared/core/result.ts';
import type { FileError } from '../../shared/messages/fileErrors.ts';
import type { GridPart } from '../../shared/workbook/gridParts.ts';
import type { ReadOptions } from '../../shared/workbook/read/readWorkbook.ts';

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ReadOptions;
}

/** A file to read, whose first part is the answer; or the next part of the last file. */
export type ReaderQuestion = ReadRequest | 'next';

export interface ReadAnswer {
  readonly result: Result<GridPart, FileError>;
  /** Memory of the whole process by then. */
  readonly residentBytes: number;
}

/** Told by the child when it can take its first file. */
export const readyMessage = 'ready';
/** Name of the environment variable that tells the child how much memory it may take. */
export const memoryVariable = 'FIELDBOOK_READER_BYTES';
/** Name of the environment variable that tells the child its last words. */
export const lastWordsVariable = 'FIELDBOOK_READER_LAST_WORDS';
/** Where the child says them: that it ends itself because it took too much memory. */
export const lastWordsPipe = 2;

/** A process that reads one file at a time and gives it in parts, so that nobody in between needs room for it all. */
export interface ReaderProcess {
  /** The operating system's number for it; null when it did not start. */
  readonly pid: number | null;
  /** False when it ended before it could take a file. */
  readonly ready: Promise<boolean>;
  ask(
    question: ReaderQuestion,
  ): Promise<
    | { readonly kind: 'answer'; readonly answer: ReadAnswer }
    | { readonly kind: 'outOfMemory' }
    | { readonly kind: 'broken'; readonly detail: string }
  >;
  kill(): void;
}

export interface ForkOptions {
  /** The module of killableReaderChild, as source or bundled. */
  readonly entry: string;
  /** What Node itself needs to run the entry (a loader for TypeScript); the parent's, unless said otherwise. */
  readonly execArgv?: readonly string[];
}

export type ReaderEnd =
  | { readonly kind: 'outOfMemory' }
  | { readonly kind: 'broken'; readonly detail: string };

/** Starts a Node process for reading; nothing that a parser prints reaches anybody. */
export function forkReader(
  { entry, execArgv = inheritedArguments() }: ForkOptions,
  residentBytes: number,
): ReaderProcess {
  const lastWords = randomUUID();
  const child = fork(entry, {
    execArgv: [...execArgv],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...readerEnvironment(lastWords, residentBytes) },
  });
  const heard = listenForWords(child.stderr, lastWords);
  const ended = new Promise<ReaderEnd>((resolve) => {
    child.once('error', (error) => resolve({ kind: 'broken', detail: error.message }));
    // 'close' comes after the last bytes of the pipe, 'exit' may come before them.
    child.once('close', (code, signal) => resolve(endOf(heard(), code, signal)));
  });
  return {
    pid: child.pid ?? null,
    ready: Promise.race([nextMessage(child).then(() => true), ended.then(() => false)]),
    ask: (question) => {
      const answer = nextMessage(child).then((message) => ({ kind: 'answer', answer: message }) as const);
      // A child that is gone cannot be written to; `ended` tells that.
      child.send(question, () => undefined);
      return Promise.race([answer, ended]);
    },
    kill: () => child.kill('SIGKILL'),
  };
}

/** An own debugger or profiler for the child would fight with the parent's over ports and files. */
function inheritedArguments(): readonly string[] {
  return process.execArgv.filter((argument) => !/^--(inspect|cpu-prof|heap-prof|test|watch)/.test(argument));
}

/** What a reader's process must be told at its start. */
export const readerEnvironment = (lastWords: string, residentBytes: number): Record<string, string> => ({
  [memoryVariable]: String(residentBytes),
  [lastWordsVariable]: lastWords,
});

/** Whether the words were said so far; they are random, because a parser may print into the same pipe. */
export function listenForWords(pipe: Readable | null, words: string): () => boolean {
  let tail = '';
  let isHeard = false;
  pipe?.on('data', (bytes: Uint8Array) => {
    tail += new TextDecoder().decode(bytes);
    isHeard ||= tail.includes(words);
    tail = tail.slice(-words.length);
  });
  return () => isHeard;
}

/** V8 ends a process that meets its own heap limit, and a system short of memory any process. */
function endOf(hasLastWords: boolean, code: number | null, signal: string | null): ReaderEnd {
  const abortCodes: readonly (number | null)[] = [134, 0x80000003, 0xc0000005];
  const isOutOfMemory =
    hasLastWords || signal === 'SIGABRT' || signal === 'SIGKILL' || abortCodes.includes(code);
  return isOutOfMemory ? { kind: 'outOfMemory' } : { kind: 'broken', detail: `ended with ${signal ?? code}` };
}

/** The boundary: both ends of the channel are this project's own and speak structured clones of these types. */
function nextMessage(child: ChildProcess): Promise<ReadAnswer> {
  return new Promise((resolve) => {
    child.once('message', (message) => resolve(message as unknown as ReadAnswer));
  });
}
