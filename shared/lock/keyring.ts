import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Randomness } from '../core/ids.ts';
import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { isPayable, type PassphraseCost, passphraseKey, saltBytes } from '../handOver/passphraseKey.ts';
import { type Aead, nonceBytes, tagBytes } from './aead.ts';

export const keyringStates = ['preparing', 'sealing', 'on', 'leaving'] as const;

/**
 * The data key as it lies on the medium: wrapped once for each way to unlock it. It tells nothing of the key, and is
 * kept beside the journal and in every sealed backup, so that a backup opens on another computer.
 */
export interface Keyring {
  /** 16 bytes in hexadecimal: tells which key something was sealed with. */
  readonly keyId: string;
  /**
   * `preparing`: encryption is being switched on, `leaving`: off; the journal says which of both it has become.
   * `sealing`: it is on, and not all that lay there before has been sealed yet.
   */
  readonly state: (typeof keyringStates)[number];
  readonly passphrase: PassphraseWrap;
  readonly recovery: Wrap;
  /** What the system's keychain made of the data key, in hexadecimal; null while it is not asked. */
  readonly keychain: string | null;
}

export interface Wrap {
  readonly salt: string;
  readonly nonce: string;
  readonly sealed: string;
}

export interface PassphraseWrap extends Wrap {
  readonly cost: PassphraseCost;
}

export type Secret =
  | { readonly kind: 'passphrase'; readonly text: string }
  /** As `readRecoveryKey` gives it. */
  | { readonly kind: 'recovery'; readonly text: string };

export const dataKeyBytes = 32;
export const keyIdBytes = 16;

/** A key of its own for each purpose and salt (HKDF-SHA-256), so that no two purposes share nonces. */
export const derivedKey = (key: Uint8Array, purpose: string, salt: Uint8Array): Uint8Array =>
  hkdf(sha256, key, salt, utf8ToBytes(`fieldbook ${purpose}`), dataKeyBytes);

/** Wraps the data key for a passphrase: Argon2id, which takes about a second of processor time. */
export async function wrapForPassphrase(
  { aead, random }: { readonly aead: Aead; readonly random: Randomness },
  keyId: string,
  dataKey: Uint8Array,
  passphrase: string,
  cost: PassphraseCost,
): Promise<PassphraseWrap> {
  const salt = random.bytes(saltBytes);
  const { key } = passphraseKey(passphrase, salt, cost);
  return { ...(await wrapWith({ aead, random }, 'passphrase', keyId, salt, key, dataKey)), cost };
}

/** Wraps the data key for a recovery key, whose 140 random bits need no stretching. */
export async function wrapForRecovery(
  parts: { readonly aead: Aead; readonly random: Randomness },
  keyId: string,
  dataKey: Uint8Array,
  recoveryKey: string,
): Promise<Wrap> {
  const salt = parts.random.bytes(saltBytes);
  const key = derivedKey(utf8ToBytes(recoveryKey), 'recovery', salt);
  return wrapWith(parts, 'recovery', keyId, salt, key, dataKey);
}

/** The data key; null when the secret is not the right one. */
export async function unwrap(aead: Aead, keyring: Keyring, secret: Secret): Promise<Uint8Array | null> {
  const wrap = keyring[secret.kind];
  const salt = hexToBytes(wrap.salt);
  const key =
    secret.kind === 'passphrase'
      ? passphraseKey(secret.text, salt, keyring.passphrase.cost).key
      : derivedKey(utf8ToBytes(secret.text), 'recovery', salt);
  const about = aboutWrap(secret.kind, keyring.keyId);
  return aead.open(key, hexToBytes(wrap.nonce), about, hexToBytes(wrap.sealed));
}

async function wrapWith(
  { aead, random }: { readonly aead: Aead; readonly random: Randomness },
  kind: Secret['kind'],
  keyId: string,
  salt: Uint8Array,
  key: Uint8Array,
  dataKey: Uint8Array,
): Promise<Wrap> {
  const nonce = random.bytes(nonceBytes);
  const sealed = await aead.seal(key, nonce, aboutWrap(kind, keyId), dataKey);
  return { salt: bytesToHex(salt), nonce: bytesToHex(nonce), sealed: bytesToHex(sealed) };
}

const aboutWrap = (kind: Secret['kind'], keyId: string): Uint8Array =>
  concatBytes(utf8ToBytes(`fieldbook ${kind} `), hexToBytes(keyId));

/** The keyring as JSON for a settings file. */
export function keyringToJson({ passphrase, recovery, ...plain }: Keyring): JsonObject {
  return {
    format: 1,
    ...plain,
    passphrase: { ...passphrase, cost: { ...passphrase.cost } },
    recovery: { ...recovery },
  };
}

/**
 * What vouches for a keyring as a whole, in hexadecimal: HMAC-SHA-256 of its canonical JSON with a key derived from the
 * data key. Its wraps hold by themselves; its state and the keychain's part could be changed by whoever has the disk.
 */
export function keyringSeal(keyring: Keyring, dataKey: Uint8Array): string {
  const key = derivedKey(dataKey, 'keyring', hexToBytes(keyring.keyId));
  const seal = hmac(sha256, key, utf8ToBytes(canonicalJson(keyringToJson(keyring))));
  key.fill(0);
  return bytesToHex(seal);
}

/** Null for something else, and for a cost that nobody ever asked for. */
export function keyringFromJson(json: JsonValue | undefined): Keyring | null {
  if (!isJsonObject(json) || json.format !== 1) return null;
  const { keyId, keychain } = json;
  const state = keyringStates.find((known) => known === json.state);
  if (state === undefined || !isHex(keyId, keyIdBytes)) return null;
  if (keychain !== null && !(typeof keychain === 'string' && /^([0-9a-f]{2})*$/.test(keychain))) return null;
  const passphrase = passphraseWrapFromJson(json.passphrase);
  const recovery = wrapFromJson(json.recovery);
  return passphrase === null || recovery === null ? null : { keyId, state, passphrase, recovery, keychain };
}

function passphraseWrapFromJson(json: JsonValue | undefined): PassphraseWrap | null {
  const wrap = wrapFromJson(json);
  if (wrap === null || !isJsonObject(json) || !isJsonObject(json.cost)) return null;
  const { memoryKib, passes } = json.cost;
  if (typeof memoryKib !== 'number' || typeof passes !== 'number') return null;
  return isPayable({ memoryKib, passes }) ? { ...wrap, cost: { memoryKib, passes } } : null;
}

function wrapFromJson(json: JsonValue | undefined): Wrap | null {
  if (!isJsonObject(json)) return null;
  const { salt, nonce, sealed } = json;
  if (!isHex(salt, saltBytes) || !isHex(nonce, nonceBytes) || !isHex(sealed, dataKeyBytes + tagBytes)) {
    return null;
  }
  return { salt, nonce, sealed };
}

const isHex = (value: JsonValue | undefined, bytes: number): value is string =>
  typeof value === 'string' && value.length === bytes * 2 && /^[0-9a-f]*$/.test(value);
