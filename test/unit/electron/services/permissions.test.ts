import { expect, test } from 'vitest';
import { isLoadable, isPermitted } from '../../../../electron/services/permissions.ts';

test('persistent storage for the own origin is the only permission', () => {
  expect(isPermitted('persistent-storage', 'app://fieldbook/')).toBe(true);
  expect(isPermitted('persistent-storage', 'https://evil.example/')).toBe(false);
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'usb',
  ]) {
    expect(isPermitted(permission, 'app://fieldbook/')).toBe(false);
  }
});

test.each([
  'app://fieldbook/',
  'app://fieldbook/assets/a.js',
  'blob:app://fieldbook/1',
  'data:image/png;base64,AA',
])('%s may be loaded', (address) => {
  expect(isLoadable(address)).toBe(true);
});

test.each([
  'http://127.0.0.1/',
  'https://www.nia.or.kr/',
  'ws://127.0.0.1:1/',
  'wss://x.example/',
  'file:///etc/passwd',
  'ftp://x.example/',
  'app://other/',
  'chrome://gpu/',
  'nonsense',
])('%s may not', (address) => {
  expect(isLoadable(address)).toBe(false);
});
