import { cbc } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '../../core/result.ts';
import { decodeText } from './textDecoding.ts';

export interface DecryptionError {
  readonly code: 'PASSWORD_WRONG' | 'TAMPERED' | 'UNSUPPORTED';
  readonly detail: string;
}

type Hash = typeof sha1 | typeof sha256 | typeof sha384 | typeof sha512;
const hashes: Readonly<Record<string, Hash>> = { SHA1: sha1, SHA256: sha256, SHA384: sha384, SHA512: sha512 };

/** [MS-OFFCRYPTO] 2.3.4.13 and 2.3.4.14: what each key is derived for. */
const purposes = {
  verifierInput: [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79],
  verifierHash: [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e],
  key: [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6],
  hmacKey: [0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6],
  hmacValue: [0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33],
} as const;
const segmentLength = 4096;

/**
 * The package inside of a workbook with agile encryption. Done here and not by the workbook library, so that the
 * package passes the same checks as a file that was never encrypted before a parser sees it. PASSWORD_WRONG after
 * the verifier; TAMPERED when the integrity check fails; UNSUPPORTED for ciphers other than AES-CBC.
 */
export function decryptAgile(
  info: Uint8Array,
  encryptedPackage: Uint8Array,
  password: string,
): Result<Uint8Array, DecryptionError> {
  const xml = decodeText(info.subarray(8)) ?? '';
  const data = readParameters(xml, 'keyData');
  const lock = readParameters(xml, 'encryptedKey');
  if (data === null || lock === null) return unsupported('cipher parameters');
  const key = unlock(lock, xml, password);
  if (!key.ok) return key;
  if (!isUntouched(xml, data, key.value, encryptedPackage))
    return err({ code: 'TAMPERED', detail: 'integrity check of the encrypted package' });
  return ok(decryptSegments(data, key.value, encryptedPackage));
}

interface Parameters {
  readonly hash: Hash;
  readonly salt: Uint8Array;
  readonly keyLength: number;
  readonly blockLength: number;
  readonly spinCount: number;
}

function unlock(lock: Parameters, xml: string, password: string): Result<Uint8Array, DecryptionError> {
  const { hash, salt, keyLength } = lock;
  let chain = hash(concatBytes(salt, utf16(password)));
  for (let spin = 0; spin < lock.spinCount; spin++) chain = hash(concatBytes(littleEndian(spin), chain));
  const open = (purpose: readonly number[], name: string) =>
    aesDecrypt(
      fitLength(hash(concatBytes(chain, Uint8Array.from(purpose))), keyLength),
      salt,
      bytesOf(xml, 'encryptedKey', name),
    );
  const input = open(purposes.verifierInput, 'encryptedVerifierHashInput');
  const expected = open(purposes.verifierHash, 'encryptedVerifierHashValue');
  const actual = hash(input.subarray(0, salt.length));
  if (!sameBytes(actual, expected.subarray(0, actual.length)))
    return err({ code: 'PASSWORD_WRONG', detail: 'password verifier' });
  return ok(open(purposes.key, 'encryptedKeyValue').subarray(0, keyLength));
}

/** The HMAC over the whole encrypted package; a file without one was not written by a spreadsheet program. */
function isUntouched(xml: string, data: Parameters, key: Uint8Array, encryptedPackage: Uint8Array): boolean {
  const open = (purpose: readonly number[], name: string) =>
    aesDecrypt(key, ivOf(data, Uint8Array.from(purpose)), bytesOf(xml, 'dataIntegrity', name));
  const length = data.hash.outputLen;
  const hmacKey = open(purposes.hmacKey, 'encryptedHmacKey').subarray(0, length);
  const expected = open(purposes.hmacValue, 'encryptedHmacValue').subarray(0, length);
  return hmacKey.length === length && sameBytes(hmac(data.hash, hmacKey, encryptedPackage), expected);
}

function decryptSegments(data: Parameters, key: Uint8Array, encryptedPackage: Uint8Array): Uint8Array {
  const view = new DataView(
    encryptedPackage.buffer,
    encryptedPackage.byteOffset,
    encryptedPackage.byteLength,
  );
  const size = Math.min(Number(view.getBigUint64(0, true)), encryptedPackage.length - 8);
  const plain = new Uint8Array(encryptedPackage.length - 8);
  for (let at = 8, segment = 0; at < encryptedPackage.length; at += segmentLength, segment++) {
    const end = Math.min(at + segmentLength, encryptedPackage.length);
    const part = encryptedPackage.subarray(at, end - ((end - at) % data.blockLength));
    plain.set(aesDecrypt(key, ivOf(data, littleEndian(segment)), part), at - 8);
  }
  return plain.subarray(0, size);
}

/** AES-CBC over whole blocks; the scheme has no padding, lengths are written down elsewhere. */
function aesDecrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  return data.length === 0 ? data : cbc(key, iv, { disablePadding: true }).decrypt(data);
}

function readParameters(xml: string, element: string): Parameters | null {
  const number = (name: string) => Number(attribute(xml, element, name) ?? Number.NaN);
  const hash = hashes[attribute(xml, element, 'hashAlgorithm')?.replace('-', '') ?? ''];
  const keyLength = number('keyBits') / 8;
  const isAes = attribute(xml, element, 'cipherAlgorithm') === 'AES';
  const isCbc = attribute(xml, element, 'cipherChaining') === 'ChainingModeCBC';
  if (
    hash === undefined ||
    !isAes ||
    !isCbc ||
    ![16, 24, 32].includes(keyLength) ||
    number('blockSize') !== 16
  )
    return null;
  const spinCount = element === 'encryptedKey' ? number('spinCount') : 0;
  if (!Number.isInteger(spinCount) || spinCount < 0) return null;
  return { hash, salt: bytesOf(xml, element, 'saltValue'), keyLength, blockLength: 16, spinCount };
}

function attribute(xml: string, element: string, name: string): string | undefined {
  const tag = new RegExp(`<(?:\\w+:)?${element}\\s[^>]*>`).exec(xml)?.[0] ?? '';
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function bytesOf(xml: string, element: string, name: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of attribute(xml, element, name) ?? '') {
    const value = alphabet.indexOf(character);
    if (value < 0) continue;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((buffer >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function ivOf(data: Parameters, block: Uint8Array): Uint8Array {
  return fitLength(data.hash(concatBytes(data.salt, block)), data.blockLength);
}

/** Longer hashes are cut, shorter ones filled with 0x36. */
function fitLength(hash: Uint8Array, length: number): Uint8Array {
  const fitted = new Uint8Array(length).fill(0x36);
  fitted.set(hash.subarray(0, length));
  return fitted;
}

function littleEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}

const unsupported = (detail: string) => err<DecryptionError>({ code: 'UNSUPPORTED', detail });
