import { utf8ToBytes } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '../core/result.ts';
import type { HostError } from './host.ts';
import type { JournalParts, JournalReplacement } from './journal.ts';
import { type JournalFile, writeAll } from './journalFile.ts';
import { encodeFrames, encodeJournalHeader, journalHeaderBytes } from './journalFrames.ts';
import { scanJournal } from './journalScan.ts';

/** Entries that are written at once: some megabytes of the usual ones. */
const batchBytes = 4 * 1024 * 1024;

/**
 * Writes a new journal beside the one that is open, reads it through, and lets it take the other's place after
 * `closeOld`. On an error the old one is where it was.
 */
export async function replaceJournal(
  parts: Pick<JournalParts, 'openReplacement' | 'toHostError'>,
  payloads: readonly string[],
  closeOld: () => Promise<void>,
): Promise<Result<null, HostError>> {
  let replacement: JournalReplacement | null = null;
  try {
    replacement = await parts.openReplacement();
    try {
      await writeEntries(replacement.file, payloads);
    } finally {
      await replacement.file.close();
    }
    await closeOld();
    await replacement.commit();
    return ok(null);
  } catch (error) {
    await replacement?.discard().catch(() => undefined);
    return err(parts.toHostError(error));
  }
}

async function writeEntries(file: JournalFile, payloads: readonly string[]): Promise<void> {
  await writeAll(file, encodeJournalHeader(), 0);
  let end = journalHeaderBytes;
  let frames: Uint8Array[] = [];
  let waiting = 0;
  const writeOut = async (): Promise<void> => {
    const batch = new Uint8Array(waiting);
    let at = 0;
    for (const frame of frames) {
      batch.set(frame, at);
      at += frame.length;
    }
    await writeAll(file, batch, end);
    end += waiting;
    frames = [];
    waiting = 0;
  };
  for (const [index, payload] of payloads.entries()) {
    const frame = encodeFrames(index + 1, [utf8ToBytes(payload)]);
    frames.push(frame);
    waiting += frame.length;
    if (waiting > batchBytes) await writeOut();
  }
  await writeOut();
  await file.sync();
  await verify(file, payloads.length, end);
}

async function verify(file: JournalFile, entries: number, end: number): Promise<void> {
  const size = await file.size();
  const scan = await scanJournal({ size, read: (offset, length) => file.read(offset, length) });
  const isWhole = size === end && scan.end === end && scan.places.length === entries;
  if (!isWhole || scan.damaged.length > 0) throw new Error('the new journal reads back differently');
}
