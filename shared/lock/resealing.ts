import { journalKindOf } from '../ipc/entryForm.ts';
import type { KeyFile } from './keyFile.ts';
import type { HeldKey } from './keyHolder.ts';
import type { Keyring } from './keyring.ts';
import type { LockParts, Reseal } from './lockParts.ts';

type ResealingParts = Pick<LockParts, 'holder' | 'journal' | 'journalStart' | 'reseals' | 'resealsAlways'>;

/** Gives what lies on the medium the form that is right now, and the key file the state that says how far that came. */
export class Resealing {
  readonly #parts: ResealingParts;
  readonly #file: KeyFile;
  #unsealed = 0;

  constructor(parts: ResealingParts, file: KeyFile) {
    this.#parts = parts;
    this.#file = file;
  }

  /** How much could not be given its form the last time; tried again at the next unlocking. */
  get unsealed(): number {
    return this.#unsealed;
  }

  /** Nothing is encrypted any more. */
  none(): void {
    this.#unsealed = 0;
  }

  /** With a key that was just unlocked, or whose secrets are others now: what is not yet as it should be. */
  async seal(held: HeldKey): Promise<void> {
    if (held.isUnvouched) return this.#sealUnvouched(held);
    if (held.keyring.state !== 'on') return this.sealAll(held);
    this.#parts.holder.open(held);
    // Not the journal: one in plain text was put there by somebody else now, and opening it refuses it.
    await this.#run(this.#parts.resealsAlways);
  }

  /**
   * Seals everything. The key file says so first: whatever is cut off now, the next unlocking looks through all again.
   * One that still says `leaving` goes at the next start, should the journal be plain: then nothing may be sealed, and
   * what is written stays plain as well until the file can say it.
   */
  async sealAll(held: HeldKey): Promise<void> {
    const { holder, reseals, resealsAlways } = this.#parts;
    const sealing = inState(held, 'sealing');
    const isNoted = held.keyring.state === 'sealing' || (await this.#file.write(sealing)).ok;
    if (!isNoted && holder.mode === 'leaving') {
      this.#unsealed = Math.max(1, this.#unsealed);
      return;
    }
    holder.open(isNoted ? sealing : held);
    await this.#run([() => this.#journal(), ...resealsAlways, ...reseals]);
    const done = inState(held, 'on');
    if (this.#unsealed === 0 && (await this.#file.write(done)).ok) holder.open(done);
  }

  /**
   * Nobody knows how far it came, so all is looked through, but a journal in plain text is not taken for one that was
   * left from switching: whoever changed the key file could have put it there. What is written vouches from now on.
   */
  async #sealUnvouched(held: HeldKey): Promise<void> {
    const { holder, reseals, resealsAlways } = this.#parts;
    const unvouched = inState(held, 'on');
    holder.open(unvouched);
    await this.#run([...resealsAlways, ...reseals]);
    const { isUnvouched: _, ...done } = unvouched;
    // Until then the next unlocking looks through all again, and takes no journal in plain text either.
    if (this.#unsealed === 0 && (await this.#file.write(done)).ok) holder.open(done);
  }

  /**
   * Gives all but the journal back in plain text; whether that was all. Backups first: behind them no older task is left
   * that could put a file of evidence here which it sealed before.
   */
  async open(): Promise<boolean> {
    await this.#run([...this.#parts.resealsAlways, ...this.#parts.reseals]);
    return this.#unsealed === 0;
  }

  /** A journal in plain text although encryption is on: left from a switching off that failed at its end. */
  async #journal(): Promise<number> {
    const { journal, journalStart } = this.#parts;
    if (journalKindOf(await journalStart()) !== 'plain') return 0;
    if (journal.state() === null && !(await journal.open()).ok) return 1;
    return (await journal.reform()).ok ? 0 : 1;
  }

  async #run(reseals: readonly Reseal[]): Promise<void> {
    this.#unsealed = 0;
    for (const reseal of reseals) this.#unsealed += await reseal().catch(() => 1);
  }
}

/** The same key with another state of its keyring. */
export const inState = (held: HeldKey, state: Keyring['state']): HeldKey => ({
  ...held,
  keyring: { ...held.keyring, state },
});
