/**
 * The one place that a snapshot's bytes pass on their way to the medium and back. Encryption at rest takes its place
 * here; until it is switched on, bytes go through as they are. `open` gives null for bytes that it did not seal.
 */
export interface Seal {
  seal(plain: Uint8Array): Uint8Array;
  open(sealed: Uint8Array): Uint8Array | null;
}

export const plainSeal: Seal = { seal: (plain) => plain, open: (sealed) => sealed };
