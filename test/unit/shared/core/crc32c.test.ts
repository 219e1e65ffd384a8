import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32c } from '../../../../shared/core/crc32c.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

test('gives the published values of RFC 3720', () => {
  expect(crc32c(ascii('123456789'))).toBe(0xe3069283);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, index) => index))).toBe(0x46dd794e);
  expect(crc32c(new Uint8Array(0))).toBe(0);
});

test('continues over parts as over the whole', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (first, second) => {
      const whole = Uint8Array.from([...first, ...second]);
      expect(crc32c(second, crc32c(first))).toBe(crc32c(whole));
    }),
  );
});

test('notices every single flipped bit', () => {
  const bytes = ascii('one consultation on procurement reform');
  const right = crc32c(bytes);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const damaged = bytes.slice();
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(crc32c(damaged)).not.toBe(right);
  }
});
