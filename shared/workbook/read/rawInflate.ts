import { Inflate } from 'fflate';

/**
 * Unpacks a deflate stream with the platform's own means, many times quicker than any JavaScript: the result, which has
 * at most `limit` bytes, or null where there is none (damaged, longer, not available). It never decides over a file:
 * what is not exactly as the archive declares it is unpacked again, step by step, to say what is wrong.
 */
export type RawInflate = (data: Uint8Array, limit: number) => Promise<Uint8Array | null>;

/** For hosts without such means, and tests. */
export const noRawInflate: RawInflate = () => Promise.resolve(null);

/** Input per step: with deflate's largest ratio a step yields at most 16 MB before the caps are looked at. */
const stepBytes = 16 * 1024;

/** Piece by piece; false when the data is no deflate stream; stops as soon as `enough` says so. */
export function inflateInSteps(
  data: Uint8Array,
  take: (piece: Uint8Array) => void,
  enough: () => boolean,
): boolean {
  const stream = new Inflate((piece) => take(piece));
  try {
    for (let at = 0; at < data.length && !enough(); at += stepBytes)
      stream.push(data.subarray(at, at + stepBytes), at + stepBytes >= data.length);
    return true;
  } catch {
    return false;
  }
}
