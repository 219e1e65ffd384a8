import { dirname } from 'node:path';
import type { JournalForms } from '../../shared/ipc/entryForm.ts';
import { type ClosableJournal, createJournal, type JournalReplacement } from '../../shared/ipc/journal.ts';
import { type JournalFile, writeAll } from '../../shared/ipc/journalFile.ts';
import { type AtomicFileParts, renameWithRetry } from './atomicFile.ts';
import type { FileOperations } from './fileOperations.ts';
import { toHostError } from './nodeErrors.ts';

/** The journal in the file `path`, whose folder is made when it is missing. */
export function openableJournal(
  path: string,
  operations: FileOperations,
  /** Waits between tries to rename; given by tests so that they need not wait. */
  wait?: AtomicFileParts['wait'],
  forms?: JournalForms,
): ClosableJournal {
  return createJournal({
    openFile: () => openDurably(path, operations),
    openReplacement: () => openReplacement(path, operations, wait),
    removeReplacement: () => operations.remove(replacementOf(path)),
    keepTail: (tail, offset) => keepTail(`${path}.tail-${offset}`, tail, operations),
    encodeText: (text) => new TextEncoder().encode(text),
    decodeText: (bytes) => new TextDecoder().decode(bytes),
    ...(forms === undefined ? {} : { forms }),
    toHostError,
  });
}

async function openDurably(path: string, operations: FileOperations): Promise<JournalFile> {
  const folder = dirname(path);
  await operations.makeFolder(folder);
  const file = await operations.open(path, 'update');
  // Without this a power cut after the first flushed append could lose the file's name, and all with it.
  await operations.syncFolder(folder);
  return file;
}

const replacementOf = (path: string): string => `${path}.new`;

async function openReplacement(
  path: string,
  operations: FileOperations,
  wait: AtomicFileParts['wait'],
): Promise<JournalReplacement> {
  const temporary = replacementOf(path);
  const file = await operations.open(temporary, 'update');
  await file.truncate(0);
  return {
    file,
    commit: async () => {
      await renameWithRetry(temporary, path, operations, wait);
      await operations.syncFolder(dirname(path));
    },
    discard: () => operations.remove(temporary),
  };
}

async function keepTail(path: string, tail: Uint8Array, operations: FileOperations): Promise<void> {
  const file = await operations.open(path, 'update');
  try {
    await file.truncate(0);
    await writeAll(file, tail, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}
