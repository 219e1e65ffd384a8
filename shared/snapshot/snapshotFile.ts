import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { strFromU8 } from 'fflate';
import { canonicalJson } from '../core/json.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type SnapshotHeader, snapshotHeaderFromJson, snapshotHeaderToJson } from './snapshotHeader.ts';

/*
 * A snapshot file, all numbers little-endian:
 *   8 bytes magic, u32 version, u32 length of the header, header (UTF-8 JSON), SHA-256 of all bytes before,
 *   body: the entries, each framed as in the journal, compressed (raw deflate), then sealed
 * The part before the body has this form in every version, so that a newer file is told from a damaged one.
 */
const magic = Uint8Array.of(0x46, 0x42, 0x53, 0x4e, 0x41, 0x50, 0x0d, 0x0a);
const version = 1;
const prefixBytes = 16;
const hashBytes = 32;
const maxHeaderBytes = 1024 * 1024;

/** Enough of a file's beginning to hold any header that this version writes. */
export const snapshotHeadBytes = 64 * 1024;

export type SnapshotProblem =
  /** Another kind of file. */
  | { readonly code: 'NOT_A_SNAPSHOT' }
  /** Bytes are missing or differ from what was written. */
  | { readonly code: 'DAMAGED'; readonly detail: string }
  /** Unpacks to more than any backup does, or brings down who reads it; whole, perhaps, but made to do harm. */
  | { readonly code: 'TOO_MUCH'; readonly detail: string }
  /** Was not read in a time in which a backup of its size is read on a slow computer too. */
  | { readonly code: 'TOO_SLOW'; readonly detail: string }
  /** Written by a newer Fieldbook: its form, or a record type or version that this one does not know. */
  | { readonly code: 'NEWER'; readonly detail: string };

export interface SnapshotHead {
  readonly header: SnapshotHeader;
  /** Where the body begins. */
  readonly bodyAt: number;
}

/** The bytes of a file in front of its body. */
export function encodeSnapshotHead(header: SnapshotHeader): Uint8Array {
  const text = utf8ToBytes(canonicalJson(snapshotHeaderToJson(header)));
  const bytes = new Uint8Array(prefixBytes + text.length + hashBytes);
  bytes.set(magic);
  const view = viewOf(bytes);
  view.setUint32(8, version, true);
  view.setUint32(12, text.length, true);
  bytes.set(text, prefixBytes);
  bytes.set(sha256(bytes.subarray(0, prefixBytes + text.length)), prefixBytes + text.length);
  return bytes;
}

/** Reads a file's header, from the whole file or from its first `snapshotHeadBytes`; the body is not looked at. */
export function readSnapshotHead(bytes: Uint8Array): Result<SnapshotHead, SnapshotProblem> {
  if (bytes.length < prefixBytes) return err({ code: 'NOT_A_SNAPSHOT' });
  const wrong = magic.filter((byte, index) => bytes[index] !== byte).length;
  // One damaged byte of eight is still more likely damage than another kind of file.
  if (wrong > 0) return wrong === 1 ? damaged('its first bytes differ') : err({ code: 'NOT_A_SNAPSHOT' });
  const view = viewOf(bytes);
  const length = view.getUint32(12, true);
  const bodyAt = prefixBytes + length + hashBytes;
  if (length > maxHeaderBytes || bodyAt > bytes.length) return damaged('the header is cut off');
  const hash = sha256(bytes.subarray(0, prefixBytes + length));
  if (hash.some((byte, index) => bytes[prefixBytes + length + index] !== byte)) {
    return damaged('the header does not have its hash');
  }
  if (view.getUint32(8, true) > version) return err({ code: 'NEWER', detail: 'a newer form of the file' });
  const header = snapshotHeaderFromJson(parseJson(bytes.subarray(prefixBytes, prefixBytes + length)));
  return header === null ? damaged('the header lacks something') : ok({ header, bodyAt });
}

/** Whether a file of so many bytes with this beginning was cut off on its way to the medium, or emptied on its way out. */
export function isCutOff(start: Uint8Array, size: number): boolean {
  if (size < prefixBytes) return true;
  const head = readSnapshotHead(start);
  if (head.ok) return size < head.value.bodyAt + head.value.header.bodyBytes;
  if (magic.some((byte, index) => start[index] !== byte)) return false;
  const length = viewOf(start).getUint32(12, true);
  return length <= maxHeaderBytes && size < prefixBytes + length + hashBytes;
}

export const damaged = (detail: string) => err<SnapshotProblem>({ code: 'DAMAGED', detail });

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return null;
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
