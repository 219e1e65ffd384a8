import { err, ok, type Result } from '../../shared/core/result.ts';
import type { LockError, LockPort, LockState } from '../../shared/ipc/lockPort.ts';

/** Encryption of a host in memory: its states and secrets, without anything to encrypt. */
export class MemoryLock implements LockPort {
  current: LockState = {
    ...{ mode: 'off', isJournalSealed: false },
    ...{ waitSeconds: 0, keychain: 'none', opensByItself: false, unsealed: 0 },
  };
  passphrase = '';
  recoveryKey = '';

  state = async (): Promise<Result<LockState, LockError>> => ok(this.current);

  unlock: LockPort['unlock'] = async (key) => {
    const isRight = key.kind !== 'keychain' && key.text === this.#secretOf(key.kind);
    return isRight ? this.#become({ mode: 'open' }) : err({ code: 'WRONG_SECRET', waitSeconds: 0 });
  };

  lock: LockPort['lock'] = async () => this.#become({ mode: 'locked', isJournalSealed: true });

  enable: LockPort['enable'] = async ({ passphrase, recoveryKey }) => {
    this.passphrase = passphrase;
    this.recoveryKey = recoveryKey;
    return this.#become({ mode: 'open', isJournalSealed: true });
  };

  change: LockPort['change'] = async ({ current, passphrase, recoveryKey }) => {
    if (current.text !== this.#secretOf(current.kind)) return err({ code: 'WRONG_SECRET', waitSeconds: 0 });
    this.passphrase = passphrase ?? this.passphrase;
    this.recoveryKey = recoveryKey ?? this.recoveryKey;
    return ok(this.current);
  };

  askKeychain: LockPort['askKeychain'] = async ({ use }) =>
    this.#become({ keychain: use ? 'asked' : 'unused' });

  disable: LockPort['disable'] = async (passphrase) =>
    passphrase === this.passphrase
      ? this.#become({ mode: 'off', isJournalSealed: false })
      : err({ code: 'WRONG_SECRET', waitSeconds: 0 });

  openSnapshot: LockPort['openSnapshot'] = async ({ bytes }) => ok(bytes);

  #secretOf(kind: 'passphrase' | 'recovery'): string {
    return kind === 'passphrase' ? this.passphrase : this.recoveryKey;
  }

  #become(part: Partial<LockState>): Result<LockState, LockError> {
    this.current = { ...this.current, ...part };
    return ok(this.current);
  }
}
