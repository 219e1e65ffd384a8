import { app } from 'electron';
import { errorFacts } from '../../shared/ipc/log.ts';
import type { LogFile } from '../services/logFile.ts';
import { tellMainFailed } from './failureDialogs.ts';

/**
 * Writes down the start, and how the main process or a window failed. An error that nobody caught is told in a sentence
 * of our own instead of Electron's with its stack; as with Electron's, what is open stays open.
 */
export function watchMainErrors(log: LogFile): void {
  log.write({ event: 'STARTED', facts: { version: app.getVersion(), platform: process.platform } });
  let isTold = false;
  const failed = (error: unknown): void => {
    log.write({ event: 'MAIN_ERROR', facts: errorFacts(error) });
    console.error(error);
    // One that returns with every turn of a timer would leave no way to the window.
    if (!isTold) tellMainFailed(error);
    isTold = true;
  };
  process.on('uncaughtException', failed);
  process.on('unhandledRejection', failed);
  app.on('render-process-gone', (_, __, { reason, exitCode }) => {
    if (reason !== 'clean-exit') log.write({ event: 'WINDOW_GONE', facts: { reason, exitCode } });
  });
}
