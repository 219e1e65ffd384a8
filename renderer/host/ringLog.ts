import { type JournalFile, writeAll } from '../../shared/ipc/journalFile.ts';
import { type LogEntry, logLine } from '../../shared/ipc/log.ts';

const maxBytes = 128 * 1024;

/** Appends a line to the log file; a full one first loses its older half, from the start of a line. */
export async function appendToRing(file: JournalFile, entry: LogEntry, now: number): Promise<void> {
  const line = new TextEncoder().encode(logLine(entry, now));
  const size = await file.size();
  if (size + line.length > maxBytes) {
    const text = await file.read(0, size);
    const half = text.indexOf(10, Math.floor(size / 2)) + 1;
    const kept = text.subarray(half);
    await file.truncate(0);
    await writeAll(file, kept, 0);
    await writeAll(file, line, kept.length);
  } else {
    await writeAll(file, line, size);
  }
}
