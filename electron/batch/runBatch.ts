import { parseArguments } from './arguments.ts';
import { type BatchShell, type ExitCode, exitCodes, fail, sessionOf } from './batchShell.ts';
import { consolidate } from './consolidate.ts';
import { inspectWorkbook } from './inspectWorkbook.ts';
import { showSeals, verifySeals } from './sealedReports.ts';
import { showHistory } from './showHistory.ts';
import { writeTemplate } from './writeTemplate.ts';

/** Carries one command out and returns the code that the process ends with. A rejection is a fault of the program. */
export async function runBatch(argv: readonly string[], shell: BatchShell): Promise<ExitCode> {
  const { language, json, command } = parseArguments(argv);
  const session = sessionOf(shell, language);
  if (!command.ok) {
    const code = fail(session, [command.error], json);
    session.tell(session.text('seeHelp'));
    return code;
  }
  switch (command.value.command) {
    case 'help':
      session.print(session.text('help'));
      return exitCodes.done;
    case 'consolidate':
      return await consolidate(command.value, session);
    case 'inspect':
      return await inspectWorkbook(command.value, session);
    case 'history':
      return await showHistory(command.value, session);
    case 'template':
      return await writeTemplate(command.value, session);
    case 'seal':
      return await showSeals(command.value, session);
    case 'verify':
      return await verifySeals(command.value, session);
  }
}
