import { inflateRawSync } from 'node:zlib';
import type { RawInflate } from '../../shared/workbook/read/rawInflate.ts';

/** Node's own inflating, for processes that only read workbooks: it keeps the thread busy meanwhile. */
export const zlibInflate: RawInflate = (data, limit) => {
  try {
    // One piece of the expected size: without it the result would be put together from pieces of 16 KB.
    const chunkSize = Math.max(64, limit + 1);
    const { buffer, byteOffset, length } = inflateRawSync(data, {
      maxOutputLength: Math.max(1, limit),
      chunkSize,
    });
    return Promise.resolve(new Uint8Array(buffer, byteOffset, length));
  } catch {
    return Promise.resolve(null);
  }
};
