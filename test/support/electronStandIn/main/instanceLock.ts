import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Of the machine, whatever system the application is told that it is on.
const isWindows = process.platform === 'win32';

/** One process per data folder: a file with its number, and a pipe by which a second one makes itself known. */
export class InstanceLock {
  readonly isHeld: boolean;
  readonly #file: string;
  readonly #server: Server | null = null;
  #announced: Promise<void> = Promise.resolve();

  constructor(folder: string, onSecond: () => void) {
    this.#file = join(folder, 'instance.lock');
    this.isHeld = takeFile(this.#file);
    const address = pipeOf(folder);
    if (this.isHeld) {
      // A process that was killed leaves its pipe behind.
      if (!isWindows) rmSync(address, { force: true });
      this.#server = createServer((socket) => {
        socket.end();
        onSecond();
      });
      this.#server.listen(address).unref();
    } else {
      this.#announced = new Promise((resolve) => {
        const socket = connect(address);
        socket.once('close', () => resolve());
        socket.once('error', () => resolve());
      });
    }
  }

  async release(): Promise<void> {
    await this.#announced;
    this.#server?.close();
    if (this.isHeld) rmSync(this.#file, { force: true });
  }
}

function takeFile(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAlive(Number(readFileSync(file, 'utf8')))) return false;
    writeFileSync(file, String(process.pid));
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function pipeOf(folder: string): string {
  const name = `fieldbook-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return isWindows ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}
