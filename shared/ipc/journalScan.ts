import {
  decodeFrameHead,
  type FrameHead,
  frameHeaderBytes,
  isIntactFrame,
  journalHeaderBytes,
} from './journalFrames.ts';

/** Random access to the bytes of a file; `read` returns exactly `length` bytes of those inside `size`. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Where one intact entry lies: the offset of its head and the bytes of head and payload together. */
export interface FramePlace {
  readonly sequence: number;
  readonly offset: number;
  readonly bytes: number;
}

export interface JournalScan {
  readonly places: readonly FramePlace[];
  /** Where the last complete append ends; what follows is torn. */
  readonly end: number;
  /** Sequences before the last intact one that cannot be read. */
  readonly damaged: readonly number[];
}

interface ScannedFrame extends FramePlace {
  readonly continues: boolean;
}

const windowBytes = 4 * 1024 * 1024;

/**
 * Walks a journal's frames once, from the end of its header. Where a frame does not hold, the walk goes on at the next intact frame with a
 * higher sequence; when there is none, the rest is a torn tail. Rejects only when the source does.
 */
export async function scanJournal(source: ByteSource, start = journalHeaderBytes): Promise<JournalScan> {
  const scanner = new Scanner(source);
  const frames: ScannedFrame[] = [];
  let position = start;
  let last = 0;
  while (position + frameHeaderBytes <= source.size) {
    let frame = await scanner.frameAt(position);
    // Right behind a good frame only the next sequence is right; a jump is let pass where bytes are missing.
    if (frame === null || frame.sequence !== last + 1) frame = await scanner.nextFrame(position, last);
    if (frame === null) break;
    frames.push(frame);
    last = frame.sequence;
    position = frame.offset + frame.bytes;
  }
  while (frames.at(-1)?.continues) frames.pop();
  return { places: frames, end: endOf(frames.at(-1), start), damaged: gapsOf(frames) };
}

const endOf = (frame: FramePlace | undefined, start: number): number =>
  frame === undefined ? start : frame.offset + frame.bytes;

function gapsOf(frames: readonly FramePlace[]): readonly number[] {
  const gaps: number[] = [];
  let expected = 1;
  for (const { sequence } of frames) {
    for (; expected < sequence; expected++) gaps.push(expected);
    expected = sequence + 1;
  }
  return gaps;
}

class Scanner {
  private window = new Uint8Array(0);
  private windowStart = 0;
  private readonly source: ByteSource;

  constructor(source: ByteSource) {
    this.source = source;
  }

  async frameAt(offset: number): Promise<ScannedFrame | null> {
    if (offset + frameHeaderBytes > this.source.size) return null;
    const head = decodeFrameHead(await this.bytes(offset, frameHeaderBytes));
    if (head === null || !this.fits(offset, head)) return null;
    const bytes = frameHeaderBytes + head.payloadBytes;
    if (!isIntactFrame(head, await this.bytes(offset, bytes))) return null;
    return { sequence: head.sequence, offset, bytes, continues: head.continues };
  }

  /** The next intact frame behind a damaged place: first where the damaged head says it ends, then anywhere. */
  async nextFrame(damagedAt: number, last: number): Promise<ScannedFrame | null> {
    const head = decodeFrameHead(await this.bytes(damagedAt, frameHeaderBytes));
    if (head !== null && this.fits(damagedAt, head)) {
      const follower = await this.frameAt(damagedAt + frameHeaderBytes + head.payloadBytes);
      if (follower !== null && follower.sequence === last + 2) return follower;
    }
    for (let offset = damagedAt; offset + frameHeaderBytes <= this.source.size; ) {
      const length = Math.min(windowBytes, this.source.size - offset);
      const chunk = await this.bytes(offset, length);
      for (let i = 0; i + frameHeaderBytes <= length; i++) {
        if (!this.isPlausible(chunk, i, offset + i, damagedAt, last)) continue;
        const frame = await this.frameAt(offset + i);
        if (frame !== null) return frame;
      }
      offset += length - frameHeaderBytes + 1;
    }
    return null;
  }

  private isPlausible(
    chunk: Uint8Array,
    i: number,
    offset: number,
    damagedAt: number,
    last: number,
  ): boolean {
    // Cheap refusal first: this runs for every byte behind a damaged place.
    if ((chunk[i + 3] ?? 0) > 4 || ((chunk[i + 15] ?? 0) & 0x7f) !== 0) return false;
    const head = decodeFrameHead(chunk, i);
    if (head === null || !this.fits(offset, head)) return false;
    // No more entries can be missing than fit between.
    const mostMissing = Math.floor((offset - damagedAt) / frameHeaderBytes) + 1;
    return head.sequence > last && head.sequence <= last + 1 + mostMissing;
  }

  private fits(offset: number, head: FrameHead): boolean {
    return offset + frameHeaderBytes + head.payloadBytes <= this.source.size;
  }

  private async bytes(offset: number, length: number): Promise<Uint8Array> {
    const start = offset - this.windowStart;
    if (start >= 0 && start + length <= this.window.length)
      return this.window.subarray(start, start + length);
    const wanted = Math.min(Math.max(length, windowBytes), this.source.size - offset);
    this.window = new Uint8Array(await this.source.read(offset, wanted));
    this.windowStart = offset;
    return this.window.subarray(0, length);
  }
}
