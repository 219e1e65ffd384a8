import { bytesToHex } from '@noble/hashes/utils.js';
import { crc32c } from '../core/crc32c.ts';
import {
  decodeFrameHead,
  encodeJournalHeader,
  frameHeaderBytes,
  journalHeaderBytes,
  judgeJournalHeader,
} from './journalFrames.ts';

/** How a journal's entries lie in its file: as they are, or sealed. */
export interface EntryForm {
  /** The first bytes of the file, in front of its first frame. */
  readonly header: Uint8Array;
  encode(payload: Uint8Array, sequence: number): Promise<Uint8Array>;
  /** Null for a payload that was not written at this sequence of this file. */
  decode(payload: Uint8Array, sequence: number): Promise<Uint8Array | null>;
}

/** What a sealed journal says of itself. */
export interface SealedHead {
  readonly fileId: Uint8Array;
  /** Of the key; null where the head is damaged and only the entries told the file. */
  readonly keyId: Uint8Array | null;
}

/** The forms that a journal can have now. */
export interface JournalForms {
  /** For a file that is begun now; null while the key that it needs is locked away. */
  fresh(): EntryForm | null;
  /** For a sealed file; null when its key is not at hand. */
  sealed(head: SealedHead): EntryForm | null;
  /** Whether a file in plain text can be the journal, and is not one that somebody put in its place. */
  takesPlain(): boolean;
}

const same = async (payload: Uint8Array): Promise<Uint8Array> => payload;

export const plainForm: EntryForm = { header: encodeJournalHeader(), encode: same, decode: same };

/** Where nothing is ever sealed. */
export const plainForms: JournalForms = {
  fresh: () => plainForm,
  sealed: () => null,
  takesPlain: () => true,
};

/*
 * A sealed journal file, all numbers little-endian:
 *   header  as of every journal, with version 2, 16 bytes file id, 16 bytes key id, u32 CRC-32C of these 32
 *   frame   as of every journal; its payload: 1 byte (1), 16 bytes file id, then what the sealing made of the text
 * A text never begins with that byte, so entries tell by themselves which form they have and whose they are: a damaged
 * header costs nothing.
 */
export const sealedHeaderBytes = journalHeaderBytes + 36;
export const fileIdBytes = 16;
export const sealedMark = 1;

/** The first bytes of a sealed journal. */
export function encodeSealedHeader(fileId: Uint8Array, keyId: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(sealedHeaderBytes);
  bytes.set(encodeJournalHeader('sealed'));
  bytes.set(fileId, journalHeaderBytes);
  bytes.set(keyId, journalHeaderBytes + fileIdBytes);
  const ids = bytes.subarray(journalHeaderBytes, sealedHeaderBytes - 4);
  new DataView(bytes.buffer).setUint32(sealedHeaderBytes - 4, crc32c(ids), true);
  return bytes;
}

/** Reads what follows the first 16 bytes of a sealed journal; null when it is cut off or damaged. */
export function readSealedHead(header: Uint8Array): SealedHead | null {
  if (header.length < sealedHeaderBytes) return null;
  const ids = header.slice(journalHeaderBytes, sealedHeaderBytes - 4);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(sealedHeaderBytes - 4, true) !== crc32c(ids)) return null;
  return { fileId: ids.slice(0, fileIdBytes), keyId: ids.slice(fileIdBytes) };
}

/** The file that a sealed entry says it belongs to; null for an entry in plain text. */
export function fileIdOf(payload: Uint8Array): Uint8Array | null {
  if (payload[0] !== sealedMark || payload.length < 1 + fileIdBytes) return null;
  return payload.slice(1, 1 + fileIdBytes);
}

/** How many first bytes of a file `journalKindOf` wants. */
export const kindBytes = sealedHeaderBytes + frameHeaderBytes + 1;

/** Which form a journal's file has, by its first bytes; a damaged header is passed over for the first entry. */
export function journalKindOf(start: Uint8Array): 'none' | 'plain' | 'sealed' {
  if (start.length < journalHeaderBytes) return 'none';
  const header = judgeJournalHeader(start);
  if (header !== 'bad') return header === 'sealed' ? 'sealed' : 'plain';
  const isFrame = decodeFrameHead(start, sealedHeaderBytes) !== null;
  return isFrame && start[sealedHeaderBytes + frameHeaderBytes] === sealedMark ? 'sealed' : 'plain';
}

/** The id of the key that a sealed journal's file names in its first `kindBytes`; null where they do not tell. */
export function journalKeyIdOf(start: Uint8Array): string | null {
  const head = judgeJournalHeader(start) === 'sealed' ? readSealedHead(start) : null;
  return head?.keyId == null ? null : bytesToHex(head.keyId);
}
