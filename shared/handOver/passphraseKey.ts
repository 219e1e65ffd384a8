import { argon2id } from '@noble/hashes/argon2.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** What trying one passphrase costs; stored beside what it locks, so that it can be raised later. */
export interface PassphraseCost {
  readonly memoryKib: number;
  readonly passes: number;
}

/**
 * RFC 9106's second recommended choice, in one lane because there is no second thread: 64 MB, which a laptop of 4 GB
 * can spare, and three passes. Measured in Node on the two cores of a small server: 0.8 s of processor time. Computed in
 * plain JavaScript: WebAssembly would need 'wasm-unsafe-eval' in the content security policy to save half a second of
 * what is done once for each hand-over.
 */
export const usualCost: PassphraseCost = { memoryKib: 64 * 1024, passes: 3 };

/**
 * More than this is no cost that a Fieldbook ever asked for, but a file that wants to take all memory and time. Four
 * times the usual one, which leaves room to raise that: some seconds for a try.
 */
export const highestCost: PassphraseCost = {
  memoryKib: 2 * usualCost.memoryKib,
  passes: 2 * usualCost.passes,
};

export const saltBytes = 16;

export interface PassphraseKey {
  /** For AES-256. */
  readonly key: Uint8Array;
  /** 32 bytes that tell whether a passphrase is the right one; they say nothing of the key. */
  readonly proof: Uint8Array;
}

/** Whether a cost that was read from a file is one to be paid. */
export function isPayable({ memoryKib, passes }: PassphraseCost): boolean {
  return (
    Number.isInteger(memoryKib) &&
    Number.isInteger(passes) &&
    memoryKib >= 8 &&
    passes >= 1 &&
    memoryKib <= highestCost.memoryKib &&
    passes <= highestCost.passes
  );
}

/**
 * The key that a passphrase stands for: Argon2id over its NFKC form, so that one keyboard's way to compose letters
 * opens what another's locked. Takes about a second of processor time with the usual cost.
 */
export function passphraseKey(passphrase: string, salt: Uint8Array, cost: PassphraseCost): PassphraseKey {
  const derived = argon2id(utf8ToBytes(passphrase.normalize('NFKC')), salt, {
    m: cost.memoryKib,
    t: cost.passes,
    p: 1,
    dkLen: 64,
  });
  return { key: derived.slice(0, 32), proof: hmac(sha256, derived.slice(32), utf8ToBytes('passphrase')) };
}
