import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillMessage } from '../../shared/messages/message.ts';
import { nodeFileOperations } from '../services/fileOperations.ts';
import { createKillableReader } from '../services/killableReader.ts';
import { nodeErrorCode } from '../services/nodeErrors.ts';
import { forkReader } from '../services/readerProcess.ts';
import { parseArguments } from './arguments.ts';
import { exitCodes } from './batchShell.ts';
import { batchTexts } from './batchTexts.ts';
import { runBatch } from './runBatch.ts';

/** The command itself, in a process that `main.ts` can end. */

const argv = process.argv.slice(2);
const entry = fileURLToPath(new URL('../services/killableReaderChild.ts', import.meta.url));
const reader = createKillableReader(({ residentBytes }) => forkReader({ entry }, residentBytes));
// npm runs scripts in the project's folder; what people type is meant from where they are.
const folder =
  process.env.npm_lifecycle_event === 'batch' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    // A pager that was closed wants no more, and no complaint either.
    if (nodeErrorCode(error) !== 'EPIPE') throw error;
  });
}

try {
  process.exitCode = await runBatch(argv, {
    print: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
    resolvePath: (path) => resolve(folder, path),
    reader,
    operations: nodeFileOperations,
    now: Date.now,
    planning: (name) => void process.send?.(name),
    random: { bytes: (length) => randomBytes(length) },
  });
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  const { language } = parseArguments(argv);
  process.stderr.write(`${fillMessage(batchTexts.unexpected, language, { detail })}\n`);
  process.exitCode = exitCodes.unusable;
} finally {
  reader.close();
}
