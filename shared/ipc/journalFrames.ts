import { crc32c } from '../core/crc32c.ts';

/*
 * The journal file, all numbers little-endian:
 *   header  8 bytes magic, u32 version, u32 CRC-32C of the 12 bytes before
 *   frame   u32 payload length, u32 CRC-32C of all that follows, u64 sequence, payload (UTF-8, or sealed: entryForm.ts)
 * The top bit of the sequence field says that the next frame belongs to the same append: a group whose end is
 * missing was never acknowledged and is cut as a whole.
 */
export const journalHeaderBytes = 16;
export const frameHeaderBytes = 16;
/** An evidence photo fits as base64; anything near this size is a bug or damage. */
export const maxPayloadBytes = 64 * 1024 * 1024;

const magic = Uint8Array.of(0x46, 0x42, 0x4a, 0x4f, 0x55, 0x52, 0x4e, 0x4c);
/** Of a journal in plain text, and of one whose entries are sealed. */
const plainVersion = 1;
const sealedVersion = 2;
const continuesBit = 0x80000000;
const two32 = 0x1_0000_0000;

/** What stands at a place of the file, before its checksum was looked at. */
export interface FrameHead {
  readonly payloadBytes: number;
  readonly crc: number;
  readonly sequence: number;
  /** The next frame belongs to the same append. */
  readonly continues: boolean;
}

/** The first 16 bytes of a journal file; a sealed one has more behind them. */
export function encodeJournalHeader(kind: 'plain' | 'sealed' = 'plain'): Uint8Array {
  const bytes = new Uint8Array(journalHeaderBytes);
  bytes.set(magic);
  const view = viewOf(bytes);
  view.setUint32(8, kind === 'plain' ? plainVersion : sealedVersion, true);
  view.setUint32(12, crc32c(bytes.subarray(0, 12)), true);
  return bytes;
}

/** Tells the journals of this version from one of a newer version and from a damaged or foreign header. */
export function judgeJournalHeader(bytes: Uint8Array): 'plain' | 'sealed' | 'newer' | 'bad' {
  if (bytes.length < journalHeaderBytes || magic.some((byte, index) => bytes[index] !== byte)) return 'bad';
  const view = viewOf(bytes);
  if (view.getUint32(12, true) !== crc32c(bytes.subarray(0, 12))) return 'bad';
  const version = view.getUint32(8, true);
  if (version === plainVersion) return 'plain';
  return version === sealedVersion ? 'sealed' : 'newer';
}

/** The frames of one append, the first with sequence `from` (a positive safe integer), as bytes to write. */
export function encodeFrames(from: number, payloads: readonly Uint8Array[]): Uint8Array {
  const total = payloads.reduce((sum, payload) => sum + frameHeaderBytes + payload.length, 0);
  const bytes = new Uint8Array(total);
  const view = viewOf(bytes);
  let at = 0;
  payloads.forEach((payload, index) => {
    const end = at + frameHeaderBytes + payload.length;
    const sequence = from + index;
    const high = Math.floor(sequence / two32) + (index + 1 < payloads.length ? continuesBit : 0);
    view.setUint32(at, payload.length, true);
    view.setUint32(at + 8, sequence % two32, true);
    view.setUint32(at + 12, high, true);
    bytes.set(payload, at + frameHeaderBytes);
    view.setUint32(at + 4, crc32c(bytes.subarray(at + 8, end)), true);
    at = end;
  });
  return bytes;
}

/** Reads the 16 bytes at `offset`; null when they cannot be a frame's (sequence 0, too long a payload). */
export function decodeFrameHead(bytes: Uint8Array, offset = 0): FrameHead | null {
  if (offset + frameHeaderBytes > bytes.length) return null;
  const view = viewOf(bytes);
  const payloadBytes = view.getUint32(offset, true);
  const high = view.getUint32(offset + 12, true);
  const sequence = (high % continuesBit) * two32 + view.getUint32(offset + 8, true);
  if (payloadBytes > maxPayloadBytes || sequence < 1 || !Number.isSafeInteger(sequence)) return null;
  return { payloadBytes, crc: view.getUint32(offset + 4, true), sequence, continues: high >= continuesBit };
}

/** Whether a whole frame (head and payload) has the checksum that its head names. */
export function isIntactFrame(head: FrameHead, frame: Uint8Array): boolean {
  return (
    frame.length === frameHeaderBytes + head.payloadBytes &&
    crc32c(frame.subarray(8, frame.length)) === head.crc
  );
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
