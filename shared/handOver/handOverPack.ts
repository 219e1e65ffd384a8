import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { strFromU8 } from 'fflate';
import { sha256Hex } from '../core/hashing.ts';
import type { Randomness } from '../core/ids.ts';
import { canonicalJson, isJsonObject, type JsonObject } from '../core/json.ts';
import { err, ok, type Result } from '../core/result.ts';
import { foreignSnapshotLimits, loadSnapshot } from '../snapshot/loadSnapshot.ts';
import type { SnapshotHeader } from '../snapshot/snapshotHeader.ts';
import { isPayable, type PassphraseCost, passphraseKey, saltBytes, usualCost } from './passphraseKey.ts';
import { openChunks, sealChunks } from './sealedChunks.ts';

/*
 * A hand-over pack, all numbers little-endian:
 *   8 bytes magic, u32 version, u32 length of the head, head (UTF-8 JSON: cost and salt of the passphrase, its proof),
 *   SHA-256 of all bytes before,
 *   sealed: u32 length of the manifest, manifest (UTF-8 JSON), a whole snapshot file, then the files one by one
 * Nothing of the records can be read without the passphrase, not even how many there are.
 */
const magic = Uint8Array.of(0x46, 0x42, 0x50, 0x41, 0x43, 0x4b, 0x0d, 0x0a);
const version = 1;
const prefixBytes = 16;
const hashBytes = 32;
const maxHeadBytes = 64 * 1024;

/** Everything that goes from one installation to its successor. */
export interface PackContents {
  /** A whole snapshot file: records, history and open conflicts. */
  readonly snapshot: Uint8Array;
  /** Settings that travel. */
  readonly settings: JsonObject;
  /** Evidence by the SHA-256 of its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface OpenedPack extends PackContents {
  readonly header: SnapshotHeader;
}

export type PackProblem =
  /** Another kind of file. */
  | { readonly code: 'NOT_A_PACK' }
  | { readonly code: 'WRONG_PASSPHRASE' }
  /** Bytes are missing or differ from what was written. */
  | { readonly code: 'DAMAGED'; readonly detail: string }
  /** Written by a newer Fieldbook, the pack itself or what is in it. */
  | { readonly code: 'NEWER'; readonly detail: string };

/** The bytes of a pack, with a fresh salt and therefore a fresh key. Takes about a second for the passphrase. */
export function sealPack(
  contents: PackContents,
  passphrase: string,
  random: Randomness,
  cost: PassphraseCost = usualCost,
): Uint8Array {
  const salt = random.bytes(saltBytes);
  const { key, proof } = passphraseKey(passphrase, salt, cost);
  const head = encodeHead({ ...cost, salt: bytesToHex(salt), proof: bytesToHex(proof) });
  return concatBytes(head, sealChunks(key, sha256(head), ...encodeContents(contents)));
}

/**
 * Opens a pack and checks all that is in it, the snapshot as thoroughly as a restore does. The same call proves a pack
 * that was just written and read back.
 */
export function openPack(bytes: Uint8Array, passphrase: string): Result<OpenedPack, PackProblem> {
  const head = readHead(bytes);
  if (!head.ok) return head;
  const { cost, salt, proof, bodyAt } = head.value;
  const derived = passphraseKey(passphrase, salt, cost);
  if (bytesToHex(derived.proof) !== proof) return err({ code: 'WRONG_PASSPHRASE' });
  const plain = openChunks(derived.key, sha256(bytes.subarray(0, bodyAt)), bytes.subarray(bodyAt));
  if (plain === null) return damaged('the seal does not hold');
  const contents = decodeContents(plain);
  if (contents === null) return damaged('the manifest does not fit');
  const loaded = loadSnapshot(contents.snapshot, () => undefined, { limits: foreignSnapshotLimits });
  if (loaded.ok) return ok({ ...contents, header: loaded.value });
  return loaded.error.code === 'NEWER' ? err(loaded.error) : damaged('the snapshot inside');
}

interface PackHead {
  readonly cost: PassphraseCost;
  readonly salt: Uint8Array;
  readonly proof: string;
  readonly bodyAt: number;
}

function encodeHead(json: JsonObject): Uint8Array {
  const text = utf8ToBytes(canonicalJson(json));
  const prefix = new Uint8Array(prefixBytes);
  prefix.set(magic);
  const view = new DataView(prefix.buffer);
  view.setUint32(8, version, true);
  view.setUint32(12, text.length, true);
  const head = concatBytes(prefix, text);
  return concatBytes(head, sha256(head));
}

function readHead(bytes: Uint8Array): Result<PackHead, PackProblem> {
  if (bytes.length < prefixBytes) return err({ code: 'NOT_A_PACK' });
  const wrong = magic.filter((byte, index) => bytes[index] !== byte).length;
  // One damaged byte of eight is still more likely damage than another kind of file.
  if (wrong > 1) return err({ code: 'NOT_A_PACK' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = prefixBytes + view.getUint32(12, true);
  if (end > prefixBytes + maxHeadBytes || end + hashBytes > bytes.length)
    return damaged('the head is cut off');
  if (sha256Hex(bytes.subarray(0, end)) !== bytesToHex(bytes.subarray(end, end + hashBytes)))
    return damaged('the head does not have its hash');
  if (view.getUint32(8, true) > version) return err({ code: 'NEWER', detail: 'a newer form of the pack' });
  const head = headFromJson(parseJson(bytes.subarray(prefixBytes, end)));
  return head === null ? damaged('the head lacks something') : ok({ ...head, bodyAt: end + hashBytes });
}

function headFromJson(json: unknown): Omit<PackHead, 'bodyAt'> | null {
  if (!isJsonObject(json)) return null;
  const { memoryKib, passes, salt, proof } = json;
  if (typeof memoryKib !== 'number' || typeof passes !== 'number') return null;
  if (!isHex(salt, saltBytes) || !isHex(proof, hashBytes)) return null;
  const cost = { memoryKib, passes };
  return isPayable(cost) ? { cost, salt: hexToBytes(salt), proof } : null;
}

/** What is sealed, in parts: joined they would be as large as all files once more. */
function encodeContents({ snapshot, settings, files }: PackContents): readonly Uint8Array[] {
  const entries = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const manifest = utf8ToBytes(
    canonicalJson({
      settings,
      snapshotBytes: snapshot.length,
      files: entries.map(([hash, bytes]) => [hash, bytes.length]),
    }),
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, manifest.length, true);
  return [length, manifest, snapshot, ...entries.map(([, bytes]) => bytes)];
}

/** Null for a manifest that does not fit the bytes behind it, or for a file that does not have its hash. */
function decodeContents(plain: Uint8Array): PackContents | null {
  if (plain.length < 4) return null;
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  let at = 4 + view.getUint32(0, true);
  const manifest = parseJson(plain.subarray(4, at));
  if (!isJsonObject(manifest) || !isJsonObject(manifest.settings) || !Array.isArray(manifest.files))
    return null;
  const take = (length: unknown): Uint8Array | null => {
    if (!isCount(length) || at + length > plain.length) return null;
    at += length;
    return plain.subarray(at - length, at);
  };
  const snapshot = take(manifest.snapshotBytes);
  if (snapshot === null) return null;
  const files = new Map<string, Uint8Array>();
  for (const entry of manifest.files) {
    const [hash, length] = Array.isArray(entry) ? entry : [];
    const bytes = take(length);
    if (typeof hash !== 'string' || bytes === null || sha256Hex(bytes) !== hash) return null;
    files.set(hash, bytes);
  }
  return at === plain.length ? { snapshot, settings: manifest.settings, files } : null;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isHex = (value: unknown, bytes: number): value is string =>
  typeof value === 'string' && value.length === bytes * 2 && /^[0-9a-f]*$/.test(value);

const damaged = (detail: string) => err<PackProblem>({ code: 'DAMAGED', detail });

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return null;
  }
}
