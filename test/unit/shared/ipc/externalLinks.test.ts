import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAllowedExternalLink } from '../../../../shared/ipc/externalLinks.ts';

test.each([
  'https://www.nia.or.kr/',
  'https://nia.or.kr',
  'https://www.mois.go.kr/eng/a01/engMain.do?x=1#top',
  'https://publicadministration.un.org/egovkb',
])('%s may be opened', (address) => {
  expect(isAllowedExternalLink(address)).toBe(true);
});

test.each([
  'http://www.nia.or.kr/',
  'https://nia.or.kr.evil.example/',
  'https://evilnia.or.kr/',
  'https://evil.example/nia.or.kr',
  'https://www.nia.or.kr@evil.example/',
  'https://user:pass@www.nia.or.kr/',
  'https://www.nia.or.kr:8443/',
  'https://evil.example\\.nia.or.kr/',
  'https://www.nia.or.kr\\@evil.example/',
  'https://www.nia.or.kr/\nfile:///etc/passwd',
  'javascript:alert(1)//nia.or.kr',
  'file:///etc/passwd',
  'smb://nia.or.kr/share',
  'HTTPS:/nia.or.kr',
  '//nia.or.kr/',
  'https://',
  '',
])('%s may not', (address) => {
  expect(isAllowedExternalLink(address)).toBe(false);
});

test('what is allowed leads, as a browser reads it, to an allowed host by https', () => {
  const piece = fc.constantFrom(
    'https://',
    'nia.or.kr',
    '.',
    '/',
    '@',
    ':',
    '\\',
    '?',
    '#',
    'evil',
    '%2f',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const address = pieces.join('');
      if (!isAllowedExternalLink(address)) return;
      const url = new URL(address);
      expect(url.protocol).toBe('https:');
      expect(url.hostname).toMatch(/(^|\.)(nia\.or\.kr)$/);
      expect(url.username + url.port).toBe('');
    }),
    { numRuns: 2_000 },
  );
});
