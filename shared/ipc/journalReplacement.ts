import { utf8ToBytes } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '../core/result.ts';
import type { EntryForm } from './entryForm.ts';
import type { HostError, JournalEntry } from './host.ts';
import type { JournalParts, JournalReplacement } from './journal.ts';
import { type JournalFile, writeAll } from './journalFile.ts';
import { encodeFrames, frameHeaderBytes } from './journalFrames.ts';
import { scanJournal } from './journalScan.ts';

/** Entries that are written at once: some megabytes of the usual ones. */
const batchBytes = 4 * 1024 * 1024;

/**
 * Writes a new journal of the given form beside the one that is open, reads it through, and lets it take the other's
 * place after `closeOld`. Entries keep their sequences; where some are missing, they are missing in the new one as
 * well. On an error the old one is where it was.
 */
export async function replaceJournal(
  parts: Pick<JournalParts, 'openReplacement' | 'toHostError'>,
  entries: readonly JournalEntry[],
  form: EntryForm,
  closeOld: () => Promise<void>,
): Promise<Result<null, HostError>> {
  let replacement: JournalReplacement | null = null;
  try {
    replacement = await parts.openReplacement();
    try {
      await writeEntries(replacement.file, entries, form);
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

async function writeEntries(
  file: JournalFile,
  entries: readonly JournalEntry[],
  form: EntryForm,
): Promise<void> {
  await writeAll(file, form.header, 0);
  let end = form.header.length;
  let frames: Uint8Array[] = [];
  let waiting = 0;
  let last = 0;
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
  for (const { sequence, payload } of entries) {
    // As many bytes as the missing entries' heads had: where none are missing, a scan takes no jump of sequences.
    frames.push(new Uint8Array((sequence - last - 1) * frameHeaderBytes));
    const frame = encodeFrames(sequence, [await form.encode(utf8ToBytes(payload), sequence)]);
    frames.push(frame);
    waiting += frame.length + (sequence - last - 1) * frameHeaderBytes;
    last = sequence;
    if (waiting > batchBytes) await writeOut();
  }
  await writeOut();
  await file.sync();
  await verify(file, entries, form, end);
}

async function verify(
  file: JournalFile,
  entries: readonly JournalEntry[],
  form: EntryForm,
  end: number,
): Promise<void> {
  const size = await file.size();
  const source = { size, read: (offset: number, length: number) => file.read(offset, length) };
  const scan = await scanJournal(source, form.header.length);
  const isWhole = size === end && scan.end === end && scan.places.length === entries.length;
  if (!isWhole || scan.places.some(({ sequence }, index) => sequence !== entries[index]?.sequence)) {
    throw new Error('the new journal reads back differently');
  }
  for (const [index, { offset, bytes, sequence }] of scan.places.entries()) {
    const frame = await file.read(offset, bytes);
    const decoded = await form.decode(frame.subarray(frameHeaderBytes), sequence);
    if (decoded === null || !isSameText(decoded, entries[index]?.payload ?? '')) {
      throw new Error(`entry ${sequence} of the new journal reads back differently`);
    }
  }
}

function isSameText(bytes: Uint8Array, text: string): boolean {
  const expected = utf8ToBytes(text);
  return expected.length === bytes.length && expected.every((byte, index) => byte === bytes[index]);
}
