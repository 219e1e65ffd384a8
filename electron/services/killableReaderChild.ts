import { isMainThread, Worker } from 'node:worker_threads';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import {
  lastWordsPipe,
  memoryVariable,
  type ReadAnswer,
  type ReadRequest,
  readyMessage,
} from './readerProcess.ts';

/**
 * The process behind `forkReader`. A thread of its own watches the memory of the whole process, because the parser
 * keeps the main thread busy for as long as it likes; only it can end the process in time, also when the parent is
 * gone and nobody waits for the file any more.
 */

// Plain JavaScript: a worker made from a text needs no module path, in the sources as in a bundle.
const watchdog = `
  const { writeSync } = require('node:fs');
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    const isOrphan = process.ppid !== workerData.parent;
    if (!isOrphan && process.memoryUsage.rss() <= workerData.limit) return;
    try { if (!isOrphan) writeSync(workerData.pipe, 'M'); } catch {}
    process.kill(process.pid, 'SIGKILL');
  }, 20);
`;

if (isMainThread && process.send !== undefined) serve();

function serve(): void {
  const limit = Number(process.env[memoryVariable]);
  const workerData = { limit, pipe: lastWordsPipe, parent: process.ppid };
  new Worker(watchdog, { eval: true, execArgv: [], workerData }).unref();
  // The boundary: the parent is this project's own forkReader.
  process.on('message', (message) => void answer(message as ReadRequest));
  // Without its parent it has nothing to do.
  process.on('disconnect', () => process.exit());
  process.send?.(readyMessage);
}

async function answer({ bytes, name, options }: ReadRequest): Promise<void> {
  const result = await readWorkbook(bytes, name, options);
  const message: ReadAnswer = { result, residentBytes: process.memoryUsage.rss() };
  process.send?.(message);
}
