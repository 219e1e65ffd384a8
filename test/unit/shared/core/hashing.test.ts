import { describe, expect, it } from 'vitest';
import { quickHash, sha256Hex } from '../../../../shared/core/hashing.ts';

describe('hashes', () => {
  it('are the known ones', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('of cells stay what they were in workbooks that were exported long ago', () => {
    expect(quickHash('')).toBe('0wvjl67o803');
    expect(quickHash('S기관 간 전자문서')).toBe('05kaob1qd80');
    expect(quickHash('D2026-11-26')).toBe('0o9ozm4x58s');
    expect(quickHash('n9874')).toBe('0006ncwy1k9');
    expect(quickHash('cell', 'S')).toBe(quickHash('Scell'));
  });

  it('of cells have one length and tell texts apart', () => {
    const texts = Array.from({ length: 5000 }, (_, index) => `cell ${index}`);
    const hashes = texts.map((text) => quickHash(text));
    expect(hashes.every((hash) => /^[0-9a-z]{11}$/.test(hash))).toBe(true);
    expect(new Set(hashes).size).toBe(texts.length);
  });
});
