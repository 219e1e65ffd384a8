import { err, ok, type Result } from '../core/result.ts';
import { journalKeyIdOf, journalKindOf } from '../ipc/entryForm.ts';
import type { LockError } from '../ipc/lockPort.ts';
import { readSnapshotHead } from '../snapshot/snapshotFile.ts';
import type { HeldKey } from './keyHolder.ts';
import { type Keyring, keyringFromJson, keyringSeal, keyringToJson } from './keyring.ts';
import type { LockParts } from './lockParts.ts';
import { readSealedFile } from './sealedFile.ts';
import { sealedBodyOf } from './sealedSnapshot.ts';

type KeyFileParts = Pick<LockParts, 'keys' | 'journalStart' | 'snapshotBeginnings'>;
type Answer<T> = Promise<Result<T, LockError>>;

/** A keyring as it was found, and what vouches for it; null where nothing does. */
export interface FoundKeyring {
  readonly keyring: Keyring;
  readonly seal: string | null;
}

/** The keyring on the medium: in the key file, and in each sealed snapshot should that be lost. */
export class KeyFile {
  readonly #parts: KeyFileParts;

  constructor(parts: KeyFileParts) {
    this.#parts = parts;
  }

  /**
   * Decides what an interrupted switching has become, by the journal: null when nothing is encrypted. A key file
   * without a journal of its own is left from a switching that did not come to it, and is removed.
   */
  async settle(): Answer<FoundKeyring | null> {
    const kind = journalKindOf(await this.#parts.journalStart());
    const found = await this.find();
    if (!found.ok) return found;
    if (found.value === null) return kind === 'sealed' ? err({ code: 'KEY_LOST' }) : found;
    const { state } = found.value.keyring;
    const isUndecided = state === 'preparing' || state === 'leaving';
    if (!isUndecided || kind === 'sealed') return found;
    const removed = await this.remove();
    return removed.ok ? ok(null) : removed;
  }

  /** The key file's keyring, or the copy in a snapshot, which is put in its place. */
  async find(): Answer<FoundKeyring | null> {
    const read = await this.#parts.keys.read();
    if (!read.ok) return err({ code: 'HOST', error: read.error });
    const keyring = keyringFromJson(read.value.keyring);
    if (keyring !== null) {
      const { seal } = read.value;
      return ok({ keyring, seal: typeof seal === 'string' ? seal : null });
    }
    const start = await this.#parts.journalStart();
    // A journal in plain text needs no key; where it is gone as well, the backups are all that is left.
    if (journalKindOf(start) === 'plain') return ok(null);
    const copy = await this.#copyInSnapshots(journalKeyIdOf(start));
    if (copy === null) return ok(null);
    const written = await this.#writeTwice({ keyring: keyringToJson(copy) });
    return written.ok ? ok({ keyring: copy, seal: null }) : written;
  }

  /** Twice: the copy that a settings file keeps of before must not open with the passphrase of before. */
  async write({ keyring, dataKey }: Pick<HeldKey, 'keyring' | 'dataKey'>): Answer<null> {
    return this.#writeTwice({ keyring: keyringToJson(keyring), seal: keyringSeal(keyring, dataKey) });
  }

  async remove(): Answer<null> {
    return this.#writeTwice({});
  }

  async #writeTwice(content: Parameters<KeyFileParts['keys']['write']>[0]): Answer<null> {
    for (let time = 0; time < 2; time++) {
      const written = await this.#parts.keys.write(content);
      if (!written.ok) return err({ code: 'HOST', error: written.error });
    }
    return ok(null);
  }

  /**
   * The newest, whose passphrase is the last one; of the journal's own key, where the journal tells it. Where it does not
   * only a backup of this computer says whether anything was encrypted here, and the newest of them alone.
   */
  async #copyInSnapshots(keyId: string | null): Promise<Keyring | null> {
    const beginnings = await this.#parts.snapshotBeginnings();
    if (keyId === null) {
      const newest = beginnings.find(({ start, isOwn }) => isOwn && readSnapshotHead(start).ok);
      return newest === undefined ? null : keyringIn(newest.start);
    }
    for (const { start } of beginnings) {
      const keyring = keyringIn(start);
      if (keyring?.keyId === keyId) return keyring;
    }
    return null;
  }
}

/** The copy in a sealed snapshot's beginning; null in a plain one. */
function keyringIn(start: Uint8Array): Keyring | null {
  const body = sealedBodyOf(start);
  const keyring = body === null ? null : (readSealedFile(body)?.keyring ?? null);
  return keyring === null ? null : { ...keyring, state: 'sealing' };
}
