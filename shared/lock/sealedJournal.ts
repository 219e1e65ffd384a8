import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Randomness } from '../core/ids.ts';
import {
  type EntryForm,
  encodeSealedHeader,
  fileIdBytes,
  type JournalForms,
  plainForm,
  sealedMark,
} from '../ipc/entryForm.ts';
import { type Aead, nonceBytes, tagBytes } from './aead.ts';
import type { KeyHolder } from './keyHolder.ts';
import { derivedKey } from './keyring.ts';

export interface SealingParts {
  readonly aead: Aead;
  readonly random: Randomness;
  readonly holder: KeyHolder;
}

/**
 * The forms of a journal that can be encrypted. Each file has an id drawn at random and a key derived for it; each
 * entry a nonce drawn at random, with the file's id and its sequence bound to it: an entry that was changed, moved,
 * repeated or brought over from another file does not open. Random nonces of 96 bits are good for 2^32 entries with one
 * key (NIST SP 800-38D); a journal that grew to that would be 4 TB large, and every restore begins a new file.
 */
export function sealedForms(parts: SealingParts): JournalForms {
  const { holder, random } = parts;
  return {
    fresh: () => {
      if (holder.mode === 'off' || holder.mode === 'leaving') return plainForm;
      return holder.sealingJournal === null ? null : sealedForm(parts, random.bytes(fileIdBytes));
    },
    sealed: ({ fileId, keyId }) => {
      const { held } = holder;
      if (held === null || (keyId !== null && bytesToHex(keyId) !== held.keyring.keyId)) return null;
      return sealedForm(parts, fileId);
    },
    // While it is switched on or off the journal may still be plain, and the keyring says so.
    takesPlain: () => {
      const { sealing } = holder;
      return sealing === null || (sealing.keyring.state !== 'on' && sealing.isUnvouched === undefined);
    },
  };
}

function sealedForm({ aead, random, holder }: SealingParts, fileId: Uint8Array): EntryForm | null {
  const name = `journal ${bytesToHex(fileId)}`;
  const key = (): Uint8Array | null =>
    holder.derived(name, (dataKey) => derivedKey(dataKey, 'journal', fileId));
  const { held } = holder;
  if (held === null) return null;
  return {
    header: encodeSealedHeader(fileId, hexToBytes(held.keyring.keyId)),
    encode: async (payload, sequence) => {
      const current = key();
      // The journal is closed before its key is taken away.
      if (current === null) throw new Error('the key was locked away under an open journal');
      const nonce = random.bytes(nonceBytes);
      const sealed = await aead.seal(current, nonce, aboutEntry(fileId, sequence), payload);
      return concatBytes(Uint8Array.of(sealedMark), fileId, nonce, sealed);
    },
    decode: async (payload, sequence) => {
      const current = key();
      const sealedAt = 1 + fileIdBytes + nonceBytes;
      if (current === null || payload.length < sealedAt + tagBytes || payload[0] !== sealedMark) return null;
      // Its own file's id stands in the associated data, so an entry of another file does not open.
      const nonce = payload.subarray(1 + fileIdBytes, sealedAt);
      if (bytesToHex(payload.subarray(1, 1 + fileIdBytes)) !== bytesToHex(fileId)) return null;
      return aead.open(current, nonce, aboutEntry(fileId, sequence), payload.subarray(sealedAt));
    },
  };
}

function aboutEntry(fileId: Uint8Array, sequence: number): Uint8Array {
  const place = new Uint8Array(8);
  new DataView(place.buffer).setBigUint64(0, BigInt(sequence));
  return concatBytes(utf8ToBytes('fieldbook journal '), fileId, place);
}
