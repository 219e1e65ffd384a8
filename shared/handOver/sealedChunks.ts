import { gcm } from '@noble/ciphers/aes.js';

const tagBytes = 16;
const nonceBytes = 12;
/** Small enough that damage is found before much was decrypted, large enough that tags weigh nothing. */
export const chunkBytes = 1024 * 1024;

/**
 * AES-256-GCM over chunks of 1 MB. A chunk's nonce is its number and whether it is the last, so that chunks cannot be
 * swapped, left out, repeated or cut off at the end; `about` is bound to each of them. The key must be used for one
 * call only: its nonces begin at nought. The parts are sealed as if joined, without being joined.
 * Up to 2^32 chunks; a key seals far less than AES-GCM's bound.
 */
export function sealChunks(key: Uint8Array, about: Uint8Array, ...plain: readonly Uint8Array[]): Uint8Array {
  const length = plain.reduce((sum, part) => sum + part.length, 0);
  const count = Math.max(1, Math.ceil(length / chunkBytes));
  const sealed = new Uint8Array(length + count * tagBytes);
  const take = chunksOf(plain);
  for (let index = 0, at = 0; index < count; index++) {
    const chunk = take(Math.min(chunkBytes, length - index * chunkBytes));
    const piece = gcm(key, nonceOf(index, index === count - 1), about).encrypt(chunk);
    sealed.set(piece, at);
    at += piece.length;
  }
  return sealed;
}

/** What was sealed; null when a single bit of it, its order or its length is another. */
export function openChunks(key: Uint8Array, about: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  const step = chunkBytes + tagBytes;
  const count = Math.max(1, Math.ceil(sealed.length / step));
  const length = sealed.length - count * tagBytes;
  if (length < 0) return null;
  const plain = new Uint8Array(length);
  for (let index = 0; index < count; index++) {
    const piece = sealed.subarray(index * step, (index + 1) * step);
    if (piece.length < tagBytes) return null;
    const chunk = opened(key, nonceOf(index, index === count - 1), about, piece);
    if (chunk === null) return null;
    plain.set(chunk, index * chunkBytes);
  }
  return plain;
}

/** Gives the next bytes of all parts after one another, as many as asked for. */
function chunksOf(parts: readonly Uint8Array[]): (bytes: number) => Uint8Array {
  let part = 0;
  let at = 0;
  return (bytes) => {
    const chunk = new Uint8Array(bytes);
    for (let filled = 0; filled < bytes; ) {
      const rest = parts[part]?.subarray(at, at + bytes - filled) ?? new Uint8Array();
      chunk.set(rest, filled);
      filled += rest.length;
      at += rest.length;
      if (at < (parts[part]?.length ?? 0)) continue;
      part += 1;
      at = 0;
    }
    return chunk;
  };
}

function opened(key: Uint8Array, nonce: Uint8Array, about: Uint8Array, piece: Uint8Array): Uint8Array | null {
  try {
    return gcm(key, nonce, about).decrypt(piece);
  } catch {
    // The library throws on a tag that does not hold, which is expected of a damaged file.
    return null;
  }
}

function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(nonceBytes);
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
