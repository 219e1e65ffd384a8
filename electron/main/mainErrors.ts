import { app } from 'electron';
import { errorFacts } from '../../shared/ipc/log.ts';
import type { LogFile } from '../services/logFile.ts';

/** Writes down the start, and how the main process or a window failed; what then happens stays Electron's. */
export function watchMainErrors(log: LogFile): void {
  log.write({ event: 'STARTED', facts: { version: app.getVersion(), platform: process.platform } });
  // The monitor sees uncaught errors and rejections before their usual end, and does not change it.
  process.on('uncaughtExceptionMonitor', (error) =>
    log.write({ event: 'MAIN_ERROR', facts: errorFacts(error) }),
  );
  app.on('render-process-gone', (_, __, { reason, exitCode }) => {
    if (reason !== 'clean-exit') log.write({ event: 'WINDOW_GONE', facts: { reason, exitCode } });
  });
}
