import { expect, test } from 'vitest';
import { checkCall } from '../../../../electron/services/callCheck.ts';
import { hostCalls } from '../../../../shared/ipc/channels.ts';

const own = { address: 'app://fieldbook/log/trainings', isTopFrame: true };

test('a call of the own page with the declared payload is let through', () => {
  expect(checkCall('journalRead', own, { from: 1, limit: 50 })).toEqual({
    ok: true,
    value: { from: 1, limit: 50 },
  });
  expect(checkCall('appInfo', own, undefined)).toEqual({ ok: true, value: null });
});

test.each([
  'https://fieldbook/',
  'app://fieldbook.evil.example/',
  'app://evil/',
  'app://user@fieldbook/',
  'app://fieldbook:8080/',
  'application://fieldbook/',
  'file:///app/fieldbook',
  'about:blank',
  'data:text/html,x',
  'blob:app://fieldbook/1234',
  '',
])('every call of %s is refused', (address) => {
  for (const call of hostCalls) {
    expect(checkCall(call, { address, isTopFrame: true }, null)).toMatchObject({ ok: false });
  }
});

test('every call of a frame inside the page, or of one that is gone, is refused', () => {
  for (const call of hostCalls) {
    expect(checkCall(call, { ...own, isTopFrame: false }, null).ok).toBe(false);
    expect(checkCall(call, null, null).ok).toBe(false);
  }
});

test('the own page is not trusted with a payload of another form', () => {
  expect(checkCall('journalAppend', own, { from: '1', payloads: [] }).ok).toBe(false);
});
