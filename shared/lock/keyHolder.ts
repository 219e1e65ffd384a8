import { bytesToHex } from '@noble/hashes/utils.js';
import type { Keyring } from './keyring.ts';

/** A data key in memory. */
export interface HeldKey {
  readonly keyring: Keyring;
  readonly dataKey: Uint8Array;
  /**
   * Nothing vouches for the keyring's state: the key file was changed by somebody without the key, or is one of before
   * they were sealed. A journal in plain text is then none of ours, whatever the state says.
   */
  readonly isUnvouched?: true;
}

/**
 * `unknown` until the key file was looked at, `off`: nothing is encrypted, `locked`: the key is not in memory, `open`: it
 * is, `leaving`: it is, and what is written from now on is plain, `entering`: the same but for the journal, which is
 * being sealed; what it becomes decides whether the key is kept, so that nothing else may need it before.
 */
export type HolderMode = 'unknown' | 'off' | 'entering' | 'locked' | 'open' | 'leaving';

/** The one place in memory where the data key is, for all that seals and opens; nobody else keeps it. */
export class KeyHolder {
  #mode: HolderMode = 'unknown';
  #held: HeldKey | null = null;
  #kept: Map<string, Uint8Array> | null = null;
  readonly #others = new Map<string, Uint8Array>();

  get mode(): HolderMode {
    return this.#mode;
  }

  /** For what is there already; null while nothing is encrypted or the key is locked away. */
  get held(): HeldKey | null {
    return this.#held;
  }

  /** For what is written now: null where it is written as it is. Not to be asked while locked. */
  get sealing(): HeldKey | null {
    return this.#mode === 'open' ? this.#held : null;
  }

  /** While it is, nothing may be written in plain text either. */
  get isLocked(): boolean {
    return this.#mode === 'locked' || this.#mode === 'unknown';
  }

  /** The data key of that id, the own or another that is at hand; null when none is. */
  keyOf(keyId: string): Uint8Array | null {
    if (this.#held?.keyring.keyId === keyId) return this.#held.dataKey;
    return this.#others.get(keyId) ?? null;
  }

  /**
   * The key of another computer's backup, whose secret was given for it: its files of evidence are opened with it as
   * well, until this computer is locked or Fieldbook ends. Nothing is ever sealed with it.
   */
  addOther(keyId: string, dataKey: Uint8Array): void {
    this.#others.set(keyId, dataKey);
  }

  /** What a journal is begun with; null where it is plain, or while the key is locked away. */
  get sealingJournal(): HeldKey | null {
    return this.#mode === 'entering' ? this.#held : this.sealing;
  }

  enter(held: HeldKey): void {
    this.open(held);
    this.#mode = 'entering';
  }

  open(held: HeldKey): void {
    if (this.#held?.dataKey !== held.dataKey) this.#forget();
    this.#held = held;
    this.#mode = 'open';
  }

  /** What is written from now on is plain; what is sealed can still be read. */
  leave(): void {
    this.#mode = 'leaving';
  }

  /** Nothing is encrypted. */
  off(): void {
    this.#forget();
    this.#mode = 'off';
  }

  lock(): void {
    this.#forget();
    this.#mode = 'locked';
  }

  /** As before anything was looked at. */
  forget(): void {
    this.#forget();
    this.#mode = 'unknown';
  }

  /** A key that is derived from the data key, made once; gone with it. */
  derived(name: string, make: (dataKey: Uint8Array) => Uint8Array): Uint8Array | null {
    if (this.#held === null) return null;
    this.#kept ??= new Map();
    let key = this.#kept.get(name);
    if (key === undefined) {
      key = make(this.#held.dataKey);
      this.#kept.set(name, key);
    }
    return key;
  }

  #forget(): void {
    this.#held?.dataKey.fill(0);
    for (const key of this.#others.values()) key.fill(0);
    this.#others.clear();
    for (const key of this.#kept?.values() ?? []) key.fill(0);
    this.#kept = null;
    this.#held = null;
  }
}

/** Whether a keyring is that of the held key. */
export const isHeld = (holder: KeyHolder, keyId: Uint8Array): boolean =>
  holder.held?.keyring.keyId === bytesToHex(keyId);
