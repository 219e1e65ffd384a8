import type { JournalFile } from '../../shared/ipc/journalFile.ts';
import type { FileOperations } from './fileOperations.ts';

/** Seconds after which no answer will come: names are a matter of moments, while a slow stick takes its time to flush. */
const limits = { names: 15, content: 180 } as const;

/** Calls back after some milliseconds unless the returned function is called before; given by tests. */
export type SetTimer = (callback: () => void, milliseconds: number) => () => void;

const systemTimer: SetTimer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * The same operations for a place that may never answer, as a network folder that is gone: they then reject with
 * ETIMEDOUT, so that whatever stands behind them in a queue has its turn. Until such an operation does answer, no other
 * is begun: each of them holds one of the few threads that all files share, the journal's too.
 */
export function answeringOperations(
  operations: FileOperations,
  setTimer: SetTimer = systemTimer,
): FileOperations {
  let silent = 0;

  function within<T>(
    kind: keyof typeof limits,
    begin: () => Promise<T>,
    late: (value: T) => void = () => undefined,
  ): Promise<T> {
    if (silent > 0) return Promise.reject(noAnswer('an earlier operation has not been answered yet'));
    return new Promise((resolve, reject) => {
      let isOver = false;
      const stop = setTimer(() => {
        isOver = true;
        silent += 1;
        reject(noAnswer(`no answer for ${limits[kind]} seconds`));
      }, limits[kind] * 1000);
      const settle = (): void => {
        stop();
        if (isOver) silent -= 1;
      };
      begin().then(
        (value) => {
          settle();
          if (isOver) late(value);
          else resolve(value);
        },
        (error: unknown) => {
          settle();
          reject(error);
        },
      );
    });
  }

  const answeringFile = (file: JournalFile): JournalFile => ({
    size: () => within('names', () => file.size()),
    read: (offset, length) => within('content', () => file.read(offset, length)),
    write: (bytes, offset) => within('content', () => file.write(bytes, offset)),
    truncate: (size) => within('content', () => file.truncate(size)),
    sync: () => within('content', () => file.sync()),
    close: () => within('names', () => file.close()),
  });

  return {
    open: async (path, mode) =>
      answeringFile(
        // What is opened after that is nobody's.
        await within(
          'names',
          () => operations.open(path, mode),
          (file) => void file.close().catch(() => undefined),
        ),
      ),
    rename: (from, to) => within('names', () => operations.rename(from, to)),
    remove: (path) => within('names', () => operations.remove(path)),
    makeFolder: (path) => within('names', () => operations.makeFolder(path)),
    list: (path) => within('names', () => operations.list(path)),
    listFolders: (path) => within('names', () => operations.listFolders(path)),
    syncFolder: (path) => within('names', () => operations.syncFolder(path)),
  };
}

const noAnswer = (detail: string): Error => Object.assign(new Error(detail), { code: 'ETIMEDOUT' });
