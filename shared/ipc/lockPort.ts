import type { Result } from '../core/result.ts';
import type { Secret } from '../lock/keyring.ts';
import type { HostError } from './host.ts';

/** Encryption at rest, which the host does: keys never reach the window. */
export interface LockPort {
  /** Also settles what an interrupted switching left; asked before anything else of the data is. */
  state(): Promise<Result<LockState, LockError>>;
  /** Opens what is locked. */
  unlock(key: UnlockKey): Promise<Result<LockState, LockError>>;
  /** Closes the journal and lets go of the key. */
  lock(): Promise<Result<LockState, LockError>>;
  /** Encrypts everything that is here; the journal has to be open. */
  enable(secrets: NewSecrets): Promise<Result<LockState, LockError>>;
  /** Other secrets for the same key: the key file is written, and each backup that can be reached, which holds a copy. */
  change(change: SecretChange): Promise<Result<LockState, LockError>>;
  /** Whether the system's keychain unlocks at the start without the passphrase; needs it to be switched on. */
  askKeychain(change: KeychainChange): Promise<Result<LockState, LockError>>;
  /** Everything lies in plain text again. */
  disable(passphrase: string): Promise<Result<LockState, LockError>>;
  /** A snapshot file as it was before it was sealed; one of another computer needs that one's secret. */
  openSnapshot(request: SealedSnapshot): Promise<Result<Uint8Array, LockError>>;
}

export type UnlockKey = Secret | { readonly kind: 'keychain' };

export interface LockState {
  readonly mode: 'off' | 'locked' | 'open';
  /**
   * Whether the journal's own file is encrypted; false as well where there is none or it cannot be told. Before it is,
   * what lies there in plain text may be all that is left of the records.
   */
  readonly isJournalSealed: boolean;
  /** Seconds before a passphrase is tried again; 0 for now. */
  readonly waitSeconds: number;
  /** `none`: this host has no keychain that is safe enough; `asked`: it unlocks at the start. */
  readonly keychain: 'none' | 'unused' | 'asked';
  /** Whether the keychain is to be tried now: at the start, and not after it was locked. */
  readonly opensByItself: boolean;
  /**
   * Files that could not be written anew and still lie in plain text or, backups alone, open with secrets of before;
   * tried again at the next unlocking.
   */
  readonly unsealed: number;
}

/**
 * Whether the plain working store is removed unread. Encryption being on is not enough: where the encrypted journal is
 * gone, a database of before may hold records that no backup does.
 */
export const worksWithoutDatabase = ({ mode, isJournalSealed }: LockState): boolean =>
  mode !== 'off' && isJournalSealed;

export interface NewSecrets {
  readonly passphrase: string;
  /** As `newRecoveryKey` made it. */
  readonly recoveryKey: string;
}

/** With neither of the two nothing is written: it only tells whether the present secret is right. */
export interface SecretChange {
  /** The passphrase until now, or the recovery key. */
  readonly current: Secret;
  /** Null leaves the one that is. */
  readonly passphrase: string | null;
  readonly recoveryKey: string | null;
}

export interface KeychainChange {
  readonly passphrase: string;
  readonly use: boolean;
}

export interface SealedSnapshot {
  readonly bytes: Uint8Array;
  /** Null tries the key of this computer. */
  readonly secret: Secret | null;
}

export type LockError =
  /** Neither this computer's key nor the given secret opens it; `waitSeconds` before the next try. */
  | { readonly code: 'WRONG_SECRET'; readonly waitSeconds: number }
  /** Too early after a wrong one; nothing was tried. */
  | { readonly code: 'WAIT'; readonly waitSeconds: number }
  /** Not possible in this state: encryption is on already, or off, or still locked. */
  | { readonly code: 'WRONG_STATE'; readonly detail: string }
  /** Too short a passphrase, or no recovery key. */
  | { readonly code: 'BAD_SECRET'; readonly detail: string }
  /** The key file is gone, and no backup holds a copy of it. */
  | { readonly code: 'KEY_LOST' }
  | { readonly code: 'HOST'; readonly error: HostError };

/** Characters of the shortest passphrase that is taken. */
export const minPassphraseLength = 10;
/** More is no passphrase, and would only cost time. */
export const maxPassphraseLength = 1000;

/** Whether a text is long enough for a passphrase, in characters as a person counts them. */
export const isPassphrase = (text: string): boolean =>
  [...text.normalize('NFKC')].length >= minPassphraseLength && text.length <= maxPassphraseLength;
