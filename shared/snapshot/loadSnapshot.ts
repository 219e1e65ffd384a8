import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Inflate, strFromU8 } from 'fflate';
import { sha256Hex } from '../core/hashing.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { JournalEntry } from '../ipc/host.ts';
import { decodeFrameHead, frameHeaderBytes, isIntactFrame } from '../ipc/journalFrames.ts';
import { findDefinition } from '../records/registry.ts';
import { ContentTally } from './contentTally.ts';
import { damaged, readSnapshotHead, type SnapshotProblem } from './snapshotFile.ts';
import { isSameContent, type SnapshotHeader } from './snapshotHeader.ts';

export interface LoadOptions {
  /** Versions of the record types that are known; default the registry's. */
  readonly versionOf?: (type: string) => number | null;
  /** For a file that may come from anybody; none for what this installation wrote. */
  readonly limits?: SnapshotLimits;
}

/** How much content a body may hold: so much in all, and so much for each of its bytes. */
export interface SnapshotLimits {
  readonly contentBytes: number;
  readonly ratio: number;
}

/** Ten years of a center are some ten megabytes of entries, which shrink to about a tenth. */
export const foreignSnapshotLimits: SnapshotLimits = { contentBytes: 512 * 1024 * 1024, ratio: 100 };

/** A body of less content may shrink at any ratio. */
const ratioFreeBytes = 100 * 1024;

// Small pieces, so that a body that inflates beyond its declared size is stopped before it takes memory.
const pieceBytes = 8 * 1024;

/**
 * Loads a snapshot that is not sealed in full: hashes, sizes, each entry's checksum, order and counts are compared with the header.
 * `TOO_MUCH` beyond the limits, where some are given, before anything is unpacked.
 * Entries are handed over while they are read; on an error, what was handed over is not to be used.
 */
export function loadSnapshot(
  bytes: Uint8Array,
  take: (entry: JournalEntry) => void,
  { versionOf = knownVersion, limits }: LoadOptions = {},
): Result<SnapshotHeader, SnapshotProblem> {
  const head = readSnapshotHead(bytes);
  if (!head.ok) return head;
  const { header, bodyAt } = head.value;
  const newer = newerThan(header, versionOf);
  if (newer !== null) return err({ code: 'NEWER', detail: newer });
  if (limits !== undefined && isTooMuch(header, limits)) {
    return err({ code: 'TOO_MUCH', detail: `${header.bodyBytes} bytes for ${header.contentBytes}` });
  }
  const body = bytes.subarray(bodyAt);
  if (body.length !== header.bodyBytes) return damaged(`${body.length} bytes of ${header.bodyBytes}`);
  if (sha256Hex(body) !== header.bodySha256) return damaged('the body does not have its hash');
  const entries = new EntryReader(header.contentBytes, take);
  const problem = inflateInto(body, entries);
  if (problem !== null) return damaged(problem);
  if (entries.sha256() !== header.contentSha256) return damaged('the content does not have its hash');
  return isSameContent(entries.tally.content(), header) ? ok(header) : damaged('the counts differ');
}

/** What a body declares is a bound: whatever goes beyond it ends the loading. */
function isTooMuch({ contentBytes, bodyBytes }: SnapshotHeader, limits: SnapshotLimits): boolean {
  const most = Math.max(ratioFreeBytes, bodyBytes * limits.ratio);
  return contentBytes > Math.min(limits.contentBytes, most);
}

/** Which record type or version a snapshot has that is not known; null when all of them are. */
export function newerThan(
  { versions }: Pick<SnapshotHeader, 'versions'>,
  versionOf: (type: string) => number | null = knownVersion,
): string | null {
  for (const [type, version] of Object.entries(versions)) {
    const known = versionOf(type);
    if (known === null || version > known) return `${type} ${version}`;
  }
  return null;
}

const knownVersion = (type: string): number | null => findDefinition(type)?.version ?? null;

function inflateInto(body: Uint8Array, entries: EntryReader): string | null {
  let ended = false;
  const inflate = new Inflate((piece, final) => {
    entries.push(piece);
    ended = final;
  });
  try {
    for (let at = 0; at < body.length && entries.problem === null; at += pieceBytes) {
      inflate.push(body.subarray(at, at + pieceBytes), at + pieceBytes >= body.length);
    }
  } catch (error) {
    return `the body cannot be inflated: ${String(error)}`;
  }
  if (entries.problem !== null) return entries.problem;
  return ended && entries.isComplete() ? null : 'the content is cut off';
}

/** Puts entries together from pieces of the content. */
class EntryReader {
  readonly tally = new ContentTally();
  problem: string | null = null;
  readonly #hash = sha256.create();
  #rest = new Uint8Array(0);
  #bytes = 0;
  #last = 0;

  constructor(
    private readonly expectedBytes: number,
    private readonly take: (entry: JournalEntry) => void,
  ) {}

  push(piece: Uint8Array): void {
    if (this.problem !== null) return;
    this.#bytes += piece.length;
    if (this.#bytes > this.expectedBytes) {
      this.problem = 'more content than declared';
      return;
    }
    this.#hash.update(piece);
    const bytes = this.#rest.length === 0 ? piece : concat(this.#rest, piece);
    this.#rest = bytes.slice(this.#readFrames(bytes));
  }

  isComplete(): boolean {
    return this.#rest.length === 0 && this.#bytes === this.expectedBytes;
  }

  sha256(): string {
    return bytesToHex(this.#hash.digest());
  }

  /** How many bytes were read. */
  #readFrames(bytes: Uint8Array): number {
    let at = 0;
    while (at + frameHeaderBytes <= bytes.length) {
      const head = decodeFrameHead(bytes, at);
      if (head === null || head.sequence <= this.#last) {
        this.problem = 'an entry has no right head';
        break;
      }
      const end = at + frameHeaderBytes + head.payloadBytes;
      if (end > bytes.length) break;
      const frame = bytes.subarray(at, end);
      if (!isIntactFrame(head, frame)) {
        this.problem = `entry ${head.sequence} is damaged`;
        break;
      }
      const entry = { sequence: head.sequence, payload: strFromU8(frame.subarray(frameHeaderBytes)) };
      this.#last = head.sequence;
      this.tally.add(entry);
      this.take(entry);
      at = end;
    }
    return at;
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}
