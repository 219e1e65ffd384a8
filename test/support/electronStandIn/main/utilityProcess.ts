import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const parentPort = pathToFileURL(join(import.meta.dirname, 'parentPort.mjs')).href;

interface UtilityOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly execArgv?: readonly string[];
  readonly serviceName?: string;
  readonly stdio?: unknown;
}

/** A Node process with Electron's `process.parentPort` instead of Node's channel. */
class StandInUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  #hasSpawned = false;

  constructor(path: string, args: readonly string[], { env, execArgv = [] }: UtilityOptions) {
    super();
    this.#child = fork(path, args, {
      // The stand-in's own loader must not reach it: a utility process has no windows.
      execArgv: ['--import', parentPort, ...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: env ?? process.env,
    });
    this.#child.once('spawn', () => {
      this.#hasSpawned = true;
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('error', () => this.emit('exit', 1));
    // Electron tells a code only; a process that was killed has its signal's number.
    this.#child.once('close', (code, signal) => this.emit('exit', code ?? (signal === 'SIGKILL' ? 9 : 6)));
  }

  get stderr() {
    return this.#child.stderr;
  }

  get pid(): number | undefined {
    return this.#hasSpawned ? this.#child.pid : undefined;
  }

  postMessage(message: unknown): void {
    // The boundary: Node declares what JSON can carry, the channel carries structured clones.
    this.#child.send(message as string, () => undefined);
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL');
  }
}

export const utilityProcess = {
  fork: (path: string, args: readonly string[] = [], options: UtilityOptions = {}) =>
    new StandInUtilityProcess(path, args, options),
};
