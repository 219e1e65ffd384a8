import { isMainThread, Worker } from 'node:worker_threads';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import {
  lastWordsPipe,
  lastWordsVariable,
  memoryVariable,
  type ReadAnswer,
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
  onRequest(listener: (request: ReadRequest) => void): void;
}

const parent = isMainThread ? findParent() : null;
if (parent !== null) serve(parent);

function findParent(): Parent | null {
  // Absent where this is not one of Electron's utility processes, whatever its types say.
  const port: Electron.ParentPort | undefined = process.parentPort;
  if (port !== undefined) {
    return {
      send: (message) => port.postMessage(message),
      onRequest: (listener) => port.on('message', ({ data }) => listener(data)),
    };
  }
  if (process.send === undefined) return null;
  // Without its parent it has nothing to do; a utility process ends with it.
  process.on('disconnect', () => process.exit());
  return {
    send: (message) => process.send?.(message),
    onRequest: (listener) => process.on('message', (message) => listener(message as ReadRequest)),
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
  to.onRequest((request) => void answer(request, to));
  to.send(readyMessage);
}

async function answer({ bytes, name, options }: ReadRequest, to: Parent): Promise<void> {
  const result = await readWorkbook(bytes, name, options, zlibInflate);
  const message: ReadAnswer = { result, residentBytes: process.memoryUsage.rss() };
  to.send(message);
}
