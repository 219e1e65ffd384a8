import { ok, type Result } from '../core/result.ts';

/** `LOCKED`: sealed with a key that is not at hand; `DAMAGED`: the seal does not hold. */
export type SealProblem = 'LOCKED' | 'DAMAGED';

/**
 * The one place that a snapshot's file passes on its way to the medium and back. Encryption at rest stands here; while
 * it is off, files go through as they are. Both are given and give whole files, which `readSnapshotHead` understands.
 */
export interface Seal {
  seal(file: Uint8Array): Promise<Uint8Array>;
  /** A file that is not sealed passes. */
  open(file: Uint8Array): Promise<Result<Uint8Array, SealProblem>>;
  /** Whether a file, or its beginning, opens without another secret than the present one. */
  opens(start: Uint8Array): boolean;
  /** Whether a file, or its beginning, has the form that `seal` would give it now, and opens with the present secrets alone. */
  isSettled(start: Uint8Array): boolean;
}

export const plainSeal: Seal = {
  seal: async (file) => file,
  open: async (file) => ok(file),
  opens: () => true,
  isSettled: () => true,
};
