import { isMainThread, Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { type FileError, fileError } from '../../shared/messages/fileErrors.ts';
import { type GridPart, gridParts } from '../../shared/workbook/gridParts.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import {
  lastWordsPipe,
  lastWordsVariable,
  memoryVariable,
  type ReadAnswer,
  type ReaderQuestion,
  type ReadRequest,
  readyMessage,
} from './readerProcess.ts';
import { zlibInflate } from './zlibInflate.ts';

/**
 * The process behind `forkReader` (Node's channel) and `utilityReader` (Electron's port). A thread of its own watches
 * the memory of the whole process, because the parser keeps the main thread busy for as long as it likes; only it can
 * end the process in time, also when the parent is gone and nobody waits for the file any more.
 */

// Plain JavaScript: a worker made from a text needs no module path, in the sources as in a bundle.
const watchdog = `
  const { writeSync } = require('node:fs');
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    const isOrphan = process.ppid !== workerData.parent;
    if (!isOrphan && process.memoryUsage.rss() <= workerData.limit) return;
    try { if (!isOrphan) writeSync(workerData.pipe, workerData.lastWords); } catch {}
    process.kill(process.pid, 'SIGKILL');
  }, 20);
`;

interface Parent {
  send(message: unknown): void;
  /** The boundary: the parent is this project's own. */
  onQuestion(listener: (question: ReaderQuestion) => void): void;
}

const parent = isMainThread ? findParent() : null;
if (parent !== null) serve(parent);

function findParent(): Parent | null {
  // Absent where this is not one of Electron's utility processes, whatever its types say.
  const port: Electron.ParentPort | undefined = process.parentPort;
  if (port !== undefined) {
    return {
      send: (message) => port.postMessage(message),
      onQuestion: (listener) => port.on('message', ({ data }) => listener(data)),
    };
  }
  if (process.send === undefined) return null;
  // Without its parent it has nothing to do; a utility process ends with it.
  process.on('disconnect', () => process.exit());
  return {
    send: (message) => process.send?.(message),
    onQuestion: (listener) => process.on('message', (message) => listener(message as ReaderQuestion)),
  };
}

function serve(to: Parent): void {
  const workerData = {
    limit: Number(process.env[memoryVariable]),
    lastWords: process.env[lastWordsVariable] ?? '',
    pipe: lastWordsPipe,
    parent: process.ppid,
  };
  new Worker(watchdog, { eval: true, execArgv: [], workerData }).unref();
  to.onQuestion((question) => void answer(question, to));
  to.send(readyMessage);
}

/** What is left of the last file. */
let parts: Generator<GridPart, void> | null = null;

async function answer(question: ReaderQuestion, to: Parent): Promise<void> {
  const result = await (question === 'next' ? nextPart() : firstPart(question));
  const message: ReadAnswer = { result, residentBytes: process.memoryUsage.rss() };
  to.send(message);
}

async function firstPart({ bytes, name, options }: ReadRequest): Promise<Result<GridPart, FileError>> {
  parts = null;
  const grid = await readWorkbook(bytes, name, options, zlibInflate);
  if (!grid.ok) return grid;
  parts = gridParts(grid.value);
  return nextPart();
}

function nextPart(): Result<GridPart, FileError> {
  const part = parts?.next().value;
  if (part === undefined) return err(fileError('DAMAGED', 'there is no further part'));
  if (part.isLast) parts = null;
  return ok(part);
}
