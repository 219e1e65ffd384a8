import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../../shared/core/result.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import { type LogEntry, logLine } from '../../shared/ipc/log.ts';

export interface LogFile {
  /** Never fails: a log that cannot be written is no reason to stop. */
  write(entry: LogEntry): void;
  /** All that is kept, the oldest line first. */
  read(): Result<string, HostError>;
}

export interface LogBounds {
  readonly fileBytes: number;
  readonly files: number;
}

const defaultBounds: LogBounds = { fileBytes: 256 * 1024, files: 5 };

/**
 * The log in a folder: fieldbook.log and older ones with a number. Written at once, because the next moment may be
 * the process's last; not flushed, because losing a line is no loss of anybody's work.
 */
export function createLogFile(
  folder: string,
  now: () => number,
  { fileBytes, files }: LogBounds = defaultBounds,
): LogFile {
  const path = (age: number): string => join(folder, age === 0 ? 'fieldbook.log' : `fieldbook.${age}.log`);

  function makeRoom(bytes: number): void {
    if (!existsSync(path(0)) || statSync(path(0)).size + bytes <= fileBytes) return;
    try {
      for (let age = files - 2; age >= 0; age--) {
        if (existsSync(path(age))) renameSync(path(age), path(age + 1));
      }
    } catch (error) {
      // Somebody has an older one open, which Windows then lets nobody replace: this one takes the room of all until then.
      if (statSync(path(0)).size + bytes > fileBytes * files) throw error;
    }
  }

  return {
    write: (entry) => {
      try {
        mkdirSync(folder, { recursive: true });
        const line = logLine(entry, now());
        makeRoom(Buffer.byteLength(line));
        appendFileSync(path(0), line, { mode: 0o600 });
      } catch {
        // A full or read-only disk is told where it costs something: at saving.
      }
    },
    read: () => {
      const ages = Array.from({ length: files }, (_, index) => files - 1 - index);
      return ok(ages.map((age) => readOrNothing(path(age))).join(''));
    },
  };
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
