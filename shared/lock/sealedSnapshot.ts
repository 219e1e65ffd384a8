import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256Hex } from '../core/hashing.ts';
import { canonicalJson, type JsonObject } from '../core/json.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Seal, SealProblem } from '../snapshot/seal.ts';
import { encodeSnapshotHead, readSnapshotHead } from '../snapshot/snapshotFile.ts';
import { type SnapshotHeader, snapshotHeaderToJson } from '../snapshot/snapshotHeader.ts';
import type { Aead } from './aead.ts';
import type { Keyring } from './keyring.ts';
import { isSealed, openFile, readSealedFile, sealFile } from './sealedFile.ts';
import type { SealingParts } from './sealedJournal.ts';

/** The body of a snapshot file, sealed with the held key; its header stays readable: when, why, how many records. */
export function sealSnapshots(parts: SealingParts): Seal {
  const { aead, holder } = parts;
  return {
    seal: async (file) => {
      // It was read before somebody locked, and must not be written in plain text now.
      if (holder.isLocked) throw new Error('locked while a backup was taken');
      const { sealing } = holder;
      const head = readSnapshotHead(file);
      if (sealing === null || !head.ok || isSealed(file.subarray(head.value.bodyAt))) return file;
      const { bodyAt } = head.value;
      const { by: _, ...header } = head.value.header;
      const body = await sealFile(parts, sealing, aboutSnapshot(header), file.subarray(bodyAt), true);
      return withBody(header, body);
    },
    open: async (file) => {
      const sealed = sealedBodyOf(file);
      if (sealed === null) return ok(file);
      const { held } = holder;
      if (readSealedFile(sealed) === null) return err('DAMAGED');
      if (held === null || readSealedFile(sealed)?.keyId !== held.keyring.keyId) return err('LOCKED');
      return openSnapshot(aead, held.dataKey, file);
    },
    opens: (start) => {
      const sealed = sealedBodyOf(start);
      return sealed === null || readSealedFile(sealed)?.keyId === holder.held?.keyring.keyId;
    },
    isSettled: (start) => {
      const head = readSnapshotHead(start);
      // Neither form can be given to a file that cannot be read.
      if (!head.ok) return true;
      const body = start.subarray(head.value.bodyAt);
      if (isSealed(body) !== (holder.sealing !== null)) return false;
      return holder.sealing === null || !opensOtherwise(body, holder.sealing.keyring);
    },
  };
}

/** Whether a body sealed with that key carries a copy of its keyring from before a secret was changed. */
function opensOtherwise(body: Uint8Array, { keyId, passphrase, recovery }: Keyring): boolean {
  const copy = readSealedFile(body)?.keyring ?? null;
  if (copy === null || copy.keyId !== keyId) return false;
  return copy.passphrase.sealed !== passphrase.sealed || copy.recovery.sealed !== recovery.sealed;
}

/** The sealed body of a snapshot file; null when its body is plain, or the file is none. */
export function sealedBodyOf(file: Uint8Array): Uint8Array | null {
  const head = readSnapshotHead(file);
  if (!head.ok) return null;
  const body = file.subarray(head.value.bodyAt);
  return isSealed(body) ? body : null;
}

/** A sealed snapshot file as the plain one that it was made of. */
export async function openSnapshot(
  aead: Aead,
  dataKey: Uint8Array,
  file: Uint8Array,
): Promise<Result<Uint8Array, SealProblem>> {
  const head = readSnapshotHead(file);
  if (!head.ok) return err('DAMAGED');
  const { header, bodyAt } = head.value;
  const body = await openFile(aead, dataKey, aboutSnapshot(header), file.subarray(bodyAt));
  return body === null ? err('DAMAGED') : ok(withBody(header, body));
}

function withBody(header: SnapshotHeader, body: Uint8Array): Uint8Array {
  const changed = { ...header, bodyBytes: body.length, bodySha256: sha256Hex(body) };
  return concatBytes(encodeSnapshotHead(changed), body);
}

/** All of the header but what tells of the body's own bytes: none of it can be changed unnoticed. */
function aboutSnapshot(header: SnapshotHeader): Uint8Array {
  const { bodyBytes: _, bodySha256: __, ...about }: JsonObject = snapshotHeaderToJson(header);
  return utf8ToBytes(`fieldbook snapshot ${canonicalJson(about)}`);
}
