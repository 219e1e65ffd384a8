import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zlibInflate } from '../../../../../electron/services/zlibInflate.ts';
import { streamInflate } from '../../../../../renderer/workers/streamInflate.ts';
import type { RawInflate } from '../../../../../shared/workbook/read/rawInflate.ts';

const plain = Uint8Array.from({ length: 70_000 }, (_, index) => (index * index) % 251);
const packed = deflateSync(plain);

describe.each<[string, RawInflate]>([
  ["Node's", zlibInflate],
  ["the browser's", streamInflate],
])('%s own inflating', (_name, inflate) => {
  it('gives back what was deflated, up to the very limit', async () => {
    expect(await inflate(packed, plain.length)).toEqual(plain);
    // From the middle of a file, as an archive has it.
    const file = Uint8Array.from([1, 2, 3, ...packed, 4, 5]);
    expect(await inflate(file.subarray(3, 3 + packed.length), plain.length)).toEqual(plain);
    expect(await inflate(deflateSync(new Uint8Array()), 0)).toEqual(new Uint8Array());
  });

  it('gives nothing of a longer, cut or damaged stream', async () => {
    expect(await inflate(packed, plain.length - 1)).toBeNull();
    expect(await inflate(packed.subarray(0, packed.length - 9), plain.length)).toBeNull();
    expect(await inflate(Uint8Array.from([0xff, 0xff, 0xff]), 100)).toBeNull();
    expect(await inflate(new Uint8Array(), 100)).toBeNull();
  });
});
