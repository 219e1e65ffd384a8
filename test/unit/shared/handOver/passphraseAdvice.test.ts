import { expect, test } from 'vitest';
import { passphraseAdvice } from '../../../../shared/handOver/passphraseAdvice.ts';

test.each([
  ['', 'empty'],
  ['Sofia2026', 'short'],
  ['일곱등불', 'short'],
  ['Sofia-2026', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['121212121212121212', 'weak'],
  ['seven lamps winter desk', 'good'],
  ['일곱 등불 겨울 책상 사무소 바다', 'good'],
] as const)('“%s” is %s', (passphrase, advice) => {
  expect(passphraseAdvice(passphrase)).toBe(advice);
});
