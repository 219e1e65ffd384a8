import { err, ok, type Result } from '../core/result.ts';
import {
  type EntryForm,
  fileIdOf,
  type JournalForms,
  plainForm,
  plainForms,
  readSealedHead,
  sealedHeaderBytes,
} from './entryForm.ts';
import type { HostError, JournalEntry, JournalPort, JournalState } from './host.ts';
import { type JournalFile, writeAll } from './journalFile.ts';
import {
  decodeFrameHead,
  encodeFrames,
  frameHeaderBytes,
  isIntactFrame,
  journalHeaderBytes,
  judgeJournalHeader,
  maxPayloadBytes,
} from './journalFrames.ts';
import { replaceJournal } from './journalReplacement.ts';
import { type FramePlace, type JournalScan, scanJournal } from './journalScan.ts';

export interface JournalParts {
  /** Opens the file for reading and writing, creating it (and making its name durable) when it is missing. */
  openFile(): Promise<JournalFile>;
  /** Puts a torn tail aside before it is cut: a tail torn by a power cut and one that decayed look alike. */
  keepTail(tail: Uint8Array, offset: number): Promise<void>;
  encodeText(text: string): Uint8Array;
  decodeText(bytes: Uint8Array): string;
  /** Which form entries have, on the medium; absent where nothing is ever sealed. */
  readonly forms?: JournalForms;
  /** An empty file beside the journal's, which can take its place. */
  openReplacement(): Promise<JournalReplacement>;
  /** Removes one that was left where its replacing was cut off; rejects where there is none. */
  removeReplacement(): Promise<void>;
  toHostError(error: unknown): HostError;
}

export interface JournalReplacement {
  readonly file: JournalFile;
  /** With both files closed: it takes the journal's name, in one durable step. */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

export interface ClosableJournal extends JournalPort {
  /** As the last call left it; null while it is not open. */
  state(): JournalState | null;
  /** Puts other entries in the place of all that are there: afterwards the journal holds either these or those. */
  replace(payloads: readonly string[]): Promise<Result<JournalState, HostError>>;
  /** Writes all entries anew in the form of a fresh file; afterwards the journal is wholly in this form or in the other. */
  reform(): Promise<Result<JournalState, HostError>>;
  /** Removes what a replacing that was cut off left beside the journal: all entries, in whichever form. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

interface OpenJournal {
  readonly file: JournalFile;
  readonly form: EntryForm;
  readonly places: FramePlace[];
  /** Whole frames whose content is not what was sealed there. */
  readonly forged: ReadonlySet<number>;
  readonly damaged: readonly number[];
  readonly cutBytes: number;
  end: number;
  /** A failed write that could not be taken back yet: nothing may be appended behind it. */
  needsRollback: boolean;
}

const readChunkBytes = 8 * 1024 * 1024;

/**
 * The journal over any file: calls are carried out one after the other, an append is on the medium before it
 * resolves, and an append that fails leaves the file as it was. A newer journal is refused (NEWER) untouched.
 */
export function createJournal(parts: JournalParts): ClosableJournal {
  let journal: OpenJournal | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<Result<T, HostError>>): Promise<Result<T, HostError>> {
    const turn = queue.then(work).catch((error: unknown) => err(parts.toHostError(error)));
    queue = turn;
    return turn;
  }

  async function close(): Promise<void> {
    const { file } = journal ?? {};
    journal = null;
    await file?.close();
  }

  async function withOpen<T>(
    work: (opened: OpenJournal) => Promise<Result<T, HostError>>,
  ): Promise<Result<T, HostError>> {
    return journal === null ? refuse('IO', 'the journal was not opened') : work(journal);
  }

  async function reopen(): Promise<Result<JournalState, HostError>> {
    await close();
    const opened = await openJournal(parts);
    if (!opened.ok) return opened;
    journal = opened.value;
    return ok(stateOf(journal));
  }

  async function putInPlace(entries: readonly JournalEntry[]): Promise<Result<JournalState, HostError>> {
    const form = formsOf(parts).fresh();
    if (form === null) return locked();
    const replaced = await replaceJournal(parts, entries, form, close);
    const reopened = await reopen();
    return replaced.ok ? reopened : replaced;
  }

  return {
    open: () => inTurn(reopen),
    state: () => (journal === null ? null : stateOf(journal)),
    replace: (payloads) =>
      inTurn(() =>
        withOpen(() => putInPlace(payloads.map((payload, index) => ({ sequence: index + 1, payload })))),
      ),
    reform: () =>
      inTurn(() =>
        withOpen(async (opened) => {
          const all = await read(parts, opened, 1, opened.places.length);
          return all.ok ? putInPlace(all.value) : all;
        }),
      ),
    append: (from, payloads) => inTurn(() => withOpen((opened) => append(parts, opened, from, payloads))),
    read: (from, limit) => inTurn(() => withOpen((opened) => read(parts, opened, from, limit))),
    tidy: async () => {
      // There is hardly ever one, and it never holds what the journal does not.
      await inTurn(async () => ok(await parts.removeReplacement().catch(() => undefined)));
    },
    close: async () => {
      await inTurn(async () => ok(await close()));
    },
  };
}

async function openJournal(parts: JournalParts): Promise<Result<OpenJournal, HostError>> {
  const file = await parts.openFile();
  try {
    const opened = await examine(parts, file);
    if (!opened.ok) await file.close();
    return opened;
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function examine(parts: JournalParts, file: JournalFile): Promise<Result<OpenJournal, HostError>> {
  const size = await file.size();
  // A file shorter than its header was torn while it was created: nothing was ever acknowledged in it.
  if (size < journalHeaderBytes) return startAfresh(parts, file, size);
  const head = await file.read(0, Math.min(size, sealedHeaderBytes));
  const header = judgeJournalHeader(head);
  if (header === 'newer') return refuse('NEWER', 'the journal was written by a newer version');
  if (header === 'sealed' && size < sealedHeaderBytes) return startAfresh(parts, file, size);
  const scan = await scanJournal(
    { size, read: (offset, length) => file.read(offset, length) },
    header === 'sealed' ? sealedHeaderBytes : journalHeaderBytes,
  );
  const isBad = header === 'bad' || (header === 'sealed' && readSealedHead(head) === null);
  if (isBad && scan.places.length === 0) {
    return size === journalHeaderBytes || size === sealedHeaderBytes
      ? startAfresh(parts, file, size)
      : refuse('DAMAGED', 'the journal file has neither a header nor an entry that can be read');
  }
  const form = await formOf(parts, file, header === 'plain' ? 'plain' : head, scan);
  if (form === null) return locked();
  if (form === plainForm && !formsOf(parts).takesPlain()) {
    return refuse('NOT_SEALED', 'the journal is in plain text, and encryption is on');
  }
  if (isBad && form.header.length <= (scan.places[0]?.offset ?? 0)) await writeAll(file, form.header, 0);
  if (scan.end < size) {
    const tail = await file.read(scan.end, Math.min(size - scan.end, maxPayloadBytes));
    // On a full disk there is no room for it; opening must not fail for that.
    await parts.keepTail(tail, scan.end).catch(() => undefined);
    await file.truncate(scan.end);
  }
  if (isBad || scan.end < size) await file.sync();
  const forged = form === plainForm ? new Set<number>() : await forgedOf(file, scan.places, form);
  return ok({
    file,
    form,
    places: [...scan.places],
    forged,
    damaged: [...scan.damaged, ...forged].toSorted((a, b) => a - b),
    cutBytes: size - scan.end,
    end: scan.end,
    needsRollback: false,
  });
}

/** The form of what is there; null for a sealed one whose key is not at hand. `head` may be damaged. */
async function formOf(
  parts: JournalParts,
  file: JournalFile,
  head: Uint8Array | 'plain',
  { places }: JournalScan,
): Promise<EntryForm | null> {
  if (head === 'plain') return plainForm;
  const sealed = judgeJournalHeader(head) === 'sealed' ? readSealedHead(head) : null;
  if (sealed !== null) return formsOf(parts).sealed(sealed);
  const [first] = places;
  if (first === undefined) return null;
  const frame = await file.read(first.offset, first.bytes);
  const fileId = fileIdOf(frame.subarray(frameHeaderBytes));
  return fileId === null ? plainForm : formsOf(parts).sealed({ fileId, keyId: null });
}

/** A frame's checksum tells damage; only the seal tells what was put there by somebody else. */
async function forgedOf(
  file: JournalFile,
  places: readonly FramePlace[],
  form: EntryForm,
): Promise<ReadonlySet<number>> {
  const forged = new Set<number>();
  for (let first = 0; first < places.length; ) {
    const run = runFrom(places, first);
    const frames = await readRun(file, run);
    const opened = await Promise.all(
      frames.map(({ sequence, frame }) => form.decode(frame.subarray(frameHeaderBytes), sequence)),
    );
    for (const [index, { sequence }] of frames.entries()) if (opened[index] == null) forged.add(sequence);
    first += run.length;
  }
  return forged;
}

async function startAfresh(
  parts: JournalParts,
  file: JournalFile,
  cutBytes: number,
): Promise<Result<OpenJournal, HostError>> {
  const form = formsOf(parts).fresh();
  if (form === null) return locked();
  await file.truncate(0);
  await writeAll(file, form.header, 0);
  await file.sync();
  const end = form.header.length;
  return ok({
    file,
    form,
    places: [],
    forged: new Set(),
    damaged: [],
    cutBytes,
    end,
    needsRollback: false,
  });
}

async function append(
  parts: JournalParts,
  journal: OpenJournal,
  from: number,
  payloads: readonly string[],
): Promise<Result<JournalState, HostError>> {
  const last = lastSequence(journal);
  if (from !== last + 1) return refuse('OUT_OF_ORDER', `append from ${from} after ${last}`);
  const encoded = await Promise.all(
    payloads.map((payload, index) => journal.form.encode(parts.encodeText(payload), from + index)),
  );
  if (encoded.some((payload) => payload.length > maxPayloadBytes)) {
    return refuse('TOO_LARGE', `an entry has more than ${maxPayloadBytes} bytes`);
  }
  if (journal.needsRollback) await rollBack(journal);
  const frames = encodeFrames(from, encoded);
  try {
    await writeAll(journal.file, frames, journal.end);
    await journal.file.sync();
  } catch (error) {
    journal.needsRollback = true;
    // The reason of the failed write is what the caller needs; the next append tries the roll-back again.
    await rollBack(journal).catch(() => undefined);
    return err(parts.toHostError(error));
  }
  encoded.forEach((payload, index) => {
    const bytes = frameHeaderBytes + payload.length;
    journal.places.push({ sequence: from + index, offset: journal.end, bytes });
    journal.end += bytes;
  });
  return ok(stateOf(journal));
}

async function rollBack(journal: OpenJournal): Promise<void> {
  await journal.file.truncate(journal.end);
  await journal.file.sync();
  journal.needsRollback = false;
}

async function read(
  parts: JournalParts,
  journal: OpenJournal,
  from: number,
  limit: number,
): Promise<Result<readonly JournalEntry[], HostError>> {
  const first = indexOfSequence(journal.places, from);
  const wanted = journal.places.slice(first, first + Math.max(0, limit));
  const entries: JournalEntry[] = [];
  for (let next = 0; next < wanted.length; ) {
    const run = runFrom(wanted, next);
    const frames = await readRun(journal.file, run);
    const whole = frames.filter(({ sequence }) => !journal.forged.has(sequence));
    const decoded = await Promise.all(
      whole.map(({ frame, sequence }) => decodeFrame(journal, frame, sequence)),
    );
    for (const [index, { sequence }] of whole.entries()) {
      const payload = decoded[index];
      if (payload == null) return refuse('IO', `entry ${sequence} was damaged after the journal was opened`);
      entries.push({ sequence, payload: parts.decodeText(payload) });
    }
    next += run.length;
  }
  return ok(entries);
}

async function decodeFrame(
  { form }: OpenJournal,
  frame: Uint8Array,
  sequence: number,
): Promise<Uint8Array | null> {
  const head = decodeFrameHead(frame);
  if (head === null || head.sequence !== sequence || !isIntactFrame(head, frame)) return null;
  return form.decode(frame.subarray(frameHeaderBytes), sequence);
}

interface ReadFrame {
  readonly sequence: number;
  readonly frame: Uint8Array;
}

async function readRun(file: JournalFile, run: readonly FramePlace[]): Promise<readonly ReadFrame[]> {
  const start = run[0]?.offset ?? 0;
  const length = run.reduce((sum, place) => sum + place.bytes, 0);
  const bytes = await file.read(start, length);
  return run.map(({ sequence, offset, bytes: size }) => ({
    sequence,
    frame: bytes.subarray(offset - start, offset - start + size),
  }));
}

/** Neighbouring entries that are read at once: at least one, and about 8 MB. */
function runFrom(places: readonly FramePlace[], first: number): readonly FramePlace[] {
  let next = first;
  let bytes = 0;
  let end = places[first]?.offset;
  for (let place = places[next]; place !== undefined && place.offset === end; place = places[++next]) {
    if (bytes > 0 && bytes + place.bytes > readChunkBytes) break;
    bytes += place.bytes;
    end = place.offset + place.bytes;
  }
  return places.slice(first, next);
}

function indexOfSequence(places: readonly FramePlace[], sequence: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.sequence ?? 0) < sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lastSequence = (journal: OpenJournal): number => journal.places.at(-1)?.sequence ?? 0;

const stateOf = (journal: OpenJournal): JournalState => ({
  lastSequence: lastSequence(journal),
  bytes: journal.end,
  cutBytes: journal.cutBytes,
  damaged: journal.damaged,
});

const formsOf = ({ forms = plainForms }: JournalParts): JournalForms => forms;

const locked = () => refuse('LOCKED', 'the key of the journal is not at hand');

const refuse = (code: HostError['code'], detail: string) => err<HostError>({ code, detail });
