import type { Clock, Randomness } from '../core/ids.ts';
import type { PassphraseCost } from '../handOver/passphraseKey.ts';
import type { HostError, SettingsPort } from '../ipc/host.ts';
import type { ClosableJournal } from '../ipc/journal.ts';
import type { SnapshotBeginning } from '../snapshot/snapshotKeeper.ts';
import type { Aead } from './aead.ts';
import type { KeyHolder } from './keyHolder.ts';

/** The system's keychain, as far as it keeps a secret better than a file. */
export interface Keychain {
  isSafe(): Promise<boolean>;
  wrap(text: string): Promise<Uint8Array>;
  /** Rejects for what this computer's user did not wrap. */
  unwrap(wrapped: Uint8Array): Promise<string>;
}

/** Something that lies on the medium in one of two forms; resolves to how much could not be given the right one. */
export type Reseal = () => Promise<number>;

export interface LockParts {
  readonly holder: KeyHolder;
  readonly aead: Aead;
  readonly random: Randomness;
  readonly clock: Clock;
  readonly journal: Pick<ClosableJournal, 'open' | 'reform' | 'tidy' | 'close' | 'state'>;
  /** The first `kindBytes` of the journal's file, without opening it; fewer, or none, where there are no more. */
  journalStart(): Promise<Uint8Array>;
  /** The key file. */
  readonly keys: SettingsPort;
  /** Remembers wrong passphrases. */
  readonly tries: SettingsPort;
  /** The beginnings of all snapshots, where copies of the keyring are; the newest first. */
  snapshotBeginnings(): Promise<readonly SnapshotBeginning[]>;
  /** All but the journal. */
  readonly reseals: readonly Reseal[];
  /** Of these also what came since the last time has to be looked through, at each unlocking. */
  readonly resealsAlways: readonly Reseal[];
  /** Null on a host without one. */
  readonly keychain: Keychain | null;
  readonly cost?: PassphraseCost;
  toHostError(error: unknown): HostError;
}
