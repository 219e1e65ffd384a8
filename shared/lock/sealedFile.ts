import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { strFromU8 } from 'fflate';
import { canonicalJson, type JsonValue } from '../core/json.ts';
import { type Aead, nonceBytes, tagBytes } from './aead.ts';
import type { HeldKey } from './keyHolder.ts';
import { derivedKey, type Keyring, keyIdBytes, keyringFromJson, keyringToJson } from './keyring.ts';
import type { SealingParts } from './sealedJournal.ts';

/*
 * Sealed bytes, all numbers little-endian:
 *   8 bytes magic, 16 bytes key id, 16 bytes salt, u32 length of the keyring, keyring (UTF-8 JSON, may be empty),
 *   ciphertext and tag
 * The key is derived for this salt alone and used once, so that its nonce may be nought; all bytes in front of the
 * ciphertext are bound to it. Neither a raw deflate stream, whose first byte would name a block type that does not
 * exist, nor JSON begins like this.
 */
const magic = Uint8Array.of(0x46, 0x42, 0x53, 0x45, 0x41, 0x4c, 0x0d, 0x0a);
const saltBytes = 16;
const keyringAt = magic.length + keyIdBytes + saltBytes + 4;
const maxKeyringBytes = 16 * 1024;
const nonce = new Uint8Array(nonceBytes);

export interface SealedFileHead {
  readonly keyId: string;
  /** Null where none was put in. */
  readonly keyring: Keyring | null;
  readonly salt: Uint8Array;
  readonly bodyAt: number;
}

/** Whether bytes say that they are sealed. */
export const isSealed = (bytes: Uint8Array): boolean =>
  bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte);

/** So many bytes tell whether a file is sealed, and with which key. */
export const sealedStartBytes = magic.length + keyIdBytes;

/** The id of the key that a file, or its beginning, is sealed with; null for one that is not. */
export const sealedKeyId = (start: Uint8Array): string | null =>
  isSealed(start) ? bytesToHex(start.subarray(magic.length, sealedStartBytes)) : null;

/** What stands in front of the ciphertext; null for bytes that are not sealed, or cut off. */
export function readSealedFile(bytes: Uint8Array): SealedFileHead | null {
  if (!isSealed(bytes) || bytes.length < keyringAt + tagBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(keyringAt - 4, true);
  const bodyAt = keyringAt + length;
  if (length > maxKeyringBytes || bodyAt + tagBytes > bytes.length) return null;
  return {
    keyId: bytesToHex(bytes.subarray(magic.length, magic.length + keyIdBytes)),
    salt: bytes.slice(magic.length + keyIdBytes, keyringAt - 4),
    keyring: keyringFromJson(parseJson(bytes.subarray(keyringAt, bodyAt))),
    bodyAt,
  };
}

/** Seals bytes, `about` bound to them; `withKeyring` lets them be opened on a computer that has no key file. */
export async function sealFile(
  { aead, random }: Pick<SealingParts, 'aead' | 'random'>,
  { keyring, dataKey }: HeldKey,
  about: Uint8Array,
  plain: Uint8Array,
  withKeyring = false,
): Promise<Uint8Array> {
  const salt = random.bytes(saltBytes);
  const ring = withKeyring ? utf8ToBytes(canonicalJson(keyringToJson({ ...keyring, keychain: null }))) : '';
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, ring.length, true);
  const head = concatBytes(
    magic,
    hexToBytes(keyring.keyId),
    salt,
    length,
    typeof ring === 'string' ? new Uint8Array(0) : ring,
  );
  const key = derivedKey(dataKey, 'file', salt);
  return concatBytes(head, await aead.seal(key, nonce, concatBytes(head, about), plain));
}

/** What was sealed; null for another key, or when a single bit of it or of `about` is another. */
export async function openFile(
  aead: Aead,
  dataKey: Uint8Array,
  about: Uint8Array,
  bytes: Uint8Array,
): Promise<Uint8Array | null> {
  const head = readSealedFile(bytes);
  if (head === null) return null;
  const key = derivedKey(dataKey, 'file', head.salt);
  const bound = concatBytes(bytes.subarray(0, head.bodyAt), about);
  return aead.open(key, nonce, bound, bytes.subarray(head.bodyAt));
}

function parseJson(bytes: Uint8Array): JsonValue | undefined {
  try {
    // The boundary: what JSON.parse gives is JSON.
    return JSON.parse(strFromU8(bytes)) as JsonValue;
  } catch {
    return undefined;
  }
}
