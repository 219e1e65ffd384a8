import type { RawInflate } from '../../shared/workbook/read/rawInflate.ts';

/** The browser's own inflating. */
export const streamInflate: RawInflate = async (data, limit) => {
  const unpacked = new Uint8Array(limit);
  let length = 0;
  try {
    // A copy, because a Blob takes no view of shared memory.
    const pieces = new Blob([new Uint8Array(data)])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'));
    for await (const piece of pieces) {
      // Leaving the loop cancels the stream.
      if (length + piece.length > limit) return null;
      unpacked.set(piece, length);
      length += piece.length;
    }
  } catch {
    return null;
  }
  return unpacked.subarray(0, length);
};
