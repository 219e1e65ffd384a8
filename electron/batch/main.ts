import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArguments } from './arguments.ts';
import { batchError } from './batchErrors.ts';
import { exitCodes, fail } from './batchShell.ts';
import { planningClock, planningSeconds } from './planningClock.ts';

/**
 * The command line: see `npm run batch -- --help`. The command runs in a process of its own, because recognizing a table
 * keeps a process busy for as long as it likes; this one has the clock, and can end it.
 */

const argv = process.argv.slice(2);
const seconds = planningSeconds(process.env.FIELDBOOK_PLANNING_SECONDS);
const entry = fileURLToPath(new URL('./batchProcess.ts', import.meta.url));
const command = fork(entry, argv, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });

let endedFor: string | null = null;
const clock = planningClock(seconds, (name) => {
  endedFor = name;
  command.kill('SIGKILL');
});
// The boundary: the process is this project's own.
command.on('message', (name) => clock.planning(typeof name === 'string' ? name : null));
command.once('close', (code, signal) => {
  clock.planning(null);
  if (endedFor !== null) process.exitCode = tellLate(endedFor);
  // Ended from outside, as by Ctrl+C: this process ends the same way.
  else if (signal !== null) process.kill(process.pid, signal);
  else process.exitCode = code ?? exitCodes.unusable;
});

function tellLate(name: string): number {
  const { language, json } = parseArguments(argv);
  const shell = {
    language,
    print: (line: string) => void process.stdout.write(`${line}\n`),
    tell: (line: string) => void process.stderr.write(`${line}\n`),
  };
  return fail(shell, [batchError('PLANNING_TIMEOUT', { name, seconds })], json);
}
