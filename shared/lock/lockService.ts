import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '../core/result.ts';
import { usualCost } from '../handOver/passphraseKey.ts';
import { journalKindOf } from '../ipc/entryForm.ts';
import type { HostError } from '../ipc/host.ts';
import {
  isPassphrase,
  type KeychainChange,
  type LockError,
  type LockPort,
  type LockState,
  type NewSecrets,
  type SealedSnapshot,
  type SecretChange,
  type UnlockKey,
} from '../ipc/lockPort.ts';
import { type FoundKeyring, KeyFile } from './keyFile.ts';
import type { HeldKey } from './keyHolder.ts';
import {
  dataKeyBytes,
  type Keyring,
  keyIdBytes,
  keyringSeal,
  type Secret,
  unwrap,
  wrapForPassphrase,
  wrapForRecovery,
} from './keyring.ts';
import type { LockParts } from './lockParts.ts';
import { readRecoveryKey } from './recoveryKey.ts';
import { inState, Resealing } from './resealing.ts';
import { readSealedFile } from './sealedFile.ts';
import { openSnapshot, sealedBodyOf } from './sealedSnapshot.ts';
import { createTries, memoryOfOther, type Tries } from './tries.ts';

type Answer<T> = Promise<Result<T, LockError>>;

/** Encryption at rest over a host's files; one thing after the other. */
export function createLockService(parts: LockParts): LockPort {
  const service = new LockService(parts);
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Answer<T>): Answer<T> {
    const turn = queue.then(work).catch((error: unknown) => hostFailure(parts.toHostError(error)));
    queue = turn;
    return turn;
  }

  return {
    state: () => inTurn(() => service.state()),
    unlock: (key) => inTurn(() => service.unlock(key)),
    lock: () => inTurn(() => service.lock()),
    enable: (secrets) => inTurn(() => service.enable(secrets)),
    change: (change) => inTurn(() => service.change(change)),
    askKeychain: (change) => inTurn(() => service.askKeychain(change)),
    disable: (passphrase) => inTurn(() => service.disable(passphrase)),
    openSnapshot: (request) => inTurn(() => service.openSnapshot(request)),
  };
}

class LockService {
  readonly #parts: LockParts;
  readonly #file: KeyFile;
  readonly #tries: Tries;
  readonly #resealing: Resealing;
  /** Somebody locked on purpose, or went away: until the next start only a secret opens. */
  #wasLocked = false;

  constructor(parts: LockParts) {
    this.#parts = parts;
    this.#file = new KeyFile(parts);
    this.#tries = createTries(parts.tries, parts.clock);
    this.#resealing = new Resealing(parts, this.#file);
  }

  async state(): Answer<LockState> {
    const { holder, journal } = this.#parts;
    await this.#decideEntering();
    if (holder.mode === 'unknown') {
      // A switching that was cut off may have left the whole journal in the other form.
      await journal.tidy();
      const found = await this.#file.settle();
      if (!found.ok) return found;
      if (found.value === null) holder.off();
      else holder.lock();
    }
    return ok(await this.#state());
  }

  async unlock(key: UnlockKey): Answer<LockState> {
    const found = await this.#lockedKeyring();
    if (!found.ok) return found;
    const { keyring, seal } = found.value;
    const dataKey =
      key.kind === 'keychain' ? await this.#fromKeychain(keyring) : await this.#tried(keyring, key);
    if (!dataKey.ok) return dataKey;
    const held = { keyring, dataKey: dataKey.value };
    const isVouched = seal === keyringSeal(keyring, held.dataKey);
    await this.#resealing.seal(isVouched ? held : { ...held, isUnvouched: true });
    return ok(await this.#state());
  }

  async lock(): Answer<LockState> {
    const { holder, journal } = this.#parts;
    if (holder.mode !== 'open' && holder.mode !== 'leaving') return this.state();
    await journal.close();
    if (holder.mode === 'leaving') {
      // What a switching off that failed has become is decided as at a start.
      holder.forget();
      return this.state();
    }
    holder.lock();
    this.#wasLocked = true;
    return ok(await this.#state());
  }

  async enable({ passphrase, recoveryKey }: NewSecrets): Answer<LockState> {
    const { holder, random, journal, cost = usualCost } = this.#parts;
    await this.#decideEntering();
    if (holder.mode !== 'off') return wrongState('encryption is on');
    if (journal.state() === null) return wrongState('the journal is not open');
    const recovery = readRecoveryKey(recoveryKey);
    if (!isPassphrase(passphrase) || !recovery.ok) return badSecret;
    const keyId = bytesToHex(random.bytes(keyIdBytes));
    const dataKey = random.bytes(dataKeyBytes);
    const keyring: Keyring = {
      keyId,
      state: 'preparing',
      passphrase: await wrapForPassphrase(this.#parts, keyId, dataKey, passphrase, cost),
      recovery: await wrapForRecovery(this.#parts, keyId, dataKey, recovery.value),
      keychain: null,
    };
    const held = { keyring, dataKey };
    const written = await this.#file.write(held);
    if (!written.ok) return written;
    holder.enter(held);
    const reformed = await journal.reform();
    // It can have failed behind the turning point; then the key file must stay.
    if (!reformed.ok && !(await this.#hasEntered())) return hostFailure(reformed.error);
    await this.#resealing.sealAll(held);
    return ok(await this.#state());
  }

  async change({ current, passphrase, recoveryKey }: SecretChange): Answer<LockState> {
    const { holder, cost = usualCost } = this.#parts;
    const held = holder.mode === 'open' ? holder.held : null;
    if (held === null) return wrongState('locked, or not encrypted');
    const recovery = recoveryKey === null ? null : readRecoveryKey(recoveryKey);
    if ((passphrase !== null && !isPassphrase(passphrase)) || recovery?.ok === false) return badSecret;
    const tried = await this.#tried(held.keyring, current);
    if (!tried.ok) return tried;
    if (passphrase === null && recoveryKey === null) return ok(await this.#state());
    const { keyId } = held.keyring;
    const keyring: Keyring = {
      ...held.keyring,
      ...(passphrase === null
        ? {}
        : { passphrase: await wrapForPassphrase(this.#parts, keyId, held.dataKey, passphrase, cost) }),
      ...(recovery === null
        ? {}
        : { recovery: await wrapForRecovery(this.#parts, keyId, held.dataKey, recovery.value) }),
    };
    const replaced = await this.#replaceKeyring(held, keyring);
    if (!replaced.ok) return replaced;
    // The copies of the keyring in backups would open with the secrets of before. Cut off, the next unlocking goes on.
    await this.#resealing.seal({ ...held, keyring });
    return ok(await this.#state());
  }

  async askKeychain({ passphrase, use }: KeychainChange): Answer<LockState> {
    const { holder, keychain } = this.#parts;
    const held = holder.mode === 'open' ? holder.held : null;
    if (held === null) return wrongState('locked, or not encrypted');
    if (!use) return this.#replaceKeyring(held, { ...held.keyring, keychain: null });
    if (keychain === null || !(await keychain.isSafe())) return wrongState('there is no safe keychain');
    const tried = await this.#tried(held.keyring, { kind: 'passphrase', text: passphrase });
    if (!tried.ok) return tried;
    const wrapped = bytesToHex(await keychain.wrap(bytesToHex(held.dataKey)));
    return this.#replaceKeyring(held, { ...held.keyring, keychain: wrapped });
  }

  async disable(passphrase: string): Answer<LockState> {
    const { holder, journal } = this.#parts;
    const held = holder.mode === 'open' || holder.mode === 'leaving' ? holder.held : null;
    if (held === null) return wrongState('locked, or not encrypted');
    const tried = await this.#tried(held.keyring, { kind: 'passphrase', text: passphrase });
    if (!tried.ok) return tried;
    // From here on files lie in plain text that no longer should if this is cut off: the next unlocking looks at all.
    const sealing = inState(held, 'sealing');
    const noted = await this.#file.write(sealing);
    if (!noted.ok) return noted;
    holder.open(sealing);
    holder.leave();
    // All else first: as long as the journal is sealed the key file stays, and with it everything can be read.
    const isPlain = await this.#resealing.open();
    const left = isPlain ? await this.#leaveJournal(held) : failedIo;
    if (!left.ok) {
      await this.#resealing.sealAll(isPlain ? inState(held, 'leaving') : sealing);
      return left;
    }
    const closed = await this.#file.remove();
    holder.off();
    this.#resealing.none();
    // The key file of a journal in plain text is removed at the next start, if it could not be now.
    return closed.ok || journal.state() !== null ? ok(await this.#state()) : closed;
  }

  async openSnapshot({ bytes, secret }: SealedSnapshot): Answer<Uint8Array> {
    const { holder, aead } = this.#parts;
    const sealed = sealedBodyOf(bytes);
    if (sealed === null) return ok(bytes);
    const head = readSealedFile(sealed);
    if (head === null) return damagedSnapshot;
    const { held } = holder;
    if (held?.keyring.keyId === head.keyId) {
      const opened = await openSnapshot(aead, held.dataKey, bytes);
      return opened.ok ? opened : damagedSnapshot;
    }
    if (head.keyring === null) return damagedSnapshot;
    if (secret === null) return err({ code: 'WRONG_SECRET', waitSeconds: 0 });
    const dataKey = await this.#tried(head.keyring, secret, await this.#triesAt(head.keyId));
    if (!dataKey.ok) return dataKey;
    const opened = await openSnapshot(aead, dataKey.value, bytes);
    if (opened.ok) this.#parts.holder.addOther(head.keyId, dataKey.value);
    return opened.ok ? opened : damagedSnapshot;
  }

  async #lockedKeyring(): Answer<FoundKeyring> {
    const state = await this.state();
    if (!state.ok) return state;
    if (state.value.mode !== 'locked') return wrongState(`it is ${state.value.mode}`);
    const found = await this.#file.find();
    if (!found.ok) return found;
    return found.value === null ? err({ code: 'KEY_LOST' }) : ok(found.value);
  }

  /** The data key behind a secret that a person gave; wrong ones are counted. */
  async #tried(keyring: Keyring, secret: Secret, tries = this.#tries): Answer<Uint8Array> {
    const waitSeconds = await tries.wait();
    if (waitSeconds > 0) return err({ code: 'WAIT', waitSeconds });
    const dataKey = await unwrap(this.#parts.aead, keyring, secret);
    if (dataKey === null) return err({ code: 'WRONG_SECRET', waitSeconds: await tries.wrong() });
    await tries.right();
    return ok(dataKey);
  }

  /** Where guesses at a backup count: with this computer's own key as guesses at it. */
  async #triesAt(keyId: string): Promise<Tries> {
    const { tries, clock } = this.#parts;
    const own = await this.#keyringIfAny().catch(() => null);
    return own?.keyId === keyId ? this.#tries : createTries(memoryOfOther(tries, keyId), clock);
  }

  async #fromKeychain({ keychain: wrapped }: Keyring): Answer<Uint8Array> {
    const { keychain } = this.#parts;
    if (this.#wasLocked || keychain === null || wrapped === null || !(await keychain.isSafe())) {
      return wrongState('the keychain is not asked');
    }
    const text = await keychain.unwrap(hexToBytes(wrapped)).catch(() => '');
    // Another user, or a keychain that was emptied: the passphrase still opens.
    if (text.length !== dataKeyBytes * 2) return err({ code: 'WRONG_SECRET', waitSeconds: 0 });
    return ok(hexToBytes(text));
  }

  /** Whether a switching on came to its turning point, by the journal; where that cannot be told it stays undecided. */
  async #hasEntered(): Promise<boolean> {
    const { holder, journalStart } = this.#parts;
    if (journalKindOf(await journalStart()) === 'sealed') return true;
    // Nothing but the journal was sealed, so the key is needed for nothing.
    holder.off();
    // One that cannot be removed is, at the next start.
    await this.#file.remove();
    return false;
  }

  async #decideEntering(): Promise<void> {
    const { mode, held } = this.#parts.holder;
    if (mode === 'entering' && held !== null && (await this.#hasEntered())) {
      await this.#resealing.sealAll(held);
    }
  }

  async #leaveJournal(held: HeldKey): Answer<null> {
    const leaving = await this.#file.write(inState(held, 'leaving'));
    if (!leaving.ok) return leaving;
    const reformed = await this.#parts.journal.reform();
    return reformed.ok ? ok(null) : hostFailure(reformed.error);
  }

  async #replaceKeyring(held: HeldKey, keyring: Keyring): Answer<LockState> {
    const written = await this.#file.write({ ...held, keyring });
    if (!written.ok) return written;
    this.#parts.holder.open({ ...held, keyring });
    return ok(await this.#state());
  }

  async #state(): Promise<LockState> {
    const { holder, keychain } = this.#parts;
    const waitSeconds = await this.#tries.wait();
    const { mode } = holder;
    const shown = mode === 'off' ? 'off' : mode === 'open' || mode === 'leaving' ? 'open' : 'locked';
    const isSafe = keychain !== null && (await keychain.isSafe());
    const keyring = holder.held?.keyring ?? (shown === 'locked' ? await this.#keyringIfAny() : null);
    return {
      mode: shown,
      isJournalSealed: await this.#isJournalSealed(),
      waitSeconds,
      keychain: !isSafe ? 'none' : keyring?.keychain == null ? 'unused' : 'asked',
      opensByItself: shown === 'locked' && isSafe && keyring?.keychain != null && !this.#wasLocked,
      unsealed: this.#resealing.unsealed,
    };
  }

  async #isJournalSealed(): Promise<boolean> {
    return this.#parts.journalStart().then(
      (start) => journalKindOf(start) === 'sealed',
      () => false,
    );
  }

  async #keyringIfAny(): Promise<Keyring | null> {
    const found = await this.#file.find();
    return found.ok ? (found.value?.keyring ?? null) : null;
  }
}

const hostFailure = (error: HostError) => err<LockError>({ code: 'HOST', error });
const wrongState = (detail: string) => err<LockError>({ code: 'WRONG_STATE', detail });
const badSecret = err<LockError>({ code: 'BAD_SECRET', detail: 'the passphrase or the recovery key' });
const failedIo = hostFailure({ code: 'IO', detail: 'not all files could be written in plain text' });
const damagedSnapshot = hostFailure({ code: 'DAMAGED', detail: 'the seal of the snapshot does not hold' });
